internal import ModelFiles

/// What `sensitivity` prints: the causes of a result, the largest first.
struct SensitivityText {
  private let document: SensitivityDocument
  /// Causes below this many are left to `--json`.
  private static let shown = 40

  init(_ document: SensitivityDocument) {
    self.document = document
  }

  var text: String {
    ([document.title, heading, ""] + table + [""] + explanation).joined(separator: "\n")
  }

  private var heading: String {
    let unit = document.unit == "1" ? "" : " \(document.unit)"
    let value = document.value.map { " = \(Figures.digits($0))\(unit)" } ?? ""
    return "\(document.of) in \(document.year)\(value), by \(document.method)"
  }

  private var table: [String] {
    var table = TextTable(
      headers: ["Cause"]
        + document.columns.map { name in String(name.map { $0 == "_" ? " " : $0 }) })
    for cause in document.causes.prefix(SensitivityText.shown) {
      table.add([cause.name] + cause.figures.map { $0.map(Figures.digits) ?? "–" })
    }
    let left = document.causes.count - SensitivityText.shown
    return table.lines(headerWidth: 10) + (left > 0 ? ["… and \(left) more with --json"] : [])
  }

  private var explanation: [String] {
    let text =
      switch document.method {
      case "sobol":
        "first: the share of the variance that goes away if the cause becomes known. total: the share "
          + "that stays if all others do. Half widths are those of 95 % intervals (bootstrap)."
      case "morris":
        "The change of the result per step through the central 95 % of a quantity, over starting points: "
          + "mean of its size, mean, and spread (interactions and curvature)."
      case "tornado":
        "The result with one quantity at its 5 % and 95 % quantile, the others at their medians."
      default:
        "elasticity: per cent of the result per cent of the number, in all years at once. derivative: "
          + "summed over the years; --json has it for each year. A lifetime is stretched in time as a whole, "
          + "or one of its parameters changes."
      }
    return TextTable.wrapped(text, to: 96)
  }
}
