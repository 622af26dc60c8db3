import Testing
import UrbanMining

struct ModelDraftRebalanceTests {
  /// One process that gives 0.5, 0.3 and 0.2 to three others, or less and a remainder.
  static func model(
    shares: [Double] = [0.5, 0.3, 0.2], remainder: Bool = false, given: Double? = nil
  ) throws -> SystemModel {
    let names = ["a", "b", "c"]
    var flows: [SystemModel.Flow] = [
      .init(from: "mine", to: "mill", .given(.constant(10, periods: 2)))
    ]
    for (name, share) in zip(names, shares) {
      flows.append(.init(from: "mill", to: name, .share(.constant(share, periods: 2))))
    }
    if remainder { flows.append(.init(from: "mill", to: "rest", .remainder)) }
    if let given {
      flows.append(.init(from: "mill", to: "rest", .given(.constant(given, periods: 2))))
    }
    return try SystemModel(
      header: .init(name: "shares"), time: TimeAxis(years: 2000...2001),
      processes: [.init("mine", kind: .source), .init("mill")]
        + (names + (remainder || given != nil ? ["rest"] : [])).map { .init($0, kind: .sink) },
      flows: flows)
  }

  static func changed(
    _ model: SystemModel, _ values: [(key: String, value: Double)], _ way: Scenario.Rebalance?
  ) throws -> [Double?] {
    let scenario = Scenario(
      name: "x",
      changes: try values.map {
        .init(
          target: try model.target(of: $0.key),
          value: .numbers(Parameter(constant: $0.value, periods: 2)), rebalance: way)
      })
    return try scenario.applied(to: model).flows.dropFirst().map { flow in
      if case .share(.inline(let parameter)) = flow.rule { parameter.cells[0][1] } else { nil }
    }
  }

  @Test func othersFollowInProportion() throws {
    let shares = try Self.changed(Self.model(), [("mill->a.share", 0.6)], .proportional)
    // What is left, 0.4, is divided 3 : 2.
    expectClose(shares.compactMap { $0 }, [0.6, 0.24, 0.16])
  }

  @Test func allSharesThatAreSetAreHeld() throws {
    let shares = try Self.changed(
      Self.model(), [("mill->a.share", 0.1), ("mill->b.share", 0.55)], .proportional)
    expectClose(shares.compactMap { $0 }, [0.1, 0.55, 0.35])
  }

  @Test func aRemainderFollowsInTheSameProportion() throws {
    let model = try Self.model(shares: [0.5, 0.2, 0.1], remainder: true)
    let shares = try Self.changed(model, [("mill->a.share", 0.75)], .proportional)
    // The rest, 0.2 : 0.1 : 0.2, becomes 0.1 : 0.05 : 0.1.
    expectClose(shares.compactMap { $0 }, [0.75, 0.1, 0.05])
  }

  @Test func theRemainderAloneMayTakeTheDifference() throws {
    let model = try Self.model(shares: [0.5, 0.2, 0.1], remainder: true)
    let shares = try Self.changed(model, [("mill->a.share", 0.6)], .remainder)
    expectClose(shares.compactMap { $0 }, [0.6, 0.2, 0.1])
  }

  @Test func layersAreRebalancedOneAfterTheOther() throws {
    let model = try Self.model()
    func scenario(_ key: String, _ value: Double, _ parents: [Scenario] = []) throws -> Scenario {
      Scenario(
        name: key, extending: parents,
        changes: [
          .init(
            target: try model.target(of: key),
            value: .numbers(Parameter(constant: value, periods: 2)), rebalance: .proportional)
        ])
    }
    let first = try scenario("mill->a.share", 0.6)
    let both = try scenario("mill->b.share", 0.43, [first])
    let flows = try both.applied(to: model).flows
    let shares = flows.compactMap { flow -> Double? in
      if case .share(.inline(let parameter)) = flow.rule { parameter.cells[0][0] } else { nil }
    }
    // 0.6, 0.24, 0.16; then 0.43 for b and 0.57 / 0.76 of the others.
    expectClose(shares, [0.45, 0.43, 0.12])
  }

  @Test(arguments: [
    (
      [0.5, 0.3, 0.2], 1.2, Scenario.Rebalance.proportional,
      "sum to 1.2 in 2000: no other share can make up for more than 1"
    ),
    (
      [1.0, 0, 0], 0.5, .proportional,
      "nothing else left 'mill' in 2000, so there is nothing that could grow in proportion"
    ),
    (
      [0.5, 0.3, 0.2], 0.6, .remainder,
      "'mill' has no remainder that could take the difference: with 'rebalance: proportional'"
    ),
  ])
  func saysWhyItCannot(
    _ shares: [Double], _ value: Double, _ way: Scenario.Rebalance, _ reason: String
  ) throws {
    let model = try Self.model(shares: shares)
    let error = #expect(throws: SystemModelError.self) {
      try Self.changed(model, [("mill->a.share", value)], way)
    }
    #expect(error?.description.contains(reason) == true, "\(String(describing: error))")
  }

  @Test func aGivenAmountCanNotFollow() throws {
    let model = try Self.model(shares: [0.5, 0.2, 0.2], given: 1)
    let error = #expect(throws: SystemModelError.self) {
      try Self.changed(model, [("mill->a.share", 0.6)], .proportional)
    }
    #expect(error?.description.contains("neither a plain share nor the remainder") == true)
  }

  @Test func oneSourceFollowsInOneWay() throws {
    let model = try Self.model(shares: [0.5, 0.2, 0.1], remainder: true)
    let changes = try [
      ("mill->a.share", Scenario.Rebalance.proportional), ("mill->b.share", .remainder),
    ]
    .map {
      Scenario.Change(
        target: try model.target(of: $0.0), value: .factor(1.1), rebalance: $0.1)
    }
    let error = #expect(throws: SystemModelError.self) {
      try Scenario(name: "x", changes: changes).applied(to: model)
    }
    #expect(error?.description.contains("choose one") == true)
  }

  /// A lever moves shares after the others have followed, and both keep the sum.
  @Test func leversComeAfterRebalancing() throws {
    let model = try TwoUseCycle().model()
    let scenario = Scenario(
      name: "x",
      changes: try Lever(.collection, strength: 0.5).changes(in: model) + [
        .init(
          target: try model.target(of: "collection"),
          value: .numbers(Parameter(constant: 0.2, periods: 30)), rebalance: .proportional)
      ])
    let changed = try scenario.applied(to: model)
    // Set to 0.2 first; then half of the 0.8 that is left.
    expectClose(changed.inputs[3].parameter.cells.map { $0[0] }, [0.6, 0.6])
  }
}
