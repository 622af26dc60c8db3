public import UrbanMining

/// A system reconciled in several years as JSON holds it (schema `urbanmine/reconcile-years/1`).
public struct ReconciliationSeriesDocument: Encodable, Sendable {
  let schema = "urbanmine/reconcile-years/1"
  let name: String
  let title: String
  let material: String
  let unit: String
  let program: String
  let isLinked: Bool
  let years: [Year]

  struct Year: Encodable, Sendable {
    let year: Int
    let quantities: [ReconciliationDocument.Entry]
    let test: ReconciliationDocument.Test
    let unobservable: [String]
  }

  public init(_ series: ReconciliationSeries, program: String) {
    let header = series.years[0].system.header
    name = header.name
    title = header.title
    material = header.material
    unit = header.unit.rawValue
    self.program = program
    isLinked = series.isLinked
    years = series.years.map { own in
      Year(
        year: own.year,
        quantities: own.quantities.map { ReconciliationDocument.Entry($0, in: own.system) },
        test: ReconciliationDocument.Test(own.test), unobservable: own.unobservable)
    }
  }
}

extension ReconciliationSeries.Year {
  /// The names of what can't be determined.
  public var unobservable: [String] {
    quantities.filter { $0.classification == .unobservable }.map(\.name)
  }
}

extension ReconciliationSeries {
  /// Every quantity of every year as CSV.
  public func csvText() -> String {
    let columns = ["year"] + Reconciliation.csvColumns
    let rows = years.flatMap { own in
      own.quantities.map {
        csvLine([String(own.year)] + Reconciliation.csvFields($0, in: own.system))
      }
    }
    return ([csvLine(columns)] + rows).joined(separator: "\n") + "\n"
  }
}
