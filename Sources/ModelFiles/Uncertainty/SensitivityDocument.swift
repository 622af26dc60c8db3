public import UrbanMining

/// What a sensitivity study found, as JSON holds it (schema `urbanmine/sensitivity/1`).
public struct SensitivityDocument: Encodable, Sendable {
  let schema = "urbanmine/sensitivity/1"
  public let model: String
  public let title: String
  public let method: String
  /// The result that is explained, by name and year.
  public let of: String
  public let year: String
  public let unit: String
  /// The result itself: with all quantities at their medians (tornado), or as the model stands (adjoint).
  public let value: Double?
  /// The names of the figures of each cause.
  public let columns: [String]
  /// The largest first.
  public let causes: [Cause]

  /// One cause with its figures, as ``SensitivityDocument/columns`` names them.
  public struct Cause: Encodable, Sendable {
    public let name: String
    public let figures: [Double?]
    /// The derivative by year, where there is one for each.
    public let byYear: [Double]?
  }

  /// Sobol indices.
  public init(_ study: SensitivityStudy, _ found: (names: [String], indices: SobolIndices)) {
    let (names, indices) = found
    self.init(
      study, "sobol", value: nil,
      columns: ["first", "first_half_width", "total", "total_half_width"],
      causes: names.indices.map { index in
        let (first, total) = (indices.first[index], indices.total[index])
        return Cause(
          name: names[index],
          figures: [first.value, first.halfWidth, total.value, total.halfWidth], byYear: nil)
      }.sorted { ($0.figures[2] ?? 0) > ($1.figures[2] ?? 0) })
  }

  /// Elementary effects.
  public init(_ study: SensitivityStudy, _ found: (names: [String], effects: ElementaryEffects)) {
    let (names, effects) = found
    self.init(
      study, "morris", value: nil, columns: ["absolute_mean", "mean", "sd"],
      causes: names.indices.map { index in
        Cause(
          name: names[index],
          figures: [
            effects.absoluteMean[index], effects.mean[index], effects.standardDeviation[index],
          ], byYear: nil)
      }.sorted { ($0.figures[0] ?? 0) > ($1.figures[0] ?? 0) })
  }

  /// A tornado.
  public init(
    _ study: SensitivityStudy, _ found: (middle: Double, bars: [SensitivityStudy.Bar])
  ) {
    self.init(
      study, "tornado", value: found.middle, columns: ["at_5_percent", "at_95_percent"],
      causes: found.bars.map { Cause(name: $0.name, figures: [$0.low, $0.high], byYear: nil) })
  }

  /// A gradient: elasticities, and the derivatives by year.
  public init(_ gradient: ResultGradient) {
    let value = gradient.value
    func elasticity(_ perShare: Double?) -> Double? {
      value == 0 ? nil : perShare.map { $0 / value }
    }
    var causes = gradient.numbers.map {
      Cause(
        name: $0.key, figures: [elasticity($0.perShare), $0.derivatives.reduce(0, +)],
        byYear: $0.derivatives)
    }
    for own in gradient.lifetimes {
      if let stretch = own.stretch {
        causes.append(
          Cause(name: own.key, figures: [elasticity(stretch), stretch], byYear: nil))
      }
      for parameter in own.parameters {
        causes.append(
          Cause(
            name: "\(own.key).\(parameter.label)",
            figures: [elasticity(parameter.derivative * parameter.value), parameter.derivative],
            byYear: nil))
      }
    }
    self.init(
      model: gradient.model, label: gradient.label, method: "adjoint", year: gradient.year,
      value: value, columns: ["elasticity", "derivative"],
      causes: causes.sorted { abs($0.figures[0] ?? 0) > abs($1.figures[0] ?? 0) })
  }

  private init(
    _ study: SensitivityStudy, _ method: String, value: Double?, columns: [String], causes: [Cause]
  ) {
    self.init(
      model: study.uncertainty.model, label: study.label, method: method,
      year: study.year, value: value, columns: columns, causes: causes)
  }

  private init(
    model: SystemModel, label: SeriesLabel, method: String, year: String,
    value: Double?, columns: [String], causes: [Cause]
  ) {
    self.model = model.header.name
    title = model.header.title
    self.method = method
    self.of = label.key
    self.year = year
    unit = label.unit
    self.value = value
    self.columns = columns
    self.causes = causes
  }
}
