import Datasets
import ModelFiles
import Testing

/// The table of smelters by region: its last column follows from the others.
@Suite struct SmeltingTableTests {
  /// Medians over the life cycle of the IPCC (2014), in kg CO2-eq/kWh, and the assumptions that the table names.
  private static let factors = [
    "coal": 0.82, "gas": 0.49, "oil": 0.75, "hydro": 0.024, "nuclear": 0.012,
    "other_renewable": 0.03, "other": 0.5,
  ]

  @Test func emissionsOfPowerFollowFromItsSources() throws {
    let table = try CSVTable(
      bytes: BundledFiles.bytes(at: "tables/aluminium-smelting.csv") ?? [], name: "smelting")
    func number(_ row: Int, _ column: String) throws -> Double? {
      try table.number(row: row, column: table.index(ofColumn: column))
    }
    var (smelted, power) = (0.0, 0.0)
    for row in table.rows.indices {
      var emissions = 0.0
      for (source, factor) in Self.factors {
        let amount = try #require(try number(row, source))
        emissions += factor * amount
        power += amount
      }
      let own = try #require(try number(row, "smelted"))
      smelted += own
      // GWh times kg/kWh are kt of gases, over kt of metal.
      let found = try number(row, "power_emissions")
      #expect(found == nil ? own == 0 : abs(emissions / own - (found ?? 0)) < 0.006)
    }
    // The world of 2018: 64.3 Mt, with 13 to 15 kWh for a kilogram.
    #expect(abs(smelted - 64_336) < 1)
    #expect((13...15).contains(power / smelted))
  }
}
