/// A piece of a page, written with everything escaped.
indirect enum HTML: Sendable {
  case text(String)
  /// Markup that was escaped by who wrote it: our SVG, style sheet or script.
  case markup(String)
  case element(String, [Attribute], [HTML])

  struct Attribute: Sendable {
    let name: String
    let value: String
  }

  /// Elements that have no content and no end tag.
  private static let void: Set<String> = ["meta", "input", "br", "hr"]

  /// An element: `HTML.tag("p", class: "note", [.text("…")])`.
  static func tag(
    _ name: String, id: String? = nil, class style: String? = nil,
    _ attributes: [(String, String)] = [], _ content: [HTML] = []
  ) -> HTML {
    let all = [("id", id), ("class", style)] + attributes.map { ($0.0, Optional($0.1)) }
    return .element(
      name, all.compactMap { name, value in value.map { Attribute(name: name, value: $0) } },
      content)
  }

  /// An element that holds a text.
  static func tag(_ name: String, class style: String? = nil, text: String) -> HTML {
    tag(name, class: style, [], [.text(text)])
  }

  /// The markup.
  var rendered: String {
    var output = ""
    write(to: &output)
    return output
  }

  private func write(to output: inout String) {
    switch self {
    case .text(let text): output += SVGWriter.escaped(text)
    case .markup(let text): output += text
    case .element(let name, let attributes, let content):
      output += "<" + name
      for attribute in attributes {
        output += " \(attribute.name)=\"\(SVGWriter.escaped(attribute.value))\""
      }
      output += ">"
      if HTML.void.contains(name) { return }
      for piece in content { piece.write(to: &output) }
      output += "</\(name)>"
    }
  }
}
