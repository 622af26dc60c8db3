import Testing
import UrbanMining

@Suite struct ScarcityErrorTests {
  @Test func saysWhatAndTheRule() {
    #expect(
      "\(ScarcityError.impossible(name: "the growth", value: -2, rule: "it must be above -1"))"
        == "the growth: -2 is not possible: it must be above -1")
    #expect(
      "\(ScarcityError.differentDefinitions("oxide", "content"))".contains("must count the same"))
    #expect("\(ScarcityError.tooFewPoints(2, needed: 5))".contains("at least 5"))
  }
}
