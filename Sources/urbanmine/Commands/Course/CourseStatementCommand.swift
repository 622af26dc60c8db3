internal import ArgumentParser
internal import Charts
internal import Coursework
internal import Foundation

/// `urbanmine course statement`: statements of accomplishment for those who passed.
struct CourseStatementCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "statement",
    abstract: "Write a signed statement of accomplishment for everybody who passed.",
    discussion: """
      EXAMPLE:
        urbanmine course statement gradebook.sqlite --roster roster.csv --pass 60 -o statements/
        urbanmine course statement gradebook.sqlite --roster roster.csv -o statements/ \\
          --issuer 'Metals group, Example University' --text text.txt

      Each gets ID.pdf and the signed ID.json that 'urbanmine course verify' checks. In the text {name},
      {course}, {percent}, {points}, {of} and {date} stand for what they say. The key of the seals is
      made at the first use: keep the file, and tell people its public half.
      """)

  @Argument(help: "The store that 'urbanmine course grade' made.")
  var store: String
  @OptionGroup var arguments: GradingArguments
  @Option(help: "The share of the points that is needed, in per cent.")
  var pass: Double = 60
  @Option(help: "What the statement is called.")
  var heading: String = Accomplishment.Wording.usual.heading
  @Option(help: "A file with the sentences of the statement.")
  var text: String?
  @Option(help: "Who issues the statement.")
  var issuer: String = Accomplishment.Wording.usual.issuer
  @Option(help: "The date on it, such as 2026-12-18; today if it is left out.")
  var date: String?
  @Option(help: "The file with the key of the issuer.")
  var signingKey: String = "issuer.key"
  @Option(name: .shortAndLong, help: "The folder to write.")
  var output: String

  func validate() throws {
    guard (0...100).contains(pass) else { throw ValidationError("--pass is from 0 to 100.") }
  }

  func run() throws {
    let terms = try arguments.terms()
    let store = try StoreFile.existing(store)
    let grades = try readingInput { try store.grades() }
    let marks = terms.marks(of: grades)
    let sentences = try text.map { String(decoding: try Library.file($0), as: UTF8.self) }
    let wording = Accomplishment.Wording(
      heading: heading,
      text: sentences?.trimmingCharacters(in: .whitespacesAndNewlines)
        ?? Accomplishment.Wording.usual.text, issuer: issuer)
    let key = try readingInput { try SealingKey(atPath: signingKey) }
    try makeFolder(output)
    var count = 0
    for row in marks.gradebook.rows {
      guard
        let statement = Accomplishment(
          row, course: terms.grader.course.title, passing: pass / 100, wording: wording,
          date: date ?? String(terms.now.prefix(10)))
      else { continue }
      try write(statement, sealedWith: key, id: row.learner.id)
      count += 1
    }
    let columns = Set(marks.gradebook.columns.map(\.id))
    let without = terms.grader.course.assignments.map(\.id).filter { !columns.contains($0) }
    if !without.isEmpty {
      note("nobody handed in \(without.joined(separator: ", ")): not counted in the points")
    }
    note("wrote \(count) statements for \(marks.gradebook.rows.count) learners to \(output)")
    note("the public half of the key in '\(signingKey)': \(key.publicKey)")
  }

  private func write(_ statement: Accomplishment, sealedWith key: SealingKey, id: String) throws {
    let sealed = try readingInput { try statement.sealed(with: key) }
    let sheet = try readingInput { try statement.sheet(sealed) }
    try deliver(sealed.text, to: "\(output)/\(id).json")
    try deliver(try readingInput { try sheet.picture.pdf() }, to: "\(output)/\(id).pdf")
  }
}
