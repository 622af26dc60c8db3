/// What was seen of one result of a model in one year.
public struct Observation: Hashable, Sendable {
  /// As results call it: `stock.use`, `stock.use.transport`, `flow.old_scrap`, `eol_rr`.
  public let series: String
  public let year: Double
  public let value: Double
  /// The standard uncertainty; nil where it is not known.
  public let uncertainty: Double?

  public init(series: String, year: Double, value: Double, uncertainty: Double? = nil) {
    self.series = series
    self.year = year
    self.value = value
    self.uncertainty = uncertainty
  }
}

/// Observations joined with the results that they are of.
struct ObservedResults: Sendable {
  let observations: [Observation]
  /// By observation: its unit, 1/√weight. The uncertainty, or without one the size of its series.
  let units: [Double]
  /// Whether uncertainties were given.
  let isAbsolute: Bool
  /// By observation: the place of its year, and those of the series of the model that it is the sum of.
  private let places: [(period: Int, series: [Int])]

  /// - Parameters:
  ///   - observations: what was seen.
  ///   - labels: the series of the results.
  ///   - model: what they are results of.
  /// - Throws: what is wrong with the observations, all of it.
  init(
    _ observations: [Observation], among labels: [SeriesLabel], of model: SystemModel
  ) throws(FitError) {
    var places: [(Int, [Int])] = []
    var faults: [FitError] = []
    func report(_ fault: FitError) {
      if !faults.contains(fault) { faults.append(fault) }
    }
    for own in observations {
      let place = "'\(own.series)' in \(plainNumber(own.year))"
      if !own.value.isFinite { report(.notFinite("the observation of \(place)")) }
      if let uncertainty = own.uncertainty, !(uncertainty > 0 && uncertainty.isFinite) {
        report(.notFinite("1 / the uncertainty of \(place)"))
      }
      let series = ObservedResults.places(of: own.series, among: labels)
      if series.isEmpty {
        var known: [String] = []
        for key in labels.map(\.totalKey) where !known.contains(key) { known.append(key) }
        report(.unknownSeries(own.series, known: known))
      }
      guard let period = model.time.labels.firstIndex(of: own.year) else {
        report(.unknownYear(own.year, span: model.time.span))
        continue
      }
      places.append((period, series))
    }
    let known = observations.count { $0.uncertainty != nil }
    if known != 0 && known != observations.count { report(.mixedUncertainties) }
    guard faults.isEmpty else { throw faults.count == 1 ? faults[0] : .several(faults) }
    var sizes: [String: (sum: Double, count: Int)] = [:]
    for own in observations {
      let old = sizes[own.series] ?? (0, 0)
      sizes[own.series] = (old.sum + own.value * own.value, old.count + 1)
    }
    units = observations.map { own in
      if let uncertainty = own.uncertainty { return uncertainty }
      let size = sizes[own.series].map { ($0.sum / Double($0.count)).squareRoot() } ?? 1
      return size > 0 ? size : 1
    }
    self.observations = observations
    self.places = places.map { (period: $0.0, series: $0.1) }
    isAbsolute = known > 0
  }

  /// What the results have in the place of each observation.
  /// - Parameter value: that of a series in a period; nil where it is not defined.
  func predictions(_ value: (_ series: Int, _ period: Int) -> Double?) -> [Double] {
    places.map { place in
      place.series.reduce(0) { $0 + (value($1, place.period) ?? .nan) }
    }
  }

  /// The series that a name means: one of this name, or the cells that it is the sum of.
  ///
  /// A name alone, such as that of a process, means the first kind that has it: its stock.
  static func places(of name: String, among labels: [SeriesLabel]) -> [Int] {
    let totals = Set(labels.filter(\.dimensions.isEmpty))
    func isMeant(_ label: SeriesLabel) -> Bool {
      if label.key == name { return true }
      guard label.totalKey == name || label.name == name else { return false }
      return label.dimensions.isEmpty || !totals.contains(label.total)
    }
    let kind = labels.first(where: isMeant)?.kind
    return labels.indices.filter { labels[$0].kind == kind && isMeant(labels[$0]) }
  }
}

extension SeriesLabel {
  /// `stock.use` or `flow.old_scrap`, without elements.
  fileprivate var totalKey: String { "\(kind).\(name)" }

  /// The same without elements.
  fileprivate var total: SeriesLabel {
    SeriesLabel(kind: kind, name: name, from: from, to: to, dimensions: [:], unit: unit)
  }
}
