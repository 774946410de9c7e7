/// Text of articles made fit for where it is going.
public enum SafeText {
  /// The text on one line: runs of white space are one space, controls, marks that turn the direction
  /// of writing and what shows nothing are left out. O(text).
  public static func oneLine(_ text: some StringProtocol) -> String {
    var out = String.UnicodeScalarView()
    var gap = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        gap = !out.isEmpty
      } else if !isObeyed(scalar) {
        if gap { out.append(" ") }
        gap = false
        out.append(scalar)
      }
    }
    return String(out)
  }

  /// The address if a browser may follow it: of the web, with nothing in it that ends an attribute or a line.
  static func webAddress(_ address: String?) -> String? {
    guard let address, ["https://", "http://"].contains(where: address.lowercased().hasPrefix) else {
      return nil
    }
    let forbidden = Set("\"'<>\\`{}|^".unicodeScalars)
    let isSafe = address.unicodeScalars.allSatisfy {
      !forbidden.contains($0) && !$0.properties.isWhitespace && !isObeyed($0)
    }
    return isSafe ? address : nil
  }

  private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
    0..<0x20 ~= scalar.value || 0x7F..<0xA0 ~= scalar.value || scalar.isHidden
  }
}

extension Unicode.Scalar {
  /// Whether it shows nothing, or changes how what follows is shown: a text can deceive with it.
  var isHidden: Bool {
    switch value {
    case 0xAD, 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF, 0xE0000...0xE007F: true
    default: value & 0xFFFE == 0xFFFE
    }
  }
}
