public import UrbanMining

/// What a metal is, whatever it is used for.
public struct MetalProperties: Hashable, Sendable {
  public let name: String
  public let symbol: String
  public let atomicNumber: Int
  public let casNumber: String
  /// In g/cm³ at room temperature.
  public let density: Double
  /// In °C.
  public let meltingPoint: Double
  /// The mean content of the continental crust, in mg/kg.
  public let crustAbundance: Double
}

/// Reserves or resources of the world in a year.
public struct ReserveFigure: Hashable, Sendable {
  public let year: Int
  /// `reserves`, `identified_resources` or `undiscovered_resources`.
  public let kind: String
  public let quantity: MineralQuantity
  /// The identifier of the source.
  public let basis: String
  public let note: String
}

/// Production of a country, or of the world, in a year.
public struct ProductionFigure: Hashable, Sendable {
  public let country: String
  public let year: Int
  /// `mine` or `smelter`.
  public let stage: String
  public let quantity: MineralQuantity
  public let basis: String
  public let note: String
}

extension [ProductionFigure] {
  /// The latest world total; that of mines where there is one.
  public var latestWorld: ProductionFigure? {
    let world = filter { $0.country == "World" }
    return world.filter { $0.stage == "mine" }.max { $0.year < $1.year }
      ?? world.max { $0.year < $1.year }
  }

  /// How far production is in few countries, in the latest year with countries; nil where none are listed.
  public func concentration() throws(CriticalityError) -> SupplyConcentration? {
    guard let year = filter({ $0.country != "World" }).map(\.year).max() else { return nil }
    let figures = filter { $0.year == year && $0.country != "World" }
    guard let stage = figures.first?.stage,
      let world = first(where: { $0.country == "World" && $0.year == year && $0.stage == stage })
    else { return nil }
    return try SupplyConcentration(
      amounts: figures.map(\.quantity.amount), total: world.quantity.amount)
  }
}
