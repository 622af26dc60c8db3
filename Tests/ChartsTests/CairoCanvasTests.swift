import Foundation
import Testing

@testable import Charts

struct CairoCanvasTests {
  private func picture() throws -> Picture {
    Chart.sankey(try SankeyChart(of: Cycles.results(), context: Cycles.context))
      .picture(size: .page, theme: .light)
  }

  @Test func aPNGHasTheSizeOfTheChart() throws {
    let bytes = try picture().png()
    #expect(Array(bytes.prefix(8)) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    func number(at place: Int) -> Int {
      bytes[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) }
    }
    #expect(number(at: 16) == 850)
    #expect(number(at: 20) == 600)
    #expect(try picture().png(scale: 2).count > bytes.count)
  }

  @Test func aPDFCarriesItsFontsAndAFixedDate() throws {
    let bytes = try picture().pdf()
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.hasPrefix("%PDF-"))
    #expect(text.contains("FontFile"))
    #expect(text.contains("DejaVuSans"))
    #expect(text.contains("CreationDate (20000101"))
    // 850 × 600 pixels are 637.5 × 450 points.
    #expect(text.contains("637.5 450"))
  }

  @Test func bytesAreStable() throws {
    #expect(try picture().png() == picture().png())
    #expect(try picture().pdf() == picture().pdf())
  }

  /// What the first pixels are, without a decoder: the picture of an empty drawing is its background,
  /// so another background gives other bytes and the same one the same.
  @Test func thePictureShowsTheDrawing() throws {
    func png(_ background: UInt32, _ marks: [Mark] = []) throws -> [UInt8] {
      try CairoCanvas.png(
        Drawing(
          width: 20, height: 20, background: Color(background), id: "d", title: "t",
          description: "d", marks: marks), scale: 1)
    }
    let box = Box(left: 0, top: 0, right: 20, bottom: 20)
    #expect(try png(0xFF0000) != png(0x00FF00))
    #expect(try png(0xFF0000, [.rectangle(box, fill: Color(0x00FF00))]) == png(0x00FF00))
    let path = Path(
      steps: [.move(box.corners[0])] + box.corners.dropFirst().map { .line($0) })
    #expect(
      try png(0xFF0000, [.shape(path, fill: Color(0x00FF00), opacity: 1)]) == png(0x00FF00))
    #expect(try png(0xFF0000, [.area(box.corners, fill: Color(0x00FF00))]) == png(0x00FF00))
  }

  @Test func errorsSayWhatToDo() {
    #expect(CanvasError.noFont("DejaVu Sans").description.contains("make deps"))
    #expect(CanvasError.cairo("out of memory").description.contains("out of memory"))
  }
}
