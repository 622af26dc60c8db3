internal import Charts
internal import Datasets
internal import ModelFiles
internal import UrbanMining

/// Who really mines a metal: its production by country in 2024, as the bundled tables have it.
struct MinedShares: Sendable {
  /// The metals as texts name them, with the names of the tables.
  static let metals: [(title: String, name: String)] = [
    ("copper", "copper"), ("zinc", "zinc"), ("lead", "lead"), ("nickel", "nickel"), ("tin", "tin"),
    ("silver", "silver"), ("lithium", "lithium"), ("cobalt", "cobalt"),
    ("rare earths", "rare_earths"),
  ]

  /// Tonnes of each country that is named.
  let countries: [(name: String, tonnes: Double)]
  /// Tonnes of all others together.
  let others: Double

  init(_ title: String) throws {
    let name = MinedShares.metals.first { $0.title == title }?.name ?? title
    let figures = try MetalTables { BundledFiles.bytes(at: $0) }.production(of: name)
      .filter { $0.year == 2024 && $0.stage == "mine" }
    countries = figures.filter { $0.country != "World" }
      .map { (name: $0.country, tonnes: $0.quantity.amount) }
    let listed = countries.reduce(0) { $0 + $1.tonnes }
    let world = figures.first { $0.country == "World" }?.quantity.amount ?? listed
    // Rounding can make the named ones a little more than the whole.
    others = max(0, world - listed)
  }

  /// By metal, worked out once: constants, as the bundled data are.
  static let bundled = Result {
    try Dictionary(uniqueKeysWithValues: metals.map { ($0.title, try MinedShares($0.title)) })
  }

  /// Tonnes.
  var total: Double { countries.reduce(others) { $0 + $1.tonnes } }

  /// The index, the others being so many and small that their squares count nothing.
  var index: Double {
    get throws { try SupplyConcentration(amounts: countries.map(\.tonnes), total: total).lowest }
  }

  /// The share of the largest producer.
  var largest: Double { (countries.map(\.tonnes).max() ?? 0) / total }

  /// With the others as one row, where there are any.
  var table: DataTable {
    let rest = others > 0 ? [(name: "other countries", tonnes: others)] : []
    return DataTable(
      columns: ["country", "mined_t"],
      rows: (countries + rest).map { [.text($0.name), .number($0.tonnes)] })
  }
}
