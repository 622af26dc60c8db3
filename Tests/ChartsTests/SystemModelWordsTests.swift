import Testing
import UrbanMining

@testable import Charts

struct SystemModelWordsTests {
  @Test func labelsAreWordsAndIdentifiersKeepTheirCapitals() throws {
    let model = try Cycles.model()
    #expect(model.words(for: "soil") == "Soil and water")
    #expect(model.phrase(for: "soil") == "soil and water")
    #expect(model.words(for: "scrap_yard") == "scrap yard")
    #expect(model.phrase(for: "South_Korea") == "South Korea")
  }

  @Test(
    arguments: [
      ("mining", "Mining"), ("use.lifetime", "Lifetimes"),
      ("use.lifetime.roofs", "Lifetime of roofs"),
      ("collection_rate.cans", "Collection rate of cans"),
      ("use->yard.share", "Share from in use to yard"),
      ("use->soil.share.cans", "Share from in use to soil and water, cans"),
    ])
  func keysAreReadable(_ key: String, _ words: String) throws {
    #expect(try Cycles.model().readableName(of: key) == words)
  }
}
