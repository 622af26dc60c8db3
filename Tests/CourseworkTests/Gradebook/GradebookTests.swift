import Foundation
import Testing

@testable import Coursework

struct GradebookTests {
  private static let columns = [
    Gradebook.Column(id: "w2-hhi", title: "Concentration", points: 4),
    Gradebook.Column(id: "w3-stock", title: "In use", points: 10),
  ]

  private func gradebook() throws -> Gradebook {
    let roster = try Roster(
      bytes: Array(
        #"""
        Student,ID,SIS User ID,Section,Email,Excused,Extra days
        "Müller, Jr.",1041,s1,Monday,@m,,
        O'Neil,1042,s2,Monday,,,
        =SUM(A1),,s3,,,w2-hhi,
        "Smith ""Sam""",,s4,,,,7
        """#.utf8), name: "roster.csv")
    let marks: [String: GradingPolicy.Mark] = [
      "s1 w2-hhi": .init(points: 4, isLate: false, reason: "only attempt"),
      "s1 w3-stock": .init(points: 7.5, isLate: true, reason: "best of 2"),
      "s2 w2-hhi": .init(points: 0, isLate: false, reason: "only attempt"),
      // Excused: what was handed in does not count.
      "s3 w2-hhi": .init(points: 1, isLate: false, reason: "only attempt"),
      "s3 w3-stock": .init(points: 10, isLate: false, reason: "only attempt"),
    ]
    return Gradebook(
      roster: roster, columns: Self.columns, mark: { marks["\($0.id) \($1.id)"] },
      isOver: { learner, _ in learner.extraDays == 0 })
  }

  @Test(arguments: Gradebook.Layout.allCases)
  func isWrittenAsPythonWritesIt(_ layout: Gradebook.Layout) throws {
    let golden = try Data(
      contentsOf: Reference.folder.appendingPathComponent(
        "coursework-gradebooks/\(layout.rawValue).csv"))
    #expect(try gradebook().csvText(layout) == String(decoding: golden, as: UTF8.self))
  }

  @Test func excusedMissingAndZeroAreThreeThings() throws {
    let rows = try gradebook().rows
    #expect(rows[1].cells[1] == .missing)
    #expect(rows[1].cells[0] == .graded(points: 0, isLate: false, reason: "only attempt"))
    #expect((rows[1].points, rows[1].of) == (0, 14))
    #expect(rows[2].cells[0] == .excused)
    #expect((rows[2].points, rows[2].of) == (10, 10))
    #expect(rows[3].cells == [.open, .open])
    #expect(rows[3].share == nil)
  }

  @Test(arguments: [
    (0.1 + 0.2, "0.3"), (7, "7"), (-0.00001, "0"), (1.0 / 3, "0.3333"), (1e6, "1000000"),
  ])
  func numbersHaveAPointAndAtMostFourDecimals(_ value: Double, _ text: String) {
    #expect(Gradebook.number(value) == text)
  }
}
