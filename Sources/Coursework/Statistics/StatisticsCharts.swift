public import Charts

/// Charts of item statistics.
public enum StatisticsCharts {
  /// How many rows a chart has room for.
  private static let most = 10

  /// All charts of some questions with the names of their files: facility, discrimination where it is
  /// known, and what went wrong in each question where something did.
  /// - Parameters:
  ///   - items: the statistics.
  ///   - footer: where the numbers come from.
  /// - Throws: where there is no question.
  public static func all(
    _ items: [ItemStatistics], footer: String
  ) throws(ChartError) -> [(name: String, chart: Chart)] {
    var charts = [(name: "facility", chart: try facility(items, footer: footer))]
    if items.contains(where: { $0.discrimination != nil }) {
      charts.append(("discrimination", try discrimination(items, footer: footer)))
    }
    for item in items where !item.clusters.isEmpty {
      let name = "wrong-\(item.assignment)-\(item.question)"
      charts.append((name, try wrongAnswers(item, footer: footer)))
    }
    return charts
  }

  /// How hard the questions are: their facility, the hardest on top.
  /// - Parameters:
  ///   - items: the statistics.
  ///   - footer: where the numbers come from.
  /// - Throws: where there is no question.
  public static func facility(
    _ items: [ItemStatistics], footer: String
  ) throws(ChartError) -> Chart {
    let sorted = items.sorted { ($0.facility, $0.name) < ($1.facility, $1.name) }
    let hardest = sorted.first.map { "'\($0.name)' is the hardest question" } ?? "No question"
    let which = sorted.count > most ? ", the \(most) hardest of \(sorted.count) questions" : ""
    return .bars(
      try BarChart(
        caption: Caption(
          id: "facility", title: hardest,
          subtitle: "Mean share of the points\(which)", footer: footer),
        kind: "Bar chart", axis: "Facility", unit: "% of the points",
        rows: sorted.prefix(most).map { row($0.name, (1000 * $0.facility).rounded() / 10) }))
  }

  /// Which questions tell strong learners from weak ones, the least telling on top.
  /// - Parameters:
  ///   - items: the statistics; those without a correlation are left out.
  ///   - footer: where the numbers come from.
  /// - Throws: where there is no question.
  public static func discrimination(
    _ items: [ItemStatistics], footer: String
  ) throws(ChartError) -> Chart {
    let known = items.compactMap { item in item.discrimination.map { (item.name, $0) } }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
    let weak = known.count { $0.1 < 0.2 }
    let title =
      weak == 0
      ? "Every question tells strong learners from weak ones"
      : weak == 1
        ? "One question hardly tells strong learners from weak ones"
        : "\(weak) questions hardly tell strong learners from weak ones"
    return .bars(
      try BarChart(
        caption: Caption(
          id: "discrimination", title: title,
          subtitle: "Point-biserial correlation with all other points of the assignment"
            + (known.count > most ? ", the \(most) lowest of \(known.count)" : ""),
          footer: footer),
        kind: "Bar chart", axis: "Discrimination", unit: "correlation",
        rows: known.prefix(most).map { row($0.0, $0.1, ink: $0.1 < 0.2 ? .spent : .primary) }))
  }

  /// What went wrong in a question, the most frequent on top.
  /// - Parameters:
  ///   - item: its statistics.
  ///   - footer: where the numbers come from.
  /// - Throws: where nothing went wrong.
  public static func wrongAnswers(
    _ item: ItemStatistics, footer: String
  ) throws(ChartError) -> Chart {
    let finding = item.clusters.first.map { "\($0.count) of \(item.count) learners: \($0.name)" }
    return .bars(
      try BarChart(
        caption: Caption(
          id: "wrong", title: finding ?? "Nothing went wrong",
          subtitle: "Answers to '\(item.name)' that are not right, by the mistake that they match",
          footer: footer),
        kind: "Bar chart", axis: "Answers", unit: "learners",
        rows: item.clusters.prefix(most).map { row($0.name, Double($0.count), ink: .spent) }))
  }

  private static func row(
    _ label: String, _ value: Double, ink: PanelChart.Ink = .primary
  ) -> BarChart.Row {
    BarChart.Row(
      label: label,
      bars: [
        BarChart.Bar(
          from: 0, to: value, ink: ink, text: Gradebook.number((value * 100).rounded() / 100))
      ])
  }
}

extension ItemStatistics {
  /// Assignment and question.
  public var name: String { "\(assignment) \(question)" }
}
