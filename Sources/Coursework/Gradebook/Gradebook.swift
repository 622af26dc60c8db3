/// The marks of a course: a row for each learner of the roster, a column for each assignment.
public struct Gradebook: Hashable, Sendable {
  /// One assignment.
  public struct Column: Hashable, Sendable {
    public let id: String
    public let title: String
    /// The most points.
    public let points: Double

    public init(id: String, title: String, points: Double) {
      self.id = id
      self.title = title
      self.points = points
    }
  }

  /// What a learner has in an assignment. Excused, missing and zero points are three things.
  public enum Cell: Hashable, Sendable {
    /// Points, possibly zero.
    case graded(points: Double, isLate: Bool, reason: String)
    /// Nothing was handed in and the deadline is over: no points, and it counts.
    case missing
    /// Nothing was handed in yet, and there is time: it does not count.
    case open
    /// Counts neither for nor against the learner, whatever was handed in.
    case excused
    /// The learner's pathway does not ask for it: it counts neither way, whatever was handed in.
    case otherPathway
  }

  /// One learner.
  public struct Row: Hashable, Sendable {
    public let learner: Roster.Learner
    /// One for each column.
    public let cells: [Cell]
    /// The points of all that counts.
    public let points: Double
    /// The most points that these assignments have.
    public let of: Double

    /// The share of the points; nil where nothing counts yet.
    public var share: Double? { of > 0 ? points / of : nil }

    init(learner: Roster.Learner, cells: [Cell], columns: [Column]) {
      self.learner = learner
      self.cells = cells
      let counted = zip(cells, columns).compactMap { cell, column -> (Double, Double)? in
        switch cell {
        case .graded(let points, _, _): (points, column.points)
        case .missing: (0, column.points)
        case .open, .excused, .otherPathway: nil
        }
      }
      points = counted.map(\.0).reduce(0, +)
      of = counted.map(\.1).reduce(0, +)
    }
  }

  public let columns: [Column]
  /// In the order of the roster.
  public let rows: [Row]

  /// Fills a gradebook.
  ///
  /// - Parameters:
  ///   - roster: the learners.
  ///   - columns: the assignments.
  ///   - mark: the mark of a learner in an assignment; nil where nothing was handed in.
  ///   - isOver: whether the deadline of an assignment is over for a learner.
  ///   - isAsked: whether an assignment is on the pathway of a learner.
  /// - Complexity: O(learners × assignments).
  public init(
    roster: Roster, columns: [Column], mark: (Roster.Learner, Column) -> GradingPolicy.Mark?,
    isOver: (Roster.Learner, Column) -> Bool,
    isAsked: (Roster.Learner, Column) -> Bool = { _, _ in true }
  ) {
    self.columns = columns
    rows = roster.learners.map { learner in
      let cells = columns.map { column -> Cell in
        if learner.excused.contains(column.id) { return .excused }
        if !isAsked(learner, column) { return .otherPathway }
        guard let mark = mark(learner, column) else {
          return isOver(learner, column) ? .missing : .open
        }
        return .graded(points: mark.points, isLate: mark.isLate, reason: mark.reason)
      }
      return Row(learner: learner, cells: cells, columns: columns)
    }
  }
}
