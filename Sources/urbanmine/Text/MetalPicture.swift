internal import Charts
internal import ModelFiles

extension Chart {
  /// The unit values of a metal.
  static func prices(of card: MetalCard) throws -> Chart {
    guard let prices = card.prices, let last = prices.years.last else {
      throw MetalError.missing(what: "unit value", metal: card.metal)
    }
    let source = try Library.chartContext(scenario: nil).sources["usgs-ds140"] ?? "usgs-ds140"
    return .panels(
      try PanelChart(
        prices: prices.of, years: prices.years.map(Double.init), nominal: prices.values,
        real: prices.values1998,
        footer: "Source: \(source); last year \(last). Made by \(programName)."))
  }
}
