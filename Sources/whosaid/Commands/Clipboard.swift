import Glibc
import Screen
import Terminal

/// The desktop's clipboard, reached by a program: not every terminal takes what is copied through it.
enum Clipboard {
  private static let programs = [
    (variable: "WAYLAND_DISPLAY", words: ["wl-copy"]),
    (variable: "DISPLAY", words: ["xclip", "-selection", "clipboard"]),
    (variable: "DISPLAY", words: ["xsel", "--clipboard", "--input"]),
  ]

  /// Puts a text there, made safe; tells whether there was a program to do it.
  static func copy(_ text: String) -> Bool {
    let program = programs.first { program in
      getenv(program.variable).map { $0.pointee != 0 } ?? false && isInPath(program.words[0])
    }
    guard let program else { return false }
    return (try? Terminal.start(program.words, text: Sanitizing.text(text))) != nil
  }

  private static func isInPath(_ name: String) -> Bool {
    let folders = getenv("PATH").map { String(cString: $0) } ?? ""
    return folders.split(separator: ":").contains { access("\($0)/\(name)", X_OK) == 0 }
  }
}
