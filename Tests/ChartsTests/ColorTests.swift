import Foundation
import Testing

@testable import Charts

struct ColorTests {
  @Test func readsAndWritesHexadecimal() {
    #expect(Color(0x0A72B2).hex == "#0a72b2")
    #expect(Color(0x0A72B2).red == 0x0A)
  }

  @Test(arguments: [0x000000, 0xFFFFFF, 0x332288, 0xDDCC77, 0x117733, 0x0B0A0C] as [UInt32])
  func luminanceIsThatOfTheStandardFormula(_ hex: UInt32) {
    let channels = [hex >> 16 & 0xFF, hex >> 8 & 0xFF, hex & 0xFF].map { Double($0) / 255 }
    let linear = channels.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
    let expected = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    #expect(abs(Color(hex).luminance - expected) < 1e-12)
  }

  @Test func blackOnWhiteHasTheLargestContrast() {
    #expect(abs(Color(0x000000).contrast(with: Color(0xFFFFFF)) - 21) < 1e-9)
    #expect(Color(0x123456).contrast(with: Color(0x123456)) == 1)
  }

  @Test func inkIsReadableOnEveryColour() {
    let colors = stride(from: UInt32(0), through: 0xFFFFFF, by: 0x1F1F).map { Color($0) }
    #expect(colors.allSatisfy { $0.contrast(with: $0.readableInk) >= 4.5 })
  }

  @Test func mixIsHalfWay() {
    #expect(Color(0x000000).mixed(with: Color(0xFF8040)).hex == "#7f4020")
  }
}
