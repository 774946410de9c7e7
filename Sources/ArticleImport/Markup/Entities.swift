/// Character references: `&amp;`, `&#8217;`, `&#x2019;`.
enum Entities {
  /// The text with its references resolved; what is none stays as it stands. O(bytes).
  static func decode(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "&")) else { return bytes.text }
    var out: [UInt8] = []
    append(bytes, to: &out)
    return out.text
  }

  /// The same, put behind what `out` holds.
  static func append(_ bytes: ArraySlice<UInt8>, to out: inout [UInt8]) {
    var at = bytes.startIndex
    while at < bytes.endIndex {
      if bytes[at] == UInt8(ascii: "&"), let (scalar, end) = reference(in: bytes, at: at) {
        out.append(contentsOf: UTF8.encode(scalar) ?? .init())
        at = end
      } else {
        out.append(bytes[at])
        at += 1
      }
    }
  }

  /// The character a reference at `at` stands for, and where it ends.
  static func reference(in bytes: ArraySlice<UInt8>, at: Int) -> (Unicode.Scalar, end: Int)? {
    guard at + 1 < bytes.endIndex else { return nil }
    if bytes[at + 1] == UInt8(ascii: "#") { return numeric(bytes, at + 2) }
    var end = at + 1
    while end < bytes.endIndex, end - at < longest, bytes[end].isLetter || bytes[end].isDigit { end += 1 }
    guard let scalar = named[bytes[at + 1..<end].text] else { return nil }
    let isClosed = end < bytes.endIndex && bytes[end] == UInt8(ascii: ";")
    return (scalar, isClosed ? end + 1 : end)
  }

  private static func numeric(_ bytes: ArraySlice<UInt8>, _ start: Int) -> (Unicode.Scalar, end: Int)? {
    let isHex = start < bytes.endIndex && bytes[start] | 0x20 == UInt8(ascii: "x")
    let first = isHex ? start + 1 : start
    var (end, value) = (first, UInt32(0))
    while end < bytes.endIndex, let digit = Character(Unicode.Scalar(bytes[end])).hexDigitValue,
      isHex || digit < 10
    {
      value = min(value &* (isHex ? 16 : 10) &+ UInt32(digit), 0x110000)
      end += 1
    }
    guard end > first else { return nil }
    if end < bytes.endIndex, bytes[end] == UInt8(ascii: ";") { end += 1 }
    return (scalar(value), end)
  }

  /// As browsers read numbers: 0x80...0x9F mean what Windows-1252 has there.
  private static func scalar(_ value: UInt32) -> Unicode.Scalar {
    if 0x80...0x9F ~= value { return windowsPunctuation[Int(value) - 0x80] }
    guard value != 0, let scalar = Unicode.Scalar(value) else { return "\u{FFFD}" }
    return scalar
  }

  private static let longest = 12

  /// The names HTML 4 defines; the two thousand that HTML 5 adds are mathematics, hardly ever in news.
  private static let named: [String: Unicode.Scalar] = {
    var out: [String: Unicode.Scalar] = [:]
    for (offset, name) in latin.split(separator: " ").enumerated() {
      out[String(name)] = Unicode.Scalar(UInt32(0xA0 + offset))
    }
    for pair in others.split(separator: " ") {
      let fields = pair.split(separator: "=")
      if fields.count == 2, let code = UInt32(fields[1], radix: 16) {
        out[String(fields[0])] = Unicode.Scalar(code)
      }
    }
    return out
  }()

  /// U+00A0 to U+00FF, in order.
  private static let latin =
    "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute "
    + "micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig "
    + "Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times "
    + "Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave "
    + "eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave "
    + "uacute ucirc uuml yacute thorn yuml"

  private static let others =
    "amp=26 lt=3C gt=3E quot=22 apos=27 AMP=26 LT=3C GT=3E QUOT=22 OElig=152 oelig=153 Scaron=160 scaron=161 Yuml=178 "
    + "fnof=192 circ=2C6 tilde=2DC ensp=2002 emsp=2003 thinsp=2009 zwnj=200C zwj=200D lrm=200E rlm=200F ndash=2013 "
    + "mdash=2014 horbar=2015 lsquo=2018 rsquo=2019 sbquo=201A ldquo=201C rdquo=201D bdquo=201E dagger=2020 Dagger=2021 "
    + "bull=2022 hellip=2026 permil=2030 prime=2032 Prime=2033 lsaquo=2039 rsaquo=203A oline=203E frasl=2044 euro=20AC "
    + "image=2111 weierp=2118 real=211C trade=2122 alefsym=2135 larr=2190 uarr=2191 rarr=2192 darr=2193 harr=2194 "
    + "minus=2212 radic=221A infin=221E asymp=2248 ne=2260 equiv=2261 le=2264 ge=2265 loz=25CA spades=2660 clubs=2663 "
    + "hearts=2665 diams=2666 Alpha=391 Beta=392 Gamma=393 Delta=394 Omega=3A9 alpha=3B1 beta=3B2 gamma=3B3 delta=3B4 "
    + "epsilon=3B5 lambda=3BB mu=3BC pi=3C0 sigma=3C3 omega=3C9 check=2713 star=2606 starf=2605 comma=2C period=2E "
    + "colon=3A semi=3B excl=21 quest=3F lpar=28 rpar=29 lsqb=5B rsqb=5D num=23 dollar=24 percnt=25 sol=2F bsol=5C "
    + "commat=40 lowbar=5F hyphen=2010 nbhyphen=2011 Tab=9 NewLine=A inodot=131 Ccaron=10C ccaron=10D Zcaron=17D "
    + "zcaron=17E Cacute=106 cacute=107 Dstrok=110 dstrok=111 Lstrok=141 lstrok=142 Gbreve=11E gbreve=11F Scedil=15E "
    + "scedil=15F"
}
