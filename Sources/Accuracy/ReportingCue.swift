/// Which cues tell of speech and not of beliefs, wishes or intentions.
enum ReportingCue {
  private static let verbs = Set(
    """
    say tell add ask announce answer argue assert assure acknowledge admit advise affirm agree allege accuse \
    apologize appeal bemoan blame blast boast call caution charge chide cite claim clarify comment complain concede conclude \
    confess confirm confide contend contradict counter criticize cry debunk declare decry defend demand denounce deny \
    describe detail disclose dismiss dispute echo elaborate emphasize exclaim explain express forecast insist instruct \
    joke lament lash lecture maintain mention mock muse note object observe opine outline plead pledge point post \
    praise predict proclaim promise profess protest question quip quote rail read reassure rebuff rebut recall \
    recommend recount refute reiterate remark remind reply report request respond restate retort retweet reveal scoff \
    scold shout signal slam speak specify speculate state stress suggest summarize swear talk tease testify threaten \
    thunder tout tweet underline underscore urge vow warn wonder write yell according per
    """.split(separator: " ").map(String.init))

  private static let irregular = [
    "said": "say", "told": "tell", "wrote": "write", "written": "write", "spoke": "speak", "swore": "swear",
    "says": "say", "read": "read", "denied": "deny", "denies": "deny", "replied": "reply", "replies": "reply",
    "cried": "cry", "decried": "decry", "testified": "testify", "specified": "specify",
    "clarified": "clarify",
  ]

  private static let suffixes = [
    ("ting", "t"), ("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"), ("es", ""), ("es", "e"), ("s", ""),
  ]
  private static let doubled = ["pped", "pping", "tted", "tting", "mmed", "mming", "lled"]

  static func contains(_ word: String) -> Bool { verbs.contains(base(word.lowercased())) }

  /// A verb's base form by its ending: enough to look it up.
  private static func base(_ word: String) -> String {
    if let base = irregular[word] { return base }
    for (suffix, added) in suffixes where word.hasSuffix(suffix) {
      let base = word.dropLast(suffix.count) + added
      if verbs.contains(String(base)) { return String(base) }
    }
    for suffix in doubled where word.hasSuffix(suffix) {
      let base = word.dropLast(suffix.count) + suffix.prefix(1)
      if verbs.contains(String(base)) { return String(base) }
    }
    return word
  }
}
