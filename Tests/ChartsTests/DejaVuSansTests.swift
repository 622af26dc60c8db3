import Testing

@testable import Charts

struct DejaVuSansTests {
  @Test(arguments: [DejaVuSans.regular, .bold])
  func tablesAreComplete(_ font: DejaVuSans) {
    #expect(font.ascii.count == 95)
    #expect(font.latin.count == 224)
    #expect(font.symbols[0x2009] != nil)
  }

  // Read from the font files with fontTools.
  @Test(arguments: [("M", 1767), ("i", 569), ("0", 1303), ("é", 1260), ("–", 1024), ("₂", 821)])
  func widthsAreThoseOfTheFont(_ character: String, _ width: Int) throws {
    let scalar = try #require(character.unicodeScalars.first)
    #expect(DejaVuSans.regular.advance(of: scalar) == width)
  }

  @Test func unknownCharactersHaveAWidthAndMarksHaveNone() {
    #expect(DejaVuSans.regular.advance(of: "中") == 2200)
    #expect(DejaVuSans.regular.advance(of: "ж") == 1400)
    #expect(DejaVuSans.regular.advance(of: "\u{0301}") == 0)
  }
}
