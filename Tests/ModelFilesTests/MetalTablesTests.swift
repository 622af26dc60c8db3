import Datasets
import ModelFiles
import Testing
import UrbanMining

@Suite struct MetalTablesTests {
  static let tables = MetalTables { BundledFiles.bytes(at: $0) }

  @Test(arguments: [
    "copper", "aluminium", "zinc", "lead", "iron", "nickel", "tin", "gold", "silver", "platinum",
    "palladium", "rhodium", "lithium", "cobalt", "neodymium", "dysprosium",
  ])
  func everyMetalHasACard(_ name: String) throws {
    let card = try MetalCard(name, tables: Self.tables)
    #expect(card.metal == name)
    #expect(!card.reserves.isEmpty)
    #expect(!card.impacts.isEmpty)
    #expect(!card.recyclingRates.isEmpty)
    #expect(card.density > 0.5 && card.density < 22)
    #expect(card.sources.allSatisfy { !$0.isEmpty })
  }

  @Test func findsAMetalByNameSymbolAndAmericanSpelling() throws {
    #expect(try Self.tables.metal("Cu").name == "copper")
    #expect(try Self.tables.metal("Aluminum").name == "aluminium")
    #expect(try Self.tables.metal("DY").symbol == "Dy")
    let error = #expect(throws: MetalError.self) { try Self.tables.metal("coper") }
    #expect(error.map { "\($0)" } == "there is no metal 'coper' (did you mean 'copper'?)")
  }

  /// ITS-90 fixes the freezing points of these metals; Preston-Thomas (1990), doi:10.1088/0026-1394/27/1/002.
  @Test(arguments: [
    ("tin", 231.928), ("zinc", 419.527), ("aluminium", 660.323), ("silver", 961.78),
    ("gold", 1064.18), ("copper", 1084.62),
  ])
  func meltsAtTheFixedPoint(_ metal: String, _ degrees: Double) throws {
    #expect(abs(try Self.tables.metal(metal).meltingPoint - degrees) < 0.06)
  }

  /// Chancerel et al. (2009), abstract: 25.6 per cent of gold and of palladium, 11.5 of silver, 60 of copper
  /// reach fractions from which they can be recovered. Regulation (EU) 2023/1542, from 2031 on: 80 per cent of
  /// lithium and 95 of cobalt.
  @Test(arguments: [
    ("gold", 0.256), ("palladium", 0.256), ("silver", 0.115), ("copper", 0.6), ("lithium", 0.8),
    ("cobalt", 0.95),
  ])
  func recyclingLosesWhatItIsPublishedToLose(_ metal: String, _ yield: Double) throws {
    let routes = try MetalCard(metal, tables: Self.tables).recyclingRoutes
    #expect(routes.contains { $0.yield == yield })
  }

  @Test func pricesSayWhichYearsThereAre() throws {
    let prices = try #require(try MetalCard("copper", tables: Self.tables).prices)
    #expect(try prices.value(in: 1980) == 2230)
    let error = #expect(throws: MetalError.self) { try prices.value(in: 1850) }
    #expect(
      error.map { "\($0)" }
        == "there is no unit value of copper for 1850: the years are 1900 to 2017")
    #expect(try MetalCard("tin", tables: Self.tables).prices == nil)
  }

  @Test func platinumIsCountedWithItsGroupAndSaysSo() throws {
    let card = try MetalCard("Pt", tables: Self.tables)
    #expect(card.reserves.first?.definition == "group_content")
    #expect(card.prices?.of == "platinum group")
    #expect(card.producers.first?.country == "South Africa")
    #expect(card.producersOf?.amount == 180)
    #expect(card.production?.amount == 471)
  }

  /// Bauxite is mined in other countries than aluminium is made in.
  @Test func producersSayOfWhat() throws {
    let card = try MetalCard("aluminium", tables: Self.tables)
    #expect(card.production?.stage == "mine")
    #expect(card.producersOf?.stage == "smelter")
    #expect(card.producersOf?.amount == 72.8e6)
    expectNear(try #require(card.producers.first).share, 44 / 72.8, 1e-12)
  }

  /// 87 Gt of iron in 200 Gt of ore (USGS 2026).
  @Test func gradesSayByWhichMeasure() throws {
    let iron = try #require(try MetalCard("iron", tables: Self.tables).oreGrade)
    #expect(iron.measure == "mean_of_reserves")
    expectNear(iron.last, 100 * 87 / 200, 1e-9)
    #expect(try MetalCard("gold", tables: Self.tables).oreGrade?.measure == "head_grade")
    #expect(try Self.tables.grades(of: "tin").isEmpty)
  }

  @Test(arguments: [
    ("rhodium", 0.95, "at_least"), ("neodymium", 0.1, "at_most"), ("lithium", 0.7, "at_least"),
  ])
  func yieldsThatAreBoundsSaySo(_ metal: String, _ yield: Double, _ bound: String) throws {
    let routes = try MetalCard(metal, tables: Self.tables).recyclingRoutes
    #expect(routes.contains { $0.yield == yield && $0.yieldIs == bound })
  }

  /// A worksheet that divides by grams has no price: rare earths begin in 1971.
  @Test func rareEarthsHaveNoPriceBeforeTheirTrade() throws {
    let prices = try #require(try MetalCard("Nd", tables: Self.tables).prices)
    #expect(prices.years.first == 1971)
    #expect(try prices.value(in: 2011) == 58100)
  }

  /// Sixteen sums of squares by hand, for cobalt: 226² + 35² + 8² + … over 302.
  @Test func concentrationIsThatOfTheTable() throws {
    let supply = try #require(try Self.tables.production(of: "cobalt").concentration())
    expectNear(supply.lowest, 5749.5, 1)
    #expect(supply.highest - supply.lowest < 2)
  }

  @Test(arguments: [
    ("oxides", "'oxides' is no definition of an amount"), ("content", "it must be 0 or above"),
  ])
  func refusesAnotherDefinitionAndANegativeContent(_ definition: String, _ message: String) throws {
    let text = """
      metal,year,quantity,amount,definition,basis,note
      copper,2025,reserves,-5,\(definition),usgs-mcs-2026,
      """
    let tables = MetalTables { _ in Array(text.utf8) }
    let error = #expect(throws: ModelFileError.self) { try tables.reserves(of: "copper") }
    #expect(error?.faults.first?.message.contains(message) == true)
    #expect(error?.faults.first?.line == 2)
  }

  @Test func namesEveryColumnThatIsMissing() throws {
    let tables = MetalTables { _ in Array("metal,year\ncopper,2025\n".utf8) }
    let error = #expect(throws: ModelFileError.self) { try tables.reserves(of: "copper") }
    #expect(error?.faults.count == 5)
  }
}

func expectNear(_ actual: Double, _ expected: Double, _ tolerance: Double) {
  #expect(abs(actual - expected) <= tolerance, "\(actual) is not \(expected)")
}
