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

  init(_ observations: [Observation], in results: SystemResults) throws(FitError) {
    let model = results.plan.model
    let all = results.series()
    var places: [(Int, [Int])] = []
    for own in observations {
      guard own.value.isFinite else { throw .notFinite("the observation of '\(own.series)'") }
      if let uncertainty = own.uncertainty, !(uncertainty > 0 && uncertainty.isFinite) {
        throw .notFinite("1 / the uncertainty of '\(own.series)' in \(plainNumber(own.year))")
      }
      // A name alone, such as that of a process, means the first kind that has it: its stock.
      let kind = all.first { $0.isMeant(by: own.series) }?.kind
      let series = all.indices.filter { all[$0].kind == kind && all[$0].isMeant(by: own.series) }
      guard !series.isEmpty else {
        var known: [String] = []
        for key in all.map(\.totalKey) where !known.contains(key) { known.append(key) }
        throw .unknownSeries(own.series, known: known)
      }
      guard let period = model.time.labels.firstIndex(of: own.year) else {
        throw .unknownYear(own.year, span: model.time.span)
      }
      guard series.allSatisfy({ all[$0].values[period] != nil }) else {
        throw .undefined(series: own.series, year: own.year)
      }
      places.append((period, series))
    }
    let known = observations.count { $0.uncertainty != nil }
    guard known == 0 || known == observations.count else { throw .mixedUncertainties }
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

  /// What the model has in the place of each observation.
  func predictions(_ results: SystemResults, lane: Int) -> [Double] {
    let all = results.series(lane: lane)
    return places.map { place in
      place.series.reduce(0) { $0 + (all[$1].values[place.period] ?? .nan) }
    }
  }
}

extension Series {
  /// `stock.use` or `flow.old_scrap`, without elements.
  fileprivate var totalKey: String { "\(kind.rawValue).\(name)" }

  /// Whether a name means it, alone or as a part of a total.
  fileprivate func isMeant(by text: String) -> Bool {
    if text == totalKey || text == name { return true }
    let own = elements.sorted { $0.key < $1.key }.map(\.value)
    return !own.isEmpty && text == ([totalKey] + own).joined(separator: ".")
  }
}
