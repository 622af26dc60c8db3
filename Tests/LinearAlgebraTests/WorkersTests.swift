import LinearAlgebra
import Testing

struct WorkersTests {
  @Test(arguments: [1, 2, 5])
  func everyItemIsWorkedOnOnce(_ threads: Int) {
    var states = [[Int]](repeating: [], count: threads)
    Workers.forEach(items: 1000, states: &states) { $1.append($0) }
    #expect(states.count == threads)
    #expect(states.flatMap { $0 }.sorted() == Array(0..<1000))
  }

  @Test func oneStateMeetsTheItemsInOrder() {
    var states = [[-1]]
    Workers.forEach(items: 3, states: &states) { $1.append($0) }
    #expect(states == [[-1, 0, 1, 2]])
  }

  @Test func nothingToDoLeavesTheStates() {
    var states = ["a", "b"]
    Workers.forEach(items: 0, states: &states) { $1 += "\($0)" }
    #expect(states == ["a", "b"])
  }
}
