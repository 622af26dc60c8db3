extension PanelChart: ChartContent {
  /// Kind, data, finding and message.
  public var alternativeText: String {
    let end = caption.title.hasSuffix("?") ? "" : "."
    let subject = caption.subtitle.isEmpty ? panels[0].unit : caption.subtitle
    return "\(kind) of \(subject). \(caption.title)\(end) \(message)"
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

  /// Bands as areas behind the lines; panels side by side, each with the unit on its axis.
  var vegaLite: VegaLite? {
    let views = panels.map { vegaLiteView($0, isAlone: panels.count == 1) }
    guard panels.count > 1 else { return VegaLite(members: views[0]) }
    return VegaLite(members: [
      .init(key: "concat", value: .array(views.map { .object($0) })),
      .init(key: "columns", value: .number(Double(min(columns ?? 3, 3)))),
    ])
  }

  private func vegaLiteView(_ panel: Panel, isAlone: Bool) -> [JSON.Member] {
    // One scale for all panels: views beside each other share it.
    let (lines, bands) = (panels.flatMap(\.lines), panels.flatMap(\.bands))
    var endUses: [String] = []
    for case .endUse(let id) in lines.map(\.ink) + bands.map(\.ink) where !endUses.contains(id) {
      endUses.append(id)
    }
    let colors = Dictionary(
      uniqueKeysWithValues: zip(endUses, Palette(.light).lineColors(for: endUses)))
    let entries =
      lines.map { ($0.label, $0.ink.color(colors, .light)) }
      + bands.map { ($0.label, $0.ink.color(colors, .light)) }
    let x = VegaLite.channel(
      horizontal.rawValue, .quantitative,
      [
        .init(key: "axis", value: ["format": "d"]), .init(key: "scale", value: ["zero": false]),
      ])
    let color = VegaLite.channel(
      "label", .nominal,
      [
        .init(key: "scale", value: VegaLite.scale(entries)), .init(key: "title", value: .null),
      ])
    func y(_ field: String) -> JSON {
      VegaLite.channel(field, .quantitative, [.init(key: "title", value: .string(panel.unit))])
    }
    let keys: JSON = ["panel", .string(horizontal.rawValue), "series", "label"]
    let drawnLines: JSON = [
      "transform": [["filter": "datum.edge === ''"]], "mark": ["type": "line"],
      "encoding": ["x": x, "y": y("value"), "color": color],
    ]
    let drawnBands: JSON = [
      "transform": [
        ["filter": "datum.edge !== ''"], ["pivot": "edge", "value": "value", "groupby": keys],
      ],
      "mark": ["type": "area", "opacity": 0.3],
      "encoding": ["x": x, "y": y("lower"), "y2": ["field": "upper"], "color": color],
    ]
    let layers: JSON = .array((panel.bands.isEmpty ? [] : [drawnBands]) + [drawnLines])
    var members: [JSON.Member] = [
      .init(key: "width", value: isAlone ? 640 : 300),
      .init(key: "height", value: isAlone ? 380 : 200), .init(key: "layer", value: layers),
    ]
    if !isAlone {
      let own: JSON = ["field": "panel", "equal": .string(panel.name)]
      members += [
        .init(key: "title", value: .string(panel.name)),
        .init(key: "transform", value: [["filter": own]]),
      ]
    }
    return members
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
