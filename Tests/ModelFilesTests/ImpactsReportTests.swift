import ModelFiles
import Testing
import UrbanMining

@Suite struct ImpactsReportTests {
  private static func report(_ name: String) throws -> ImpactsReport {
    let file = try BundledModelsTests.file(name)
    return try ImpactsReport(
      SystemPlan(file.base).solve(), scenario: nil, levers: file.scenarios,
      tables: MetalTablesTests.tables, draws: 200, seed: 1)
  }

  /// 20.0 Mt of copper from mines in 2020 at 60.3 MJ/kg are 1206 PJ.
  @Test func copperFromMinesTakesWhatItsTonnageSays() throws {
    let report = try Self.report("copper")
    let energy = try #require(report.indicators.first { $0.indicator == "ced" })
    let mines = try #require(energy.flows.first { $0.role == "primary" })
    expectNear(try #require(mines.values.last), 20.0 * 60.3, 1e-6)
    #expect(report.indicators.map(\.indicator) == ["ced", "gwp"])
    #expect(energy.regions.isEmpty)
  }

  @Test(arguments: ["copper", "aluminium", "zinc", "lead"])
  func theValueLiesWithinItsBand(_ name: String) throws {
    for indicator in try Self.report(name).indicators {
      for series in [indicator.total, indicator.saved] {
        let last = series.values.count - 1
        #expect(series.low[last] <= series.values[last] && series.values[last] <= series.high[last])
      }
    }
  }

  /// A benchmark of the process is not from the cradle on, and says so (Grimes et al. 2008).
  @Test(arguments: [
    ("copper", "ced", "cradle to gate"), ("copper", "gwp", "process energy"),
    ("lead", "ced", "process energy"), ("aluminium", "ced", "cradle to gate"),
  ])
  func namesTheScopeOfMetalFromScrap(_ name: String, _ kind: String, _ scope: String) throws {
    let figures = try #require(try Self.report(name).indicators.first { $0.indicator == kind })
    #expect(figures.primary.scope == "cradle to gate")
    #expect(figures.secondary.scope == scope)
  }

  /// Old scrap of 2020 by what it carries: 137 PJ at 20.5 MJ/kg are 6.68 Mt, at 39.8 MJ/kg less 266 PJ.
  @Test func oldScrapSavesItsPartOfAll() throws {
    let energy = try #require(try Self.report("copper").indicators.first)
    let old = try #require(energy.flows.first { $0.role == "old_scrap" }?.values.last)
    let saved = try #require(energy.savedByOldScrap.last)
    expectNear(saved, old / 20.5 * (60.3 - 20.5), 1e-6)
    #expect(saved < (energy.saved.values.last ?? 0))
    #expect(energy.primary.scope == "cradle to gate")
  }

  /// A mix that holds recycled metal is no bound of primary metal: IAI 2024, 15.1 t a tonne in 2022.
  @Test func aluminiumFromOreIsThatOfTheIndustry() throws {
    let gases = try #require(try Self.report("aluminium").indicators.last)
    #expect(gases.primary.value == 15.1)
    #expect(gases.primary.low == 4.5)
    #expect(!gases.primary.isAssumed)
    #expect(gases.secondary.isAssumed)
  }

  @Test func everyScenarioThatSavesOreAvoidsSomething() throws {
    let energy = try #require(try Self.report("copper").indicators.first)
    #expect(energy.levers.map(\.scenario) == ["longer-lives", "higher-collection", "circular"])
    for lever in energy.levers {
      #expect(lever.avoided > 0 && lever.avoided < lever.base)
      #expect(lever.low <= lever.avoided && lever.avoided <= lever.high)
    }
  }
}
