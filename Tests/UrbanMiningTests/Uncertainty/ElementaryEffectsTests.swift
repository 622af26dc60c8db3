import Testing

@testable import UrbanMining

struct ElementaryEffectsTests {
  private func effects(
    _ trajectories: MorrisTrajectories, _ value: ([Double]) -> Double
  ) -> ElementaryEffects {
    ElementaryEffects(
      trajectories: trajectories,
      results: (0..<trajectories.count).flatMap { trajectories.points(of: $0).map(value) })
  }

  @Test func ofALinearResultAreItsSlopes() {
    let trajectories = MorrisTrajectories(count: 12, quantities: 3, seed: 1)
    let effects = effects(trajectories) { 2 * $0[0] - 5 * $0[1] + 0.25 * $0[2] + 9 }
    expectClose(effects.mean, [2, -5, 0.25], relative: 1e-12)
    expectClose(effects.absoluteMean, [2, 5, 0.25], relative: 1e-12)
    expectClose(effects.standardDeviation, [0, 0, 0], absolute: 1e-12)
  }

  /// x·y on four levels: the effect of x is y, which is 0, ⅓, ⅔ or 1 with mean ½ and deviation √(5/36).
  @Test func interactionsShowAsSpread() {
    let trajectories = MorrisTrajectories(count: 4000, quantities: 2, seed: 2)
    let effects = effects(trajectories) { $0[0] * $0[1] }
    expectClose(effects.mean, [0.5, 0.5], absolute: 0.03)
    let spread = (5.0 / 36).squareRoot()
    expectClose(effects.standardDeviation, [spread, spread], absolute: 0.02)
  }

  @Test func everyTrajectoryStaysOnTheGridAndMovesEachQuantityOnce() {
    let trajectories = MorrisTrajectories(count: 50, quantities: 5, levels: 6, seed: 3)
    for trajectory in 0..<50 {
      let points = trajectories.points(of: trajectory)
      #expect(points.count == 6)
      for coordinate in points.flatMap({ $0 }) {
        expectClose(coordinate * 5, (coordinate * 5).rounded(), absolute: 1e-9)
        #expect(coordinate > -1e-9 && coordinate < 1 + 1e-9)
      }
      let moved = zip(points, points.dropFirst()).map { before, after in
        (0..<5).filter { before[$0] != after[$0] }
      }
      #expect(Set(moved.flatMap { $0 }) == Set(0..<5))
      #expect(moved.allSatisfy { $0.count == 1 })
    }
  }
}
