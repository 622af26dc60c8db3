import Testing

@testable import Charts

struct StackedAreaLayoutTests {
  /// Expects that no text leaves the canvas or touches another.
  private func expectLegible(_ chart: StackedAreaChart, _ size: ChartSize, _ note: String) {
    let drawing = StackedAreaLayout(chart, size: size, theme: .light).drawing
    let canvas = Box(left: 0, top: 0, right: size.width, bottom: size.height)
    let texts = drawing.texts.map { (lines: $0.lines, box: $0.box) }
    let outside = texts.filter { !canvas.contains($0.box) }.map(\.lines)
    #expect(outside.isEmpty, "\(note)")
    let touching = texts.enumerated().flatMap { index, text in
      texts[(index + 1)...].filter { $0.box.overlaps(text.box) }.map { [text.lines, $0.lines] }
    }
    #expect(touching.isEmpty, "\(note)")
  }

  @Test(arguments: ChartSize.allCases, 0..<30)
  func labelsNeverOverlap(_ size: ChartSize, _ seed: Int) throws {
    expectLegible(try Samples.random(seed: UInt64(seed)), size, "seed \(seed)")
  }

  @Test(arguments: ChartSize.allCases)
  func edgeCasesAreLegible(_ size: ChartSize) throws {
    let long = "A label that goes on and on, far beyond what anyone would put on a slide"
    let cases: [(String, StackedAreaChart)] = [
      ("copper", try Samples.copper()),
      ("one year", try Samples.chart([[5], [3], [0.01], [0.01]])),
      ("one band", try Samples.chart([[5, 6, 7]])),
      ("all zero", try Samples.chart([[0, 0], [0, 0]])),
      ("one year, zero", try Samples.chart([[0]])),
      ("falls to zero", try Samples.chart([[9, 0], [1, 0]])),
      ("twelve bands", try Samples.chart((1...12).map { [Double($0), 2, Double(13 - $0)] })),
      ("forty bands", try Samples.chart((1...40).map { [Double($0), 2] })),
      ("long labels", try Samples.chart([[1, 1], [0.1, 0.1]], labels: [long, long])),
      ("long word", try Samples.chart([[1], [0]], labels: [String(repeating: "m", count: 90)])),
      ("huge", try Samples.chart([[1e12, 2e12], [3e12, 4e12]])),
      ("largest", try Samples.chart([[1e299, 4e299]])),
      ("tiny", try Samples.chart([[1e-6, 2e-6], [1e-6, 3e-6]])),
      ("smallest", try Samples.chart([[Double.leastNonzeroMagnitude, 0]])),
      ("uneven years", try Samples.chart([[1, 2, 3]], years: [-500, 1900.5, 2020.25])),
    ]
    for (note, chart) in cases { expectLegible(chart, size, note) }
  }

  @Test func everyBandAboveZeroHasALabel() throws {
    for seed in UInt64(100)..<130 {
      let chart = try Samples.random(seed: seed)
      let drawing = StackedAreaLayout(chart, size: .slide, theme: .light).drawing
      let shown = drawing.texts.map { $0.lines.joined().filter { !$0.isWhitespace } }
      for band in chart.bands where band.values.contains(where: { $0 > 0 }) {
        let label = band.label.filter { !$0.isWhitespace }
        // A very long label is cut and then ends in "…"; one that has ended says when.
        let isShown = shown.contains { text in
          text == label || (text.hasSuffix("…") && label.hasPrefix(text.dropLast()))
            || text.hasPrefix(label + "(to")
        }
        #expect(isShown, "seed \(seed): \(band.label)")
      }
    }
  }

  @Test func labelsInsideLieOnTheirBands() throws {
    let chart = try Samples.chart([[5, 5], [5, 5]], labels: ["Lower", "Upper"])
    let texts = StackedAreaLayout(chart, size: .page, theme: .light).drawing.texts
    let lower = try #require(texts.first { $0.lines == ["Lower"] }).box
    let upper = try #require(texts.first { $0.lines == ["Upper"] }).box
    #expect(upper.bottom < lower.top)
    #expect(lower.left > 100 && lower.right < 700)
  }

  @Test func bandsThatEndedSayWhen() throws {
    let chart = try Samples.chart([[9, 9, 9], [0.1, 0.1, 0]], labels: ["Pipe", "Pigments"])
    let texts = StackedAreaLayout(chart, size: .slide, theme: .light).drawing.texts
    let joined = texts.map { $0.lines.joined(separator: " ") }
    #expect(joined.contains("Pigments (to 2001)"))
  }

  @Test func aSingleYearIsABar() throws {
    let svg = try ParsedSVG(try Samples.chart([[5], [3]]).svg())
    let outline = try #require(try svg.element("stock-band-b0").paths.first)
    #expect(outline.count == 4)
    #expect(outline[1].x - outline[0].x > 400)
    let scale = try svg.valueScale()
    #expect(abs((outline[3].y - outline[0].y) / scale.perUnit - 5) < 0.001)
  }

  @Test func bandsAtZeroThroughoutAreNotDrawn() throws {
    let text = try Samples.chart([[5, 6], [0, 0]]).svg()
    #expect(!text.contains("stock-band-b1"))
    #expect(text.contains("Band 1 0 kt"))
  }
}
