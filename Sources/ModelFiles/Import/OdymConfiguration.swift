/// The configuration of an ODYM model: its aspects, parameters and processes.
struct OdymConfiguration {
  private(set) var aspects: [Aspect] = []
  private(set) var parameters: [Parameter] = []
  private(set) var processes: [(name: String, comment: String)] = []
  /// The version of the master classification, and other facts of the head.
  private(set) var facts: [String: String] = [:]
  private(set) var faults: [Fault] = []
  let sheet: Sheet

  /// A row of the index table.
  struct Aspect {
    let name: String
    let classification: String
    let selector: String
    let letter: String
    let row: Int
  }

  /// A row of the list of parameters.
  struct Parameter {
    let name: String
    /// The name of its file.
    let version: String
    /// The letters of its aspects.
    let letters: [String]
    /// Which index of the file each aspect is.
    let match: [Int]
    let layer: Int
    let row: Int
  }

  /// Reads the sheet that the first one selects, or the only one with an index table; nil where there is none.
  init?(_ workbook: Workbook) {
    let chosen = workbook.sheet("Config").map { $0.text(3, 3) } ?? ""
    let sheet =
      workbook.sheet("Setting_" + chosen) ?? workbook.sheet(chosen)
      ?? workbook.sheets.first { OdymConfiguration.row(of: "Index Table", in: $0) != nil }
    guard let sheet, OdymConfiguration.row(of: "Index Table", in: sheet) != nil else { return nil }
    self.sheet = sheet
    for title in ["General Info", "Software version selection", "Model flow control"] {
      for row in rows(title) { facts[sheet.text(row, 2)] = sheet.text(row, 3) }
    }
    aspects = rows("Index Table").map { row in
      Aspect(
        name: sheet.text(row, 2), classification: sheet.text(row, 5),
        selector: sheet.text(row, 6), letter: sheet.text(row, 7), row: row)
    }
    for (index, aspect) in aspects.enumerated()
    where aspects[..<index].contains(where: { $0.letter == aspect.letter }) {
      faults.append(
        sheet.fault(aspect.row, 7, "the index letter '\(aspect.letter)' is there twice"))
    }
    for row in rows("Model Parameters") { readParameter(row) }
    for row in rows("Process Group List") {
      processes.append((sheet.text(row, 3), sheet.text(row, 5)))
    }
  }

  private static func row(of title: String, in sheet: Sheet) -> Int? {
    (0..<sheet.rowCount).first { sheet.text($0, 1) == title }
  }

  /// The rows of a part: from two below its title to the first without an entry.
  private func rows(_ title: String) -> [Int] {
    guard let start = OdymConfiguration.row(of: title, in: sheet) else { return [] }
    var rows: [Int] = []
    var row = start + 2
    while !sheet.text(row, 2).isEmpty {
      rows.append(row)
      row += 1
    }
    return rows
  }

  private mutating func readParameter(_ row: Int) {
    let letters = sheet.text(row, 5).map { String($0) }
    for letter in letters where !aspects.contains(where: { $0.letter == letter }) {
      faults.append(
        sheet.fault(row, 5, "there is no aspect with the index letter '\(letter)'"))
    }
    let match = OdymConfiguration.numbers(sheet.text(row, 6))
    if match.sorted() != Array(letters.indices) {
      faults.append(
        sheet.fault(
          row, 6,
          "the index match '\(sheet.text(row, 6))' does not name each of \(letters.count) indices once",
          hint: "it is written like [0,1]"))
    }
    parameters.append(
      Parameter(
        name: sheet.text(row, 2), version: sheet.text(row, 4),
        letters: letters, match: match,
        layer: OdymConfiguration.numbers(sheet.text(row, 7)).first ?? 0,
        row: row))
  }

  /// The whole numbers in a text such as `[0,1]`.
  static func numbers(_ text: String) -> [Int] {
    text.split { !$0.isNumber }.compactMap { Int($0) }
  }

  /// The items that a selector takes: all, `[0,2]`, `[3:7)`, or all except some.
  static func selected(_ items: [String], _ selector: String) -> [String]? {
    let numbers = numbers(selector)
    if selector.lowercased() == "all" { return items }
    if selector.lowercased().contains("except") {
      return items.indices.filter { !numbers.contains($0) }.map { items[$0] }
    }
    if selector.contains(":"), numbers.count == 2, numbers[0] < numbers[1],
      numbers[1] <= items.count
    {
      return Array(items[numbers[0]..<numbers[1]])
    }
    guard selector.contains("["), !selector.contains(":"), !numbers.isEmpty,
      numbers.allSatisfy(items.indices.contains)
    else { return nil }
    return numbers.map { items[$0] }
  }
}
