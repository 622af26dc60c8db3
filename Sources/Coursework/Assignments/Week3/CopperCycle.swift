internal import Charts
internal import Datasets
internal import ModelFiles
internal import UrbanMining

/// The bundled model of the world's copper cycle, solved: what learners read tables and charts of.
struct CopperCycle: Sendable {
  /// Calendar years.
  let years: [Int]
  /// Mt at the end of each year; all flows in Mt/yr.
  let stock: [Double]
  let intoUse: [Double]
  let endOfLife: [Double]
  let collected: [Double]
  let oldScrap: [Double]
  let newScrap: [Double]
  let primary: [Double]
  /// Millions of people.
  let population: [Double]
  let endUses: [EndUse]

  struct EndUse: Sendable {
    let id: String
    let label: String
    /// Mt at the end of each year.
    let stock: [Double]
  }

  /// Solves the bundled model.
  init() throws {
    func bytes(_ path: String) -> [UInt8] { BundledFiles.bytes(at: path) ?? [] }
    let package = try DataPackage(bytes: bytes("datapackage.json"), name: "datapackage.json")
    let path = package.models.first { $0.name == "copper" }?.path ?? "models/copper.yaml"
    let file = try ModelFile(
      bytes: bytes(path), name: path,
      tables: package.library { BundledFiles.bytes(at: $0) })
    let results = try SystemPlan(file.base).solve()
    let unit = file.base.header.unit
    func megatonnes(_ values: [Double]) -> [Double] {
      values.map { unit.convert($0, to: .megatonne) }
    }
    years = file.base.time.labels.map { Int($0) }
    stock = megatonnes(results.inUseStock())
    intoUse = megatonnes(results.intoUse())
    endOfLife = megatonnes(results.endOfLife())
    collected = megatonnes(results.total(of: .collected))
    oldScrap = megatonnes(results.total(of: .oldScrap))
    newScrap = megatonnes(results.total(of: .newScrap))
    primary = megatonnes(results.total(of: .primary))
    population = (file.base.population ?? []).map { $0 / 1e6 }
    endUses = results.stockByEndUse().map { element, values in
      EndUse(id: element, label: file.base.label(for: element), stock: megatonnes(values))
    }
  }

  /// The solved cycle, worked out once: a constant, as the bundled data are.
  static let bundled = Result { try CopperCycle() }
}

/// One year of the cycle, with the table and the chart that end in it.
struct CopperYear {
  /// The end uses in the order of the model, as questions name them.
  static let endUses = [
    "building and construction", "power and telecommunication networks", "industrial equipment",
    "transport", "consumer and electronic products",
  ]

  private let cycle: CopperCycle
  private let place: Int

  init(_ year: Double) throws {
    cycle = try CopperCycle.bundled.get()
    guard let place = cycle.years.firstIndex(of: Int(year)) else {
      throw CourseError.parameter(
        assignment: "w3-copper", name: "year", reason: "\(Int(year)) is not a year of the model")
    }
    self.place = place
  }

  var stock: Double { cycle.stock[place] }
  var intoUse: Double { cycle.intoUse[place] }
  var endOfLife: Double { cycle.endOfLife[place] }
  var collected: Double { cycle.collected[place] }
  var oldScrap: Double { cycle.oldScrap[place] }
  var newScrap: Double { cycle.newScrap[place] }
  var primary: Double { cycle.primary[place] }
  /// Millions of people.
  var population: Double { cycle.population[place] }
  var supply: Double { primary + oldScrap + newScrap }
  /// kg per head.
  var perHead: Double { stock * 1e3 / population }

  /// Mt/yr: what the stock grew by on average in the last so many years, in one end use or in all.
  func growth(over years: Double, in use: Int? = nil) -> Double {
    let amounts = use.map { cycle.endUses[$0].stock } ?? cycle.stock
    return (amounts[place] - amounts[place - Int(years)]) / years
  }

  /// Mt in an end use.
  func stock(in use: Int) -> Double { cycle.endUses[use].stock[place] }

  /// End uses by letter, from the largest stock to the smallest; none where two are within a tenth of each
  /// other, since a chart does not tell them apart.
  var endUsesBySize: [String] {
    let sizes = zip("abcde", cycle.endUses).map { (id: String($0), stock: $1.stock[place]) }
      .sorted { $0.stock > $1.stock }
    let areApart = zip(sizes, sizes.dropFirst()).allSatisfy { $1.stock < 0.9 * $0.stock }
    return areApart ? sizes.map(\.id) : []
  }

  /// Eleven years of the cycle in Mt.
  var table: DataTable {
    DataTable(
      columns: [
        "year", "primary_Mt", "old_scrap_recycled_Mt", "new_scrap_recycled_Mt", "into_use_Mt",
        "stock_in_use_Mt", "end_of_life_Mt", "collected_Mt", "population_million",
      ] + cycle.endUses.map { "stock_\($0.id)_Mt" },
      rows: (place - 10...place).map { index in
        let numbers = [
          cycle.primary, cycle.oldScrap, cycle.newScrap, cycle.intoUse, cycle.stock,
          cycle.endOfLife, cycle.collected, cycle.population,
        ]
        let cells = (numbers + cycle.endUses.map(\.stock)).map {
          DataTable.Cell.number(($0[index] * 1e4).rounded() / 1e4)
        }
        return [.number(Double(cycle.years[index]))] + cells
      })
  }

  /// The stock by end use from 1950 to the year.
  func chart() throws(ChartError) -> StackedAreaChart {
    let first = cycle.years.firstIndex(of: 1950) ?? 0
    return try StackedAreaChart(
      id: "copper", title: "Copper in use, year by year",
      subtitle: "In-use stock of the world by end use, Mt, end of year, inflow at mid-year",
      footer: "w3-copper; bundled model 'copper'", unit: "Mt",
      years: Array(cycle.years[first...place]),
      bands: cycle.endUses.map { use in
        StackedAreaChart.Band(id: use.id, label: use.label, values: Array(use.stock[first...place]))
      })
  }
}
