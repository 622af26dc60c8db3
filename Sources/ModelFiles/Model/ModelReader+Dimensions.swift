internal import UrbanMining
internal import Yams

// The part `dimensions`: lists of elements.
extension ModelReader {
  /// A list of elements, the column of a table, or another dimension with the same elements.
  mutating func readDimensions(_ node: Node) -> [Dimension] {
    var found: [Dimension] = []
    for (name, key, value) in entries(of: node, in: "'dimensions'") {
      places[.dimension(name)] = key
      let known = faults.count
      let elements =
        value.mapping == nil
        ? texts(value, "the elements of '\(name)'") : elements(of: name, value, among: found)
      guard let elements, faults.count == known, checkElements(elements, of: name, at: key) else {
        brokenDimensions.insert(name)
        continue
      }
      found.append(Dimension(name: name, elements: elements))
    }
    return found
  }

  /// Elements that nothing could be told apart by are reported here, and not by all that they would break.
  private mutating func checkElements(
    _ elements: [String], of name: String, at key: Node
  ) -> Bool {
    if elements.isEmpty { report(at: key, "'\(name)' has no elements") }
    let twice = elements.indices.first { elements[..<$0].contains(elements[$0]) }
    if let twice { report(at: key, "'\(name)' lists '\(elements[twice])' twice") }
    return !elements.isEmpty && twice == nil
  }

  /// `{ same_as: region }` or `{ table: fleet.csv, column: country }`
  private mutating func elements(
    of name: String, _ node: Node, among found: [Dimension]
  ) -> [String]? {
    let fields = fields(of: node, in: "a dimension", known: ["same_as", "table", "column"])
    if let table = fields["table"] {
      if let other = fields["same_as"] {
        report(at: other, "a dimension is the 'same_as' another, or read from a 'table'")
      }
      return column(fields["column"], of: table, named: name)
    }
    guard let other = fields["same_as"] else {
      report(at: node, "a dimension is a list of elements, { same_as: OTHER } or { table: FILE }")
      return nil
    }
    guard let text = text(other, "'same_as'") else { return nil }
    guard let original = found.first(where: { $0.name == text }) else {
      guard !brokenDimensions.contains(text) else { return nil }
      report(
        at: other, "there is no dimension '\(text)' above",
        hint: Suggestion.hint(for: text, in: found.map(\.name)))
      return nil
    }
    return original.elements
  }

  /// The entries of a column, each once, in the order of the table.
  private mutating func column(
    _ node: Node?, of table: Node, named dimension: String
  ) -> [String]? {
    let name = node.map { text($0, "'column'") ?? "" } ?? dimension
    guard !name.isEmpty, let csv = csvTable(named: table) else { return nil }
    do throws(Fault) {
      let column = try csv.index(ofColumn: name)
      var known: Set<String> = []
      return csv.rows.indices.map { csv[$0, column].text }.filter { known.insert($0).inserted }
    } catch {
      report(at: node ?? table, "'\(csv.name)': \(error.message)", hint: error.hint)
      return nil
    }
  }
}
