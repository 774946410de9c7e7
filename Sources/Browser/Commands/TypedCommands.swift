import Screen

/// Commands as a line of text gives them, where keys do not come one by one.
extension BrowserState {
  /// What a line stands for: where a line or a list takes text, that text in the place of what is there (of a list,
  /// an empty line then chooses); else the name of a command, `:` and a row's number, or keys as the table writes them, blanks
  /// between; nothing is the next row. `nil` where it is none of these.
  public func inputs(typed line: String) -> [InputEvent]? {
    let keys = KeySequence(checking: line.split(separator: " ").map(String.init)[...])?.keys.map {
      InputEvent.key($0)
    }
    if takesText {
      if line.count > 1, let keys, keys.count == 1 { return keys }
      let enter = InputEvent.key(Key(.enter))
      if line.isEmpty { return [enter] }
      let text = [InputEvent.key(Key(.character("u"), control: true)), .paste(line)]
      return prompt == nil ? text : text + [enter]
    }
    if line.isEmpty { return [.key(Key("j"))] }
    if line.first == ":", let number = Int(line.dropFirst()) {
      return [.key(Key(":")), .paste("\(number)"), .key(Key(.enter))]
    }
    if let command = Command.all.first(where: { $0.name == line && $0.applies(to: focus) }) {
      return settings.keys.keys(of: command).first?.keys.map { .key($0) }
    }
    return keys
  }
}
