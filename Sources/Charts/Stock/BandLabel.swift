/// The label of a band, written inside it.
struct BandLabel: Hashable, Sendable {
  let block: TextBlock

  /// Puts the label where the band is thickest: on one line, else on two, else the same a fifth
  /// smaller; nothing if none fits.
  init?(_ label: String, in shape: BandShape, fill: Color, size: ChartSize) {
    let full = TextStyle(size: size.label, weight: .regular, color: fill.readableInk)
    for style in [full, full.scaled(by: 0.8)] {
      for lines in BandLabel.arrangements(of: label, style: style) {
        let height = style.height(lines: lines.count)
        let place = shape.place(
          width: style.width(lines) + 1.2 * style.size, height: height + 0.4 * style.size)
        guard let place else { continue }
        let x = (place.left + place.right) / 2
        let y = (place.top + place.bottom) / 2
        block = TextBlock(lines, style: style, anchor: .middle, x: x, center: y)
        return
      }
    }
    return nil
  }

  /// The label on one line, and on two where it has a space.
  private static func arrangements(of label: String, style: TextStyle) -> [[String]] {
    let words = label.split(whereSeparator: \.isWhitespace).map(String.init)
    let single = words.joined(separator: " ")
    if words.count < 2 { return [[single]] }
    let splits = (1..<words.count).map { index in
      [words[..<index].joined(separator: " "), words[index...].joined(separator: " ")]
    }
    let narrowest = splits.min { style.width($0) < style.width($1) }
    return [[single]] + (narrowest.map { [$0] } ?? [])
  }
}
