internal import ArgumentParser
internal import Charts
internal import ModelFiles

/// The pictures that the commands of a topic write with `-o`.
enum TopicPicture {
  /// Refuses a path with another ending than that of a picture, or a picture of nothing.
  static func check(_ path: String?, needs name: String?, _ what: String) throws {
    guard let path else { return }
    guard PictureFormat(path: path) != nil else {
      throw ValidationError("'\(path)' must end in .svg, .png, .pdf or .vl.json.")
    }
    guard name != nil else { throw ValidationError("-o draws \(what): name one.") }
  }

  static func write(_ chart: Chart, to path: String, size: ChartSize = .slide) throws {
    try deliver(
      try PictureFile(chart, size: size, theme: .light).bytes(for: path), to: path)
    note("wrote \(path): \(chart.caption.title)")
  }
}

extension Library {
  /// The bundled tables about metals.
  static let metals = MetalTables(bytes: bytes)
}
