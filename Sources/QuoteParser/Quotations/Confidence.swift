import QuoteModel

/// How often quotations of this make are right, estimated, not yet calibrated.
enum Confidence {
  static func of(_ attribution: Attribution, _ quotation: Quotation) -> Float {
    let marked = quotation.kind != .indirect
    if attribution.isInherited { return 0.6 }
    switch (attribution.cue != nil, attribution.source != nil) {
    case (true, true): return marked ? 0.85 : 0.65
    case (true, false): return marked ? 0.55 : 0.35
    case (false, true): return 0.6
    case (false, false): return 0.35
    }
  }
}
