/// Writes a drawing as SVG: the same bytes for the same drawing, on every machine.
///
/// Text stays text; coordinates have at most two decimals; nothing depends on locale, time or order
/// of hashing.
struct SVGWriter {
  private var output = ""
  private let id: String
  private var used = Set<String>()
  private var ink: Ink

  private init(id: String, ink: Ink) {
    self.id = SVGWriter.identifier(id)
    self.ink = ink
  }

  /// The text of an SVG 1.1 document that also stands alone in HTML.
  static func document(_ drawing: Drawing) -> String {
    var writer = SVGWriter(id: drawing.id, ink: .plain)
    writer.write(drawing)
    return writer.output
  }

  /// The same for a page that has a light and a dark theme: two drawings of one layout, whose colours
  /// become the variables of a style sheet.
  static func document(light: Drawing, dark: Drawing, sheet: inout ColorSheet) -> String {
    var reader = SVGWriter(id: dark.id, ink: .recorded([]))
    reader.write(dark)
    guard case .recorded(let others) = reader.ink else { return document(light) }
    var writer = SVGWriter(id: light.id, ink: .paired(others, next: 0, sheet))
    writer.write(light)
    if case .paired(_, _, let filled) = writer.ink { sheet = filled }
    return writer.output
  }

  /// How colours are written.
  private enum Ink {
    case plain
    /// Noted in the order in which they occur.
    case recorded([Color])
    /// As a variable that stands for this colour and the one of the other theme.
    case paired([Color], next: Int, ColorSheet)
  }

  private mutating func paint(_ color: Color) -> String {
    switch ink {
    case .plain: return color.hex
    case .recorded(let colors):
      ink = .recorded(colors + [color])
      return color.hex
    case .paired(let others, let next, var sheet):
      precondition(next < others.count, "both themes have one layout")
      let name = sheet.variable(light: color, dark: others[next])
      ink = .paired(others, next: next + 1, sheet)
      return name
    }
  }

  /// Text as XML content or attribute value; characters that XML 1.0 forbids become U+FFFD.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n", "\r": result += " "
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Text as an identifier: ASCII letters, digits and "_" stay, all else becomes "-".
  static func identifier(_ text: String) -> String {
    let safe = text.unicodeScalars.map { scalar in
      scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
        || scalar == "_" ? Character(scalar) : "-"
    }
    return safe.first?.isLetter == true ? String(safe) : "x" + String(safe)
  }

  private mutating func write(_ drawing: Drawing) {
    used = ["\(id)-title", "\(id)-desc"]
    let (width, height) = (number(drawing.width), number(drawing.height))
    output +=
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\""
      + " viewBox=\"0 0 \(width) \(height)\" role=\"img\""
      + " aria-labelledby=\"\(id)-title \(id)-desc\""
      + " font-family=\"'DejaVu Sans', Verdana, Arial, sans-serif\">\n"
      + "<title id=\"\(id)-title\">\(SVGWriter.escaped(drawing.title))</title>\n"
      + "<desc id=\"\(id)-desc\">\(SVGWriter.escaped(drawing.description))</desc>\n"
    let canvas = Box(left: 0, top: 0, right: drawing.width, bottom: drawing.height)
    write(.rectangle(canvas, fill: drawing.background))
    for mark in drawing.marks { write(mark) }
    output += "</svg>\n"
  }

  private mutating func write(_ mark: Mark) {
    switch mark {
    case .group(let name, let tooltip, let marks):
      output += "<g id=\"\(unique(name))\">\n"
      if let tooltip { output += "<title>\(SVGWriter.escaped(tooltip))</title>\n" }
      for mark in marks { write(mark) }
      output += "</g>\n"
    case .area(let points, let fill):
      output += "<path d=\"\(SVGWriter.path(points))Z\" fill=\"\(paint(fill))\"/>\n"
    case .line(let points, let stroke):
      output += "<path d=\"\(SVGWriter.path(points))\" fill=\"none\"\(attributes(stroke))"
      output += " stroke-linecap=\"round\" stroke-linejoin=\"round\"/>\n"
    case .circle(let center, let radius, let fill, let stroke):
      output += "<circle cx=\"\(number(center.x))\" cy=\"\(number(center.y))\""
      output += " r=\"\(number(radius))\" fill=\"\(paint(fill))\"\(attributes(stroke))/>\n"
    case .rectangle(let box, let fill):
      output += "<rect x=\"\(number(box.left))\" y=\"\(number(box.top))\""
      output += " width=\"\(number(box.width))\" height=\"\(number(box.height))\""
      output += " fill=\"\(paint(fill))\"/>\n"
    case .shape(let path, let fill, let opacity):
      output += "<path d=\"\(SVGWriter.data(of: path))Z\" fill=\"\(paint(fill))\""
      output += opacity < 1 ? " fill-opacity=\"\(number(opacity))\"/>\n" : "/>\n"
    case .text(let block):
      write(block)
    }
  }

  private mutating func write(_ block: TextBlock) {
    let style = block.style
    let x = number(block.x)
    output += "<text x=\"\(x)\" y=\"\(number(block.baseline))\" font-size=\"\(number(style.size))\""
    if style.weight == .bold { output += " font-weight=\"bold\"" }
    switch block.anchor {
    case .start: break
    case .middle: output += " text-anchor=\"middle\""
    case .end: output += " text-anchor=\"end\""
    }
    output += " fill=\"\(paint(style.color))\">"
    // Between lines stands a space where it moves nothing, so that copied text keeps its words apart.
    let gap = block.anchor == .start ? " " : ""
    for (index, line) in block.lines.enumerated() {
      let text = SVGWriter.escaped(line)
      let y = number(block.baseline + Double(index) * style.lineHeight)
      output += index == 0 ? text : "\(gap)<tspan x=\"\(x)\" y=\"\(y)\">\(text)</tspan>"
    }
    output += "</text>\n"
  }

  /// An identifier that occurs nowhere else in the file, also if two names differ only in characters
  /// that identifiers can't have.
  private mutating func unique(_ name: String) -> String {
    let plain = id + "-" + SVGWriter.identifier(name)
    var candidate = plain
    var number = 2
    while !used.insert(candidate).inserted {
      candidate = "\(plain)-\(number)"
      number += 1
    }
    return candidate
  }

  /// The outline of a polyline, as SVG writes paths.
  static func path(_ points: [Point]) -> String {
    var text = ""
    for (index, point) in points.enumerated() {
      text += index == 0 ? "M" : "L"
      text += NumberFormat.pixels(point.x) + " " + NumberFormat.pixels(point.y)
    }
    return text
  }

  /// The outline of a path.
  static func data(of path: Path) -> String {
    func place(_ point: Point) -> String {
      NumberFormat.pixels(point.x) + " " + NumberFormat.pixels(point.y)
    }
    return path.steps.map { step in
      switch step {
      case .move(let point): "M" + place(point)
      case .line(let point): "L" + place(point)
      case .curve(let first, let second, let end):
        "C" + place(first) + " " + place(second) + " " + place(end)
      }
    }.joined()
  }

  private mutating func attributes(_ stroke: Stroke) -> String {
    let dashes = stroke.pattern.map(number).joined(separator: " ")
    return " stroke=\"\(paint(stroke.color))\" stroke-width=\"\(number(stroke.width))\""
      + (dashes.isEmpty ? "" : " stroke-dasharray=\"\(dashes)\"")
  }

  private func number(_ value: Double) -> String { NumberFormat.pixels(value) }
}
