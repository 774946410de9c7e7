import QuoteModel

/// What is said of actors is for linking to take up, which takes its time: until then merges are laid over the corpus
/// (`Keeping.corrected`), and splits wait.
extension BrowserState {
  /// The newest snapshot without corrections of single quotations.
  public var corpusAsRead: Corpus { keeping.base }

  /// What a person says of actors.
  public var actorsAsSaid: ActorCorrections { keeping.decisions.actors }

  /// What the corpus is to be linked by, where it is not and nobody has been asked yet. O(corrections).
  var actorsToLinkBy: ActorCorrections? {
    mutating get {
      let said = actorsAsSaid
      guard said != corpusAsRead.links.corrections, said != relinking, corpusAsRead.articleCount > 0 else {
        return nil
      }
      relinking = said
      return said
    }
  }

  /// Takes the corpus linked anew, unless more was read or something else said meanwhile.
  mutating func takeRelinked(_ newer: Corpus) {
    guard newer.links.corrections == actorsAsSaid else { return }
    relinking = nil
    let isOfNow = newer.segments.elementsEqual(corpusAsRead.segments) { $0 === $1 }
    guard isOfNow else { return }
    take(newer)
    let unheld = newer.links.unheldCorrections.count
    if unheld > 0 {
      note = "\(Wording.count(unheld, "correction")) cannot be held: g k shows what says the opposite"
    }
  }
}
