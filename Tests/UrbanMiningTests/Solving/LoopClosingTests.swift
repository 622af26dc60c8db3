import LinearAlgebra
import Testing

@testable import UrbanMining

struct LoopClosingTests {
  /// z₀ = 1 + 0.5 z₁, z₁ = 2 + g z₀ with g = 0.2 and 0.4: z₀ = 2 / (1 − g/2), by hand.
  @Test func eachLaneIsSolvedWithItsOwnGains() throws {
    // z in two rows of two lanes, then h, then G.
    var arena: [Double] = [0, 0, 0, 0, 1, 1, 2, 2, 0, 0, 0.5, 0.5, 0.2, 0.4, 0, 0]
    let closing = LoopClosing(
      nodes: [LaneRow(start: 0, step: 0), LaneRow(start: 2, step: 0)], outside: 4, gains: 8,
      lanes: 2, isShared: false)
    try closing.solve(in: 0, on: &arena)
    let expected: [Double] = [2 / 0.9, 2 / 0.8, 2 + 0.4 / 0.9, 3]
    expectClose(Array(arena[..<4]), expected)
  }

  @Test func gainsThatAllShareAreSolvedOnce() throws {
    let outside = [1.0, 3, 2, 5]
    let gains = [0.1, 0.1, 0.5, 0.5, 0.2, 0.2, 0.3, 0.3]
    func solved(isShared: Bool) throws -> [Double] {
      var arena = [Double](repeating: 0, count: 4) + outside + gains
      try LoopClosing(
        nodes: [LaneRow(start: 0, step: 0), LaneRow(start: 2, step: 0)], outside: 4, gains: 8,
        lanes: 2, isShared: isShared
      ).solve(in: 0, on: &arena)
      return Array(arena[..<4])
    }
    expectClose(try solved(isShared: true), try solved(isShared: false), relative: 1e-15)
  }

  @Test func aLoopThatReturnsAllHasNoSolution() {
    var arena: [Double] = [0, 0, 1, 2, 0, 1, 1, 0]
    let closing = LoopClosing(
      nodes: [LaneRow(start: 0, step: 0), LaneRow(start: 1, step: 0)], outside: 2, gains: 4,
      lanes: 1, isShared: true)
    #expect(throws: LinearAlgebraError.self) { try closing.solve(in: 0, on: &arena) }
  }
}
