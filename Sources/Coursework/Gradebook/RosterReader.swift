internal import ModelFiles

/// Where in a roster what stands.
struct RosterColumns {
  let id: Int
  /// One column, or first and last name.
  let names: [Int]
  let email: Int?
  let group: Int?
  let canvasID: Int?
  let excused: Int?
  let extraDays: Int?
  let pathway: Int?
  let ignored: [String]

  init(_ table: CSVTable) throws(ModelFileError) {
    let header = table.columns.map { $0.lowercased() }
    func first(_ names: String...) -> Int? {
      names.lazy.compactMap { header.firstIndex(of: $0) }.first
    }
    let isCanvas = header.contains("sis user id")
    let id = isCanvas ? first("sis user id") : first("id", "id number", "username", "learner")
    let whole = first("name", "full name", "student")
    let parts = [first("first name"), first("last name", "surname")].compactMap { $0 }
    let names = whole.map { [$0] } ?? parts
    var faults: [Fault] = []
    if id == nil {
      faults.append(RosterColumns.fault("the roster has no column 'id'", ["id", "name"], table))
    }
    if names.isEmpty {
      faults.append(RosterColumns.fault("the roster has no column 'name'", ["name"], table))
    }
    guard let id, faults.isEmpty else { throw ModelFileError(faults) }
    self.id = id
    self.names = names
    email = first("email", "email address", "e-mail")
    group = first("group", "section", "class")
    canvasID = isCanvas ? first("id") : nil
    excused = first("excused")
    extraDays = first("extra_days", "extra days")
    pathway = first("pathway")
    let others = [email, group, canvasID, excused, extraDays, pathway]
    let used = Set([id] + names + others.compactMap { $0 })
    ignored = table.columns.indices.filter { !used.contains($0) }.map { table.columns[$0] }
  }

  private static func fault(_ message: String, _ example: [String], _ table: CSVTable) -> Fault {
    let known = table.columns.joined(separator: ", ")
    return Fault(
      file: table.name, line: table.header.line, column: 1, message: message,
      hint: "the columns are \(known)")
  }
}

/// Turns the rows of a roster into learners.
struct RosterReader {
  let table: CSVTable
  let columns: RosterColumns
  /// The assignments that there are; nil where none is known.
  let assignments: [String]?
  private(set) var faults: [Fault] = []

  init(table: CSVTable, columns: RosterColumns, assignments: [String]?) {
    self.table = table
    self.columns = columns
    self.assignments = assignments
  }

  mutating func learners() -> [Roster.Learner] {
    var lines: [String: Int] = [:]
    var learners: [Roster.Learner] = []
    for row in table.rows.indices {
      let learner = learner(in: row)
      // Canvas writes the points of its columns into a row of their own.
      guard learner.name.trimmed != "Points Possible" else { continue }
      let field = table[row, columns.id]
      if let fault = fault(in: learner.id, field) {
        faults.append(fault)
      } else if let line = lines.updateValue(field.line, forKey: learner.id.lowercased()) {
        faults.append(
          table.fault(
            at: field, "the id '\(learner.id)' stands there twice",
            hint: "first in line \(line); upper and lower case count as the same"))
      } else {
        learners.append(learner)
      }
    }
    if learners.isEmpty, faults.isEmpty {
      faults.append(
        Fault(
          file: table.name, line: table.header.line, column: 1,
          message: "the roster has no learner", hint: "each has a line below the header"))
    }
    return learners
  }

  private mutating func learner(in row: Int) -> Roster.Learner {
    func text(_ column: Int?) -> String { column.map { table[row, $0].text } ?? "" }
    let name = columns.names.map { table[row, $0].text }.filter { !$0.isEmpty }
    return Roster.Learner(
      id: text(columns.id), name: name.joined(separator: " "), email: text(columns.email),
      group: text(columns.group), canvasID: text(columns.canvasID),
      excused: excused(in: row), extraDays: extraDays(in: row), pathway: pathway(in: row))
  }

  private mutating func excused(in row: Int) -> Set<String> {
    guard let column = columns.excused else { return [] }
    let field = table[row, column]
    let ids = field.text.split { "; ".contains($0) }.map(String.init)
    if let assignments {
      for id in ids where !assignments.contains(id) {
        faults.append(
          table.fault(
            at: field, "the course has no assignment '\(id)' to be excused from",
            hint: Suggestion.hint(for: id, in: assignments)))
      }
    }
    return Set(ids)
  }

  private mutating func pathway(in row: Int) -> Pathway? {
    guard let column = columns.pathway, !table[row, column].text.isEmpty else { return nil }
    let field = table[row, column]
    let word = field.text.lowercased().replacing(" ", with: "-").replacing("_", with: "-")
    if let pathway = Pathway(rawValue: word) { return pathway }
    let known = Pathway.allCases.map(\.rawValue)
    faults.append(
      table.fault(
        at: field, "there is no pathway '\(field.text)'",
        hint: Suggestion.hint(for: word, in: known) ?? "there are \(known.joined(separator: ", "))")
    )
    return nil
  }

  private mutating func extraDays(in row: Int) -> Int {
    guard let column = columns.extraDays, !table[row, column].text.isEmpty else { return 0 }
    guard let days = Int(table[row, column].text), (0...366).contains(days) else {
      faults.append(
        table.fault(
          at: table[row, column], "'\(table[row, column].text)' is no number of days",
          hint: "a whole number from 0 to 366"))
      return 0
    }
    return days
  }

  /// Files are named by it.
  private func fault(in id: String, _ field: CSVTable.Field) -> Fault? {
    do throws(CourseError) {
      _ = try LearnerID(id)
      return nil
    } catch {
      return table.fault(at: field, "\(error)")
    }
  }
}
