import ModelFiles
import Testing
import UrbanMining

@Suite struct ModelReaderFlowsTests {
  @Test func readsRulesRolesAndNames() throws {
    let file = try SampleModel.file(("to: yard, role: collected", "to: yard, name: discards"))
    let flows = file.base.flows
    #expect(flows[0].rule == .given(.input("mining")))
    #expect(flows[1].rule == .share(.input("split")))
    #expect(flows[2].rule == .remainder)
    #expect(flows[3].rule == .share(.inline(Parameter(constant: 0.5, periods: 4))))
    #expect(flows.map(\.role) == [.primary, nil, nil, .oldScrap, .loss])
    #expect(flows.map(\.key)[1...2] == ["refining->use", "discards"])
  }

  @Test(
    arguments: [
      ("to: yard", "to: yrad", "20:22: there is no process 'yrad' (did you mean 'yard'?)"),
      (
        "to: yard", "to: shredder",
        "20:22: there is no process 'shredder' (there are mine, refining, use, yard, waste)"
      ),
      ("from: use", "from: us", "20:13: there is no process 'us' (did you mean 'use'?)"),
      ("role: loss", "role: los", "22:53: 'role' can't be 'los' (did you mean 'loss'?)"),
      ("role: loss", "rule: loss", "22:47: 'rule' is not a key of a flow (did you mean 'role'?)"),
      ("from: use, ", "", "20:5: a flow needs the key 'from'"),
      ("share: 0.5", "share: 0.5, given: 3", "21:5: a flow can't be given and share at once"),
      (
        "remainder: true", "remainder: false",
        "22:41: a flow is 'given', a 'share' or the 'remainder'"
      ),
      ("remainder: true", "name: a.b", "22:36: a name holds no '.', which joins names to keys"),
      (
        "- { from: use, to: yard, role: collected }", "- use to yard",
        "20:5: a flow is a list of keys with values"
      ),
      ("to: yard, role", "to: use, role", "20:5: 'use' flows into itself"),
      (
        "role: collected", "share: 1.02",
        "20:5: the share of 'use->yard' is 1.02 in 2000: a share is at most 1"
      ),
      (
        "role: collected", "share: 0.98",
        "20:5: the shares of what leaves use (cars) sum to 0.98 in 2000: they must sum to 1, or "
          + "one flow must be 'remainder: true'"
      ),
      (
        "share: 0.5", "remainder: true",
        "22:5: 'yard->waste' is a second remainder of 'yard': only one flow can take what is left"
      ),
      (
        "share: split", "remainder: true",
        "19:5: 'refining->use' is a remainder that splits over end_use: give shares, so that it is "
          + "known how"
      ),
      (
        "given: mining", "share: 1",
        "18:5: 'mine' is a boundary without a throughput: what leaves it must be 'given'"
      ),
      (
        "from: yard, to: waste", "from: waste, to: yard",
        "22:5: nothing leaves 'waste': it keeps what it receives"
      ),
      (
        "to: yard, role", "to: mine, role", "20:5: 'mine' is a boundary source and receives nothing"
      ),
      (
        "to: yard, role: collected", "to: yard, name: mine->refining",
        "20:5: there are two flows 'mine->refining': names are unique"
      ),
      (
        "share: split", "share: { cars: 0.5, wires: 0.52 }",
        "19:5: the shares of what leaves refining sum to 1.02 in 2000: they may sum to at most 1"
      ),
    ])
  func namesTheFaultAndItsPlace(_ part: String, _ mistake: String, _ fault: String) {
    let faults = SampleModel.faults((part, mistake))
    #expect(faults.contains("demo.yaml:" + fault), "\(faults)")
  }

  @Test func refusesFlowsThatAreNoList() {
    let text = SampleModel.text.replacing("\n  - { from: mine", with: "\n  mine: refining\n#")
      .replacing("\n  - {", with: "\n#")
    #expect(
      SampleModel.faults(ofText: text) == [
        "demo.yaml:18:3: 'flows' is a list, each entry starting with a hyphen"
      ])
  }
}
