import Glibc

/// Tells when something is written below folders (inotify). Used by one task.
public final class FolderWatch {
  private let descriptor: Int32
  private var folders: [Int32: String] = [:]
  private static let changes = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_ONLYDIR)
  /// Writing ends when so long nothing more was written, or when it has gone on for so long.
  private static let (quiet, patience) = (Duration.milliseconds(200), Duration.seconds(2))

  /// Follows folders and all below them; a path that is a file is followed by its folder. `nil` where the system does not
  /// let us. O(folders).
  public init?(_ paths: [String]) {
    descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard descriptor >= 0 else { return nil }
    for path in paths where path != "-" { follow(path) }
  }

  deinit { close(descriptor) }

  private func follow(_ path: String) {
    let watch = inotify_add_watch(descriptor, path, Self.changes)
    guard watch >= 0 else {
      if errno == ENOTDIR, let slash = path.lastIndex(of: "/") {
        let folder = String(path[..<slash])
        let above = inotify_add_watch(descriptor, folder.isEmpty ? "/" : folder, Self.changes)
        if above >= 0 { folders[above] = folder }
      }
      return
    }
    folders[watch] = path
    guard let folder = opendir(path) else { return }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      let isFolder = [UInt8(DT_DIR), UInt8(DT_UNKNOWN), UInt8(DT_LNK)].contains(entry.pointee.d_type)
      if isFolder, !name.hasPrefix(".") { follow(path + "/" + name) }
    }
  }

  /// Returns true when something has been written and the writing has ended, false when the task is cancelled.
  public func change() async -> Bool {
    while !Task.isCancelled {
      if takeEvents() {
        let end = ContinuousClock.now + Self.patience
        repeat { try? await Task.sleep(for: Self.quiet) } while takeEvents() && ContinuousClock.now < end
        return !Task.isCancelled
      }
      try? await Task.sleep(for: Self.quiet)
    }
    return false
  }

  /// Takes what has happened since, and follows new folders. Returns whether there was anything.
  private func takeEvents() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(descriptor, &buffer, buffer.count)
    guard count > 0 else { return false }
    var found: [String] = []
    buffer.withUnsafeBytes { bytes in
      var at = 0
      let head = MemoryLayout<inotify_event>.size
      while at + head <= count {
        let event = bytes.loadUnaligned(fromByteOffset: at, as: inotify_event.self)
        let name = bytes[(at + head)..<min(count, at + head + Int(event.len))].prefix { $0 != 0 }
        if event.mask & UInt32(IN_ISDIR) != 0, let folder = folders[event.wd] {
          found.append(folder + "/" + String(decoding: name, as: UTF8.self))
        }
        at += head + Int(event.len)
      }
    }
    found.forEach(follow)
    return true
  }
}
