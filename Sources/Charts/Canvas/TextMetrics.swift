/// Widths of texts and their breaking into lines, from an embedded table of widths.
enum TextMetrics {
  /// The width of a line of text in pixels.
  static func width(_ text: String, size: Double, weight: TextStyle.Weight) -> Double {
    let font: DejaVuSans =
      switch weight {
      case .regular: .regular
      case .bold: .bold
      }
    return Double(text.unicodeScalars.reduce(0) { $0 + font.advance(of: $1) }) * size / 2048
  }

  /// The text in as few lines as fit the width, of nearly equal length; at most `limit` lines, the
  /// last one then ending in "…". Breaks at spaces, and inside a word only if it is too wide alone.
  static func lines(
    _ text: String, style: TextStyle, width: Double, limit: Int
  ) -> [String] {
    let full = greedy(text, style: style, width: width)
    if full.count > limit {
      return full.prefix(limit - 1) + [ellipsis(full[limit - 1], style: style, width: width)]
    }
    // The narrowest width that gives as many lines makes them nearly equal.
    var (narrow, wide) = (0.0, width)
    var balanced = full
    for _ in 0..<12 {
      let middle = (narrow + wide) / 2
      let attempt = greedy(text, style: style, width: middle)
      if attempt.count <= full.count {
        (wide, balanced) = (middle, attempt)
      } else {
        narrow = middle
      }
    }
    let breaksNoWord = balanced.joined(separator: " ") == full.joined(separator: " ")
    return breaksNoWord ? balanced : full
  }

  /// Whether lines hold a text with no word cut or broken.
  static func isWhole(
    _ text: String, in lines: [String], style: TextStyle, width: Double
  ) -> Bool {
    lines.last?.hasSuffix("…") != true
      && style.width(text.split(separator: " ").map(String.init)) <= width
  }

  private static func greedy(_ text: String, style: TextStyle, width: Double) -> [String] {
    var lines: [String] = []
    for word in words(of: text) {
      for piece in pieces(of: word, style: style, width: width) {
        if let last = lines.last, style.width([last + " " + piece]) <= width {
          lines[lines.count - 1] = last + " " + piece
        } else {
          lines.append(piece)
        }
      }
    }
    return lines
  }

  /// The parts between which a line may break: words, but a number stays with the unit or sign after
  /// it ("400 Mt", "2.1 × 10⁹ kt").
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    for word in text.split(whereSeparator: { " \n\t\r".contains($0) }) {
      let end = words.last?.last
      if let last = words.last, end == "×" || (end?.isNumber == true && word.count <= 3) {
        words[words.count - 1] = last + " " + word
      } else {
        words.append(String(word))
      }
    }
    return words
  }

  /// A word that is too wide for a line, cut into pieces that are not.
  private static func pieces(
    of word: String, style: TextStyle, width: Double
  ) -> [String] {
    if style.width([word]) <= width { return [word] }
    var pieces: [String] = []
    for character in word {
      if let last = pieces.last, style.width([last + String(character)]) <= width {
        pieces[pieces.count - 1].append(character)
      } else {
        pieces.append(String(character))
      }
    }
    return pieces
  }

  private static func ellipsis(_ line: String, style: TextStyle, width: Double) -> String {
    var short = line[...]
    while !short.isEmpty, style.width([short + "…"]) > width { short.removeLast() }
    while short.last == " " { short.removeLast() }
    return short + "…"
  }
}
