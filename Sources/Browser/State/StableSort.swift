/// Items in the order of their keys, equal ones as they were: counted by 16 bits of the key at a time, the lower ones first
/// (radix sort). O(items + 65,536).
func stablySorted<Item>(_ items: [Item], by keys: [UInt32]) -> [Item] {
  guard let least = keys.min(), let greatest = keys.max(), least < greatest else { return items }
  var (items, keys) = (items, keys)
  // Keys that lie near each other differ in their lower bits alone.
  let shifts: [UInt32] = greatest - least <= 0xFFFF ? [0] : [0, 16]
  for shift in shifts {
    var places = [Int](repeating: 0, count: Int(min(greatest - least, 0xFFFF)) + 2)
    for key in keys { places[Int((key - least) >> shift & 0xFFFF) + 1] += 1 }
    for digit in 1..<places.count { places[digit] += places[digit - 1] }
    let (oldItems, oldKeys) = (items, keys)
    for (item, key) in zip(oldItems, oldKeys) {
      let digit = Int((key - least) >> shift & 0xFFFF)
      items[places[digit]] = item
      keys[places[digit]] = key
      places[digit] += 1
    }
  }
  return items
}
