import QuoteModel
import Screen

extension Command {
  static let movement = [
    Command("earlier", "an earlier stretch of time", ["h", "Left"], in: [.timeline]) { $0.move(by: -1) },
    Command("later", "a later stretch of time", ["l", "Right"], in: [.timeline]) { $0.move(by: 1) },
    Command("down", "down", ["j", "Down"]) { $0.move(by: 1) },
    Command("up", "up", ["k", "Up"]) { $0.move(by: -1) },
    Command("half-down", "half a page down", ["C-d"]) { $0.move(halfPages: 1) },
    Command("half-up", "half a page up", ["C-u"]) { $0.move(halfPages: -1) },
    Command("page-down", "a page down", ["PgDn", "C-f"]) { $0.move(halfPages: 2) },
    Command("page-up", "a page up", ["PgUp", "C-b"]) { $0.move(halfPages: -2) },
    Command("top", "to the start", ["g g", "Home"]) { $0.moveToStart() },
    Command("bottom", "to the end", ["G", "End"]) { $0.moveToEnd() },
  ]

  private static let elsewhere = everywhere.subtracting([.timeline])

  static let focusing =
    Pane.numbered.map { pane in
      Command("\(pane)", "focus \(pane.name)", ["\(pane.rawValue)"]) { $0.setFocus(pane) }
    } + [
      Command("next-pane", "next pane; on a page the next column", ["l", "Right"], in: elsewhere) {
        $0.moveFocus(by: 1)
      },
      Command("previous-pane", "previous pane; on a page the column before", ["h", "Left"], in: elsewhere) {
        $0.moveFocus(by: -1)
      },
      Command("cycle", "round the panes", ["Tab"]) { $0.moveFocus(by: 1) },
      Command("cycle-back", "round the panes, backwards", ["S-Tab"]) { $0.moveFocus(by: -1) },
    ]

  static let sizes = [
    Command("zoom", "this pane alone, or all of them", ["z"]) { $0.panes.isZoomed.toggle() },
    Command("larger", "more rows for this pane", ["+"]) { $0.resize(by: 1) },
    Command("smaller", "fewer rows for this pane", ["_"]) { $0.resize(by: -1) },
    Command("wider", "more columns for this pane", [">"]) { $0.widen(by: 2) },
    Command("narrower", "fewer columns for this pane", ["<"]) { $0.widen(by: -2) },
    Command("hide", "hide this pane, or keep it shown", ["-"]) { $0.toggleHidden() },
    Command("even", "all panes, as large as at the start", ["g ="]) { $0.panes = PaneSizes() },
  ]

  private static let quoted: Set<Pane> = [.quotes, .reader, .related]

  static let threads = [
    Command("speaker", "to this quote's speaker", ["a"], in: quoted) { $0.goToSpeaker() },
    Command("topic", "to this quote's topic", ["t"], in: quoted) { $0.goToTopic() },
    Command("related-list", "to what is related", ["r"], in: [.quotes, .reader]) { $0.setFocus(.related) },
    Command("repeat", "that step again", [";"]) { $0.repeatStep() },
  ]

  static let steps = Step.Thread.allCases.flatMap { thread in
    [true, false].map { isForward in
      Command(
        (isForward ? "next-" : "previous-") + thread.name, (isForward ? "next " : "previous ") + thread.title,
        [(isForward ? "] " : "[ ") + thread.key]
      ) { $0.take(Step(thread: thread, isForward: isForward)) }
    }
  }

  static let ways = [
    Command("back", "back to where you were", ["C-o", "H", "M-Left"]) { $0.goBack() },
    Command("forward", "forward again", ["L", "M-Right"]) { $0.goForward() },
    Command("trail", "how you got here, as a tree", ["g j"]) { $0.openTrail() },
    Command("mark", "mark this quote, or the range; again takes the mark off", ["m"]) { $0.toggleMarks() },
    Command("go-to-mark", "to a mark by its letter; ' again: the last place", ["'"]) { $0.open(.marks) },
    Command("marks", "all marks", ["g m"]) { $0.open(.marks) },
  ]

  static let pages = [
    Command("actor-page", "all about this actor, or this quote's speaker", ["g a"]) { $0.openActorPage() },
    Command("topic-page", "all about this topic, or this quote's", ["g t"]) { $0.openTopicPage() },
    Command("heat", "who speaks on what, as a heat map", ["g h"]) { $0.open(.heat) },
    Command("matrix", "who speaks of whom", ["g w"]) { $0.open(.matrix) },
    Command(
      "compare", "this statement beside the one in Related, the range's other end or the last mark", ["g c"]
    ) {
      $0.openComparison()
    },
    Command("versus", "two actors side by side in time", ["g v"]) { $0.openVersus() },
    Command("lineage", "where these words came from and how they changed", ["g l"]) { $0.openLineage() },
    Command("oppositions", "every shift and contrast found, to go through", ["g x"]) {
      $0.open(.oppositions)
    },
    Command("balance", "who is heard, who is only spoken of", ["g b"]) { $0.open(.balance) },
  ]
}
