internal import Foundation

/// What a grading found, as JSON (schema `urbanmine/grading/1`).
public struct GradingDocument: Encodable, Sendable {
  let schema = "urbanmine/grading/1"
  let keyVersion: String
  let graded: Int
  let refused: [Note]
  let remarks: [Note]
  let copied: [Copied]
  let otherKeys: Int
  let learners: [Learner]

  struct Note: Encodable, Sendable {
    let file: String
    let reason: String
  }

  struct Copied: Encodable, Sendable {
    let learner: String
    let others: [String]
    let questions: [String]
    let expectedByChance: Double
  }

  struct Learner: Encodable, Sendable {
    let id: String
    let points: Double
    let of: Double
    let marks: [Mark]
  }

  struct Mark: Encodable, Sendable {
    let assignment: String
    /// `graded`, `missing`, `open`, `excused` or `other-pathway`.
    let state: String
    let points: Double?
    let of: Double
    let reason: String?
  }

  public init(_ run: GradingRun, keyVersion: String) {
    self.keyVersion = keyVersion
    graded = run.batch.graded.count
    refused = run.batch.refused.map { Note(file: $0.file, reason: $0.reason) }
    remarks = run.batch.remarks.map { Note(file: $0.file, reason: $0.reason) }
    copied = run.copied.map {
      Copied(
        learner: $0.learner, others: $0.others, questions: $0.questions,
        expectedByChance: $0.expected)
    }
    otherKeys = run.otherKeys
    let columns = run.marks.gradebook.columns
    learners = run.marks.gradebook.rows.map { row in
      Learner(
        id: row.learner.id, points: row.points, of: row.of,
        marks: zip(columns, row.cells).map { column, cell in
          switch cell {
          case .graded(let points, _, let reason):
            Mark(
              assignment: column.id, state: "graded", points: points, of: column.points,
              reason: reason)
          case .missing: Mark(column, "missing")
          case .open: Mark(column, "open")
          case .excused: Mark(column, "excused")
          case .otherPathway: Mark(column, "other-pathway")
          }
        })
    }
  }
}

extension GradingDocument.Mark {
  /// A mark without points.
  fileprivate init(_ column: Gradebook.Column, _ state: String) {
    self.init(assignment: column.id, state: state, points: nil, of: column.points, reason: nil)
  }
}

/// What a regrading changed, as JSON (schema `urbanmine/regrading/1`).
public struct RegradingDocument: Encodable, Sendable {
  let schema = "urbanmine/regrading/1"
  let since: String
  let keyVersion: String
  let compared: Int
  let changes: [Change]

  struct Change: Encodable, Sendable {
    let learner: String
    let assignment: String
    let attempt: Int
    let before: Double
    let after: Double
    let reasons: [String]
  }

  public init(_ regrading: Regrading, since: String, keyVersion: String) {
    self.since = since
    self.keyVersion = keyVersion
    compared = regrading.compared
    changes = regrading.changes.map {
      Change(
        learner: $0.after.learner, assignment: $0.after.assignment, attempt: $0.after.attempt,
        before: $0.before.points, after: $0.after.points, reasons: $0.reasons)
    }
  }
}
