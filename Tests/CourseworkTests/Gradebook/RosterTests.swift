import Foundation
import ModelFiles
import Testing

@testable import Coursework

struct RosterTests {
  private func roster(_ text: String) throws -> Roster {
    try Roster(bytes: Array(text.utf8), name: "roster.csv")
  }

  @Test(arguments: ["\n", "\r\n"], ["", "\u{FEFF}"])
  func readsNamesWithCommasAndApostrophes(_ end: String, _ mark: String) throws {
    let lines = [
      "id,name,email,group,excused,extra_days,shoe size",
      "s1,\"Müller, Jr.\",m@example.org,Monday,w2-depletion; w3-stock,,43", "s2,O'Neil,,,,2,41",
    ]
    let roster = try roster(mark + lines.joined(separator: end) + end)
    #expect(roster.learners.map(\.name) == ["Müller, Jr.", "O'Neil"])
    #expect(roster["s1"]?.excused == ["w2-depletion", "w3-stock"])
    #expect(roster["s2"]?.extraDays == 2)
    #expect(roster["s3"] == nil)
    #expect(roster.groups == ["Monday"])
    #expect(roster.group("Monday").learners.map(\.id) == ["s1"])
    #expect(roster.ignoredColumns == ["shoe size"])
  }

  @Test func readsWhatCanvasExports() throws {
    let text = """
      Student,ID,SIS User ID,SIS Login ID,Section,Week 1
      "    Points Possible",,,,,10
      "Müller, Jr.",1041,s1,mueller,Monday,7
      """
    let learner = try #require(roster(text)["s1"])
    #expect(learner.canvasID == "1041")
    #expect(learner.group == "Monday")
  }

  @Test func readsWhatMoodleExports() throws {
    let text = "First name,Last name,ID number,Email address\nAda,O'Neil,s1,a@example.org\n"
    #expect(try roster(text).learners.first?.name == "Ada O'Neil")
  }

  @Test func reportsEveryFaultAtOnce() throws {
    let text = """
      id,name,extra_days
      s1,Anna,
      S1,Ben,
      ../s2,Carl,
      ,Dora,
      s4,Emil,soon
      """
    do {
      _ = try roster(text)
      Issue.record("a wrong roster was read")
    } catch let error as ModelFileError {
      #expect(error.faults.map(\.line) == [3, 4, 5, 6])
      #expect(error.description.contains("roster.csv:4:1: the learner id '../s2' can't be used"))
      #expect(error.description.contains("'soon' is no number of days"))
    }
  }

  @Test func aRosterNeedsIdsAndNames() {
    #expect(throws: ModelFileError.self) { try roster("mail,age\na,2\n") }
    #expect(throws: ModelFileError.self) { try roster("") }
  }

  @Test func assignmentsAndPathwaysAreOfTheCourse() throws {
    let text = """
      id,name,excused,pathway
      s1,Anna,w3-stock,policy maker
      s2,Ben,w3-stok,recycler
      s3,Carl,,miner
      """
    do {
      _ = try Roster(
        bytes: Array(text.utf8), name: "roster.csv", assignments: ["w3-stock", "w3-little"])
      Issue.record("a wrong roster was read")
    } catch {
      #expect(error.faults.map(\.line) == [3, 4])
      #expect(error.description.contains("no assignment 'w3-stok'"))
      #expect(error.description.contains("w3-stock"))
      #expect(error.description.contains("no pathway 'miner'"))
    }
    let sound = try roster("id,name,pathway\ns1,Anna,Policy maker\ns2,Ben,\n")
    #expect(sound.learners.map(\.pathway) == [.policyMaker, nil])
  }

  @Test func aRosterWithoutLearnersIsRefused() {
    #expect(throws: ModelFileError.self) { try roster("id,name\n") }
  }
}
