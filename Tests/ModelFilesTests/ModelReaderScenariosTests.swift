import ModelFiles
import RealModule
import Testing
import UrbanMining

@Suite struct ModelReaderScenariosTests {
  static func model(_ scenario: String) throws -> SystemModel {
    let file = try SampleModel.file(
      ("{ title: Everything lasts longer, scale: { use.lifetime: 2 } }", scenario))
    return try file.scenarios[0].applied(to: file.base)
  }

  @Test func scalesLifetimesOfAllElementsOrOne() throws {
    let all = try Self.model("{ scale: { use.lifetime: 2 } }").process("use")?.lifetimes
    #expect(all?.map(\.mean) == [30, 6])
    let one = try Self.model("{ scale: { use.lifetime.cars: 2 } }").process("use")?.lifetimes
    #expect(one?.map(\.mean) == [30, 3])
  }

  @Test func setsLifetimesByElement() throws {
    let one = try Self.model("{ set: { use.lifetime.wires: 'fixed(years: 7)' } }")
    #expect(one.process("use")?.lifetimes?.map(\.mean) == [15, 7])
    let all = try Self.model(
      "{ set: { use.lifetime: { cars: 'fixed(years: 1)', wires: 'fixed(years: 2)' } } }")
    #expect(all.process("use")?.lifetimes?.map(\.mean) == [1, 2])
  }

  @Test func setsAndScalesData() throws {
    let model = try Self.model("{ set: { mining: { 2000: 1, 2003: 4 } }, scale: { mining: 10 } }")
    #expect(model.inputs[0].parameter.cells == [[10, 20, 30, 40]])
  }

  @Test func setsOneElementOfAFlow() throws {
    let model = try Self.model("{ set: { yard->refining.share.cars: 0.75 } }")
    #expect(
      model.flows[3].rule
        == .share(
          .inline(
            Parameter(
              dimensions: ["end_use"], cells: [[0.75, 0.75, 0.75, 0.75], [0.5, 0.5, 0.5, 0.5]]))))
  }

  @Test func leavesTheBaseAsItIs() throws {
    let file = try SampleModel.file()
    #expect(try file.scenario("longer").applied(to: file.base) != file.base)
    #expect(file.base == (try SampleModel.file()).base)
    #expect(file.scenarios[0].title == "Everything lasts longer")
  }

  @Test(
    arguments: [
      (
        "{ set: { minng: 1 } }",
        "24:20: 'minng' names nothing in the model: a key starts with one of mining, split, "
          + "use.lifetime, mine->refining, refining->use, use->yard, yard->refining, yard->waste "
          + "(did you mean 'mining'?)"
      ),
      (
        "{ set: { split.car: 1 } }",
        "24:20: 'split.car' names nothing in the model: its elements are cars, wires (did you mean "
          + "'cars'?)"
      ),
      (
        "{ set: { mining.cars: 1 } }",
        "24:20: 'mining.cars' names nothing in the model: it is not over a dimension, so no 'cars' "
          + "can be told apart"
      ),
      (
        "{ scale: { use.liftime: 1 } }",
        "24:22: 'use.liftime' names nothing in the model: of 'use' only the lifetime can be "
          + "changed (did you mean 'lifetime'?)"
      ),
      (
        "{ scale: { refining.lifetime: 1 } }",
        "24:22: 'refining.lifetime' names nothing in the model: the process 'refining' has no "
          + "lifetime"
      ),
      (
        "{ set: { yard->refining.given: 1 } }",
        "24:20: 'yard->refining.given' names nothing in the model: the flow 'yard->refining' has a "
          + "'share'"
      ),
      (
        "{ set: { yard->waste.share: 1 } }",
        "24:20: 'yard->waste.share' names nothing in the model: the flow 'yard->waste' is a "
          + "'remainder' and has no numbers"
      ),
      ("{ sett: { mining: 1 } }", "24:13: 'sett' is not a key of a scenario (did you mean 'set'?)"),
      (
        "{ set: { mining: x } }",
        "24:28: 'x' is not a number (leave the field empty where a number is missing)"
      ),
      (
        "{ set: { use.lifetime: 'fixed(year: 1)' } }",
        "24:35: the lifetime 'fixed(year: 1)': fixed takes fixed(years:); given were year (did you mean 'years'?)"
      ),
      (
        "{ set: { split.cars: { cars: 1, wires: 0 } } }",
        "24:32: the key leaves no 'end_use' open, over which its value could vary"
      ),
      (
        "{ set: { split.cars: 0.9 } }",
        "24:3: with 'longer': the shares of what leaves refining sum to 1.65 in 2000: they may sum "
          + "to at most 1"
      ),
      (
        "{ scale: { mining: -1 } }",
        "24:3: with 'longer': 'mine->refining' is negative in 2000: -10; a flow carries zero or "
          + "more"
      ),
      (
        "{ scale: { use.lifetime: 0 } }",
        "24:3: with 'longer': the lifetime of 'use': factor: 0 is not possible: it must be above "
          + "0"
      ),
      ("{ scale: { mining: much } }", "24:30: 'much' is not a number"),
      ("[a]", "24:11: a scenario is a list of keys with values"),
    ])
  func namesTheFaultAndItsPlace(_ scenario: String, _ fault: String) {
    let faults = SampleModel.faults(
      ("{ title: Everything lasts longer, scale: { use.lifetime: 2 } }", scenario))
    #expect(faults == ["demo.yaml:" + fault])
  }

  private static let longer =
    "longer: { title: Everything lasts longer, scale: { use.lifetime: 2 } }"

  @Test func extendsOthersInAnyOrder() throws {
    let file = try SampleModel.file(
      (
        Self.longer,
        """
        both: { extends: [more, longer] }
          longer: { scale: { use.lifetime: 2 } }
          more: { extends: longer, scale: { mining: 3 } }
        """
      ))
    #expect(file.scenarios.map(\.name) == ["both", "longer", "more"])
    let model = try file.scenario("both").applied(to: file.base)
    #expect(model.process("use")?.lifetimes?.map(\.mean) == [30, 6])
    #expect(model.inputs[0].parameter.cells[0][0] == 30)
  }

  @Test func namesCirclesAndUnknownParents() {
    #expect(
      SampleModel.faults(
        (Self.longer, "a: { extends: b }\n  b: { extends: [c] }\n  c: { extends: a }")) == [
          "demo.yaml:26:17: a scenario can't extend itself: a → b → c → a"
        ])
    #expect(
      SampleModel.faults((Self.longer, "a: { extends: a }")) == [
        "demo.yaml:24:17: a scenario can't extend itself: a → a"
      ])
    #expect(
      SampleModel.faults((Self.longer, "longer: {}\n  a: { extends: [longer, lunger] }")) == [
        "demo.yaml:25:26: there is no scenario 'lunger' that 'a' could extend (did you mean "
          + "'longer'?)"
      ])
  }

  /// Faults of scenarios show beside those of the model that they change.
  @Test func reportsFaultsOfBaseAndScenariosTogether() {
    let faults = SampleModel.faults(
      ("share: 0.5, role: old_scrap", "share: 1.5, role: old_scrap"),
      (
        Self.longer,
        "longer: { extends: more, scale: { use.liftime: 2, mining: x }, "
          + "levers: [{ lever: yeild, strength: 1 }] }"
      ))
    #expect(faults.count == 6)
    #expect(faults[0].hasPrefix("demo.yaml:21:"))
    #expect(faults.dropFirst().contains { $0.contains("there is no scenario 'more'") })
    #expect(faults.contains { $0.contains("did you mean 'lifetime'?") })
    #expect(faults.contains { $0.contains("'x' is not a number") })
    #expect(faults.contains { $0.contains("did you mean 'yield'?") })
  }
}
