/// A chart that is laid out: a drawing that can be written as SVG, PNG or PDF.
public struct Picture: Hashable, Sendable {
  let drawing: Drawing

  /// The finding, in a sentence.
  public var title: String { drawing.title }

  /// The chart in words, for those who can't see it.
  public var alternativeText: String { drawing.description }

  /// The text of an SVG file, byte for byte the same on every machine.
  public var svg: String { SVGWriter.document(drawing) }

  /// The bytes of a PNG file.
  /// - Parameter scale: pixels of the file for each pixel of the chart; 2 for screens of high density.
  /// - Throws: ``CanvasError`` where the font is missing.
  public func png(scale: Double = 1) throws(CanvasError) -> [UInt8] {
    try CairoCanvas.png(drawing, scale: scale)
  }

  /// The bytes of a PDF file with its fonts embedded; the same for the same chart on one machine.
  /// - Throws: ``CanvasError`` where the font is missing.
  public func pdf() throws(CanvasError) -> [UInt8] {
    try CairoCanvas.pdf(drawing)
  }
}
