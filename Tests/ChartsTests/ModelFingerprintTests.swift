import Testing
import UrbanMining

@testable import Charts

struct ModelFingerprintTests {
  @Test func theSameModelHasTheSameHash() throws {
    #expect(
      try ModelFingerprint.text(of: Cycles.model()) == ModelFingerprint.text(of: Cycles.model()))
    #expect(try ModelFingerprint.text(of: Cycles.model()).count == 16)
  }

  @Test(arguments: ["mining", "use.lifetime", "use.lifetime.cans", "yard->smelter.share"])
  func everyNumberCounts(_ key: String) throws {
    let model = try Cycles.model()
    // The least change that a number can have, or nearly.
    let change = Scenario.Change(target: try model.target(of: key), value: .factor(1 - 1e-12))
    let changed = try Scenario(name: "s", changes: [change]).applied(to: model)
    #expect(ModelFingerprint.text(of: changed) != ModelFingerprint.text(of: model))
  }

  @Test func otherYearsAreAnotherInput() throws {
    #expect(
      try ModelFingerprint.text(of: Cycles.model(years: 1950...1999))
        != ModelFingerprint.text(of: Cycles.model()))
  }
}
