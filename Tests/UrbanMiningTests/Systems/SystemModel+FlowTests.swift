import Testing

@testable import UrbanMining

struct SystemModelFlowTests {
  private typealias Flow = SystemModel.Flow
  private let values = SystemModel.Values.constant(0.3, periods: 2)
  private var rules: [Flow.Rule] {
    [
      .given(values), .share(values), .shareOfRest(values), .remainder, .input(values),
      .fill(priority: 2),
    ]
  }

  @Test func everyRuleHasAWordOfItsOwn() {
    #expect(
      rules.map(\.word) == ["given", "share", "share_of_rest", "remainder", "input", "fill"])
  }

  @Test func onlySomeRulesHaveNumbers() {
    #expect(
      rules.map { Flow(from: "a", to: "b", $0).values != nil } == [
        true, true, true, false, true, false,
      ])
  }

  /// New numbers change nothing else.
  @Test func otherNumbersKeepTheRest() {
    let other = SystemModel.Values.constant(0.4, periods: 2)
    for rule in rules {
      let flow = Flow(
        from: "a", to: "b", rule, atMost: .amount(values), only: ["part": ["cars"]],
        across: ["region": "destination"], role: .loss, name: "own")
      let changed = flow.with(other)
      #expect(changed.rule.word == rule.word)
      #expect(changed.values == (flow.values == nil ? nil : other))
      #expect(changed.limit == flow.limit && changed.only == flow.only)
      #expect(changed.across == flow.across && changed.key == "own" && changed.role == .loss)
    }
  }

  @Test func aFlowIsCalledByItsNameThenItsRole() {
    #expect(Flow(from: "a", to: "b", .remainder).displayName == "a->b")
    #expect(Flow(from: "a", to: "b", .remainder, role: .oldScrap).displayName == "old_scrap")
    #expect(Flow(from: "a", to: "b", .remainder, role: .loss, name: "dross").displayName == "dross")
  }

  @Test func onlyAnAmountIsALimitInNumbers() {
    #expect(Flow(from: "a", to: "b", .remainder, atMost: .amount(values)).limitValues == values)
    #expect(Flow(from: "a", to: "b", .remainder, atMost: .available).limitValues == nil)
  }
}
