/// Writes a drawing as a specification for Vega 5: what is placed already, as data that can be restyled.
///
/// Vega-Lite has no marks for diagrams of flows, Vega has paths. Each shape is a row of the data set
/// `shapes` with its outline, colours, opacity and the words of its tooltip; each line of text is a row of
/// `texts`; `table` holds the numbers of the chart.
struct VegaWriter {
  private var shapes: [JSON] = []
  private var texts: [JSON] = []

  /// The text of the specification.
  static func document(_ drawing: Drawing, caption: Caption, table: DataTable) -> String {
    var writer = VegaWriter()
    for mark in drawing.marks { writer.write(mark, id: "", tooltip: nil) }
    let field = { (name: String) -> JSON in ["field": .string(name)] }
    let path: JSON = [
      "type": "path", "from": ["data": "shapes"],
      "encode": [
        "enter": [
          "path": field("path"), "fill": field("fill"), "stroke": field("stroke"),
          "strokeWidth": field("width"), "strokeDash": field("dash"), "opacity": field("opacity"),
          "strokeCap": ["value": "round"], "strokeJoin": ["value": "round"],
          "tooltip": field("about"),
        ]
      ],
    ]
    let text: JSON = [
      "type": "text", "from": ["data": "texts"],
      "encode": [
        "enter": [
          "x": field("x"), "y": field("y"), "text": field("text"), "align": field("align"),
          "fontSize": field("size"), "fontWeight": field("weight"), "fill": field("fill"),
          "font": ["value": "DejaVu Sans, Verdana, Arial, sans-serif"],
        ]
      ],
    ]
    let specification: JSON = [
      "$schema": "https://vega.github.io/schema/vega/v5.json",
      "description": .string("\(drawing.description) \(caption.footer)"),
      "width": .number(drawing.width), "height": .number(drawing.height), "padding": 0,
      "background": .string(drawing.background.hex),
      "data": [
        ["name": "shapes", "values": .array(writer.shapes)],
        ["name": "texts", "values": .array(writer.texts)],
        ["name": "table", "values": .array(table.records)],
      ],
      "marks": [path, text],
    ]
    return specification.text + "\n"
  }

  private mutating func write(_ mark: Mark, id: String, tooltip: String?) {
    func shape(
      _ path: String, fill: Color? = nil, stroke: Stroke? = nil, opacity: Double = 1
    ) {
      shapes.append([
        "id": .string(id), "about": tooltip.map { .string($0) } ?? .null, "path": .string(path),
        "fill": fill.map { .string($0.hex) } ?? .null,
        "stroke": stroke.map { .string($0.color.hex) } ?? .null,
        "width": .number(stroke?.width ?? 0),
        "dash": .array((stroke?.pattern ?? []).map { .number($0) }), "opacity": .number(opacity),
      ])
    }
    switch mark {
    case .group(let name, let about, let marks):
      for mark in marks { write(mark, id: name, tooltip: about ?? tooltip) }
    case .area(let points, let fill): shape(SVGWriter.path(points) + "Z", fill: fill)
    case .line(let points, let stroke): shape(SVGWriter.path(points), stroke: stroke)
    case .circle(let center, let radius, let fill, let stroke):
      let (half, whole) = (NumberFormat.pixels(radius), NumberFormat.pixels(2 * radius))
      let start = SVGWriter.path([Point(x: center.x - radius, y: center.y)])
      shape(
        "\(start)a\(half) \(half) 0 1 0 \(whole) 0a\(half) \(half) 0 1 0 -\(whole) 0Z", fill: fill,
        stroke: stroke)
    case .rectangle(let box, let fill): shape(SVGWriter.path(box.corners) + "Z", fill: fill)
    case .shape(let path, let fill, let opacity):
      shape(SVGWriter.data(of: path) + "Z", fill: fill, opacity: opacity)
    case .text(let block): write(block)
    }
  }

  private mutating func write(_ block: TextBlock) {
    let align =
      switch block.anchor {
      case .start: "left"
      case .middle: "center"
      case .end: "right"
      }
    for (index, line) in block.lines.enumerated() {
      texts.append([
        "text": .string(line), "x": .number(block.x),
        "y": .number(block.baseline + Double(index) * block.style.lineHeight),
        "align": .string(align), "size": .number(block.style.size),
        "weight": block.style.weight == .bold ? "bold" : "normal",
        "fill": .string(block.style.color.hex),
      ])
    }
  }
}
