/// The files that a learner fills in: `answers.csv` with a line for each question, and `series.csv` with a column
/// for each question that asks for years.
struct AnswerSheets {
  private let assignment: Assignment
  private let variant: Variant

  init(_ assignment: Assignment, _ variant: Variant) {
    self.assignment = assignment
    self.variant = variant
  }

  static let answersName = "answers.csv"
  static let seriesName = "series.csv"

  private var questions: [Question] { assignment.questions(of: variant) }

  /// The questions that ask for years, with their years.
  private var series: [(question: Question, years: [Int])] {
    questions.compactMap { question in
      guard case .series(let item) = question.kind else { return nil }
      return (question, item.years(variant))
    }
  }

  // MARK: - Writing

  /// `answers.csv`, empty.
  func emptyAnswers(for learner: LearnerID) -> String {
    var text =
      "# \(assignment.id) for \(learner). Write each answer behind its comma: 300 or 300 kt or 0.3 Mt.\n"
    text += "question,answer\n"
    for question in questions {
      switch question.kind {
      case .series: continue
      case .number(let item) where item.isDeclared:
        text += "\(question.id),\n\(AnswerSheets.conventionID(question)),\n"
      default: text += "\(question.id),\n"
      }
    }
    return text
  }

  /// `series.csv` with the years and empty columns; nil where no question asks for years.
  var emptySeries: String? {
    let all = series
    guard !all.isEmpty else { return nil }
    let years = Set(all.flatMap(\.years)).sorted()
    let header = (["year"] + all.map(\.question.id)).joined(separator: ",")
    let rows = years.map { "\($0)" + String(repeating: ",", count: all.count) }
    return ([header] + rows).joined(separator: "\n") + "\n"
  }

  private static func conventionID(_ question: Question) -> String { question.id + ".convention" }

  // MARK: - Reading

  /// What was filled in, one response for each question.
  /// - Parameters:
  ///   - answers: the bytes of `answers.csv`.
  ///   - series: those of `series.csv`, if there is one.
  /// - Throws: `.file` where a line names a question that there isn't, or one twice.
  func responses(answers: [UInt8], series: [UInt8]?) throws(CourseError) -> [Response] {
    let cells = try answerCells(answers)
    let columns = try series.map { (bytes) throws(CourseError) in try seriesCells(bytes) } ?? [:]
    return questions.map { question in
      Response(
        question: question.id, text: cells[question.id],
        convention: cells[AnswerSheets.conventionID(question)], series: columns[question.id])
    }
  }

  private func answerCells(_ bytes: [UInt8]) throws(CourseError) -> [String: String] {
    let sheet = try LearnerSheet(bytes: bytes, name: AnswerSheets.answersName)
    let names = questions.flatMap { question -> [String] in
      switch question.kind {
      case .series: []
      case .number(let item) where item.isDeclared:
        [question.id, AnswerSheets.conventionID(question)]
      default: [question.id]
      }
    }
    var cells: [String: String] = [:]
    for row in sheet.rows where row.fields[0].lowercased() != "question" {
      guard let name = names.first(where: { $0.lowercased() == row.fields[0].lowercased() }) else {
        throw AnswerSheets.fault(
          AnswerSheets.answersName, line: row.line,
          "there is no question '\(row.fields[0])'; the questions are "
            + names.joined(separator: ", "))
      }
      guard cells[name] == nil else {
        throw AnswerSheets.fault(
          AnswerSheets.answersName, line: row.line, "'\(name)' stands there twice")
      }
      cells[name] = row.rest(from: 1, separator: String(sheet.separator))
    }
    return cells.filter { !$0.value.isEmpty }
  }

  private func seriesCells(
    _ bytes: [UInt8]
  ) throws(CourseError) -> [String: [Response.YearCell]] {
    let sheet = try LearnerSheet(bytes: bytes, name: AnswerSheets.seriesName)
    guard let header = sheet.rows.first else { return [:] }
    let names = series.map(\.question.id)
    if let unknown = header.fields.dropFirst().first(where: { name in
      !name.isEmpty && !names.contains { $0.lowercased() == name.lowercased() }
    }) {
      throw AnswerSheets.fault(
        AnswerSheets.seriesName, line: header.line,
        "there is no column '\(unknown)'; the columns are year, \(names.joined(separator: ", "))")
    }
    let sheetYears = Set(series.flatMap(\.years))
    var cells: [String: [Response.YearCell]] = [:]
    for (question, years) in series {
      guard
        let column = header.fields.firstIndex(where: { $0.lowercased() == question.id.lowercased() }
        )
      else { continue }
      for row in sheet.rows.dropFirst() {
        guard let year = Int(row.fields[0]) else {
          throw AnswerSheets.fault(
            AnswerSheets.seriesName, line: row.line, "'\(row.fields[0])' is not a year")
        }
        guard row.fields.indices.contains(column), !row.fields[column].isEmpty else { continue }
        // A column that is asked for some of the years may be filled in for all that the sheet has.
        if sheetYears.contains(year) && !years.contains(year) { continue }
        cells[question.id, default: []].append(.init(year: year, text: row.fields[column]))
      }
    }
    return cells
  }

  /// A line that can't be read, with what to do about it.
  private static func fault(_ file: String, line: Int, _ reason: String) -> CourseError {
    .file(file, reason: "line \(line): \(reason). Correct it, then 'urbanmine course check'")
  }
}
