internal import Foundation

/// A table for a terminal: headers wrapped, words aligned left and numbers right.
struct TextTable {
  private let headers: [String]
  /// How many of the first columns hold words.
  private let wordColumns: Int
  private var rows: [[String]] = []

  init(headers: [String], wordColumns: Int = 1) {
    self.headers = headers
    self.wordColumns = wordColumns
  }

  /// Adds a row.
  mutating func add(_ fields: [String]) {
    rows.append(fields)
  }

  /// The lines of the table, the headers wrapped to at most `width` characters.
  func lines(headerWidth width: Int = 11) -> [String] {
    let wrapped = headers.map { TextTable.wrapped($0, to: width) }
    let height = wrapped.map(\.count).max() ?? 0
    let heads = (0..<height).map { line in
      wrapped.map { words in
        let offset = line - (height - words.count)
        return offset >= 0 ? words[offset] : ""
      }
    }
    let columns = headers.indices.map { column in
      (heads + rows).map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    func line(_ fields: [String]) -> String {
      let padded = fields.enumerated().map { column, field in
        let space = String(repeating: " ", count: columns[column] - field.count)
        return column < wordColumns ? field + space : space + field
      }
      return padded.joined(separator: "  ").trailingSpacesDropped
    }
    let rule = String(repeating: "─", count: columns.reduce(0, +) + 2 * (columns.count - 1))
    return heads.map(line) + [rule] + rows.map(line)
  }

  /// Words in lines of at most this many characters, a longer word on a line of its own.
  static func wrapped(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}

extension String {
  fileprivate var trailingSpacesDropped: String {
    String(prefix(count - reversed().prefix { $0 == " " }.count))
  }
}

/// Numbers as people read them.
enum Figures {
  /// A column of numbers with as many decimals as its largest number deserves.
  static func column(_ values: [Double?]) -> [String] {
    let largest = values.compactMap { $0.map(abs) }.max() ?? 0
    let decimals = largest >= 1000 ? 0 : largest >= 10 ? 1 : largest >= 1 ? 2 : 3
    return values.map { value in
      guard let value, value.isFinite else { return "–" }
      return fixed(value, decimals)
    }
  }

  /// A number with this many decimals.
  static func fixed(_ value: Double, _ decimals: Int) -> String {
    let text = String(format: "%.\(decimals)f", value)
    return text.hasPrefix("-") && text.allSatisfy({ "-0.".contains($0) })
      ? String(text.dropFirst()) : text
  }

  /// A difference with this many decimals and its sign.
  static func signed(_ value: Double, _ decimals: Int) -> String {
    let text = fixed(value, decimals)
    return value > 0 && text.contains { "123456789".contains($0) } ? "+" + text : text
  }

  /// A ratio in per cent, to one decimal.
  static func percent(_ value: Double?) -> String {
    value.map { fixed($0 * 100, 1) + " %" } ?? "–"
  }

  /// Four digits, whatever the size.
  static func digits(_ value: Double) -> String {
    String(format: "%.4g", value == 0 ? 0 : value)
  }

  /// Four digits of an amount in a sentence, without an exponent up to a milliard.
  static func amount(_ value: Double) -> String {
    abs(value) >= 1e4 && abs(value) < 1e9 ? fixed(value, 0) : digits(value)
  }

  /// Three digits, for single numbers in sentences.
  static func short(_ value: Double) -> String {
    fixed(value, abs(value) >= 100 ? 0 : abs(value) >= 10 ? 1 : 2)
  }

  /// A very small number, such as a residual.
  static func small(_ value: Double) -> String {
    value == 0 ? "0" : String(format: "%.1e", value)
  }
}
