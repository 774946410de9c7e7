import QuoteModel
import Testing

@testable import QuoteParser

/// Names among the capitals around them: of headlines, offices and bodies.
struct NamePartTests {
  @Test(arguments: [
    ("A Washington Post-ABC News poll found that it was late.", ["The Washington Post", "ABC"]),
    ("It was late, according to a new Associated Press-Harbor poll.", ["Associated Press"]),
    ("Former Harbor Works CEO and candidate Ana Ruiz said that it was late.", ["Ana Ruiz"]),
    ("Director of Harbor Affairs Ana Ruiz said that it was late.", ["Ana Ruiz"]),
    ("Former lawyer and Harbor City Mayor Ana Ruiz said that it was late.", ["Ana Ruiz"]),
    ("Democratic National Committee Chair Ana Ruiz said that it was late.", ["Ana Ruiz"]),
    ("The super PAC Harbor Action said that it was late.", ["Harbor Action"]),
    ("The St. Paul City Council said that it was late.", ["St. Paul City Council"]),
    ("Ana Ruiz came. Ruiz’s husband, Tom, said that it was late.", ["Tom Ruiz"]),
    ("Sen. Ana Ruiz (D-Ga.), the chair of the board, said that it was late.", ["Ana Ruiz"]),
    ("This CNN “reporter” said that it was late.", ["the “reporter” (CNN)"]),
    ("The Tampa Bay Times asked. The Times said that it was late.", ["Tampa Bay Times"]),
    ("The director of the Harbor Board, Ana Ruiz, said that it was late.", ["Ana Ruiz"]),
    ("It was late, according to a new study by the Harbor Board.", ["Harbor Board"]),
    ("It was late, according to a new report by Politico.", ["Politico"]),
    ("The Times newspaper said that it was late.", ["The Times of London"]),
  ])
  func aNameIsWhatItsOfficesAndBodiesLeave(_ text: String, _ wanted: [String]) {
    #expect(last(text) == wanted)
  }

  @Test(arguments: [
    "Some in the “Ruiz or bust” crowd said that it was late.",
    "Democrats backing Ana Ruiz said that it was late.",
    "Some Democrats said that it was early. Yet the Democrats said that it was late.",
  ])
  func someOfAGroupAreNotWhomItNames(_ text: String) {
    #expect(last(text) != ["Ana Ruiz"] && last(text) != ["Ruiz"] && last(text) != ["Democratic Party"])
  }

  @Test func theMarkupOfATextIsNoneOfItsWords() {
    let text = "Ruiz aide Tom Lund"
    let told = " said that it was late."
    #expect(last(#"<post id="7" date="Mar. 1">"# + text + told + "<post/>") == ["Tom Lund"])
    #expect(last("If x < y, he said. " + text + told) == ["Tom Lund"])
  }

  @Test func aHeadlinesVerbIsNoName() {
    let text = "Ana Ruiz came. Ruiz left. In a note Ruiz Thinks Tom Lund said that it was late."
    #expect(last(text).first != "Ruiz Thinks Tom Lund")
  }
}
