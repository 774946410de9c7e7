import Glibc

/// The file that has not got its name yet: a signal that ends the program takes it away first.
enum PassingFile {
  private static let signals = [SIGHUP, SIGINT, SIGTERM]

  /// Watches a file until it is forgotten or another is watched. Signals that are ignored, as `nohup` has it, or that
  /// somebody else sees to stay as they are.
  static func watch(_ path: String) {
    guard let name = strdup(path) else { return }
    // Never freed: the handler may be reading it.
    names.append(name)
    passing = name
    for signal in signals {
      var (action, old) = (sigaction(), sigaction())
      action.__sigaction_handler.sa_handler = takeAway
      // Raised once more, the signal does what it does by itself.
      action.sa_flags = CInt(bitPattern: UInt32(SA_RESETHAND))
      guard sigaction(signal, nil, &old) == 0, old.__sigaction_handler.sa_handler == nil else { continue }
      sigaction(signal, &action, nil)
    }
  }

  /// Lets it be: it has its name, or is gone.
  static func forget() { passing = nil }
}

nonisolated(unsafe) private var names: [UnsafeMutablePointer<CChar>] = []
nonisolated(unsafe) private var passing: UnsafeMutablePointer<CChar>?

private func takeAway(_ signal: CInt) {
  if let passing { unlink(passing) }
  raise(signal)
}
