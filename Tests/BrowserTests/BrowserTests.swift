import Browser
import QuoteModel
import Screen
import TestSupport
import Testing

/// A browser on the fixture corpus after some keys.
private func browser(_ keys: String, columns: Int = 120, rows: Int = 40) -> (
  state: BrowserState, effects: [Effect]
) {
  var state = BrowserState(opened: "summit/", size: Size(columns: columns, rows: rows))
  var effects = update(&state, .corpus(FixtureCorpus.make()))
  for key in keys { effects += update(&state, .input(.key(Key(key)))) }
  return (state, effects)
}

private func text(_ state: BrowserState, columns: Int = 120, rows: Int = 40) -> String {
  let screen = draw(state, Size(columns: columns, rows: rows))
  return (0..<rows).map { row in
    String((0..<columns).compactMap { screen[row, $0].character })
  }.joined(separator: "\n")
}

struct BrowserTests {
  @Test func everyPaneIsNamedAndHoldsWhatWasRead() {
    let picture = text(browser("").state)
    for part in [
      "1 Actors", "2 Topics", "3 Quotes", "4 Reader", "5 Related", "Ilse Marin", "Tomas Oseiv", "summit/",
    ] {
      #expect(picture.contains(part), "\(part)\n\(picture)")
    }
  }

  @Test func enterOnAnActorFiltersAndQLeaves() {
    var (state, _) = browser("1")
    _ = update(&state, .input(.key(Key(.enter))))
    #expect(text(state).contains("speaker:"))
    #expect(browser("Q").effects.contains(.quit))
  }

  @Test func aTerminalTooSmallSaysSoAndRecovers() {
    var (state, _) = browser("", columns: 10, rows: 3)
    #expect(!text(state, columns: 10, rows: 3).contains("Actors"))
    _ = update(&state, .input(.resize(Size(columns: 120, rows: 40))))
    #expect(text(state).contains("1 Actors"))
  }

  @Test func noKeyAtAnySizeTraps() {
    var random = SystemRandomNumberGenerator()
    let keys = Array("jkhl12345gGnN/fatrsSzxFy?:E]r[q;LHuv+_ \"ü")
    for _ in 0..<60 {
      let size = Size(
        columns: .random(in: 1...220, using: &random), rows: .random(in: 1...70, using: &random))
      var (state, _) = browser("", columns: size.columns, rows: size.rows)
      for _ in 0..<25 {
        let key: Key =
          Bool.random()
          ? Key(keys.randomElement(using: &random) ?? "j")
          : Key([.enter, .escape, .tab, .down, .pageDown, .backspace].randomElement() ?? .up)
        _ = update(&state, .input(.key(key)))
        #expect(draw(state, size).size == size)
      }
    }
  }
}
