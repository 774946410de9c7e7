import Browser
import QuoteModel
import Screen

/// What a key costs, from the key to the finished screen, the terminal left out.
enum KeyCost {
  static func measure(_ corpus: Corpus) {
    let size = Size(columns: 120, rows: 40)
    print("a key, \(corpus.quotationCount) quotations, 120x40:")
    let keys: [(name: String, keys: [Key])] = [
      ("move in Quotes (j)", Array(repeating: Key("j"), count: 500)),
      ("open and come back (Enter, C-o)", pairs(Key(.enter), Key("o", control: true))),
      ("filter on an actor, drop it (1, Enter, Backspace)", [Key("1")] + pairs(Key(.enter), Key(.backspace))),
      ("search as you type (/, a letter)", [Key("/")] + "the channel will".map { Key($0) }),
      ("reverse the order (S)", Array(repeating: Key("S"), count: 50)),
    ]
    for (name, keys) in keys {
      var state = BrowserState(opened: "", size: size)
      _ = update(&state, .corpus(corpus))
      var timings = Timings()
      let clock = ContinuousClock()
      for key in keys {
        let start = clock.now
        _ = update(&state, .input(.key(key)))
        _ = draw(state, size)
        timings.add(clock.now - start)
      }
      print("  \(name): \(timings.text)")
    }
  }

  private static func pairs(_ first: Key, _ second: Key) -> [Key] {
    Array(repeating: [first, second], count: 100).flatMap(\.self)
  }
}

extension Key {
  fileprivate init(_ character: Character, control: Bool = false) {
    self.init(.character(character), control: control)
  }
}
