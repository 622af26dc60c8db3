internal import ArgumentParser
internal import ModelFiles
internal import UrbanMining

/// `urbanmine stock`: one lifetime, any number of series.
struct StockCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stock",
    abstract: "Compute a stock from its inflow, or the inflow from its stock.",
    discussion: """
      EXAMPLE:
        urbanmine stock --inflow in.csv --lifetime 'lognormal(mean: 30, sd: 9)'
        urbanmine stock --stock s.csv --lifetime 'normal(mean: 20, sd: 6)' --json

      INPUT is CSV with a header: 'year' and one column for each series; or
      'from,to' with the bounds of uneven periods; or tidy, 'year,<dimension>,value';
      or a row for each series, '<name>,1980,1981'. Then a parameter of the lifetime
      may be a column: 'lognormal(median: median, sigma: sigma)'.
      Amounts of an inflow are per period.

      LIFETIMES are listed by 'urbanmine lifetime --help', dissipating(0.02: …),
      of which 2 % wears off each year, among them.

      INITIAL STOCK is CSV too, with amounts that are still there at the start:
      'year' or 'from,to' when they entered, and the same series (or 'value' for
      all); or 'total,growth', one total with a past that grew at this yearly
      rate; or 'series,total,growth', one for each.
      """)

  @Option(help: ArgumentHelp("A table of inflow: what enters in each period.", valueName: "file"))
  var inflow: String?
  @Option(help: ArgumentHelp("A table of stock: what is there at the end.", valueName: "file"))
  var stock: String?
  @Option(help: "The lifetime, such as 'weibull(shape: 3, mean: 25)'.")
  var lifetime: String
  @Option(name: .customLong("inflow-at"), help: "When a cohort enters: \(InflowTiming.forms).")
  var timing: InflowTiming = .middle
  @Option(
    help: ArgumentHelp(
      "A table of what is there before the first period; see above.", valueName: "file"))
  var initialStock: String?
  @Option(
    help: """
      With --stock: keep a negative inflow, clip it to zero and let the stock overshoot, or retire a share \
      of every older cohort.
      """)
  var negativeInflow: NegativeInflowPolicy?
  @Flag(name: .customLong("cohorts"), help: "Show the stock by cohort as well.")
  var showsCohorts = false
  @Flag(name: .customLong("json"), help: "Print one JSON document.")
  var isJSON = false
  @Option(name: .shortAndLong, help: "Write all series to this file: .csv or .json.")
  var output: String?

  func validate() throws {
    guard (inflow == nil) != (stock == nil) else {
      throw ValidationError("Give either --inflow or --stock.")
    }
    if negativeInflow != nil && inflow != nil {
      throw ValidationError("--negative-inflow goes with --stock: a given inflow stays as it is.")
    }
    try TableOrDocument.check(output)
  }

  func run() throws {
    let path = inflow ?? stock ?? ""
    let byColumn = LifetimeByColumn(lifetime)
    let shared = byColumn.columns.isEmpty ? try Library.lifetime(lifetime) : nil
    let bytes = try Library.file(path)
    let initialBytes = try initialStock.map(Library.file)
    let (table, result) = try readingInput {
      let initial = try initialBytes.map {
        try InitialStockTable(bytes: $0, name: initialStock ?? "")
      }
      let table = try SeriesTable(bytes: bytes, name: path, facts: byColumn.columns)
      let law = try shared.map(LifetimeLaw.shared) ?? .byLane(try byColumn.lifetimes(of: table))
      return (
        table,
        try table.stock(
          drive: inflow != nil ? .inflow : .stock(negativeInflow ?? .keep), law: law,
          timing: timing, initial: initial)
      )
    }
    let text = StockText(result, of: table, showsCohorts: showsCohorts)
    func json() throws -> String {
      try jsonText(StockDocument(result, of: table, cohorts: showsCohorts))
    }
    if let output {
      try deliver(TableOrDocument(path: output) == .table ? text.csv : json(), to: output)
      note("wrote \(output)")
    }
    try show(isJSON ? try json() : text.text)
    guard result.balance.holds else {
      throw Failure(code: Failure.negative, message: "the mass balance is violated")
    }
  }
}
