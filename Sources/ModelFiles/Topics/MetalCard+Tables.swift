internal import UrbanMining

extension MetalCard {
  /// Collects what the bundled tables say of a metal.
  /// - Parameters:
  ///   - name: a name or a symbol.
  ///   - tables: the bundled tables.
  /// - Throws: ``MetalError`` where there is no such metal, ``ModelFileError`` for a table out of shape.
  public init(_ name: String, tables: MetalTables) throws {
    let own = try tables.metal(name)
    let metal = own.name
    let production = try tables.production(of: metal)
    let single = try tables.production(of: metal, asGroup: false)
    let reserves = try tables.reserves(of: metal)
    let grade = try tables.grade(of: metal)
    let (uses, prices) = (try tables.uses(of: metal), try tables.prices(of: metal))
    let (routes, impacts) = (try tables.routes(of: metal), try tables.impacts(of: metal))
    let rates = try tables.rates(of: own.symbol)
    self.metal = metal
    symbol = own.symbol
    atomicNumber = own.atomicNumber
    casNumber = own.casNumber
    density = own.density
    meltingPoint = own.meltingPoint
    crustAbundance = own.crustAbundance
    self.uses = uses.map { Uses(text: $0.text, scope: $0.scope) }
    oreGrade = grade?.grade
    let world = production.latestWorld
    self.production = world.map(Production.init)
    let makers = MetalCard.producers(single.isEmpty ? production : single)
    producersOf = makers.world.map(Production.init)
    producers = makers.countries
    let latest = Dictionary(grouping: reserves, by: \.kind).compactMap { $0.value.last }
    let order = ["reserves", "identified_resources", "undiscovered_resources"]
    self.reserves = order.compactMap { kind in latest.first { $0.kind == kind } }.map {
      Reserve(
        quantity: $0.kind, year: $0.year, amount: $0.quantity.amount,
        definition: $0.quantity.definition.rawValue, note: $0.note)
    }
    staticRange = latest.first { $0.kind == "reserves" }.flatMap { figure in
      world.flatMap { world in
        (try? DepletionTime(of: figure.quantity, at: world.quantity))?.staticYears
      }
    }
    self.prices = prices
    recyclingRates = rates
    recyclingRoutes = routes.map(\.route)
    self.impacts = impacts
    eu2023 = try tables.europeanStatus(of: own.symbol)
    var names: [String] = ["mendeleev-2026"]
    let used =
      [uses?.basis].compactMap { $0 } + [grade?.basis].compactMap { $0 }
      + [world?.basis].compactMap { $0 } + single.prefix(1).map(\.basis) + latest.map(\.basis)
      + (prices == nil ? [] : ["usgs-ds140"]) + (rates.isEmpty ? [] : ["unep-irp-2011"])
      + routes.map(\.basis).filter { $0 != "assumption" } + impacts.map(\.basis)
    for name in used where !names.contains(name) { names.append(name) }
    sources = names
  }

  /// The countries of the latest year, largest first, and the world that they are shares of.
  private static func producers(
    _ figures: [ProductionFigure]
  ) -> (world: ProductionFigure?, countries: [Producer]) {
    let countries = figures.filter { $0.country != "World" }
    guard let year = countries.map(\.year).max(),
      let stage = countries.first(where: { $0.year == year })?.stage,
      let world = figures.first(where: {
        $0.country == "World" && $0.year == year && $0.stage == stage
      })
    else { return (nil, []) }
    let producers = countries.filter { $0.year == year && $0.stage == stage }
      .sorted { $0.quantity.amount > $1.quantity.amount }
      .map { Producer(country: $0.country, share: $0.quantity.amount / world.quantity.amount) }
    return (world, producers)
  }
}

extension MetalCard.Production {
  fileprivate init(_ figure: ProductionFigure) {
    self.init(
      year: figure.year, amount: figure.quantity.amount,
      definition: figure.quantity.definition.rawValue, stage: figure.stage)
  }
}
