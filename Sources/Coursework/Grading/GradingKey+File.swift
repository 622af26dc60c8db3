public import ModelFiles

extension GradingKey {
  /// Reads decisions from CSV with the columns `version,assignment,question,change,reason`.
  ///
  /// A change is `accept MISTAKE`, `credit MISTAKE SHARE`, `tolerance SHARE` or `void`; shares are from
  /// 0 to 1. Versions are in the order of their first lines, and each holds all that came before.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - name: its name, for messages.
  ///   - course: whose assignments, questions and mistakes may be named.
  /// - Throws: every fault of the file.
  public init(bytes: [UInt8], name: String, course: Course) throws(ModelFileError) {
    let table = try CSVTable(bytes: bytes, name: name)
    var reader = GradingKeyReader(table: table, course: course)
    let changes = reader.changes()
    guard reader.faults.isEmpty else { throw ModelFileError(reader.faults) }
    self.init(version: changes.last?.version ?? GradingKey.original.version, changes: changes)
  }
}

/// Turns the rows of a file into decisions.
private struct GradingKeyReader {
  let table: CSVTable
  let course: Course
  var faults: [Fault] = []

  mutating func changes() -> [GradingKey.Change] {
    var columns: [Int] = []
    for name in ["version", "assignment", "question", "change", "reason"] {
      do throws(Fault) {
        columns.append(try table.index(ofColumn: name))
      } catch {
        faults.append(error)
      }
    }
    guard faults.isEmpty else { return [] }
    return table.rows.indices.compactMap { row in
      do throws(Fault) {
        return try change(columns.map { table[row, $0] })
      } catch {
        faults.append(error)
        return nil
      }
    }
  }

  private func change(_ fields: [CSVTable.Field]) throws(Fault) -> GradingKey.Change {
    let (version, reason) = (fields[0], fields[4])
    if version.text.isEmpty || version.text == GradingKey.original.version {
      throw table.fault(at: version, "a decision needs a version of its own, such as 2")
    }
    if reason.text.isEmpty { throw table.fault(at: reason, "learners are owed a reason") }
    let assignments = course.assignments.map(\.id)
    guard let assignment = course.assignments.first(where: { $0.id == fields[1].text }) else {
      throw unknown("assignment", fields[1], assignments)
    }
    guard let question = assignment.questions.first(where: { $0.id == fields[2].text }) else {
      throw unknown("question", fields[2], assignment.questions.map(\.id))
    }
    return GradingKey.Change(
      version: version.text, assignment: assignment.id, question: question.id,
      action: try action(fields[3], question), reason: reason.text)
  }

  private func action(
    _ field: CSVTable.Field, _ question: Question
  ) throws(Fault) -> GradingKey.Action {
    let words = field.text.split(separator: " ").map(String.init)
    switch (words.first, words.count) {
    case ("void", 1): return .void
    case ("accept", 2):
      return .credit(mistake: try mistake(words[1], field, question), share: 1)
    case ("credit", 3):
      return .credit(
        mistake: try mistake(words[1], field, question), share: try share(words[2], field))
    case ("tolerance", 2):
      guard question.hasTolerance else {
        throw table.fault(at: field, "'\(question.id)' is no number and has no tolerance")
      }
      return .tolerance(try share(words[1], field))
    default:
      throw table.fault(
        at: field, "'\(field.text)' is no change",
        hint: "accept MISTAKE, credit MISTAKE SHARE, tolerance SHARE or void")
    }
  }

  private func share(_ text: String, _ field: CSVTable.Field) throws(Fault) -> Double {
    guard let share = Double(text), (0...1).contains(share) else {
      throw table.fault(at: field, "'\(text)' is no share from 0 to 1", hint: "0.5 is half")
    }
    return share
  }

  private func mistake(
    _ id: String, _ field: CSVTable.Field, _ question: Question
  ) throws(Fault) -> String {
    let known = question.mistakeIDs + GeneralSlip.allCases.map(\.rawValue)
    guard known.contains(id) else { throw unknown("mistake", field, known, name: id) }
    return id
  }

  private func unknown(
    _ what: String, _ field: CSVTable.Field, _ known: [String], name: String? = nil
  ) -> Fault {
    let name = name ?? field.text
    return table.fault(
      at: field, "there is no \(what) '\(name)'",
      hint: Suggestion.hint(for: name, in: known) ?? "there are \(known.joined(separator: ", "))")
  }
}

extension Question {
  /// The mistakes that an answer may be told to match.
  var mistakeIDs: [String] {
    switch kind {
    case .number(let item): item.mistakes.map(\.id) + (item.isDeclared ? ["convention"] : [])
    case .series(let item): item.mistakes.map(\.id)
    case .choice, .match, .order: []
    }
  }

  fileprivate var hasTolerance: Bool {
    switch kind {
    case .number, .series: true
    case .choice, .match, .order: false
    }
  }
}
