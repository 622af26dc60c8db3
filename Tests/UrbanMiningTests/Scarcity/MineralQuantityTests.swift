import Testing
import UrbanMining

@Suite struct MineralQuantityTests {
  @Test func keepsWhatItCounts() throws {
    let quantity = try MineralQuantity(85e6, .oxide)
    #expect(quantity.amount == 85e6)
    #expect(quantity.definition.rawValue == "oxide")
  }

  @Test(arguments: [-1.0, -.leastNonzeroMagnitude, .infinity, .nan])
  func refusesANegativeOrEndlessContent(_ amount: Double) {
    #expect(throws: ScarcityError.self) { try MineralQuantity(amount, .content) }
  }
}
