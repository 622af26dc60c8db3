import Testing

@testable import Coursework

struct CourseMarksTests {
  private let handins = Handins()

  private func course(mostAttempts: Int? = nil) -> Course {
    Course(
      id: "metals", title: "Metals", assignments: Course.metals.assignments,
      secret: Course.metals.secret, deadlines: ["w3-stock": "2026-11-02T12:00:00Z"],
      mostAttempts: mostAttempts)
  }

  private func grade(_ learner: String, _ points: Double, _ time: String, attempt: Int = 1) -> Grade
  {
    Grade(
      submission: "\(learner) \(attempt)", learner: learner, assignment: "w3-stock",
      attempt: attempt, time: time, keyVersion: "original", engine: "test", points: points,
      mostPoints: 10, hints: 0, questions: [])
  }

  private func cells(
    _ grades: [Grade], policy: GradingPolicy = GradingPolicy(),
    now: String = "2026-11-06T09:00:00Z",
    mostAttempts: Int? = nil
  ) throws -> [Gradebook.Cell] {
    let roster = try Roster(
      bytes: Array("id,name,excused,extra_days\na,A,,\nb,B,,3\nc,C,w3-stock,\n".utf8),
      name: "roster.csv")
    let marks = CourseMarks(
      grades: grades, course: course(mostAttempts: mostAttempts), roster: roster, policy: policy,
      now: now)
    return marks.gradebook.rows.map { $0.cells[0] }
  }

  @Test func deadlinesAreExtendedLearnerByLearner() throws {
    let late = try #require(LatePolicy(percentPerDay: 10))
    let time = "2026-11-03T13:00:00Z"
    let cells = try cells(
      [grade("a", 8, time), grade("b", 8, time)], policy: GradingPolicy(late: late))
    #expect(
      cells[0]
        == .graded(points: 6.4, isLate: true, reason: "only attempt, 20 % off for being late"))
    #expect(cells[1] == .graded(points: 8, isLate: false, reason: "only attempt"))
    #expect(cells[2] == .excused)
  }

  @Test func whoHasTimeLeftIsNotMissing() throws {
    // The assignment is a column because somebody has handed it in.
    let cells = try cells([grade("c", 1, "2026-11-01T09:00:00Z")], now: "2026-11-04T09:00:00Z")
    #expect(cells == [.missing, .open, .excused])
  }

  @Test func onlySoManyAttemptsCount() throws {
    let grades = [
      grade("a", 2, "2026-11-01T09:00:00Z", attempt: 1),
      grade("a", 9, "2026-11-01T11:00:00Z", attempt: 3),
      grade("a", 4, "2026-11-01T10:00:00Z", attempt: 2),
    ]
    #expect(try cells(grades)[0] == .graded(points: 9, isLate: false, reason: "best of 3"))
    #expect(
      try cells(grades, mostAttempts: 2)[0]
        == .graded(points: 4, isLate: false, reason: "best of 2"))
  }

  @Test func strangersHaveNoMark() throws {
    #expect(try cells([grade("a", 1, "2026-11-01T09:00:00Z"), grade("zoe", 9, "x")]).count == 3)
  }

  /// 'w3-demand' is for students and policy makers: a recycler neither gains nor loses by it.
  @Test func whatAPathwayDoesNotAskForCountsNeitherWay() throws {
    let roster = try Roster(
      bytes: Array("id,name,pathway\na,A,recycler\nb,B,student\nc,C,\nd,D,recycler\n".utf8),
      name: "roster.csv")
    func grade(_ learner: String, _ assignment: String, _ points: Double) -> Grade {
      Grade(
        submission: "\(learner) \(assignment)", learner: learner, assignment: assignment,
        attempt: 1, time: "2026-11-01T09:00:00Z", keyVersion: "original", engine: "test",
        points: points, mostPoints: 10, hints: 0, questions: [])
    }
    let marks = CourseMarks(
      grades: [
        grade("a", "w3-stock", 7), grade("b", "w3-stock", 7), grade("d", "w3-stock", 7),
        grade("b", "w3-demand", 3), grade("d", "w3-demand", 3),
      ], course: .metals, roster: roster, policy: GradingPolicy(), now: "2026-11-06T09:00:00Z")
    let book = marks.gradebook
    let demand = try #require(book.columns.firstIndex { $0.id == "w3-demand" })
    #expect(book.rows[0].cells[demand] == .otherPathway)
    #expect(book.rows[1].cells[demand] == .graded(points: 3, isLate: false, reason: "only attempt"))
    #expect(book.rows[2].cells[demand] == .missing)
    #expect(book.rows[3].cells[demand] == .otherPathway)
    #expect(book.rows.map(\.share) == [0.7, 0.5, 0, 0.7])
    #expect(book.csvText().contains("\"other pathway\""))
    #expect(book.csvText(.canvas).contains("\"EX\""))
  }
}
