import Foundation
import Testing

@testable import Charts

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// An SVG file read back, for tests that look at structure and numbers.
struct ParsedSVG {
  /// An element with what tests ask of it.
  struct Element {
    let name: String
    let attributes: [String: String]
    /// All text in it.
    let content: String
    let children: [Element]

    /// The element and all below it, depth first.
    var tree: [Element] { [self] + children.flatMap(\.tree) }

    /// The texts in it.
    var texts: [Element] { tree.filter { $0.name == "text" } }

    /// The corners of the paths in it.
    var paths: [[Point]] {
      tree.filter { $0.name == "path" }.map { path in
        (path.attributes["d"] ?? "").split { "MLZ".contains($0) }.map { pair in
          let numbers = pair.split(separator: " ").map { Double($0) ?? .nan }
          return Point(x: numbers[0], y: numbers[1])
        }
      }
    }

    func number(_ name: String) -> Double { Double(attributes[name] ?? "") ?? .nan }
  }

  let root: Element

  init(_ text: String) throws {
    root = ParsedSVG.element(try #require(XMLDocument(xmlString: text).rootElement()))
  }

  /// The element with an identifier.
  func element(_ id: String) throws -> Element {
    try #require(root.tree.first { $0.attributes["id"] == id })
  }

  /// The height of zero and the pixels per unit of value, from the labels of the value axis.
  func valueScale() throws -> (zero: Double, perUnit: Double) {
    let labels = try element("stock-values").texts.dropLast()
    let (zero, top) = (try #require(labels.first), try #require(labels.last))
    try #require(zero.content == "0")
    let value = try #require(Double(top.content.filter { $0 != "\u{2009}" }))
    // Labels stand 0.36 of their size below their line.
    let line = zero.number("y") - 0.36 * zero.number("font-size")
    return (line, (zero.number("y") - top.number("y")) / value)
  }

  private static func element(_ source: XMLElement) -> Element {
    let pairs = (source.attributes ?? []).map { ($0.name ?? "", $0.stringValue ?? "") }
    return Element(
      name: source.name ?? "", attributes: Dictionary(pairs) { first, _ in first },
      content: source.stringValue ?? "",
      children: (source.children ?? []).compactMap { $0 as? XMLElement }.map(element))
  }
}

extension Drawing {
  /// All texts, in the order in which they are drawn.
  var texts: [TextBlock] { Drawing.texts(marks) }

  private static func texts(_ marks: [Mark]) -> [TextBlock] {
    marks.flatMap { mark -> [TextBlock] in
      switch mark {
      case .group(_, _, let marks): texts(marks)
      case .text(let block): [block]
      default: []
      }
    }
  }
}
