internal import Foundation
internal import GRDB

/// Every submission and every grade that it ever got, in one SQLite file: the audit trail.
///
/// Rows are added and never changed: the file itself refuses updates and deletions. It holds what
/// learners wrote and their pseudonyms, no names: those stay in the roster.
public struct GradeStore: Sendable {
  private let queue: DatabaseQueue

  /// Opens a store; makes it if there is none.
  ///
  /// Where another program is writing to it, this waits for half a minute.
  /// - Throws: ``StoreError`` where the file is not one, or one of a later version of this program.
  public init(path: String) throws(StoreError) {
    do {
      var configuration = Configuration()
      configuration.busyMode = .timeout(30)
      queue = try DatabaseQueue(path: path, configuration: configuration)
      // Another program's database is not to be written to.
      if let reason = try queue.read(GradeStore.refusal) {
        throw StoreError(path: path, reason: reason)
      }
      do {
        try GradeStore.migrator.migrate(queue)
      } catch {
        // Another grader has made the tables at the same moment.
        guard try queue.read(GradeStore.migrator.hasCompletedMigrations) else { throw error }
      }
    } catch let error as StoreError {
      throw error
    } catch {
      throw StoreError(path: path, reason: "\(error)")
    }
  }

  /// A store in memory, for a trial.
  public init() throws(StoreError) {
    do {
      queue = try DatabaseQueue()
      try GradeStore.migrator.migrate(queue)
    } catch {
      throw StoreError(path: "memory", reason: "\(error)")
    }
  }

  /// Something that was done with the store.
  public struct Run: Hashable, Sendable {
    /// When, by this machine's clock (ISO 8601).
    public let time: String
    /// What was done and with what, such as `grade, best attempt`.
    public let action: String
    public let keyVersion: String
    public let engine: String

    public init(time: String, action: String, keyVersion: String, engine: String) {
      self.time = time
      self.action = action
      self.keyVersion = keyVersion
      self.engine = engine
    }
  }

  /// Adds the outcome of a run: all of it or nothing.
  ///
  /// A grade that is the latest of its submission already is not added again.
  ///
  /// - Parameters:
  ///   - run: what was done.
  ///   - submissions: the files, those that the store has already too.
  ///   - grades: what they are worth.
  ///   - refused: the files that were not graded.
  ///   - reason: why the grades were made, such as `first grading`.
  public func add(
    _ run: Run, submissions: [Submission], grades: [Grade], refused: [Refusal], reason: String
  ) throws(StoreError) {
    try writing { database in
      try database.execute(
        sql: "INSERT INTO run (time, action, key_version, engine) VALUES (?, ?, ?, ?)",
        arguments: [run.time, run.action, run.keyVersion, run.engine])
      let id = database.lastInsertedRowID
      let latest = try GradeStore.latest(in: database, keyVersion: nil)
      let insert = try database.makeStatement(
        sql: """
          INSERT INTO submission (sha256, learner, assignment, attempt, time, public_key, file, text, run)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (sha256) DO NOTHING
          """)
      for one in submissions {
        let content = one.content
        try insert.execute(arguments: [
          one.sha256, content.learner, content.assignment, content.attempt, content.time,
          one.publicKey, one.file, one.text, id,
        ])
      }
      let add = try database.makeStatement(
        sql: """
          INSERT INTO grade (run, submission, key_version, engine, points, most_points, reason, detail)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """)
      for grade in grades where latest[grade.submission] != grade {
        try add.execute(arguments: [
          id, grade.submission, grade.keyVersion, grade.engine, grade.points, grade.mostPoints,
          reason, try JSONValue(encoding: grade).canonicalText,
        ])
      }
      for refusal in refused {
        try database.execute(
          sql: "INSERT INTO refusal (run, file, reason) VALUES (?, ?, ?)",
          arguments: [id, refusal.file, refusal.reason])
      }
    }
  }

  /// The latest grade of every submission, by learner, assignment, time and SHA-256.
  /// - Parameter version: only grades made under this version of the key; nil for any.
  public func grades(keyVersion version: String? = nil) throws(StoreError) -> [Grade] {
    try reading { try GradeStore.latest(in: $0, keyVersion: version) }.values.sorted {
      ($0.learner, $0.assignment, $0.time, $0.submission)
        < ($1.learner, $1.assignment, $1.time, $1.submission)
    }
  }

  /// Every submission, in the order in which they were added.
  public func submissions() throws -> [Submission] {
    let files = try reading { database in
      try Row.fetchAll(database, sql: "SELECT file, text FROM submission ORDER BY rowid").map {
        (file: $0["file"] as String, text: $0["text"] as String)
      }
    }
    return try files.map { try Submission(bytes: Array($0.text.utf8), file: $0.file) }
  }

  /// The versions of the key under which grades were made, in the order of their first use.
  public func keyVersions() throws(StoreError) -> [String] {
    try reading {
      try String.fetchAll(
        $0, sql: "SELECT key_version FROM grade GROUP BY key_version ORDER BY MIN(id)")
    }
  }

  private static func latest(
    in database: Database, keyVersion: String?
  ) throws -> [String: Grade] {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT detail FROM grade WHERE id IN (
          SELECT MAX(id) FROM grade WHERE ? IS NULL OR key_version = ? GROUP BY submission)
        """, arguments: [keyVersion, keyVersion])
    var grades: [String: Grade] = [:]
    let decoder = JSONDecoder()
    while let row = try rows.next() {
      let text: String = row["detail"]
      let grade = try decoder.decode(Grade.self, from: Data(text.utf8))
      grades[grade.submission] = grade
    }
    return grades
  }

  private func reading<Value>(_ action: (Database) throws -> Value) throws(StoreError) -> Value {
    do {
      return try queue.read(action)
    } catch {
      throw StoreError(path: queue.path, reason: "\(error)")
    }
  }

  private func writing(_ action: (Database) throws -> Void) throws(StoreError) {
    do {
      try queue.write(action)
    } catch {
      throw StoreError(path: queue.path, reason: "\(error)")
    }
  }
}

/// Why a store can't be read or written.
public struct StoreError: Error, Hashable, Sendable, CustomStringConvertible {
  public let path: String
  public let reason: String

  public var description: String { "the store '\(path)': \(reason)" }
}
