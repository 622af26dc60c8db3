import UrbanMining

/// A made-up world: regions that mine, trade refined metal with one another, make products for many end
/// uses, and recycle new and old scrap.
struct WorldModel {
  let regions: Int
  let endUses: Int
  let years: Int
  /// Whether regions trade; without, they never mix and become lanes.
  let trades: Bool

  func model() throws -> SystemModel {
    let region = Dimension(name: "region", elements: (0..<regions).map { "r\($0)" })
    let destination = Dimension(name: "destination", elements: region.elements)
    let endUse = Dimension(name: "end_use", elements: (0..<endUses).map { "u\($0)" })
    let both = ["region", "end_use"]
    let lifetimes = try (0..<regions * endUses).map { cell in
      let mean = 5 + 40 * Double(cell % endUses) / Double(endUses) + Double(cell / endUses % 7)
      return try Lifetime.normal(mean: mean, standardDeviation: 0.3 * mean)
    }
    return try SystemModel(
      header: .init(name: "world", unit: .kilotonne), time: TimeAxis(years: 1900...1899 + years),
      dimensions: trades ? [region, destination, endUse] : [region, endUse],
      inputs: inputs,
      processes: [
        .init("mine", kind: .source), .init("refining", over: ["region"]),
        .init("market", over: ["region"]), .init("fabrication", over: both),
        .init("use", over: both, kind: .use(lifetimes)), .init("collection", over: both),
        .init("landfill", over: ["region"], kind: .sink),
      ],
      flows: [
        .init(from: "mine", to: "refining", .given(.input("mining")), role: .primary),
        .init(
          from: "refining", to: "market", .share(.input("trade")),
          across: trades ? ["region": "destination"] : [:]),
        .init(from: "market", to: "fabrication", .share(.input("split"))),
        .init(from: "fabrication", to: "use", .share(constant(0.85))),
        .init(from: "fabrication", to: "refining", .remainder, role: .newScrap),
        .init(from: "use", to: "collection", .share(constant(0.7)), role: .collected),
        .init(from: "use", to: "landfill", .remainder, role: .loss),
        .init(from: "collection", to: "refining", .share(constant(0.8)), role: .oldScrap),
        .init(from: "collection", to: "landfill", .remainder, role: .loss),
      ])
  }

  private var inputs: [SystemModel.Input] {
    let mining = (0..<regions).map { region -> [Double] in
      let first = 100 * Double(1 + region % 11)
      return (0..<years).map { first * (1 + 0.03 * Double($0)) }
    }
    let split = (0..<regions * endUses).map { cell -> [Double] in
      let share = Double(2 * (cell % endUses + 1)) / Double(endUses * (endUses + 1))
      return [Double](repeating: share, count: years)
    }
    // Most stays at home, the rest goes to others, more to near ones.
    let trade = (0..<regions).flatMap { from -> [[Double]] in
      let weights = (0..<regions).map { to in
        from == to ? Double(regions) : 1 / (1 + Double(abs(from - to)))
      }
      let sum = weights.reduce(0, +)
      return weights.map { [Double](repeating: $0 / sum, count: years) }
    }
    return [
      .init(name: "mining", parameter: Parameter(dimensions: ["region"], cells: mining)),
      .init(name: "split", parameter: Parameter(dimensions: ["region", "end_use"], cells: split)),
      .init(
        name: "trade",
        parameter: trades
          ? Parameter(dimensions: ["region", "destination"], cells: trade)
          : Parameter(constant: 1, periods: years)),
    ]
  }

  private func constant(_ value: Double) -> SystemModel.Values {
    .inline(Parameter(constant: value, periods: years))
  }
}
