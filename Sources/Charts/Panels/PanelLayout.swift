/// Places everything of a chart of panels.
struct PanelLayout {
  let drawing: Drawing

  init(_ chart: PanelChart, size: ChartSize, theme: Theme) {
    let colors = PanelLayout.colors(chart, theme)
    let frame = chart.caption.frame(size: size, theme: theme)
    let sheets: [PanelSheet]
    let legend: LegendRow?
    if chart.panels.count == 1 {
      legend = nil
      sheets = [
        PanelSheet(
          chart.panels[0], in: frame.body, chart: chart, colors: colors, range: nil,
          titleHeight: PanelSheet.titleHeight(
            of: chart.panels[0], width: frame.body.width, size: size, theme: theme),
          isBottom: true, isLabelled: true, size: size, theme: theme)
      ]
    } else {
      let row = LegendRow(
        PanelLayout.entries(chart, colors, theme), left: frame.body.left, top: frame.body.top,
        width: frame.body.width, size: size, theme: theme)
      legend = row
      let body = Box(
        left: frame.body.left, top: frame.body.top + row.height, right: frame.body.right,
        bottom: frame.body.bottom)
      let boxes = PanelLayout.grid(chart, in: body, size: size, theme: theme)
      sheets = zip(chart.panels, boxes).map { panel, box in
        let alike = chart.panels.filter { $0.unit == panel.unit }
        let beside = zip(chart.panels, boxes).filter { $0.1.top == box.top }.map { panel, box in
          PanelSheet.titleHeight(of: panel, width: box.width, size: size, theme: theme)
        }
        return PanelSheet(
          panel, in: box, chart: chart, colors: colors,
          range: (alike.map(\.minimum).min() ?? 0)...(alike.map(\.maximum).max() ?? 0),
          titleHeight: beside.max() ?? 0,
          isBottom: chart.horizontal == .age || box.bottom > body.bottom - 1, isLabelled: false,
          size: size, theme: theme)
      }
    }
    let panels = sheets.enumerated().map { index, sheet in
      Mark.group(id: "panel-\(index + 1)", tooltip: nil, marks: sheet.marks)
    }
    drawing = Drawing(
      width: size.width, height: size.height, background: theme.background, id: chart.caption.id,
      title: chart.caption.title, description: chart.alternativeText,
      marks: frame.marks
        + (legend.map { [.group(id: "legend", tooltip: nil, marks: $0.marks)] } ?? []) + panels,
      plots: sheets.map(\.area))
  }

  /// The colours of all end uses of the chart; of lines, so that they stand out.
  private static func colors(_ chart: PanelChart, _ theme: Theme) -> [String: Color] {
    var ids: [String] = []
    for panel in chart.panels {
      for ink in panel.lines.map(\.ink) + panel.bands.map(\.ink) {
        if case .endUse(let id) = ink, !ids.contains(id) { ids.append(id) }
      }
    }
    return Dictionary(uniqueKeysWithValues: zip(ids, Palette(theme).lineColors(for: ids)))
  }

  /// Each label once, in the order in which it comes.
  private static func entries(
    _ chart: PanelChart, _ colors: [String: Color], _ theme: Theme
  ) -> [LegendRow.Entry] {
    var entries: [LegendRow.Entry] = []
    for panel in chart.panels {
      for line in panel.lines where !entries.contains(where: { $0.label == line.label }) {
        entries.append(
          .init(
            label: line.label, color: line.ink.color(colors, theme),
            sample: line.projectedFrom.map { $0 <= panel.positions[0] } == true ? .dashes : .line))
      }
      for band in panel.bands where !entries.contains(where: { $0.label == band.label }) {
        let color = theme.background.mixed(
          with: band.ink.color(colors, theme), share: band.strength)
        entries.append(.init(label: band.label, color: color, sample: .area))
      }
    }
    return entries
  }

  /// Boxes of equal width, row by row, so high that all plots have one height: titles and the labels of
  /// years take room of their own.
  private static func grid(
    _ chart: PanelChart, in body: Box, size: ChartSize, theme: Theme
  ) -> [Box] {
    let count = chart.panels.count
    let fitting = size == .square ? (count > 2 ? 2 : 1) : (count > 4 ? 3 : count == 4 ? 2 : count)
    let columns = chart.columns ?? fitting
    let rows = (count + columns - 1) / columns
    let gap = 1.4 * size.label
    let width = (body.width - Double(columns - 1) * gap) / Double(columns)
    let extra = (0..<rows).map { row -> Double in
      let titles = chart.panels[row * columns..<min(count, (row + 1) * columns)].map {
        PanelSheet.titleHeight(of: $0, width: width, size: size, theme: theme)
      }
      let years = PanelSheet.yearAxis(
        chart, chart.panels[0], isBottom: chart.horizontal == .age || row == rows - 1, size, theme)
      return (titles.max() ?? 0) + years.height
    }
    let free = body.height - Double(rows - 1) * 0.8 * gap - extra.reduce(0, +)
    let heights = extra.map { $0 + free / Double(rows) }
    return (0..<count).map { index in
      let (row, left) = (index / columns, body.left + Double(index % columns) * (width + gap))
      let top = body.top + heights[..<row].reduce(0, +) + Double(row) * 0.8 * gap
      return Box(left: left, top: top, right: left + width, bottom: top + heights[row])
    }
  }
}
