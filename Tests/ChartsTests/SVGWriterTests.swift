import Testing

@testable import Charts

struct SVGWriterTests {
  private func document(_ marks: [Mark], title: String = "T") -> String {
    SVGWriter.document(
      Drawing(
        width: 100, height: 50, background: Color(0xFFFFFF), id: "c", title: title,
        description: "D", marks: marks))
  }

  @Test func writesEveryMark() {
    let black = Stroke(color: Color(0), width: 1.5)
    let style = TextStyle(size: 10, weight: .bold, color: Color(0))
    let text = document([
      .area([Point(x: 0, y: 1), Point(x: 2.345, y: 3)], fill: Color(0xFF0000)),
      .line([Point(x: 0, y: 1), Point(x: 2, y: 3)], black),
      .circle(center: Point(x: 5, y: 6), radius: 2, fill: Color(0), stroke: black),
      .group(
        id: "g", tooltip: "tip",
        marks: [
          .text(TextBlock(["a", "b"], style: style, anchor: .end, x: 9, baseline: 8))
        ]),
    ])
    #expect(text.contains("<path d=\"M0 1L2.35 3Z\" fill=\"#ff0000\"/>"))
    #expect(text.contains("<path d=\"M0 1L2 3\" fill=\"none\" stroke=\"#000000\""))
    #expect(text.contains("<circle cx=\"5\" cy=\"6\" r=\"2\""))
    #expect(text.contains("<g id=\"c-g\">\n<title>tip</title>"))
    #expect(
      text.contains(
        "<text x=\"9\" y=\"8\" font-size=\"10\" font-weight=\"bold\" text-anchor=\"end\""
          + " fill=\"#000000\">a<tspan x=\"9\" y=\"20.5\">b</tspan></text>"))
  }

  @Test func headSaysWhatItIs() throws {
    let svg = try ParsedSVG(document([]))
    #expect(svg.root.attributes["role"] == "img")
    #expect(svg.root.attributes["viewBox"] == "0 0 100 50")
    #expect(svg.root.attributes["width"] == "100")
    #expect(svg.root.attributes["aria-labelledby"] == "c-title c-desc")
    #expect(try svg.element("c-title").content == "T")
    #expect(try svg.element("c-desc").content == "D")
    #expect(svg.root.attributes["font-family"]?.hasSuffix("sans-serif") == true)
  }

  @Test func textsSurviveReadingBack() throws {
    let hostile = "<script>&amp; \"O'Brien\" ]]> čΔ₂"
    let svg = try ParsedSVG(document([], title: hostile))
    #expect(try svg.element("c-title").content == hostile)
  }

  @Test func charactersThatXMLForbidsAreReplaced() throws {
    #expect(SVGWriter.escaped("a\u{0}b\u{8}c\nd\u{FFFE}") == "a\u{FFFD}b\u{FFFD}c d\u{FFFD}")
    _ = try ParsedSVG(document([], title: "\u{1}\u{1F}"))
  }

  @Test(arguments: [("abc", "abc"), ("sheet & pipe", "sheet---pipe"), ("2a", "x2a"), ("é", "x-")])
  func identifiersAreSafe(_ text: String, _ identifier: String) {
    #expect(SVGWriter.identifier(text) == identifier)
  }

  @Test func identifiersAreUnique() {
    let groups = ["a b", "a&b", "a-b"].map { Mark.group(id: $0, tooltip: nil, marks: []) }
    let text = document(groups)
    #expect(text.contains("\"c-a-b\""))
    #expect(text.contains("\"c-a-b-2\""))
    #expect(text.contains("\"c-a-b-3\""))
  }

  @Test func namesOfTitleAndDescriptionAreTaken() {
    let text = document([.group(id: "title", tooltip: nil, marks: [])])
    #expect(text.contains("<g id=\"c-title-2\">"))
  }
}
