import Testing
import UrbanMining

struct NegativeInflowPolicyTests {
  @Test func policiesHaveTheNamesOfFiles() {
    #expect(NegativeInflowPolicy.allCases.map(\.rawValue) == ["keep", "clip", "retire"])
    #expect(NegativeInflowPolicy(rawValue: "ignore") == nil)
  }
}
