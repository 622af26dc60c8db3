extension MetalTables {
  func uses(of metal: String) throws(ModelFileError) -> (
    text: String, scope: String, basis: String
  )? {
    try rows("metal-uses", "metal", "uses", "scope", "basis").only("metal", metal).map {
      (row) throws(Fault) in (row.text("uses"), row.text("scope"), row.text("basis"))
    }.first
  }

  /// Unit values; those of the group or of steel where a metal has none of its own.
  func prices(of metal: String) throws(ModelFileError) -> MetalCard.Prices? {
    let name = metal == "iron" ? "steel" : MetalTables.group(of: metal)
    let points = try rows("metal-unit-values", "metal", "year", "unit_value", "unit_value_1998")
      .only("metal", name).map { (row) throws(Fault) in
        (
          Int(try row.number("year")), try row.number("unit_value"),
          try row.optional("unit_value_1998")
        )
      }
    guard !points.isEmpty else { return nil }
    return MetalCard.Prices(
      of: String(name.map { $0 == "_" ? " " : $0 }), years: points.map(\.0),
      values: points.map(\.1), values1998: points.map(\.2))
  }

  /// What a tonne of a metal is worth and how much of it is used in a year, as far as it is bundled.
  public struct UsualFigures: Sendable {
    /// The last unit value in the United States, in dollars.
    public let price: (value: Double, year: Int)?
    /// The last world production of the primary metal, in tonnes.
    public let use: (value: Double, year: Int)?
  }

  /// The last price and yearly production of a metal; without figures for what is none.
  public func usualFigures(of metal: String) throws(ModelFileError) -> UsualFigures {
    let prices = try rows("metal-unit-values", "metal", "year", "unit_value").only("metal", metal)
      .map { (row) throws(Fault) in (try row.number("unit_value"), Int(try row.number("year"))) }
    let made = try history(of: metal).last
    return UsualFigures(
      price: prices.last, use: made.map { ($0.production, Int($0.year)) })
  }

  func routes(
    of metal: String
  ) throws(ModelFileError) -> [(route: MetalCard.Route, basis: String)] {
    try rows("recycling-routes", "metal", "route", "yield", "bound", "energy", "basis", "note")
      .only("metal", metal).map { (row) throws(Fault) in
        let (bound, basis) = (row.text("bound"), row.text("basis"))
        return (
          MetalCard.Route(
            route: row.text("route"), yield: try row.optional("yield"),
            yieldIs: bound.isEmpty ? nil : bound, energy: try row.optional("energy"),
            basis: basis, note: row.text("note")), basis
        )
      }
  }

  func impacts(of metal: String) throws(ModelFileError) -> [MetalCard.ImpactFigure] {
    try rows(
      "production-impacts", "metal", "route", "indicator", "value", "low", "high", "bounds",
      "scope",
      "basis", "note"
    ).only("metal", metal).map { (row) throws(Fault) in
      MetalCard.ImpactFigure(
        route: row.text("route"), indicator: row.text("indicator"),
        value: try row.number("value"), low: try row.optional("low"),
        high: try row.optional("high"), bounds: row.text("bounds"), scope: row.text("scope"),
        basis: row.text("basis"), note: row.text("note"))
    }
  }

  /// The first and the last grade of ore by the measure that there is, with their sources.
  func grade(of metal: String) throws(ModelFileError) -> (grade: MetalCard.Grade, basis: String)? {
    let points = try rows("ore-grades", "metal", "year", "grade", "measure", "basis")
      .only("metal", metal).map { (row) throws(Fault) in
        (
          Int(try row.number("year")), try row.number("grade"), row.text("measure"),
          row.text("basis")
        )
      }
    guard let first = points.first, let last = points.last else { return nil }
    return (
      MetalCard.Grade(
        measure: last.2, firstYear: first.0, first: first.1, lastYear: last.0, last: last.1), last.3
    )
  }

  /// The range of the estimates of each recycling rate.
  func rates(of symbol: String) throws(ModelFileError) -> [MetalCard.Rate] {
    let points = try rows("unep-recycling-rates", "element", "indicator", "value", "bound").only(
      "element", symbol
    ).map { (row) throws(Fault) in
      (row.text("indicator"), try row.number("value"), row.text("bound"))
    }
    return ["eol_recycling_rate", "recycled_content", "old_scrap_ratio"].compactMap { name in
      let own = points.filter { $0.0 == name }
      let values = own.map(\.1)
      guard let low = values.min(), let high = values.max() else { return nil }
      return MetalCard.Rate(
        indicator: name, low: low, high: high, estimates: values.count,
        isUpperBound: own.allSatisfy { $0.2 == "upper" })
    }
  }
}
