import Testing

@testable import Browser

@Suite struct StableSortTests {
  @Test(arguments: [3, 200, 70_000, UInt32.max]) func equalKeysKeepTheirOrder(_ limit: UInt32) {
    var random: UInt64 = 5
    let keys = (0..<3000).map { _ -> UInt32 in
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt32(random >> 33) % limit &+ (limit == .max ? 0 : 4_000_000_000)
    }
    let sorted = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    #expect(stablySorted(Array(keys.indices), by: keys) == sorted)
    #expect(stablySorted([Int](), by: []).isEmpty && stablySorted([1, 2], by: [7, 7]) == [1, 2])
  }
}
