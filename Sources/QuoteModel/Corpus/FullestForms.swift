/// The fullest form of each quotation's words: what has one fullest form is one cluster. Only quotations that have a fuller
/// form than themselves are kept, which are few.
public struct FullestForms: Sendable, Equatable {
  /// Quotations that have a fuller form, ascending.
  var quotations: [QuotationID] = []
  /// That form of each.
  var forms: [QuotationID] = []

  /// Every quotation is its own fullest form.
  public init() {}

  /// Forms of the quotations 0, 1 …, each its own where nobody says it more fully. O(quotations).
  public init(_ all: some Sequence<QuotationID>) {
    for (quotation, form) in all.enumerated() where form.index != quotation {
      quotations.append(QuotationID(quotation))
      forms.append(form)
    }
    (quotations, forms) = (quotations.trimmed, forms.trimmed)
  }

  /// The fullest form of a quotation's words, itself where it is that or nobody repeats it. O(log of those kept).
  public subscript(quotation: QuotationID) -> QuotationID {
    let place = quotations.partitionPoint { $0.raw >= quotation.raw }
    return place < quotations.count && quotations[place] == quotation ? forms[place] : quotation
  }

  /// Whether it can be of a corpus of so many quotations. O(those kept).
  func isSound(_ count: Int) -> Bool {
    let isAscending = zip(quotations, quotations.dropFirst()).allSatisfy { $0.raw < $1.raw }
    return quotations.count == forms.count && isAscending
      && (quotations + forms).allSatisfy { 0..<count ~= $0.index && $0.raw >= 0 }
  }
}
