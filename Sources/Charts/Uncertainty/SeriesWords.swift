internal import UrbanMining

/// What a series of an ensemble is called, and how its numbers are shown.
struct SeriesWords: Hashable, Sendable {
  /// `copper in use`, `old scrap, yard to smelter`, `end-of-life recycling rate (EOL-RR)`.
  let name: String
  /// The unit of the axis.
  let unit: String
  /// What numbers are multiplied by to be shown in it.
  let factor: Double

  /// - Parameters:
  ///   - series: what the series is.
  ///   - labels: what readers call processes and elements, by identifier.
  ///   - material: the metal; nil where that is not known.
  ///   - largest: the largest value that is shown, in the unit of the series.
  init(
    _ series: SeriesLabel, labels: [String: String], material: String? = nil, largest: Double
  ) {
    func word(_ id: String) -> String { SystemModel.phrase(for: id, labels: labels) }
    let elements = series.dimensions.sorted { $0.key < $1.key }.map { word($0.value) }
    let process = word(series.name)
    let base =
      switch series.kind {
      case "stock": series.name == "use" ? "\(material ?? "stock") in use" : "stock of \(process)"
      case "inflow": series.name == "use" ? "flow into use" : "flow into \(process)"
      case "outflow": series.name == "use" ? "flow out of use" : "flow out of \(process)"
      case "addition":
        series.name == "use" ? "net addition to use" : "net addition to \(process)"
      case "indicator": SeriesWords.indicators[series.name] ?? process
      default: SeriesWords.flow(series, from: word(series.from ?? ""), to: word(series.to ?? ""))
      }
    name = base + (elements.isEmpty ? "" : ", \(elements.joined(separator: ", "))")
    let isRate = series.unit.hasSuffix("/yr")
    if let mass = MassUnit(rawValue: isRate ? String(series.unit.dropLast(3)) : series.unit) {
      let shown = MassUnit.readable(for: largest, in: mass)
      unit = shown.rawValue + (isRate ? "/yr" : "")
      factor = mass.convert(1, to: shown)
    } else if series.unit == "1" {
      (unit, factor) = ("%", 100)
    } else {
      (unit, factor) = (series.unit, 1)
    }
  }

  /// A flow with its ends, as several may have one name.
  private static func flow(_ series: SeriesLabel, from: String, to: String) -> String {
    let ends = "\(from) to \(to)"
    if series.name.contains("->") { return "flow from \(ends)" }
    return "\(SystemModel.words(for: series.name, labels: [:])), \(ends)"
  }

  private static let indicators = [
    "eol_rr": "end-of-life recycling rate (EOL-RR)", "eol_cr": "collection rate (EOL-CR)",
    "eol_pr": "recycling process efficiency (EOL-PR)", "rc": "recycled content (RC)",
    "osr": "old scrap ratio (OSR)", "eol_rir": "end-of-life recycling input rate (EOL-RIR)",
  ]
}

extension Sampler {
  /// How draws were made, in words.
  var words: String {
    switch self {
    case .monteCarlo: "Monte Carlo"
    case .latinHypercube: "Latin hypercube"
    case .sobol: "scrambled Sobol sequence"
    }
  }
}
