import ModelFiles
import RealModule
import Testing
import UrbanMining

/// Changes that come about over time, as files write them. The sample model has the years 2000 to 2003.
@Suite struct ModelReaderChangesTests {
  private func mining(_ scenario: String) throws -> [Double] {
    try ModelReaderScenariosTests.model(scenario).inputs[0].parameter.cells[0]
  }

  private func means(_ scenario: String) throws -> [[Double]]? {
    try ModelReaderScenariosTests.model(scenario).process("use")?.lifetimesByCohort?
      .map { $0.map(\.mean) }
  }

  @Test func aValueComesAboutBetweenTwoYears() throws {
    let linear = try mining("{ set: { mining: { from: 2000, until: 2002, to: 20 } } }")
    #expect(linear == [10, 15.5, 20, 20])
    let step = try mining("{ set: { mining: { from: 2002, to: 20 } } }")
    #expect(step == [10, 11, 20, 20])
    let logistic = try mining(
      "{ set: { mining: { from: 2000, until: 2002, to: 20, transition: logistic } } }")
    #expect(logistic[1].isApproximatelyEqual(to: 15.5, relativeTolerance: 1e-14))
  }

  @Test func scalesAndAddsOverTime() throws {
    #expect(try mining("{ scale: { mining: { from: 2001, to: 2 } } }") == [10, 22, 24, 26])
    #expect(
      try mining("{ add: { mining: { from: 2000, until: 2003, to: 3 } } }") == [10, 12, 14, 16])
    #expect(try mining("{ scale: { mining: { 2000: 1, 2003: 4 } } }") == [10, 22, 36, 52])
  }

  @Test func lifetimesChangeForWhatEntersFromThenOn() throws {
    #expect(
      try means("{ scale: { use.lifetime: { from: 2000, until: 2002, to: 2 } } }")
        == [[15, 22.5, 30, 30], [3, 4.5, 6, 6]])
    #expect(
      try means("{ set: { use.lifetime.wires: { from: 2001, to: 'fixed(years: 9)' } } }")
        == [[15, 15, 15, 15], [3, 9, 9, 9]])
    #expect(
      try means("{ add: { use.lifetime: { from: 2003, to: { cars: 1, wires: 2 } } } }")
        == [[15, 15, 15, 16], [3, 3, 3, 5]])
  }

  @Test func otherSharesFollowInProportion() throws {
    let model = try ModelReaderScenariosTests.model(
      "{ set: { split.cars: 0.9 }, rebalance: proportional }")
    let cells = model.inputs[1].parameter.cells
    #expect(cells[0] == [0.9, 0.9, 0.9, 0.9])
    #expect(cells[1].allSatisfy { $0.isApproximatelyEqual(to: 0.1, relativeTolerance: 1e-13) })
    let own = try ModelReaderScenariosTests.model(
      "{ set: { split.cars: { to: 0.9, rebalance: proportional } } }")
    #expect(own == model)
  }

  @Test(
    arguments: [
      (
        "{ set: { mining: { until: 2002, to: 20 } } }",
        "24:37: a change over time says with 'from' in which year it begins"
      ),
      (
        "{ set: { mining: { from: 2000, until: 2002 } } }",
        "24:28: a change over time needs the key 'to'"
      ),
      (
        "{ set: { mining: { from: 2025, to: 20 } } }",
        "24:36: the change would begin in 2025, after the last year of the model, 2003"
      ),
      (
        "{ set: { mining: { from: 2002, until: 2001, to: 20 } } }",
        "24:49: a change passes from a year to a later one: 'until' 2001 is not after 'from' 2002"
      ),
      (
        "{ set: { mining: { from: 2001, transition: logistic, to: 20 } } }",
        "24:54: a logistic change says with 'until' in which year it is complete"
      ),
      (
        "{ set: { mining: { from: 2001, until: 2002, transition: step, to: 20 } } }",
        "24:49: a step happens in its 'from' year and has no 'until'"
      ),
      (
        "{ set: { mining: { from: 2001, until: 2002, transition: linaer, to: 20 } } }",
        "24:67: 'transition' can't be 'linaer' (did you mean 'linear'?)"
      ),
      (
        "{ set: { mining: { form: 2001, to: 20 } } }",
        "24:30: 'form' is not a key of a change over time (did you mean 'from'?)"
      ),
      (
        "{ set: { split.cars: 0.9 }, rebalance: proportionate }",
        "24:50: 'rebalance' can't be 'proportionate' (did you mean 'proportional'?)"
      ),
      (
        "{ set: { split.cars: 0.9 }, rebalance: remainder }",
        "24:3: with 'longer': 'refining' has no remainder that could take the difference: with "
          + "'rebalance: proportional' its other shares follow"
      ),
    ])
  func namesTheFaultAndItsPlace(_ scenario: String, _ fault: String) {
    let faults = SampleModel.faults(
      ("{ title: Everything lasts longer, scale: { use.lifetime: 2 } }", scenario))
    #expect(faults.first == "demo.yaml:" + fault)
  }
}
