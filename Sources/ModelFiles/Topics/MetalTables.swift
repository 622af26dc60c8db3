internal import UrbanMining

/// The tables of the bundled package that are about metals as such, by the name of a metal.
public struct MetalTables: Sendable {
  private let bytes: @Sendable (String) -> [UInt8]?

  /// - Parameter bytes: gives the bytes of a file of the package by its path.
  public init(bytes: @escaping @Sendable (String) -> [UInt8]?) {
    self.bytes = bytes
  }

  func rows(_ name: String, _ columns: String...) throws(ModelFileError) -> NamedRows {
    let path = "tables/\(name).csv"
    return try NamedRows(bytes: bytes(path) ?? [], name: path, needs: columns)
  }

  /// The sixteen metals.
  public func properties() throws(ModelFileError) -> [MetalProperties] {
    try rows(
      "metal-properties", "metal", "symbol", "atomic_number", "cas_number", "density",
      "melting_point", "crust_abundance"
    ).map { (row) throws(Fault) in
      MetalProperties(
        name: row.text("metal"), symbol: row.text("symbol"),
        atomicNumber: Int(try row.number("atomic_number")), casNumber: row.text("cas_number"),
        density: try row.number("density"), meltingPoint: try row.number("melting_point"),
        crustAbundance: try row.number("crust_abundance"))
    }
  }

  /// The metal that a name, a symbol or an American spelling means.
  /// - Throws: where there is none, with the nearest name.
  public func metal(_ name: String) throws(MetalError) -> MetalProperties {
    let metals: [MetalProperties]
    do { metals = try properties() } catch { throw .table("\(error)") }
    let wanted = name.lowercased() == "aluminum" ? "aluminium" : name.lowercased()
    if let metal = metals.first(where: { $0.name == wanted || $0.symbol.lowercased() == wanted }) {
      return metal
    }
    let names = metals.map(\.name)
    throw .unknown(
      name,
      hint: Suggestion.hint(for: wanted, in: names) ?? "there are \(names.joined(separator: ", "))")
  }

  /// Reserves and resources of a metal, oldest first.
  public func reserves(of metal: String) throws(ModelFileError) -> [ReserveFigure] {
    let group = MetalTables.group(of: metal)
    return try rows(
      "mineral-reserves", "metal", "year", "quantity", "amount", "definition", "basis", "note"
    ).only("metal", group).map { (row) throws(Fault) in
      ReserveFigure(
        year: Int(try row.number("year")), kind: row.text("quantity"),
        quantity: try row.quantity(), basis: row.text("basis"), note: row.text("note"))
    }.sorted { ($0.kind, $0.year) < ($1.kind, $1.year) }
  }

  /// Production of a metal by country, the world among them.
  /// - Parameters:
  ///   - metal: its name.
  ///   - asGroup: whether the figures of the group that it is mined in are meant.
  public func production(
    of metal: String, asGroup: Bool = true
  ) throws(ModelFileError) -> [ProductionFigure] {
    let name = asGroup ? MetalTables.group(of: metal) : metal
    return try rows(
      "mine-production", "metal", "country", "year", "stage", "amount", "definition", "basis",
      "note"
    ).only("metal", name).map { (row) throws(Fault) in
      ProductionFigure(
        country: row.text("country"), year: Int(try row.number("year")), stage: row.text("stage"),
        quantity: try row.quantity(), basis: row.text("basis"), note: row.text("note"))
    }
  }

  /// World primary production since 1900, in tonnes; empty for other metals than the four of the models.
  public func history(of metal: String) throws(ModelFileError) -> [(
    year: Double, production: Double
  )] {
    guard ["copper", "aluminium", "zinc", "lead"].contains(metal) else { return [] }
    return try rows("world-primary-production", "year", metal).map {
      (row) throws(Fault) -> (year: Double, production: Double)? in
      guard let value = try row.optional(metal) else { return nil }
      return (try row.number("year"), value)
    }.compactMap { $0 }
  }

  /// World mean grades of ore, as a share of the ore.
  public func grades(of metal: String) throws(ModelFileError) -> [(year: Double, grade: Double)] {
    try rows("ore-grades", "metal", "year", "grade", "measure").only("metal", metal)
      .only("measure", "head_grade").map { (row) throws(Fault) in
        (try row.number("year"), try row.number("grade") / 100)
      }
  }

  /// The name under which reserves of a metal are counted.
  static func group(of metal: String) -> String {
    switch metal {
    case "platinum", "palladium", "rhodium": "platinum_group"
    case "neodymium", "dysprosium": "rare_earths"
    default: metal
    }
  }
}

extension NamedRows.Row {
  fileprivate func quantity() throws(Fault) -> MineralQuantity {
    let name = text("definition")
    guard let definition = MineralQuantity.Definition(rawValue: name) else {
      let known = MineralQuantity.Definition.allCases.map(\.rawValue).joined(separator: ", ")
      throw fault("definition", "'\(name)' is no definition of an amount: there are \(known)")
    }
    let amount = try number("amount")
    return try checked("amount") { () throws(ScarcityError) in
      try MineralQuantity(amount, definition)
    }
  }
}

/// Why a metal or a figure of it can't be had.
public enum MetalError: Error, Sendable, CustomStringConvertible {
  case unknown(String, hint: String)
  /// There is no figure for this year.
  case missingYear(Int, what: String, first: Int, last: Int)
  /// There are no figures at all.
  case missing(what: String, metal: String)
  /// The model is the cycle of a metal, and something else was asked for.
  case cycleOfMetal(model: String, metal: String)
  case table(String)

  public var description: String {
    switch self {
    case .unknown(let name, let hint): "there is no metal '\(name)' (\(hint))"
    case .missingYear(let year, let what, let first, let last):
      "there is no \(what) for \(year): the years are \(first) to \(last)"
    case .missing(let what, let metal): "there is no \(what) of \(metal) in the bundled tables"
    case .cycleOfMetal(let model, let metal):
      "the model '\(model)' is the cycle of \(metal), not of equipment that becomes e-waste"
    case .table(let message): message
    }
  }
}
