/// Where everything of a stacked area chart stands.
struct StackedAreaLayout {
  let drawing: Drawing

  /// Lays the chart out.
  ///
  /// Labels that don't fit their bands move to the column beside the plot, which narrows the plot;
  /// so the layout repeats until no more labels move. A label that has moved stays there, so at most
  /// one round per band is needed.
  init(_ chart: StackedAreaChart, size: ChartSize, theme: Theme) {
    let sheet = StackedAreaSheet(chart, size: size, theme: theme)
    var outside = Set<Int>()
    while true {
      let column = sheet.column(for: outside)
      let plot = sheet.plot(beside: column)
      let shapes = sheet.shapes(in: plot)
      var labels: [Int: BandLabel] = [:]
      let inside = chart.bands.indices.filter { sheet.hasLabel($0) && !outside.contains($0) }
      for index in inside {
        labels[index] = BandLabel(
          chart.bands[index].label, in: shapes[index], fill: sheet.fills[index], size: size)
      }
      let moved = inside.filter { labels[$0] == nil }
      if moved.isEmpty {
        drawing = sheet.drawing(
          plot: plot, shapes: shapes, labels: inside.compactMap { labels[$0] }, column: column)
        return
      }
      outside.formUnion(moved)
    }
  }
}

/// The parts of a stacked area chart that don't depend on where its labels stand.
private struct StackedAreaSheet {
  let chart: StackedAreaChart
  let size: ChartSize
  let theme: Theme
  let frame: ChartFrame
  let valueAxis: ValueAxis
  let yearAxis: YearAxis
  /// The colour of each band.
  let fills: [Color]
  /// The sum of the first n bands for each year, n from zero to all.
  let sums: [[Double]]

  init(_ chart: StackedAreaChart, size: ChartSize, theme: Theme) {
    self.chart = chart
    self.size = size
    self.theme = theme
    frame = ChartFrame(
      title: chart.title, subtitle: chart.subtitle, footer: chart.footer, size: size, theme: theme)
    valueAxis = ValueAxis(
      maximum: chart.totals.max() ?? 0, unit: chart.unit,
      headingWidth: 0.6 * frame.body.width, size: size, theme: theme)
    yearAxis = YearAxis(
      first: chart.years[0], last: chart.years[chart.years.count - 1], size: size, theme: theme)
    fills = Palette(theme).colors(for: chart.bands.map(\.id))
    var sums = [[Double](repeating: 0, count: chart.years.count)]
    for band in chart.bands { sums.append(zip(sums[sums.count - 1], band.values).map(+)) }
    self.sums = sums
  }

  /// Whether the band is anywhere above zero; others have nothing to label.
  func hasLabel(_ band: Int) -> Bool { chart.bands[band].values.contains { $0 > 0 } }

  private var last: Int { chart.years.count - 1 }
  private var lastYear: String { NumberFormat.year(chart.years[last]) }

  /// The year at which labels beside the plot point: the last, or the peak of what has nearly gone by
  /// then, where lines to the end would all lead to one point.
  private var labelled: Int {
    let peak = chart.totals.indices.max { chart.totals[$0] < chart.totals[$1] } ?? last
    return chart.totals[last] < 0.2 * chart.totals[peak] && chart.totals[peak] > 0 ? peak : last
  }

  /// The column with the total and the labels of some bands.
  func column(for outside: Set<Int>) -> SideColumn {
    let plot = plot(width: 1)
    let (at, isLast) = (labelled, labelled == last)
    let total = SideColumn.Entry(
      text: [
        (isLast ? "" : "peak ") + Magnitude.text(chart.totals[at], unit: chart.unit),
        "in " + NumberFormat.year(chart.years[at]),
      ], fill: nil, target: valueAxis.position(chart.totals[at], in: plot), importance: .infinity,
      isPointing: isLast)
    let bands = outside.sorted(by: >).map { index in
      let middle = (sums[index][at] + sums[index + 1][at]) / 2
      return SideColumn.Entry(
        text: [sideText(index)], fill: fills[index],
        target: valueAxis.position(middle, in: plot), importance: chart.bands[index].values[at],
        isPointing: isLast)
    }
    return SideColumn(
      [total] + bands, top: plot.top - 0.6 * size.label, bottom: plot.bottom + 0.2 * size.label,
      size: size, theme: theme)
  }

  /// The label of a band beside the plot; one that has ended says when.
  private func sideText(_ index: Int) -> String {
    let band = chart.bands[index]
    guard labelled == last, band.values[last] == 0,
      let end = band.values.lastIndex(where: { $0 > 0 })
    else {
      return band.label
    }
    return "\(band.label) (to \(NumberFormat.year(chart.years[end])))"
  }

  /// The plot that a column leaves room for.
  func plot(beside column: SideColumn) -> Box {
    plot(width: frame.body.width - valueAxis.labelWidth - column.width)
  }

  private func plot(width: Double) -> Box {
    let left = frame.body.left + valueAxis.labelWidth
    return Box(
      left: left, top: frame.body.top + valueAxis.headingHeight, right: left + width,
      bottom: frame.body.bottom - yearAxis.height)
  }

  /// The bands on the canvas; a single year becomes a bar in the middle.
  func shapes(in plot: Box) -> [BandShape] {
    var indices = Array(chart.years.indices)
    var columns = chart.years.map { yearAxis.position($0, in: plot) }
    if let middle = columns.first, columns.count == 1 {
      indices = [0, 0]
      columns = [middle - 0.25 * plot.width, middle + 0.25 * plot.width]
    }
    let edges = sums.map { sum in indices.map { valueAxis.position(sum[$0], in: plot) } }
    return chart.bands.indices.map { index in
      BandShape(columns: columns, upper: edges[index + 1], lower: edges[index])
    }
  }

  /// Everything, from back to front.
  func drawing(
    plot: Box, shapes: [BandShape], labels: [BandLabel], column: SideColumn
  ) -> Drawing {
    let bands = shapes.indices.filter(hasLabel).map { index -> Mark in
      let band = chart.bands[index]
      return .group(
        id: "band-" + band.id,
        tooltip: "\(band.label): \(chart.valueText(band: index)) in \(lastYear)",
        marks: [.area(shapes[index].outline, fill: fills[index])])
    }
    let dataEnd = shapes[0].columns[shapes[0].columns.count - 1]
    let marks: [Mark] =
      frame.marks + [
        .group(id: "values", tooltip: nil, marks: valueAxis.marks(plot: plot)),
        .group(id: "years", tooltip: nil, marks: yearAxis.marks(plot: plot)),
        .group(id: "bands", tooltip: nil, marks: bands),
        .group(id: "separators", tooltip: nil, marks: separators(shapes)),
        .group(id: "labels", tooltip: nil, marks: labels.map { .text($0.block) }),
        .group(id: "column", tooltip: nil, marks: column.marks(plot: plot, dataEnd: dataEnd)),
        .group(id: "total", tooltip: nil, marks: total(shapes)),
      ]
    return Drawing(
      width: size.width, height: size.height, background: theme.background, id: chart.id,
      title: chart.title, description: chart.alternativeText, marks: marks,
      plots: [.init(box: plot, first: chart.years[0], last: chart.years[last])])
  }

  private func separators(_ shapes: [BandShape]) -> [Mark] {
    BandShape.separators(between: shapes, width: 1.5 * size.hairline)
      .map { .area($0, fill: theme.background) }
  }

  /// The line over the topmost band, with a dot at its end.
  private func total(_ shapes: [BandShape]) -> [Mark] {
    let top = shapes[shapes.count - 1]
    let points = zip(top.columns, top.upper).map { Point(x: $0, y: $1) }
    let stroke = Stroke(color: theme.ink, width: 2.4 * size.hairline)
    let dashed = Stroke(color: theme.ink, width: 2.4 * size.hairline, dash: .dashed)
    let border = chart.projectedFrom.flatMap { from in
      points.count == chart.years.count ? chart.years.firstIndex { $0 >= from } : nil
    }
    let solid = border.map { Array(points[...$0]) } ?? points
    let projected = border.map { Array(points[$0...]) } ?? []
    return (solid.count > 1 || border == nil ? [.line(solid, stroke)] : [])
      + (projected.isEmpty ? [] : [.line(projected, dashed)]) + [
        .circle(
          center: points[points.count == chart.years.count ? labelled : points.count - 1],
          radius: 4.5 * size.hairline, fill: theme.ink,
          stroke: Stroke(color: theme.background, width: size.hairline))
      ]
  }
}
