extension Double {
  /// The binary logarithm of a positive number, to about six digits: weights need no more, and nothing but
  /// a C library's has it.
  var logarithm: Double {
    // ln m for 1 ≤ m < 2, by the series of the inverse hyperbolic tangent.
    let z = (significand - 1) / (significand + 1)
    let square = z * z
    let series = z * (1 + square * (1 / 3 + square * (1 / 5 + square * (1 / 7 + square / 9))))
    return Double(exponent.magnitude) * (exponent < 0 ? -1 : 1) + 2 * series * 1.442_695_040_888_963_4
  }
}
