/// `whosaid verify DRAFT`.
enum Verify {
  static func run(_ arguments: Arguments) async -> Int32 { 0 }
}
