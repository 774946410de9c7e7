import QuoteModel
import QuoteParser
import Testing

/// The time of the first quotation of a text of Saturday, 12 October 2024; `~` before what is a guess, `-` where the
/// article's date stands in.
private func time(_ text: String, date: String = "2024-10-12") -> String {
  let article = Article(name: "a", path: "a", date: PartialDate(date), text: text)
  guard let quotation = Parser().parse(article).quotations.first else { return "no quotation" }
  guard let time = quotation.time, time.isStated else { return "-" }
  return (time.isExact ? "" : "~") + time.date.description
}

struct TimeTests {
  /// What stands behind `Angela Ruiz said`, and when that was.
  private static let sayings: [(String, String)] = [
    ("on October 11", "2024-10-11"), ("on Oct. 11", "2024-10-11"), ("on 11 October", "2024-10-11"),
    ("on October 11, 2022,", "2022-10-11"), ("on 11 October 2022", "2022-10-11"),
    ("on the 11th of October", "2024-10-11"), ("on Sept. 3", "2024-09-03"), ("on March 5", "2024-03-05"),
    ("on May 7", "2024-05-07"), ("on Dec. 20", "2023-12-20"), ("on Friday, Oct. 11,", "2024-10-11"),
    ("Thursday, Oct. 10,", "2024-10-10"), ("on the 11th", "2024-10-11"), ("on the 20th", "2024-09-20"),
    ("in October 2022", "2022-10"), ("in March", "2024-03"), ("in December", "2023-12"),
    ("last March", "2024-03"), ("last October", "2023-10"), ("in early May", "2024-05"),
    ("in mid-2019", "-"), ("in 2019", "2019"), ("in late 2019", "2019"), ("back in 2019", "2019"),
    ("on Saturday", "2024-10-12"), ("on Friday", "2024-10-11"), ("Friday", "2024-10-11"),
    ("on Tuesday", "2024-10-08"), ("on Sunday", "2024-10-06"), ("last Friday", "2024-10-11"),
    ("last Saturday", "2024-10-05"), ("on Friday night", "2024-10-11"), ("late Thursday", "2024-10-10"),
    ("early on Monday", "2024-10-07"), ("Monday morning", "2024-10-07"), ("today", "2024-10-12"),
    ("tonight", "2024-10-12"), ("this morning", "2024-10-12"), ("yesterday", "2024-10-11"),
    ("last night", "2024-10-11"), ("yesterday evening", "2024-10-11"), ("last year", "2023"),
    ("last month", "2024-09"), ("last week", "~2024-10-05"), ("this week", "~2024-10-12"),
    ("earlier this week", "~2024-10-12"), ("earlier this month", "2024-10"), ("this year", "2024"),
    ("earlier this year", "2024"), ("two weeks ago", "~2024-09-28"), ("a week ago", "~2024-10-05"),
    ("three days ago", "2024-10-09"), ("a few days ago", "~2024-10-09"), ("two hours ago", "~2024-10-12"),
    ("a month ago", "2024-09"), ("six months ago", "~2024-04"), ("a year ago", "2023"),
    ("two years ago", "2022"), ("10 years ago", "2014"), ("a decade ago", "~2014"),
    ("a couple of weeks ago", "~2024-09-28"), ("in the spring of 2015", "~2015-04"),
    ("in spring 2015", "~2015-04"), ("last spring", "~2024-04"), ("in the spring", "~2024-04"),
    ("last summer", "~2024-07"), ("last fall", "~2023-10"), ("last winter", "~2024-01"),
    ("over the weekend", "~2024-10-12"), ("last weekend", "~2024-10-12"),
    ("at Tuesday's debate", "2024-10-08"), ("in an interview on Tuesday", "2024-10-08"),
    ("in a letter to the board last month", "2024-09"), ("at a Friday rally", "2024-10-11"),
    ("after Tuesday's vote", "-"), ("by Friday", "-"), ("until Monday", "-"),
  ]

  @Test(arguments: sayings) func whatStandsBehindTheCueTellsTheTime(_ words: String, _ expected: String) {
    #expect(time("Angela Ruiz said \(words) that the council would vote on the plan.") == expected)
  }

  /// Whole sentences, and when what they report was said.
  private static let sentences: [(String, String)] = [
    ("On Tuesday, Angela Ruiz said that the council would vote on the plan.", "2024-10-08"),
    ("Last year Angela Ruiz said that the council would vote on the plan.", "2023"),
    ("In March 2022, Angela Ruiz warned that the bridge was old.", "2022-03"),
    ("Two weeks ago, Angela Ruiz told voters that she would win.", "~2024-09-28"),
    ("Angela Ruiz on Thursday accused the board of hiding the costs.", "2024-10-10"),
    ("\"The harbor is open,\" Angela Ruiz said on Tuesday.", "2024-10-08"),
    ("\"The harbor is open,\" Angela Ruiz told reporters Wednesday evening.", "2024-10-09"),
    ("But while visiting the port on October 1, Angela Ruiz said that the pier was safe.", "2024-10-01"),
    // What is said to be done on a day was not said on it.
    ("Angela Ruiz said that she would leave the council on Friday.", "-"),
    ("Angela Ruiz said she had left the council in 2019.", "-"),
    ("Angela Ruiz said the council voted on the plan last month.", "-"),
    ("\"We will vote on Monday,\" Angela Ruiz said.", "-"),
    ("\"We voted last year,\" Angela Ruiz said on Tuesday.", "2024-10-08"),
    ("According to Angela Ruiz, the council voted on the plan in 2019.", "-"),
    // Nor on the day of another clause.
    ("Angela Ruiz, who was elected in 2019, said that the council would vote on the plan.", "-"),
    ("Angela Ruiz, elected in 2019, said that the council would vote on the plan.", "-"),
    ("Angela Ruiz, who was elected in 2019, said on Tuesday that the council would vote.", "2024-10-08"),
    ("Asked about the Tuesday vote, Angela Ruiz said that the council had no choice.", "-"),
    ("Since 2019, Angela Ruiz has said that the council should vote on the plan.", "-"),
    ("Angela Ruiz told voters on Nov. 1 that she would win.", "-"),
  ]

  @Test(arguments: sentences) func theTimeIsThatOfTheSaying(_ text: String, _ expected: String) {
    #expect(time(text) == expected)
  }

  @Test func januaryLooksBackToTheYearBefore() {
    let said = "Angela Ruiz said in December that the council would vote on the plan."
    #expect(time(said, date: "2024-01-10") == "2023-12")
    let week = "Angela Ruiz said last month that the council would vote on the plan."
    #expect(time(week, date: "2024-01-10") == "2023-12")
    let day = "Angela Ruiz said on Friday that the council would vote on the plan."
    #expect(time(day, date: "2024-01-01") == "2023-12-29")
  }

  @Test func anArticleWithoutADateStillGivesADay() {
    let article = Article(
      name: "a", path: "a", text: "Angela Ruiz said on October 11 that the council would vote on the plan.")
    let time = Parser().parse(article).quotations.first?.time
    #expect(time?.date.description == "--10-11" && time?.precision == .day)
  }

  @Test func whatIsAddedInOneBreathWasSaidAtOnce() {
    let article = Article(
      name: "a", path: "a", date: PartialDate("2024-10-12"),
      text: "Angela Ruiz said on October 1 that the pier was safe, adding that it would open in the spring.")
    let times = Parser().parse(article).quotations.map { $0.time?.date.description }
    #expect(times == ["2024-10-01", "2024-10-01"])
  }

  @Test func theArticlesDateIsAGuess() {
    let article = Article(
      name: "a", path: "a", date: PartialDate("2024-10-12"), text: "Angela Ruiz said that the pier was safe.")
    #expect(
      Parser().parse(article).quotations.first?.time
        == Quotation.Time(PartialDate(year: 2024, month: 10, day: 12), isStated: false, isExact: false))
  }
}
