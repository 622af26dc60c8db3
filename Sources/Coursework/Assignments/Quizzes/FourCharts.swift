internal import Charts

/// Four small charts A to D, one of which is to be spotted; where it stands is drawn.
struct FourCharts {
  /// The letters in the order in which the charts stand.
  static let letters = ["A", "B", "C", "D"]
  /// Where the chart to spot stands: 1 to 4.
  static let place = 1...4

  private let curves: [[Double]]

  /// - Parameters:
  ///   - wanted: the values of the chart to spot.
  ///   - others: those of the three others.
  ///   - place: where the one to spot stands.
  init(_ wanted: [Double], others: [[Double]], place: Double) {
    var curves = others
    curves.insert(wanted, at: Int(place) - 1)
    self.curves = curves
  }

  /// The four of them, with the first value at the first position.
  func chart(
    id: String, title: String, subtitle: String, unit: String, from first: Int, message: String
  ) throws(ChartError) -> Chart {
    .panels(
      try PanelChart(
        caption: Caption(id: id, title: title, subtitle: subtitle, footer: id),
        kind: "Four line charts",
        panels: zip(FourCharts.letters, curves).map { letter, values in
          PanelChart.Panel(
            title: letter, unit: unit, positions: values.indices.map { Double(first + $0) },
            layers: [
              .line(
                PanelChart.Line(id: letter, label: letter, ink: .primary, values: values))
            ])
        },
        message: message, columns: 2))
  }

  /// The options of a question about the charts.
  static func options(_ feedback: String) -> [ChoiceItem.Option] {
    letters.map { .init($0, "chart \($0)", feedback: feedback) }
  }

  /// Whether a question is about the charts.
  static func areAsked(in question: Question) -> Bool {
    guard case .choice(let item) = question.kind else { return false }
    return item.options.map(\.text) == options("").map(\.text)
  }

  /// The letter at a place.
  static func letter(at place: Double) -> Set<String> { [letters[Int(place) - 1]] }
}
