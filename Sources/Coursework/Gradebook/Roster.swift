public import ModelFiles

/// Who takes the course: read from a CSV file that stays on the instructor's machine.
public struct Roster: Sendable {
  /// One learner.
  public struct Learner: Hashable, Sendable {
    /// What submissions and files are named by: letters, digits and `. _ - @`.
    public let id: String
    public let name: String
    public let email: String
    /// The class or section; empty where there are none.
    public let group: String
    /// The number by which Canvas knows the learner; empty where the roster has none.
    public let canvasID: String
    /// The assignments that count neither for nor against the learner.
    public let excused: Set<String>
    /// By how many days every deadline is later for this learner.
    public let extraDays: Int
    /// The way through the course that was chosen; nil where everything is asked for.
    public let pathway: Pathway?
  }

  /// In the order of the file.
  public let learners: [Learner]
  /// Columns of the file that mean nothing here.
  public let ignoredColumns: [String]

  private let places: [String: Int]

  /// Reads a roster.
  ///
  /// The header names the columns: `id` and `name`, and if wanted `email`, `group`, `excused`
  /// (assignments, separated by semicolons or spaces), `extra_days` and `pathway`. The names that
  /// Canvas and Moodle give their columns are known too.
  ///
  /// - Parameters:
  ///   - bytes: the file: RFC 4180 in UTF-8, with or without a byte-order mark, LF or CRLF.
  ///   - name: its name, for messages.
  ///   - assignments: the assignments that learners may be excused from; nil for any.
  /// - Throws: every fault of the file.
  public init(
    bytes: [UInt8], name: String, assignments: [String]? = nil
  ) throws(ModelFileError) {
    let table = try CSVTable(bytes: bytes, name: name)
    let columns = try RosterColumns(table)
    var reader = RosterReader(table: table, columns: columns, assignments: assignments)
    learners = reader.learners()
    guard reader.faults.isEmpty else { throw ModelFileError(reader.faults) }
    ignoredColumns = columns.ignored
    places = Dictionary(uniqueKeysWithValues: learners.enumerated().map { ($1.id, $0) })
  }

  private init(learners: [Learner], ignoredColumns: [String]) {
    self.learners = learners
    self.ignoredColumns = ignoredColumns
    places = Dictionary(uniqueKeysWithValues: learners.enumerated().map { ($1.id, $0) })
  }

  /// The learner of this name in the course; nil for a stranger.
  public subscript(id: String) -> Learner? { places[id].map { learners[$0] } }

  /// The groups, in alphabetical order.
  public var groups: [String] { Set(learners.map(\.group)).subtracting([""]).sorted() }

  /// The part of the roster that is in a group.
  public func group(_ group: String) -> Roster {
    Roster(learners: learners.filter { $0.group == group }, ignoredColumns: ignoredColumns)
  }
}
