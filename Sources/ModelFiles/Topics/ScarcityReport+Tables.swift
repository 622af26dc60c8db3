public import UrbanMining

extension ScarcityReport {
  /// What is asked about a metal.
  public struct Question: Sendable {
    public let growths: [Double]
    public let lastYear: Int

    /// - Parameters:
    ///   - growths: rates of growth per year, such as 0.02.
    ///   - lastYear: how far cumulative demand is followed.
    public init(growths: [Double], lastYear: Int = 2100) {
      self.growths = growths
      self.lastYear = lastYear
    }
  }

  /// Puts together what the bundled tables say about a metal.
  /// - Throws: ``MetalError`` where there is no production or no reserves, ``ModelFileError`` for a table that
  ///   is out of shape, `ScarcityError` for growth that can't be.
  public init(_ metal: String, tables: MetalTables, question: Question) throws {
    guard let world = try tables.production(of: metal).latestWorld else {
      throw MetalError.missing(what: "production", metal: metal)
    }
    let figures = try tables.reserves(of: metal)
    guard !figures.isEmpty else { throw MetalError.missing(what: "reserves", metal: metal) }
    let history = try tables.history(of: metal)
    let latest = Dictionary(grouping: figures, by: \.kind).compactMapValues {
      $0.max { $0.year < $1.year }
    }
    let order = ["reserves", "identified_resources", "undiscovered_resources"]
    let used = order.compactMap { latest[$0] }
    self.metal = metal
    production = Figure(world.quantity, world.year)
    ranges = try used.map { try Range($0, world.quantity, question.growths) }
    demand = try question.growths.map { growth in
      try Demand(growth, world, latest, until: question.lastYear)
    }
    let comparable = world.quantity.definition == .content && !history.isEmpty
    let mined = comparable ? history + [(Double(world.year), world.quantity.amount)] : []
    reservesByYear = ScarcityReport.byYear(figures.filter { $0.kind == "reserves" }, mined: mined)
    grade = try Grade(try tables.grades(of: metal), oreEnergies: tables.oreEnergies(of: metal))
    peaks =
      try history.isEmpty
      ? []
      : Peak.all(
        history, reserves: latest["reserves"], resources: latest["identified_resources"],
        mined: comparable ? { ScarcityReport.mined(mined, through: $0) } : nil)
    var names: [String] = []
    for basis in [world.basis] + figures.map(\.basis) where !names.contains(basis) {
      names.append(basis)
    }
    sources =
      names + (history.isEmpty ? [] : ["usgs-ds140"]) + (grade == nil ? [] : ["glombo-2023"])
  }

  /// Reserves of years beside what is left of the first if mining took from a stock.
  private static func byYear(
    _ figures: [ReserveFigure], mined: [(year: Double, production: Double)]
  ) -> [ReserveYear] {
    guard let first = figures.first else { return [] }
    return figures.map { figure in
      let span = first.year < figure.year ? (first.year + 1)...figure.year : nil
      let sum =
        mined.isEmpty
        ? nil : span.map { $0.reduce(0.0) { $0 + interpolated(mined, in: Double($1)) } } ?? 0
      return ReserveYear(
        year: figure.year, reserves: figure.quantity.amount, minedSinceFirst: sum,
        ifReservesWereAStock: sum.map { first.quantity.amount - $0 }, basis: figure.basis)
    }
  }

  /// All that was mined from the first year that is known through a year.
  private static func mined(
    _ points: [(year: Double, production: Double)], through last: Int
  ) -> Double {
    guard let first = points.first.map({ Int($0.year) }), first <= last else { return 0 }
    return (first...last).reduce(0) { $0 + interpolated(points, in: Double($1)) }
  }

  /// On a straight line between the years that are known.
  private static func interpolated(
    _ points: [(year: Double, production: Double)], in year: Double
  ) -> Double {
    guard let after = points.firstIndex(where: { $0.year >= year }) else {
      return points[points.count - 1].production
    }
    guard after > 0, points[after].year > year else { return points[after].production }
    let (low, high) = (points[after - 1], points[after])
    let share = (year - low.year) / (high.year - low.year)
    return low.production + share * (high.production - low.production)
  }
}

extension ScarcityReport.Figure {
  init(_ quantity: MineralQuantity, _ year: Int) {
    self.init(year: year, amount: quantity.amount, definition: quantity.definition.rawValue)
  }
}

extension ScarcityReport.Range {
  /// A range for the calculator or the tables.
  init(_ figure: ReserveFigure, _ production: MineralQuantity, _ growths: [Double]) throws {
    let amount = ScarcityReport.Figure(figure.quantity, figure.year)
    do {
      let time = try DepletionTime(of: figure.quantity, at: production)
      self.init(
        quantity: figure.kind, amount: amount, staticYears: time.staticYears,
        dynamic: try growths.map { try ScarcityReport.Dynamic(time, $0) }, note: figure.note)
    } catch ScarcityError.differentDefinitions {
      self.init(
        quantity: figure.kind, amount: amount, staticYears: nil, dynamic: [], note: figure.note)
    }
  }
}

extension ScarcityReport.Dynamic {
  public init(_ time: DepletionTime, _ growth: Double) throws(ScarcityError) {
    self.growth = growth
    discrete = try time.years(growth: growth, .discrete)
    continuous = try time.years(growth: growth, .continuous)
    growthFirst = try time.years(growth: growth, .growthFirst)
  }
}

extension ScarcityReport.Demand {
  init(
    _ growth: Double, _ world: ProductionFigure, _ latest: [String: ReserveFigure], until last: Int
  ) throws(ScarcityError) {
    let first = world.year + 1
    let path = try CumulativeDemand(
      production: world.quantity.amount, growth: growth, years: first...max(first, last))
    func usedUp(_ kind: String) -> Int? {
      guard let figure = latest[kind], figure.quantity.definition == world.quantity.definition
      else { return nil }
      return path.year(reaching: figure.quantity.amount)
    }
    self.growth = growth
    years = path.amounts.indices.map { first + $0 }
    cumulative = path.amounts
    reservesUsedUp = usedUp("reserves")
    resourcesUsedUp = usedUp("identified_resources")
  }
}
