/// The anthropogenic cycle of a metal in fixed boxes, so that metals and years can be laid side by side.
///
/// The boxes are those of the stocks and flows project (STAF): ore, production, fabrication and
/// manufacture, use, waste management and recycling, scrap market, landfill, environment, and other
/// cycles or regions. The width of an arrow is its share of what enters use.
/// Graedel et al. 2004 (doi 10.1021/es030433c).
public struct CycleChart: Hashable, Sendable {
  /// A box.
  public enum Stage: String, Hashable, Sendable, CaseIterable {
    case ore, production, fabrication, use, waste, market, landfill, environment, outside

    /// What the box says.
    public var label: String {
      switch self {
      case .ore: "Ore"
      case .production: "Production"
      case .fabrication: "Fabrication and manufacture"
      case .use: "In use"
      case .waste: "Waste management and recycling"
      case .market: "Scrap market"
      case .landfill: "Landfill, slag, tailings"
      case .environment: "Environment"
      case .outside: "Other cycles"
      }
    }
  }

  /// What flows from one box to another.
  public struct Arrow: Hashable, Sendable {
    public let from: Stage
    public let to: Stage
    public let value: Double

    public init(from: Stage, to: Stage, value: Double) {
      self.from = from
      self.to = to
      self.value = value
    }
  }

  public let caption: Caption
  /// The unit of flows.
  public let unit: String
  public let arrows: [Arrow]
  /// What a box holds, in words: `467 Mt`.
  public let stocks: [Stage: String]
  /// What a box adds to its stock, in the unit of flows.
  public let stockChanges: [Stage: Double]

  /// Checks the data and makes a chart; arrows between the same boxes are added up.
  ///
  /// - Parameters:
  ///   - caption: the words around the chart.
  ///   - unit: the unit of flows.
  ///   - arrows: the flows between boxes.
  ///   - stocks: what a box holds, in words.
  ///   - stockChanges: what a box adds to its stock, in the unit of flows.
  /// - Throws: every fault at once: blank title or unit, values that are negative or not finite.
  public init(
    caption: Caption, unit: String, arrows: [Arrow], stocks: [Stage: String],
    stockChanges: [Stage: Double]
  ) throws(ChartError) {
    var faults = caption.faults
    if unit.isBlank { faults.append(.missingText(name: "unit")) }
    for arrow in arrows where !(arrow.value.isFinite && arrow.value >= 0) {
      faults.append(
        .invalidLink(link: "\(arrow.from.rawValue)->\(arrow.to.rawValue)", value: arrow.value))
    }
    guard faults.isEmpty else { throw ChartError(faults: faults) }
    self.caption = caption
    self.unit = unit
    self.stocks = stocks
    self.stockChanges = stockChanges
    var sums: [Arrow] = []
    for arrow in arrows where arrow.value > 0 && arrow.from != arrow.to {
      if let place = sums.firstIndex(where: { $0.from == arrow.from && $0.to == arrow.to }) {
        sums[place] = Arrow(from: arrow.from, to: arrow.to, value: sums[place].value + arrow.value)
      } else {
        sums.append(arrow)
      }
    }
    self.arrows = sums
  }

  /// What enters use: the measure of all widths.
  var intoUse: Double {
    let sum = arrows.filter { $0.to == .use }.reduce(0) { $0 + $1.value }
    return sum > 0 ? sum : arrows.map(\.value).max() ?? 1
  }
}

extension CycleChart: ChartContent {
  /// Kind, data, finding and every arrow.
  public var alternativeText: String {
    let parts = arrows.map { arrow in
      "\(arrow.from.label) to \(arrow.to.label) \(Magnitude.text(arrow.value, unit: unit))"
    }
    return "Cycle diagram of \(caption.subtitle). \(caption.title). Flows: "
      + parts.joined(separator: ", ") + "."
  }

  /// One row for each arrow and stock change.
  public var table: DataTable {
    DataTable(
      columns: ["kind", "from", "to", "unit", "value"],
      rows: arrows.map { arrow in
        [
          .text("flow"), .text(arrow.from.rawValue), .text(arrow.to.rawValue), .text(unit),
          .number(arrow.value),
        ]
      }
        + Stage.allCases.compactMap { stage in
          stockChanges[stage].map {
            [.text("addition"), .text(stage.rawValue), .text(""), .text(unit), .number($0)]
          }
        })
  }

  /// Vega-Lite has no such diagram.
  var vegaLite: VegaLite? { nil }

  func drawing(size: ChartSize, theme: Theme) -> Drawing {
    drawing(CycleLayout(self, size: size, theme: theme).marks, size: size, theme: theme)
  }
}
