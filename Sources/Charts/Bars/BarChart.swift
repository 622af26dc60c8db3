/// Horizontal bars from a zero line, one row for each thing that acts.
public struct BarChart: Hashable, Sendable {
  /// One bar, or two that go both ways.
  public struct Row: Hashable, Sendable {
    public let label: String
    public let bars: [Bar]

    public init(label: String, bars: [Bar]) {
      self.label = label
      self.bars = bars
    }
  }

  /// A bar between two values of the axis.
  public struct Bar: Hashable, Sendable {
    public let from: Double
    public let to: Double
    public let ink: PanelChart.Ink
    /// What stands at its end.
    public let text: String

    public init(from: Double, to: Double, ink: PanelChart.Ink, text: String) {
      self.from = from
      self.to = to
      self.ink = ink
      self.text = text
    }
  }

  public let caption: Caption
  /// What the chart is called in its alternative text.
  public let kind: String
  /// What the axis shows, with its unit.
  public let axis: String
  public let unit: String
  /// From top to bottom.
  public let rows: [Row]
  /// Whether the end of each bar is joined to the start of the next.
  public let isConnected: Bool

  /// Checks the data and makes a chart.
  ///
  /// - Throws: every fault at once: blank title or unit, no rows, values that are not finite.
  public init(
    caption: Caption, kind: String, axis: String, unit: String, rows: [Row],
    isConnected: Bool = false
  ) throws(ChartError) {
    var faults = caption.faults
    if unit.isBlank { faults.append(.missingText(name: "unit")) }
    if rows.isEmpty { faults.append(.noBands) }
    for row in rows {
      if row.label.isBlank { faults.append(.missingText(name: "label of a bar")) }
      for value in row.bars.flatMap({ [$0.from, $0.to] }) where !value.isFinite {
        faults.append(.notFinite(band: row.label, year: 0, value: value))
      }
    }
    guard faults.isEmpty else { throw ChartError(faults: faults) }
    self.caption = caption
    self.kind = kind
    self.axis = axis
    self.unit = unit
    self.rows = rows
    self.isConnected = isConnected
  }

  /// How much a result moves when one input at a time goes down and up, the largest on top.
  ///
  /// - Parameters:
  ///   - caption: the words around the chart.
  ///   - axis: what the axis shows.
  ///   - unit: the unit of the effects.
  ///   - effects: the name of each input with the change of the result when it is low and when it is high.
  public init(
    tornado caption: Caption, axis: String, unit: String,
    effects: [(name: String, low: Double, high: Double)]
  ) throws(ChartError) {
    let ordered = effects.sorted { max(abs($0.low), abs($0.high)) > max(abs($1.low), abs($1.high)) }
    try self.init(
      caption: caption, kind: "Tornado chart", axis: axis, unit: unit,
      rows: ordered.map { name, low, high in
        let bars = [
          Bar(from: 0, to: low, ink: .primary, text: NumberFormat.signed(low)),
          Bar(from: 0, to: high, ink: .spent, text: NumberFormat.signed(high)),
        ]
        // Where both go one way the shorter lies on the longer, which says both numbers.
        guard low * high >= 0 else { return Row(label: name, bars: bars) }
        let isLowLonger = abs(low) > abs(high)
        let (longer, shorter) = isLowLonger ? (bars[0], bars[1]) : (bars[1], bars[0])
        let texts = low == high ? longer.text : "\(bars[0].text) / \(bars[1].text)"
        return Row(
          label: name,
          bars: [
            Bar(from: 0, to: longer.to, ink: longer.ink, text: texts),
            Bar(from: 0, to: shorter.to, ink: shorter.ink, text: ""),
          ])
      })
  }

  /// How a total becomes another, step by step.
  ///
  /// - Parameters:
  ///   - caption: the words around the chart.
  ///   - axis: what the axis shows.
  ///   - unit: the unit of all values.
  ///   - start: the name and value of the first total.
  ///   - steps: what changes it, in order, with its signed contribution.
  ///   - end: the name of the last total, which is the sum.
  public init(
    waterfall caption: Caption, axis: String, unit: String, start: (name: String, value: Double),
    steps: [(name: String, change: Double)], end: String
  ) throws(ChartError) {
    var level = start.value
    var rows = [
      Row(
        label: start.name,
        bars: [
          Bar(from: 0, to: level, ink: .reference, text: Magnitude.text(level, unit: unit))
        ])
    ]
    for step in steps {
      let next = level + step.change
      let text = NumberFormat.signed(step.change)
      rows.append(
        Row(
          label: step.name,
          bars: [Bar(from: level, to: next, ink: step.change > 0 ? .spent : .secondary, text: text)]
        ))
      level = next
    }
    rows.append(
      Row(
        label: end,
        bars: [Bar(from: 0, to: level, ink: .primary, text: Magnitude.text(level, unit: unit))]))
    try self.init(
      caption: caption, kind: "Waterfall chart", axis: axis, unit: unit, rows: rows,
      isConnected: true)
  }
}

extension BarChart: ChartContent {
  /// Kind, data, finding and every row.
  public var alternativeText: String {
    let parts = rows.map { row in
      "\(row.label) " + row.bars.map(\.text).filter { !$0.isEmpty }.joined(separator: " and ")
    }
    return "\(kind) of \(axis), \(unit). \(caption.title). " + parts.joined(separator: "; ") + "."
  }

  /// One row for each bar.
  public var table: DataTable {
    DataTable(
      columns: ["row", "bar", "from", "to", "unit"],
      rows: rows.flatMap { row in
        row.bars.enumerated().map { index, bar in
          [
            .text(row.label), .number(Double(index + 1)), .number(bar.from), .number(bar.to),
            .text(unit),
          ]
        }
      })
  }

  var vegaLite: VegaLite? {
    VegaLite(
      mark: ["type": "bar"],
      encoding: [
        "y": VegaLite.channel(
          "row", .nominal,
          [.init(key: "sort", value: .null), .init(key: "title", value: .null)]),
        "x": VegaLite.channel(
          "from", .quantitative, [.init(key: "title", value: .string("\(axis), \(unit)"))]),
        "x2": ["field": "to"],
        "color": VegaLite.channel("bar", .nominal, [.init(key: "legend", value: .null)]),
      ], more: [.init(key: "width", value: 640)])
  }

  func drawing(size: ChartSize, theme: Theme) -> Drawing {
    drawing(BarLayout(self, size: size, theme: theme).marks, size: size, theme: theme)
  }
}
