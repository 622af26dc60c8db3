import Testing
import UrbanMining

struct SystemModelTests {
  @Test func namesAreLabelledForReaders() throws {
    let model = try SystemModel(
      header: .init(name: "copper", labels: ["end_use": "End use"]),
      time: TimeAxis(years: 2000...2000), processes: [], flows: [])
    #expect(model.label(for: "end_use") == "End use")
    #expect(model.label(for: "cars") == "cars")
    #expect(model.header.title == "copper")
    #expect(model.header.material == "copper")
    #expect(model.header.unit == .tonne)
    #expect(model.timing == .middle)
  }

  @Test func flowsSpanTheDimensionsOfBothEnds() throws {
    let model = try TwoUseCycle().model()
    #expect(model.space(of: model.flows[0]).count == 1)
    #expect(model.space(of: model.flows[1]).dimensions.map(\.name) == ["end_use"])
    #expect(model.process("use")?.lifetimes?.count == 2)
    #expect(model.process("use")?.kind != .sink)
    #expect(model.process("refining")?.lifetimes == nil)
    #expect(model.process("nowhere") == nil)
  }

  @Test func flowsAreCalledByNameRoleOrEnds() {
    let plain = SystemModel.Flow(from: "a", to: "b", .remainder)
    let role = SystemModel.Flow(from: "a", to: "b", .remainder, role: .newScrap)
    let named = SystemModel.Flow(from: "a", to: "b", .remainder, role: .newScrap, name: "trim")
    #expect([plain, role, named].map(\.key) == ["a->b", "a->b", "trim"])
    #expect([plain, role, named].map(\.displayName) == ["a->b", "new_scrap", "trim"])
  }

  @Test func anEmptyModelIsValidAndSolves() throws {
    let model = try SystemModel(
      header: .init(name: "nothing"), time: TimeAxis(years: 2000...2001), processes: [], flows: [])
    let results = try SystemPlan(model).solve()
    #expect(results.balance.holds)
    #expect(results.plan.unknowns == 0)
  }

  @Test func provenanceIsStatedBySourceOrAssumption() {
    #expect(Provenance(source: "usgs-ds140").isStated)
    #expect(Provenance(assumption: "as for zinc").isStated)
    #expect(!Provenance(table: "mine-production").isStated)
    #expect(!Provenance().isStated)
  }

  @Test func rolesHaveTheNamesOfFiles() {
    #expect(
      SystemModel.Role.allCases.map(\.rawValue) == [
        "primary", "new_scrap", "old_scrap", "collected", "re_use", "remanufactured", "loss",
        "non_functional",
      ])
  }
}
