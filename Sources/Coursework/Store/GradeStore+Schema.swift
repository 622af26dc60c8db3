internal import GRDB

extension GradeStore {
  /// Why a database is not a store of this version; nil where it is one, or empty.
  static func refusal(_ database: Database) throws -> String? {
    let tables = try String.fetchSet(
      database,
      sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
    let own: Set = ["grdb_migrations", "run", "submission", "grade", "refusal"]
    if !tables.isSubset(of: own) { return "it is a database of another program" }
    return try migrator.hasBeenSuperseded(database)
      ? "it was written by a later version of urbanmine" : nil
  }

  /// The tables, and what forbids to change a row that was written.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { database in
      try database.execute(
        sql: """
          CREATE TABLE run (
            id INTEGER PRIMARY KEY, time TEXT NOT NULL, action TEXT NOT NULL,
            key_version TEXT NOT NULL, engine TEXT NOT NULL);
          CREATE TABLE submission (
            sha256 TEXT NOT NULL UNIQUE, learner TEXT NOT NULL, assignment TEXT NOT NULL,
            attempt INTEGER NOT NULL, time TEXT NOT NULL, public_key TEXT NOT NULL,
            file TEXT NOT NULL, text TEXT NOT NULL, run INTEGER NOT NULL REFERENCES run);
          CREATE TABLE grade (
            id INTEGER PRIMARY KEY, run INTEGER NOT NULL REFERENCES run,
            submission TEXT NOT NULL REFERENCES submission (sha256), key_version TEXT NOT NULL,
            engine TEXT NOT NULL, points REAL NOT NULL, most_points REAL NOT NULL,
            reason TEXT NOT NULL, detail TEXT NOT NULL);
          CREATE TABLE refusal (
            run INTEGER NOT NULL REFERENCES run, file TEXT NOT NULL, reason TEXT NOT NULL);
          CREATE INDEX grade_submission ON grade (submission, key_version, id);
          """)
      for table in ["run", "submission", "grade", "refusal"] {
        for action in ["UPDATE", "DELETE"] {
          try database.execute(
            sql: """
              CREATE TRIGGER \(table)_\(action.lowercased()) BEFORE \(action) ON \(table)
              BEGIN SELECT RAISE(ABORT, 'an audit trail is only added to'); END;
              """)
        }
      }
    }
    return migrator
  }
}
