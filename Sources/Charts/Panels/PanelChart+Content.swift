extension PanelChart: ChartContent {
  /// Kind, data, finding and message.
  public var alternativeText: String {
    "\(kind) of \(caption.subtitle.isEmpty ? panels[0].unit : caption.subtitle). \(caption.title). "
      + message
  }

  /// One row for each line or edge of a band and each position; `edge` is empty for lines.
  public var table: DataTable {
    let rows = panels.flatMap { panel -> [[DataTable.Cell]] in
      func rows(
        _ id: String, _ label: String, _ edge: String, _ values: [Double?]
      ) -> [[DataTable.Cell]] {
        zip(panel.positions, values).map { position, value in
          [
            .text(panel.name), .number(position), .text(id), .text(label), .text(edge),
            .text(panel.unit), DataTable.Cell(value),
          ]
        }
      }
      return panel.layers.flatMap { layer -> [[DataTable.Cell]] in
        switch layer {
        case .line(let line): rows(line.id, line.label, "", line.values)
        case .band(let band):
          rows(band.id, band.label, "lower", band.lower)
            + rows(band.id, band.label, "upper", band.upper)
        case .note: []
        }
      }
    }
    return DataTable(
      columns: ["panel", horizontal.rawValue, "series", "label", "edge", "unit", "value"],
      rows: rows)
  }

  /// Bands as areas behind the lines; panels side by side, each with a value axis of its own.
  var vegaLite: VegaLite? {
    let unit = panels.count == 1 ? panels[0].unit : "value"
    let x = VegaLite.channel(
      horizontal.rawValue, .quantitative,
      [
        .init(key: "axis", value: ["format": "d"]), .init(key: "scale", value: ["zero": false]),
      ])
    let color = VegaLite.channel("label", .nominal)
    func y(_ field: String) -> JSON {
      VegaLite.channel(field, .quantitative, [.init(key: "title", value: .string(unit))])
    }
    let keys: JSON = ["panel", .string(horizontal.rawValue), "series", "label"]
    let lines: JSON = [
      "transform": [["filter": "datum.edge === ''"]], "mark": ["type": "line"],
      "encoding": ["x": x, "y": y("value"), "color": color],
    ]
    let bands: JSON = [
      "transform": [
        ["filter": "datum.edge !== ''"], ["pivot": "edge", "value": "value", "groupby": keys],
      ],
      "mark": ["type": "area", "opacity": 0.3],
      "encoding": ["x": x, "y": y("lower"), "y2": ["field": "upper"], "color": color],
    ]
    let layers: JSON = .array((panels.contains { !$0.bands.isEmpty } ? [bands] : []) + [lines])
    guard panels.count > 1 else { return VegaLite(members: [.init(key: "layer", value: layers)]) }
    return VegaLite(members: [
      .init(key: "facet", value: VegaLite.channel("panel", .nominal)),
      .init(key: "columns", value: 2), .init(key: "spec", value: ["layer": layers]),
      .init(key: "resolve", value: ["scale": ["y": "independent"]]),
    ])
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
