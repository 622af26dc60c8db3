extension BarChart {
  /// A metal with its composite and the range that uncertainty leaves it.
  public struct CriticalityBar: Hashable, Sendable {
    public let metal: String
    public let score: Double
    public let low: Double
    public let high: Double
    /// The ranks that 90 of 100 draws lie between.
    public let ranks: ClosedRange<Int>
    /// Whether the European list of 2023 has it as critical.
    public let isListed: Bool
    /// Whether there is a figure for every indicator with a weight.
    public let isComplete: Bool

    public init(
      metal: String, score: Double, low: Double, high: Double, ranks: ClosedRange<Int>,
      isListed: Bool, isComplete: Bool
    ) {
      self.metal = metal
      self.score = score
      self.low = low
      self.high = high
      self.ranks = ranks
      self.isListed = isListed
      self.isComplete = isComplete
    }
  }

  /// The composites of metals as the ranges that 90 of 100 draws lie in, from the most critical on.
  /// - Parameters:
  ///   - bars: in the order of their ranks.
  ///   - subtitle: what the ranges rest on.
  ///   - footer: sources and program.
  public init(
    criticality bars: [CriticalityBar], subtitle: String, footer: String
  ) throws(ChartError) {
    let wide = bars.map { $0.ranks.count }.max() ?? 1
    let first = bars.first(where: \.isComplete).map { bar in
      "\(bar.metal.capitalizedFirst) leads among metals with all figures, but a rank may move by \(wide - 1) places "
        + "within the data"
    }
    try self.init(
      caption: Caption(
        id: "criticality", title: first ?? "No metal", subtitle: subtitle, footer: footer),
      kind: "Range chart", axis: "Composite of criticality, 0 harmless to 1 critical",
      unit: "weighted mean",
      rows: bars.map { bar in
        Row(
          label: bar.metal + (bar.isComplete ? "" : " (in part)"),
          bars: [
            Bar(from: 0, to: bar.low, ink: .reference, text: ""),
            Bar(
              from: bar.low, to: bar.high, ink: bar.isListed ? .spent : .primary,
              text: "rank \(bar.ranks.lowerBound)–\(bar.ranks.upperBound)"),
          ])
      })
  }
}
