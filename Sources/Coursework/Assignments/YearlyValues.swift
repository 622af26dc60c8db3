internal import Charts

/// A number for each year, as a learner's table and chart show it.
struct YearlyValues {
  let years: ClosedRange<Int>
  let values: [Double]
  /// The name of the column, with the unit in it: `inflow_kt_per_year`.
  let column: String

  /// Two columns, the values rounded to four decimals.
  var table: DataTable {
    DataTable(
      columns: ["year", column],
      rows: zip(years, values).map { year, value in
        [.number(Double(year)), .number((value * 1e4).rounded() / 1e4)]
      })
  }

  /// One line.
  /// - Parameters:
  ///   - caption: title, subtitle and footer; its identifier is that of the line as well.
  ///   - unit: what stands at the vertical axis.
  ///   - label: the name of the line.
  ///   - message: what the chart shows, in a sentence.
  func chart(
    _ caption: Caption, unit: String, label: String, message: String
  ) throws(ChartError) -> PanelChart {
    try PanelChart(
      caption: caption, kind: "Line chart",
      panels: [
        PanelChart.Panel(
          unit: unit, positions: years.map(Double.init),
          layers: [
            .line(PanelChart.Line(id: caption.id, label: label, ink: .primary, values: values))
          ])
      ], message: message)
  }
}
