/// British spellings written as American ones, so that `labour` and `labor` are one word.
enum Spelling {
  private static let whole: [String: String] = [
    "defence": "defense", "offence": "offense", "licence": "license", "pretence": "pretense",
    "defences": "defenses", "offences": "offenses", "licences": "licenses", "centre": "center",
    "centres": "centers", "theatre": "theater", "theatres": "theaters", "metre": "meter", "metres": "meters",
    "kilometre": "kilometer", "kilometres": "kilometers", "litre": "liter", "litres": "liters",
    "fibre": "fiber", "fibres": "fibers", "programme": "program", "programmes": "programs", "grey": "gray",
    "cheque": "check", "cheques": "checks", "tyre": "tire", "tyres": "tires", "plough": "plow",
    "sceptic": "skeptic", "sceptics": "skeptics", "paediatric": "pediatric", "anaesthetic": "anesthetic",
    "aluminium": "aluminum", "jewellery": "jewelry", "manoeuvre": "maneuver", "manoeuvres": "maneuvers",
    "traveller": "traveler", "travellers": "travelers", "fuelled": "fueled", "ageing": "aging",
  ]
  private static let table: [[UInt8]: [UInt8]] = Dictionary(
    uniqueKeysWithValues: whole.map { (Array($0.key.utf8), Array($0.value.utf8)) })
  private static let our: [[UInt8]] = [
    "labour", "favour", "honour", "harbour", "neighbour", "colour", "humour", "rumour", "behaviour", "armour",
    "endeavour", "parlour", "savour", "vapour", "vigour", "rigour", "splendour", "flavour", "saviour",
  ].map { Array($0.utf8) }
  private static let isations: [UInt8] = Array("isation".utf8)

  /// The American form of a folded word. O(bytes).
  static func american(_ word: [UInt8]) -> [UInt8] {
    guard word.count > 3 else { return word }
    if let whole = table[word] { return whole }
    if let root = our.first(where: { word.starts(with: $0) }) {
      return Array(root.dropLast(2)) + [UInt8(ascii: "r")] + word.dropFirst(root.count)
    }
    // organisation, organisations
    let plural = word.last == UInt8(ascii: "s") ? 1 : 0
    let at = word.count - isations.count - plural
    guard at > 2, word[at...].starts(with: isations) else { return word }
    var out = word
    out[at + 1] = UInt8(ascii: "z")
    return out
  }
}
