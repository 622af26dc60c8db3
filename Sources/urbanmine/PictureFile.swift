internal import Charts

/// A chart as the bytes of a file.
struct PictureFile {
  private let chart: Chart
  private let size: ChartSize
  private let theme: Theme

  init(_ chart: Chart, size: ChartSize, theme: Theme) {
    self.chart = chart
    self.size = size
    self.theme = theme
  }

  /// In the format that the ending of the path names.
  func bytes(for path: String) throws -> [UInt8] {
    let picture = chart.picture(size: size, theme: theme)
    switch PictureFormat(path: path) {
    case .png: return try drawn { () throws(CanvasError) in try picture.png() }
    case .pdf: return try drawn { () throws(CanvasError) in try picture.pdf() }
    case .vegaLite:
      guard let text = chart.vegaLite else {
        throw Failure(
          code: Failure.usage,
          message:
            "Vega-Lite has no chart of this kind: name the file '.vg.json' for Vega, or write its "
            + "numbers with --data FILE.csv")
      }
      return Array(text.utf8)
    case .vega: return Array(chart.vega(size: size, theme: theme).utf8)
    case .svg, nil: return Array(picture.svg.utf8)
    }
  }

  private func drawn(_ draw: () throws(CanvasError) -> [UInt8]) throws -> [UInt8] {
    do {
      return try draw()
    } catch {
      throw Failure(code: Failure.cannotWrite, message: "\(error)")
    }
  }
}
