import Charts
import Testing

@testable import Coursework

struct MinedSharesTests {
  /// The figures of the U.S. Geological Survey for 2024, in tonnes; two of them by hand.
  @Test func sharesAreThoseOfTheSurvey() throws {
    let copper = try MinedShares("copper")
    #expect(copper.countries.first?.name == "Chile")
    #expect(copper.total == 23_000_000)
    #expect(abs(copper.largest - 5.3 / 23) < 1e-12)
    #expect(copper.others == 23_000_000 - 18_370_000)
    #expect(copper.table.rows.count == copper.countries.count + 1)
    // The named countries mine a little more lithium than the rounded figure for the world.
    let lithium = try MinedShares("lithium")
    #expect(lithium.others == 0)
    #expect(lithium.total == 222_970)
    #expect(lithium.table.rows.count == lithium.countries.count)
  }

  @Test func everyMetalHasItsMines() throws {
    let all = try MinedShares.bundled.get()
    #expect(all.count == MinedShares.metals.count)
    for (metal, mined) in all {
      #expect(mined.countries.count > 4, "\(metal)")
      #expect((300...9000).contains(try mined.index), "\(metal)")
    }
  }

  @Test func refusesAMetalThatNobodyMines() {
    #expect(throws: (any Error).self) { try MinedShares("unobtainium").index }
  }
}
