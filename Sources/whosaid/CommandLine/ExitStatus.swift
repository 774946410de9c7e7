/// What the program returns, for the documentation and for the code.
enum ExitStatus: Int32, CaseIterable {
  // swift-format-ignore
  case fine, unread, misuse, altered, notFound

  var meaning: String {
    switch self {
    case .fine: "all went well"
    case .unread: "some input could not be read, or the output not be written"
    case .misuse: "the command line is wrong"
    case .altered: "verify: a quotation is altered or somebody else's"
    case .notFound: "verify: a quotation was not found"
    }
  }
}
