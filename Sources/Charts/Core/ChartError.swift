/// Why a chart can't be made: every fault of its data at once.
public struct ChartError: Error, Hashable, Sendable {
  /// The faults, in the order in which they were found; never empty.
  public let faults: [Fault]

  /// One fault of a chart's data.
  public enum Fault: Hashable, Sendable {
    /// A text that every chart needs is blank; `name` says which.
    case missingText(name: String)
    /// There are no years.
    case noYears
    /// A year is not finite or lies outside ±1 000 000.
    case invalidYear(year: Double)
    /// A year does not come after the year before it.
    case yearsNotIncreasing(year: Double, previous: Double)
    /// There are no bands.
    case noBands
    /// Two bands have the same identifier.
    case duplicateBand(id: String)
    /// A band has another number of values than there are years.
    case unequalLengths(band: String, values: Int, years: Int)
    /// A value is not a number or infinite.
    case notFinite(band: String, year: Double, value: Double)
    /// A value is below zero, which a stacked area can't show.
    case negative(band: String, year: Double, value: Double)
    /// The sum over the bands is above 1e300.
    case totalTooLarge(year: Double)
    /// No element has this symbol.
    case unknownElement(symbol: String)
    /// A link starts or ends at a node that isn't there, or at itself.
    case unknownNode(link: String, node: String)
    /// A link's value is not a finite number of zero or more.
    case invalidLink(link: String, value: Double)
    /// The model lacks what the chart shows.
    case notInModel(what: String)
    /// The chart shows what is in use, and in the model nothing is.
    case noStockInService
  }
}

extension ChartError.Fault: CustomStringConvertible {
  /// What is wrong and the rule it breaks, in one sentence.
  public var description: String {
    switch self {
    case .missingText(let name):
      "the \(name) is blank; a chart needs one"
    case .noYears:
      "there are no years; a chart needs at least one"
    case .invalidYear(let year):
      "\(year) is not a year between -1000000 and 1000000"
    case .yearsNotIncreasing(let year, let previous):
      "year \(NumberFormat.year(year)) follows \(NumberFormat.year(previous)); years must increase"
    case .noBands:
      "there are no bands; a stacked area needs at least one"
    case .duplicateBand(let id):
      "band '\(id)' occurs twice; identifiers must differ"
    case .unequalLengths(let band, let values, let years):
      "band '\(band)' has \(values) values for \(years) years; it needs one for each year"
    case .notFinite(let band, let year, let value):
      "band '\(band)' is \(value) in \(NumberFormat.year(year)); values must be finite"
    case .negative(let band, let year, let value):
      "band '\(band)' is \(value) in \(NumberFormat.year(year)); "
        + "a stacked area can't show values below zero"
    case .totalTooLarge(let year):
      "the total in \(NumberFormat.year(year)) is above 1e300"
    case .unknownElement(let symbol):
      "'\(symbol)' is no chemical element; its symbol must be one of the 118"
    case .unknownNode(let link, let node):
      "link '\(link)' needs the node '\(node)', which must be another one of the chart"
    case .invalidLink(let link, let value):
      "link '\(link)' is \(value); values must be finite and not negative"
    case .noStockInService:
      "the model has no stock in service, which this chart shows: draw its flows with 'chart sankey', or list "
        + "them with 'run'"
    case .notInModel(let what): "the model has no \(what), which this chart shows"
    }
  }
}

extension ChartError: CustomStringConvertible {
  /// All faults, one a line.
  public var description: String {
    faults.map(\.description).joined(separator: "\n")
  }
}

extension ChartError {
  /// The error of every chart of what is in use, for a model in which nothing is.
  public static let noStockInService = ChartError(faults: [.noStockInService])

  /// What is wrong with the years of a chart, be they years or ages.
  static func faults(ofYears years: [Double]) -> [Fault] {
    var faults: [Fault] = years.isEmpty ? [.noYears] : []
    for (index, year) in years.enumerated() {
      if !(year.magnitude <= 1_000_000) {
        faults.append(.invalidYear(year: year))
      } else if index > 0, year <= years[index - 1] {
        faults.append(.yearsNotIncreasing(year: year, previous: years[index - 1]))
      }
    }
    return faults
  }
}
