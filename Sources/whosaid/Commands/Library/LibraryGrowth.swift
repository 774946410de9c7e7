import Glibc
import QuoteLibrary
import Reading

/// `whosaid library create`.
enum LibraryCreate {
  static func run(_ arguments: Arguments) async -> Int32 {
    let path = LibraryFiles.path(arguments.operand ?? "")
    do throws(LibraryError) {
      UserFiles.makeFolder(of: LibraryFiles.absolute(path))
      let library = try Library.create(at: path)
      LibraryFiles.noteOpened(path)
      guard !arguments.paths.isEmpty else { return ExitStatus.fine.rawValue }
      return try await library.grow(arguments, arguments.paths).rawValue
    } catch {
      StandardError.report(error.description)
      return ExitStatus.unread.rawValue
    }
  }
}

/// `whosaid library add`.
enum LibraryAdd {
  static func run(_ arguments: Arguments) async -> Int32 {
    await arguments.withLibrary { library throws(LibraryError) in
      try await library.grow(arguments, arguments.paths)
    }
  }
}

/// `whosaid library update`.
enum LibraryUpdate {
  static func run(_ arguments: Arguments) async -> Int32 {
    await arguments.withLibrary { library throws(LibraryError) in
      let roots = try library.roots()
      guard !roots.isEmpty else {
        StandardError.report("\(library.path): nothing was added yet that could be looked at again")
        return .fine
      }
      let status = try await library.grow(arguments, roots)
      let gone = try library.files().count { access($0, F_OK) != 0 }
      if gone > 0, !arguments.isQuiet {
        StandardError.report(
          "\(gone) files are gone; their articles stay: 'whosaid library remove' takes them out")
      }
      return status
    }
  }
}

/// `whosaid library remove`.
enum LibraryRemove {
  static func run(_ arguments: Arguments) async -> Int32 {
    await arguments.withLibrary { library throws(LibraryError) in
      var gone = 0
      for path in arguments.paths { gone += try library.remove(LibraryFiles.absolute(path)) }
      let isLinked = try await library.linkWhereWorthIt()
      if !arguments.isQuiet {
        StandardError.report("\(gone) articles taken out\(isLinked ? "" : LibraryFiles.linkedLater)")
      }
      return .fine
    }
  }
}

extension Library {
  /// Adds what the paths hold, links it, and says what was done.
  fileprivate func grow(_ arguments: Arguments, _ paths: [String]) async throws(LibraryError) -> ExitStatus {
    var log = WorkLog(arguments)
    let full = paths.map { $0 == "-" ? $0 : LibraryFiles.absolute($0) }
    for path in full where path != "-" { try addRoot(path) }
    let sum = try await add(
      Inputs(paths: full, fields: arguments.names), jobs: arguments.jobs, careful: arguments.isCareful
    ) { progress in
      switch progress {
      case .failed(let error): log.fail(error)
      case .files(let done, let total, let seconds): log.show(done: done, of: total, secondsLeft: seconds)
      }
    }
    let isLinked = try await linkWhereWorthIt()
    let info = try info()
    log.finish(articles: info.articles, "\(info.quotations) quotations")
    if !arguments.isQuiet {
      StandardError.report(
        "\(sum.added) articles added, \(sum.known) known, \(sum.removed) replaced; \(sum.unchanged) files unchanged"
          + (isLinked ? "" : LibraryFiles.linkedLater)
      )
    }
    return log.hasFailures ? .unread : .fine
  }
}
