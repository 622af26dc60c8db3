import Testing
import UrbanMining

struct MetalContentTests {
  @Test func keepsWhatItIsGiven() throws {
    let gold = try MetalContent("gold", share: 7e-6, greenhouseGases: 12_500).with(price: 4e7)
    #expect(gold.share == 7e-6)
    #expect(gold.price == 4e7)
    #expect(gold.greenhouseGases == 12_500)
    #expect(gold.energy == nil)
  }

  @Test(arguments: [-0.1, 1.01, .nan]) func aShareIsBetweenZeroAndOne(_ share: Double) {
    #expect(throws: EWasteError.self) { try MetalContent("gold", share: share) }
  }

  @Test func pricesAndImpactsAreNotNegative() {
    #expect(throws: EWasteError.negative(name: "gold", what: "price", value: -1)) {
      try MetalContent("gold", share: 0.1, price: -1)
    }
    #expect(throws: EWasteError.negative(name: "gold", what: "energy", value: -2)) {
      try MetalContent("gold", share: 0.1, energy: -2)
    }
  }
}
