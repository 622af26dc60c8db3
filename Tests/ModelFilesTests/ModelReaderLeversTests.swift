import ModelFiles
import RealModule
import Testing
import UrbanMining

@Suite struct ModelReaderLeversTests {
  @Test func leversChangeWhatTheModelHas() throws {
    let model = try ModelReaderScenariosTests.model(
      """
      { levers: [ { lever: lifetime-extension, strength: 0.5, of: cars },
            { lever: recovery, strength: 0.5, from: 2002 } ] }
      """)
    #expect(model.process("use")?.lifetimes?.map(\.mean) == [22.5, 3])
    guard case .share(.inline(let share)) = model.flows[3].rule else {
      Issue.record("\(model.flows[3])")
      return
    }
    #expect(share.cells == [[0.5, 0.5, 0.75, 0.75], [0.5, 0.5, 0.75, 0.75]])
  }

  @Test func leversAreTheirOwnParts() throws {
    let file = try SampleModel.file(
      (
        "{ title: Everything lasts longer, scale: { use.lifetime: 2 } }",
        "{ scale: { mining: 2 }, levers: [{ lever: sharing, strength: 0.5, of: [wires] }] }"
      ))
    #expect(file.scenarios[0].parts == ["mining", "sharing (wires)"])
  }

  @Test(
    arguments: [
      (
        "{ levers: { collection: 0.5 } }",
        "24:21: 'levers' is a list, each entry like { lever: collection, strength: 0.5, from: 2000 }"
      ),
      ("{ levers: [{ strength: 0.5 }] }", "24:22: a lever needs the key 'lever'"),
      ("{ levers: [{ lever: sharing }] }", "24:22: a lever needs the key 'strength'"),
      (
        "{ levers: [{ lever: shareing, strength: 0.5 }] }",
        "24:31: 'lever' can't be 'shareing' (did you mean 'sharing'?)"
      ),
      (
        "{ levers: [{ lever: sharing, strength: 50 }] }",
        "24:50: the strength of 'sharing' can't be 50: it is the share of the material that is saved, "
          + "from 0 to below 1"
      ),
      (
        "{ levers: [{ lever: recovery, strength: 0.5, of: [carts] }] }",
        "24:22: 'carts' is not an element of what the lever changes (did you mean 'cars'?)"
      ),
      (
        "{ levers: [{ lever: yield, strength: 0.5 }] }",
        "24:22: the lever 'yield' needs a process that passes a share on to a stock in use and gives "
          + "off a flow with the role 'new_scrap'; the model 'demo' has none"
      ),
      (
        "{ levers: [{ lever: re-use, strength: 0.5 }] }",
        "24:22: the lever 're-use' needs a flow with the role 're_use' and a share (0 for now) that "
          + "leads back towards use; the model 'demo' has none"
      ),
    ])
  func namesTheFaultAndItsPlace(_ scenario: String, _ fault: String) {
    let faults = SampleModel.faults(
      ("{ title: Everything lasts longer, scale: { use.lifetime: 2 } }", scenario))
    #expect(faults == ["demo.yaml:" + fault])
  }

  @Test(arguments: ["copper", "aluminium", "zinc", "lead"])
  func theBundledModelsHavePartsForTheirLevers(_ name: String) throws {
    let file = try BundledModelsTests.file(name)
    for kind in Lever.Kind.allCases {
      let lever = try Lever(kind, strength: 0.25)
      switch kind {
      case .reUse, .remanufacture:
        #expect(throws: LeverFault.missing(kind, model: name)) { try lever.changes(in: file.base) }
      default:
        let scenario = Scenario(name: kind.rawValue, changes: try lever.changes(in: file.base))
        let results = try SystemPlan(scenario.applied(to: file.base)).solve()
        #expect(results.balance.holds)
      }
    }
  }
}
