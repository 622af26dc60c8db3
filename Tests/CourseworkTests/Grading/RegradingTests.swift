import Testing

@testable import Coursework

struct RegradingTests {
  private let handins = Handins()

  @Test func saysWhoGainsAndWhoLosesAndWhy() throws {
    let submissions = [
      try handins.handin(
        "anna", but: ["stock": handins.mistake("last-year-omitted", "stock", "anna", "w3-stock")]),
      try handins.handin(
        "ben", but: ["stock": handins.mistake("mean-as-scale", "stock", "ben", "w3-stock")]),
      try handins.handin("carl"),
    ]
    let key = try handins.gradingKey(
      "2,w3-stock,stock,accept last-year-omitted,2020 was unclear",
      "3,w3-stock,stock,credit mean-as-scale 0.25,it was said twice")
    let before = try submissions.map { try handins.grader().grade($0) }
    let after = try submissions.map { try handins.grader(key).grade($0) }
    let regrading = Regrading(from: before, to: after, key: key)
    #expect(regrading.compared == 3)
    #expect(regrading.gains.map(\.after.learner) == ["anna"])
    #expect(regrading.losses.map(\.after.learner) == ["ben"])
    #expect(
      regrading.gains[0].reasons == [
        "stock: 1.5 to 3, 2020 was unclear (key 2); it was said twice (key 3)"
      ])
    #expect(regrading.losses[0].gain == -0.75)
  }

  @Test func decisionsBeforeTheComparedKeyAreNoReason() throws {
    let wrong = try handins.mistake("mean-as-scale", "stock", "ben", "w3-stock")
    let submission = try handins.handin("ben", but: ["stock": wrong])
    let second = try handins.gradingKey("2,w3-stock,stock,credit mean-as-scale 0.25,said twice")
    let third = try handins.gradingKey(
      "2,w3-stock,stock,credit mean-as-scale 0.25,said twice",
      "3,w3-stock,stock,credit mean-as-scale 0.75,too hard")
    let regrading = Regrading(
      from: [try handins.grader(second).grade(submission)],
      to: [try handins.grader(third).grade(submission)], key: third)
    #expect(regrading.changes.first?.reasons == ["stock: 0.75 to 2.25, too hard (key 3)"])
  }

  @Test func theSameKeyChangesNothing() throws {
    let grade = try handins.grader().grade(handins.handin("anna"))
    #expect(Regrading(from: [grade], to: [grade], key: .original).changes.isEmpty)
    #expect(Regrading(from: [], to: [grade], key: .original).compared == 0)
  }
}
