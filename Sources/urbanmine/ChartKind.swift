internal import ArgumentParser

/// What `chart` can draw.
enum ChartKind: String, ExpressibleByArgument, CaseIterable {
  case stock, flows, sankey, cycle, survival, cohorts, mine, compare, tornado, waterfall, periodic

  /// All kinds with what they show, one a line.
  static var list: String {
    allCases.map { kind in
      let gap = String(repeating: " ", count: 11 - kind.rawValue.count)
      return "  " + kind.rawValue + gap + kind.explanation
    }.joined(separator: "\n")
  }

  /// What it shows, for the help.
  var explanation: String {
    switch self {
    case .stock: "stock in use by end use; --per-capita"
    case .flows: "into use, out of use, the gap, and scrap that comes back"
    case .sankey: "all flows of a year or the mean of years; --year, --by"
    case .cycle: "the cycle in fixed boxes, comparable between metals; --year"
    case .survival: "the lifetimes; a lifetime may stand in place of the model"
    case .cohorts: "how old the stock is"
    case .mine: "what the standing stock will give back"
    case .compare: "scenarios side by side, the base case in grey"
    case .tornado: "which input moves the stock in use most"
    case .waterfall: "what each scenario saves of what is lost"
    case .periodic: "recycling rates of the elements; needs no model"
    }
  }

  /// Whether it shows what is in use, and so needs a model in which something is.
  var needsStockInService: Bool {
    switch self {
    case .sankey, .periodic: false
    case .survival, .stock, .flows, .cycle, .cohorts, .mine, .compare, .tornado, .waterfall: true
    }
  }

  /// Whether scenarios are drawn side by side or one after the other, and not applied together.
  var takesScenariosApart: Bool { self == .compare || self == .waterfall }
}

/// Years of the command line: `2020`, or `2000-2020` for their mean.
struct YearRange: ExpressibleByArgument {
  let years: ClosedRange<Double>

  init?(argument: String) {
    let parts = argument.split(separator: "-", omittingEmptySubsequences: false)
      .map { Double($0) }
    guard parts.count <= 2, let first = parts[0], let last = parts.count == 2 ? parts[1] : first,
      first.isFinite, last.isFinite, first <= last
    else { return nil }
    years = first...last
  }
}

/// The kinds of file that a picture is written as, told apart by the ending.
enum PictureFormat: CaseIterable {
  case svg, png, pdf, vegaLite

  init?(path: String) {
    let path = path.lowercased()
    guard let format = PictureFormat.allCases.first(where: { path.hasSuffix($0.ending) }) else {
      return nil
    }
    self = format
  }

  var ending: String {
    switch self {
    case .svg: ".svg"
    case .png: ".png"
    case .pdf: ".pdf"
    case .vegaLite: ".vl.json"
    }
  }
}
