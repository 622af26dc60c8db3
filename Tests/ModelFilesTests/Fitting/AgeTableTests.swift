import ModelFiles
import Testing
import UrbanMining

struct AgeTableTests {
  @Test func readsAgesWithMarksAndCounts() throws {
    let data = try AgeTable(
      bytes: Array("age,left,count\n3,1,2\n4.5,0,10\n6,1,1\n".utf8), name: "a.csv"
    ).data
    #expect(data.ages == [3, 4.5, 6])
    #expect(data.hasLeft == [true, false, true])
    #expect(data.counts == [2, 10, 1])
  }

  @Test func readsLateEntriesAndIntervals() throws {
    let data = try AgeTable(
      bytes: Array("age,left,entered,left_by\n3,1,1.5,\n5,1,,10\n0,1,,5\n8,0,8e-1,\n".utf8),
      name: "a.csv"
    ).data
    #expect(data.entered == [1.5, 0, 0, 0.8])
    #expect(data.leftBy == [nil, 10, 5, nil])
    #expect(data.lateCount == 2 && data.intervalCount == 2)
  }

  @Test func reportsEveryFaultAtOnce() {
    do throws(ModelFileError) {
      _ = try AgeTable(bytes: Array("age,left\n0,1\n3,yes\n4,1\n5,1\n".utf8), name: "a.csv")
      Issue.record("no fault")
    } catch {
      #expect(
        error.faults.map(\.description) == [
          "a.csv:2:1: an age is above 0",
          "a.csv:3:3: 'left' is 1 for a unit that left, 0 for one still in use",
        ])
    }
    #expect(throws: ModelFileError.self) {
      try AgeTable(bytes: Array("age,left\n3,1\n4,0\n".utf8), name: "a.csv")
    }
  }

  @Test func columnsThatDoNotFitAreFaults() {
    do throws(ModelFileError) {
      _ = try AgeTable(
        bytes: Array("age,left,cout,entered,left_by\n3,1,1,3,\n4,0,1,,6\n5,1,1,,5\n".utf8),
        name: "a.csv")
      Issue.record("no fault")
    } catch {
      let found = error.faults.map(\.description)
      for part in [
        "a.csv:1:10: 'cout' is not a column of ages", "a.csv:2:7: 'entered' is from 0 on",
        "a.csv:3:8: a unit that is still in use", "a.csv:4:8: the age by which a unit had left",
      ] {
        #expect(found.contains { $0.hasPrefix(part) }, "\(part) in \(found)")
      }
    }
  }
}
