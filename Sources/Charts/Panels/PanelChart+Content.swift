extension PanelChart: ChartContent {
  /// Kind, data, finding and message.
  public var alternativeText: String {
    "\(kind) of \(caption.subtitle.isEmpty ? panels[0].unit : caption.subtitle). \(caption.title). "
      + message
  }

  /// One row for each line or edge of a band and each position.
  public var table: DataTable {
    let rows = panels.flatMap { panel -> [[DataTable.Cell]] in
      func rows(_ id: String, _ label: String, _ values: [Double?]) -> [[DataTable.Cell]] {
        zip(panel.positions, values).map { position, value in
          [
            .text(panel.name), .number(position), .text(id), .text(label), .text(panel.unit),
            DataTable.Cell(value),
          ]
        }
      }
      return panel.layers.flatMap { layer -> [[DataTable.Cell]] in
        switch layer {
        case .line(let line): rows(line.id, line.label, line.values)
        case .band(let band):
          rows(band.id + ".low", band.label, band.lower)
            + rows(band.id + ".high", band.label, band.upper)
        case .note: []
        }
      }
    }
    return DataTable(
      columns: ["panel", horizontal.rawValue, "series", "label", "unit", "value"], rows: rows)
  }

  var vegaLite: VegaLite? {
    var encoding: [JSON.Member] = [
      .init(
        key: "x",
        value: VegaLite.channel(
          horizontal.rawValue, .quantitative, [.init(key: "axis", value: ["format": "d"])])),
      .init(key: "y", value: VegaLite.channel("value", .quantitative)),
      .init(key: "color", value: VegaLite.channel("label", .nominal)),
      .init(key: "detail", value: VegaLite.channel("series", .nominal)),
    ]
    if panels.count > 1 {
      let facet = VegaLite.channel("panel", .nominal, [.init(key: "columns", value: 2)])
      encoding.append(.init(key: "facet", value: facet))
    }
    let independent: JSON = ["scale": ["y": "independent"]]
    return VegaLite(
      mark: ["type": "line"], encoding: .object(encoding),
      more: panels.count > 1 ? [.init(key: "resolve", value: independent)] : [])
  }

  func drawing(size: ChartSize, theme: Theme) -> Drawing {
    PanelLayout(self, size: size, theme: theme).drawing
  }
}

extension PanelChart.Ink {
  /// The colour, given those of the end uses.
  func color(_ endUses: [String: Color], _ theme: Theme) -> Color {
    switch self {
    case .endUse(let id): endUses[id] ?? theme.ink
    case .primary: theme.primary
    case .spent: theme.spent
    case .secondary: theme.secondary
    case .addition: theme.addition
    case .main: theme.ink
    case .reference: theme.rule
    }
  }
}
