import Testing
import UrbanMining

@Suite struct CriticalityErrorTests {
  @Test func saysWhatAndTheRule() {
    #expect(
      "\(CriticalityError.weightsDoNotSumToOne(0.9))"
        == "the weights sum to 0.9: they must sum to 1")
    #expect("\(CriticalityError.notAShare(name: "a share", value: 2))".contains("between 0 and 1"))
  }
}
