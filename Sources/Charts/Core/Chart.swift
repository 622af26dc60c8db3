/// What every kind of chart can do.
protocol ChartContent: Sendable {
  var caption: Caption { get }
  /// The chart in words: kind, data, message.
  var alternativeText: String { get }
  /// The numbers that are shown.
  var table: DataTable { get }
  /// How Vega-Lite draws the table; nil where it has no such chart.
  var vegaLite: VegaLite? { get }
  func drawing(size: ChartSize, theme: Theme) -> Drawing
}

extension ChartContent {
  /// A drawing with the words that a screen reader says.
  func drawing(_ marks: [Mark], size: ChartSize, theme: Theme) -> Drawing {
    Drawing(
      width: size.width, height: size.height, background: theme.background, id: caption.id,
      title: caption.title, description: alternativeText, marks: marks)
  }
}

/// A chart of any kind.
public enum Chart: Sendable {
  case area(StackedAreaChart)
  case panels(PanelChart)
  case sankey(SankeyChart)
  case cycle(CycleChart)
  case cohorts(CohortChart)
  case periodic(PeriodicChart)
  case bars(BarChart)

  private var content: any ChartContent {
    switch self {
    case .area(let chart): chart
    case .panels(let chart): chart
    case .sankey(let chart): chart
    case .cycle(let chart): chart
    case .cohorts(let chart): chart
    case .periodic(let chart): chart
    case .bars(let chart): chart
    }
  }

  /// Title, subtitle and footer.
  public var caption: Caption { content.caption }

  /// The numbers that are shown, one row for each value.
  public var table: DataTable { content.table }

  /// The chart in words, for those who can't see it.
  public var alternativeText: String { content.alternativeText }

  /// Lays the chart out; equal charts give equal pictures.
  public func picture(size: ChartSize = .slide, theme: Theme = .light) -> Picture {
    Picture(drawing: content.drawing(size: size, theme: theme))
  }

  /// A specification for Vega 5 of the chart as it is laid out, with its numbers; for any kind.
  public func vega(size: ChartSize = .slide, theme: Theme = .light) -> String {
    VegaWriter.document(
      content.drawing(size: size, theme: theme), caption: content.caption, table: content.table)
  }

  /// A specification for Vega-Lite 5 with the data in it; nil for a kind that Vega-Lite can't draw
  /// (Sankey and cycle; see ``vega(size:theme:)``).
  public var vegaLite: String? {
    content.vegaLite.map { $0.text(caption: content.caption, table: content.table) }
  }
}
