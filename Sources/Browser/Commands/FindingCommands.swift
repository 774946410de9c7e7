import QuoteModel
import Screen

extension Command {
  private static let sets: Set<Pane> = [.actors, .topics]
  private static let lists: Set<Pane> = [.actors, .topics, .quotes, .related]
  private static let ordered: Set<Pane> = [.actors, .topics, .quotes]
  private static let quoted: Set<Pane> = [.quotes, .reader, .related]

  static let filters = [
    Command("filter", "filter on this alone", ["Enter"], in: sets, hint: "only this") { $0.replaceFilter() },
    Command("open", "open this quote in the Reader", ["Enter"], in: [.quotes], hint: "open") { $0.open() },
    Command("follow", "go to this statement", ["Enter"], in: [.related], hint: "go") { $0.open() },
    Command("recentre", "back to the quote", ["Enter"], in: [.reader]) { $0.open() },
    Command("filter-time", "filter on this stretch of time", ["Enter"], in: [.timeline], hint: "only this") {
      $0.open()
    },
    Command("follow-link", "go where this points", ["Enter"], in: [.page], hint: "go") { $0.open() },
    Command("add", "add to the filter, or take away", ["Space"], in: sets, hint: "+filter") {
      $0.addToFilter(excluding: false)
    },
    Command("exclude", "exclude from the filter", ["x"], in: sets, hint: "exclude") {
      $0.addToFilter(excluding: true)
    },
    Command("add-speaker", "add this quote's speaker to the filter, or take away", ["Space"], in: quoted) {
      $0.addToFilter(excluding: false)
    },
    Command("exclude-speaker", "exclude this quote's speaker", ["x"], in: quoted) {
      $0.addToFilter(excluding: true)
    },
    Command("filter-on", "filter on something of this quote", ["*"], in: quoted) { $0.open(.underCursor) },
    Command(
      "drop", "drop the filter's last part", ["Backspace"], hint: "drop", hintWhen: { $0.isFiltered }
    ) { $0.dropLastClause() },
    Command("chips", "the filter's parts: on, off, the opposite, drop", ["F"], hint: "filter…") {
      $0.editFilter()
    },
    Command("edit-filter", "write the filter as text; Tab completes", ["="]) { $0.askForFilter() },
    Command("searches", "filters you keep under a name, and what is new in them", ["g s"]) {
      $0.openSearches()
    },
    Command("sort", "choose an order", ["s"], in: ordered, hint: "sort") { $0.open(.sort) },
    Command("reverse", "reverse the order", ["S"], in: ordered) { $0.reverseOrder() },
  ]

  static let finding = [
    Command(
      "narrow", "narrow this list as you type, by words and names; ~ before a pattern", ["/"], in: lists,
      hint: "search"
    ) {
      $0.askForWords()
    },
    Command("search", "search the article; ~ before a pattern", ["/"], in: [.reader], hint: "search") {
      $0.askForWords()
    },
    Command("next-match", "next place found", ["n"], in: [.reader]) { $0.findAgain(forward: true) },
    Command("previous-match", "previous place found", ["N"], in: [.reader]) { $0.findAgain(forward: false) },
    Command("find", "find anything by a few letters; ' there brings the last ones back", ["f"], hint: "find")
    {
      $0.openFinder()
    },
    Command("commands", "find a command, or go to a row by its number", [":"], hint: "cmd") {
      $0.open(.palette)
    },
  ]
}
