public import UrbanMining

/// The ranges of all metals (schema `urbanmine/scarcity-list/1`).
public struct ScarcityList: Encodable, Sendable {
  let schema = "urbanmine/scarcity-list/1"
  public let growth: Double
  public let metals: [Row]

  public struct Row: Encodable, Sendable {
    public let metal: String
    public let reserves: ScarcityReport.Figure
    public let production: ScarcityReport.Figure
    public let staticYears: Double
    /// The discrete convention.
    public let dynamicYears: Double?
  }

  /// - Parameters:
  ///   - tables: the bundled tables.
  ///   - growth: of production, per year.
  /// - Throws: what is wrong with a table or the growth.
  public init(tables: MetalTables, growth: Double) throws {
    self.growth = growth
    metals = try tables.properties().map(\.name).compactMap { metal in
      guard let world = try tables.production(of: metal).latestWorld,
        let figure = try tables.reserves(of: metal).filter({ $0.kind == "reserves" }).last
      else { return nil }
      let time = try DepletionTime(of: figure.quantity, at: world.quantity)
      return Row(
        metal: metal, reserves: .init(figure.quantity, figure.year),
        production: .init(world.quantity, world.year), staticYears: time.staticYears,
        dynamicYears: try time.years(growth: growth))
    }
  }
}

/// The range of an amount of one's own (schema `urbanmine/depletion/1`).
public struct DepletionDocument: Encodable, Sendable {
  let schema = "urbanmine/depletion/1"
  public let reserves: Double
  public let production: Double
  public let staticYears: Double
  public let dynamic: [ScarcityReport.Dynamic]

  /// - Parameters:
  ///   - reserves: in any unit, 0 or above.
  ///   - production: in the same unit per year, above 0.
  ///   - growths: rates of growth per year.
  /// - Throws: where a number is outside of what it can be.
  public init(reserves: Double, production: Double, growths: [Double]) throws(ScarcityError) {
    let time = try DepletionTime(
      of: MineralQuantity(reserves, .content), at: MineralQuantity(production, .content))
    var dynamic: [ScarcityReport.Dynamic] = []
    for growth in growths { dynamic.append(try ScarcityReport.Dynamic(time, growth)) }
    self.reserves = reserves
    self.production = production
    staticYears = time.staticYears
    self.dynamic = dynamic
  }
}
