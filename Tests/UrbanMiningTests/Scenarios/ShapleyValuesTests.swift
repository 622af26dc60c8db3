import Testing
import UrbanMining

struct ShapleyValuesTests {
  @Test func areMeansOverAllOrders() throws {
    for game in try ScenarioReference.read().games {
      expectClose(
        ShapleyValues(worths: game.worths).values, game.values, relative: 1e-12, absolute: 1e-14)
    }
  }

  @Test func sumToTheWorthOfAll() {
    var numbers = SeededNumbers(seed: 5)
    let worths = (0..<4096).map { _ in Double.random(in: -3...7, using: &numbers) }
    let values = ShapleyValues(worths: worths).values
    #expect(values.count == 12)
    expectClose(values.reduce(0, +), worths[4095] - worths[0], relative: 1e-11)
  }

  @Test func aPlayerThatAddsNothingGetsNothing() {
    // Bit 1 does not matter.
    let worths = [2, 5, 2, 5, 3, 9, 3, 9].map(Double.init)
    let values = ShapleyValues(worths: worths).values
    #expect(values[1] == 0)
    expectClose(values, [4.5, 0, 2.5])
  }

  @Test func noPlayersShareNothing() {
    #expect(ShapleyValues(worths: [3]).values == [])
  }
}
