/// The colours of a page with two themes: each pair of a light and a dark one is a variable of its
/// style sheet.
struct ColorSheet: Hashable, Sendable {
  private var pairs: [Pair] = []
  private var places: [Pair: Int] = [:]

  private struct Pair: Hashable {
    let light: Color
    let dark: Color
  }

  init() {}

  /// The value that stands for a pair: `var(--c3)`.
  mutating func variable(light: Color, dark: Color) -> String {
    let pair = Pair(light: light, dark: dark)
    let place = places[pair] ?? pairs.count
    if place == pairs.count {
      pairs.append(pair)
      places[pair] = place
    }
    return "var(--c\(place))"
  }

  /// The declarations of all variables for a theme.
  func declarations(_ theme: Theme) -> String {
    pairs.enumerated().map { place, pair in
      "--c\(place):\((theme == .light ? pair.light : pair.dark).hex)"
    }.joined(separator: ";")
  }
}
