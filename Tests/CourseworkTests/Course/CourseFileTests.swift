import Testing

@testable import Coursework

struct CourseFileTests {
  private static func course(_ text: String) throws -> Course {
    try Course(bytes: Array(text.utf8), name: "course.json")
  }

  @Test func readsAnInstructorsCourse() throws {
    let course = try Self.course(
      """
      { "format": "urbanmine/course/1", "id": "metals-2026", "title": "Metals", "secret": "0123456789abcdef",
        "assignments": ["w3-little", "w3-stock"], "deadlines": { "w3-stock": "2026-12-01T23:59:00Z" },
        "most_attempts": 3 }
      """)
    #expect(course.id == "metals-2026")
    #expect(course.assignments.map(\.id) == ["w3-stock", "w3-little"])
    #expect(course.deadlines == ["w3-stock": "2026-12-01T23:59:00Z"])
    #expect(course.mostAttempts == 3)
    let anna = try LearnerID("anna")
    let assignment = try course.assignment("w3-stock")
    #expect(
      try assignment.variant(for: anna, secret: course.secret)
        != assignment.variant(for: anna, secret: Course.metals.secret))
  }

  @Test func withoutAListItHasAllAssignments() throws {
    let course = try Self.course(
      #"{ "format": "urbanmine/course/1", "id": "m", "title": "M", "secret": "0123456789abcdef" }"#)
    #expect(course.assignments.map(\.id) == Course.metals.assignments.map(\.id))
    #expect(course.mostAttempts == nil)
  }

  @Test func reportsEveryFaultAtOnce() {
    let error = #expect(throws: CourseError.self) {
      try Self.course(
        """
        { "format": "urbanmine/course/9", "id": "a b", "title": "M", "secret": "short", "most_attempts": 0,
          "assignments": ["w3-stok"], "deadlines": { "w3-stock": "tomorrow" } }
        """)
    }
    let text = error?.description ?? ""
    for part in [
      "'format' is 'urbanmine/course/9'", "'secret' has fewer than 16", "'id' must be a word",
      "'most_attempts' is below 1", "no assignment 'w3-stok' (did you mean 'w3-stock'?)",
      "the deadline of 'w3-stock' must look like",
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test(arguments: [
    ("{", "it is not valid JSON"), (#"{ "format": "x" }"#, "'id' is missing"),
    (#"{ "format": 1 }"#, "'format' is of another type"),
  ])
  func saysWhatIsWrongWithTheFile(_ sample: (text: String, reason: String)) {
    let error = #expect(throws: CourseError.self) { try Self.course(sample.text) }
    #expect(error?.description == "course.json: it is not a course file: \(sample.reason)")
  }

  @Test func anUnknownAssignmentIsAnsweredWithTheNearest() {
    let error = #expect(throws: CourseError.self) { try Course.metals.assignment("w3-stok") }
    #expect(error?.description == "there is no assignment 'w3-stok' (did you mean 'w3-stock'?)")
  }
}
