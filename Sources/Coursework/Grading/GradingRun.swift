/// A grading from a folder of submissions to marks, recorded in a store.
public struct GradingRun: Sendable {
  public let batch: GradingBatch
  /// The marks from all submissions that the store knows, those of earlier runs too.
  public let marks: CourseMarks
  /// Learners with wrong answers that are others' right ones, among all submissions that the store knows.
  public let copied: [CopiedAnswers.Finding]
  /// How many submissions have a grade under another version of the key.
  public let otherKeys: Int

  /// Who grades what by which rules.
  public struct Terms: Sendable {
    public let grader: Grader
    /// Whose submissions are graded.
    public let roster: Roster
    /// Whose marks are wanted; nil for all.
    public let group: String?
    public let policy: GradingPolicy
    /// This machine's time (ISO 8601).
    public let now: String

    public init(
      grader: Grader, roster: Roster, group: String? = nil, policy: GradingPolicy, now: String
    ) {
      self.grader = grader
      self.roster = roster
      self.group = group
      self.policy = policy
      self.now = now
    }

    /// What the audit trail says was done.
    func run(_ action: String) -> GradeStore.Run {
      GradeStore.Run(
        time: now, action: action, keyVersion: grader.key.version, engine: grader.engine)
    }

    /// The marks that grades make under these terms.
    public func marks(of grades: [Grade]) -> CourseMarks {
      CourseMarks(
        grades: grades, course: grader.course, roster: group.map(roster.group) ?? roster,
        policy: policy, now: now)
    }
  }

  /// Grades a folder.
  ///
  /// - Parameters:
  ///   - folder: the folder with the submissions.
  ///   - files: the files in it.
  ///   - terms: who grades what by which rules.
  ///   - store: where it is recorded.
  ///   - progress: told the share that is done, from time to time.
  public init(
    folder: String, files: [String], terms: Terms, store: GradeStore,
    progress: (Double) -> Void = { _ in }
  ) throws(StoreError) {
    let batch = GradingBatch(
      folder: folder, files: files, grader: terms.grader, roster: terms.roster, now: terms.now,
      progress: progress)
    try store.add(
      terms.run("grade, \(terms.policy.attempts.rawValue) attempt"),
      submissions: batch.graded.map(\.submission), grades: batch.graded.map(\.grade),
      refused: batch.refused, reason: "handed in")
    let grades = try store.grades()
    self.batch = batch
    marks = terms.marks(of: grades)
    copied = CopiedAnswers(grades).findings
    otherKeys = grades.count { $0.keyVersion != terms.grader.key.version }
  }
}

/// A grading of what a store holds, anew: under another key, or by another version of the program.
public struct RegradingRun: Sendable {
  public let regrading: Regrading
  public let marks: CourseMarks
  public let refused: [Refusal]

  /// Grades anew.
  ///
  /// - Parameters:
  ///   - version: the version of the key to compare with; a submission that was first graded later is
  ///     compared with its latest grade.
  ///   - terms: who grades what by which rules.
  ///   - store: what holds the submissions, and where the new grades are recorded.
  ///   - progress: told the share that is done, from time to time.
  /// - Throws: ``RegradingError`` for a version that the store doesn't know; what is wrong with the store.
  public init(
    since version: String, terms: GradingRun.Terms, store: GradeStore,
    progress: (Double) -> Void = { _ in }
  ) throws {
    let known = try store.keyVersions()
    guard known.contains(version) else { throw RegradingError(version: version, known: known) }
    let latest = try store.grades()
    let then = try store.grades(keyVersion: version)
    let compared = Set(then.map(\.submission))
    let before = then + latest.filter { !compared.contains($0.submission) }
    let (grades, refused) = terms.grader.grades(of: try store.submissions(), progress: progress)
    try store.add(
      terms.run("regrade since \(version)"), submissions: [], grades: grades, refused: refused,
      reason: "graded anew under key \(terms.grader.key.version)")
    regrading = Regrading(from: before, to: grades, key: terms.grader.key)
    marks = terms.marks(of: try store.grades())
    self.refused = refused
  }
}

/// A version of the key that a store doesn't know.
public struct RegradingError: Error, Hashable, Sendable, CustomStringConvertible {
  public let version: String
  public let known: [String]

  public var description: String {
    "no grade was made under key '\(version)' (there are \(known.joined(separator: ", ")))"
  }
}
