import Screen
import Testing

@testable import Terminal

@Suite struct ColorsTests {
  @Test func depthFollowsTerminfoAndNoColorWins() {
    #expect(ColorDepth(colors: 256, isRGB: false, noColor: false) == .palette)
    #expect(ColorDepth(colors: 0x1000000, isRGB: true, noColor: false) == .direct)
    #expect(ColorDepth(colors: 0x1000000, isRGB: false, noColor: false) == .palette)
    #expect(ColorDepth(colors: 88, isRGB: false, noColor: false) == .sixteen)
    #expect(ColorDepth(colors: 8, isRGB: false, noColor: false) == .eight)
    #expect(ColorDepth(colors: -1, isRGB: false, noColor: false) == .monochrome)
    #expect(ColorDepth(colors: 256, isRGB: true, noColor: true) == .monochrome)
  }

  @Test func coloursBecomeTheNearestThereIs() {
    let orange = Color.rgb(255, 135, 0)
    #expect(ColorDepth.direct.number(of: orange) == 0xFF8700)
    #expect(ColorDepth.palette.number(of: orange) == 208)
    #expect(ColorDepth.sixteen.number(of: .rgb(250, 10, 10)) == 9)
    #expect(ColorDepth.eight.number(of: .rgb(250, 10, 10)) == 1)
    #expect(ColorDepth.eight.number(of: .palette(12)) == 4)
    #expect(ColorDepth.sixteen.number(of: .palette(196)) == 9)
    #expect(ColorDepth.palette.number(of: .rgb(8, 8, 8)) == 232)
  }

  @Test func aTerminalsOwnColourStaysItsOwn() {
    for depth in [ColorDepth.monochrome, .eight, .sixteen, .palette, .direct] {
      #expect(depth.number(of: .standard) == -1)
    }
    #expect(ColorDepth.monochrome.number(of: .rgb(1, 2, 3)) == -1)
  }

  @Test func theDarkestDirectColoursAreNotTakenForNames() {
    #expect(ColorDepth.direct.number(of: .rgb(0, 0, 1)) == 8)
    #expect(ColorDepth.direct.number(of: .palette(3)) == 3)
    #expect(ColorDepth.direct.number(of: .palette(255)) == 0xEEEEEE)
  }
}
