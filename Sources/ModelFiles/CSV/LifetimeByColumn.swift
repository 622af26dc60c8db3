public import UrbanMining

/// A lifetime whose parameters may be columns of a table: `lognormal(median: median, sigma: sigma)`.
///
/// A parameter is a column where a word stands in place of its number. Each series then has a lifetime of its
/// own, made of the numbers in its row.
public struct LifetimeByColumn: Hashable, Sendable {
  /// The text between the names of columns, one more than there are columns.
  private let parts: [String]
  /// The columns in the order in which they stand in the text.
  private let names: [String]

  /// The columns, each once.
  public var columns: [String] {
    names.indices.filter { !names[..<$0].contains(names[$0]) }.map { names[$0] }
  }

  /// Finds the columns in the text form of a lifetime. A word before a bracket is the name of a family, and the
  /// words of a table are its file.
  /// - Parameter text: the text form.
  public init(_ text: String) {
    var parts = [""]
    var names: [String] = []
    var rest = text[...]
    while let character = rest.first {
      let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
      guard character.isLetter, !word.isEmpty else {
        let plain = word.isEmpty ? rest.prefix(1) : word
        parts[parts.count - 1] += plain
        rest = rest.dropFirst(plain.count)
        continue
      }
      rest = rest.dropFirst(word.count)
      let next = rest.first { !$0.isWhitespace }
      if next == "," || next == ")", !text.hasPrefix("table") {
        names.append(String(word))
        parts.append("")
      } else {
        parts[parts.count - 1] += word
      }
    }
    self.parts = parts
    self.names = names
  }

  /// The lifetime of each series of a table.
  /// - Parameter table: a table that was read with these columns as facts.
  /// - Throws: a fault that names the series whose numbers make no lifetime.
  public func lifetimes(of table: SeriesTable) throws(ModelFileError) -> [Lifetime] {
    var lifetimes: [Lifetime] = []
    var faults: [Fault] = []
    for (series, name) in table.names.enumerated() {
      var text = parts[0]
      for (part, column) in zip(parts.dropFirst(), names) {
        text += plainNumber(table.facts[column]?[series] ?? .nan) + part
      }
      do throws(LifetimeError) {
        lifetimes.append(try Lifetime(text))
      } catch {
        faults.append(
          Fault(
            file: table.name, line: 1, column: 1,
            message: "the lifetime '\(text)' of '\(name)': \(error)", hint: error.hint))
      }
    }
    guard faults.isEmpty else { throw ModelFileError(faults) }
    return lifetimes
  }
}
