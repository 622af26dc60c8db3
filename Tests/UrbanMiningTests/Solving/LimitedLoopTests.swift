import LinearAlgebra
import Testing
import UrbanMining

/// Values that are limited, alone and in loops: all numbers by hand.
struct LimitedLoopTests {
  /// T = 80 / 0.8 = 100; scrap is 30 + 20 = 50, all of it is taken, and the mine gives the other 50.
  @Test func scrapComesFirstAndTheMineFillsTheGap() throws {
    expectClose(try DrivenSystem().solved(), [80, 20, 30, 50, 0, 50], absolute: 1e-12)
  }

  /// With 130 of old scrap there is more than is needed: the rest goes to landfill, the mine rests.
  @Test func moreScrapThanIsNeededIsLeft() throws {
    expectClose(
      try DrivenSystem(oldScrap: 130).solved(), [80, 20, 130, 100, 50, 0], absolute: 1e-12)
  }

  /// Exactly as much as is needed: both equations of the limit say the same.
  @Test func whereBothEquationsHoldEitherWillDo() throws {
    expectClose(
      try DrivenSystem(oldScrap: 80).solved(), [80, 20, 80, 100, 0, 0], absolute: 1e-12)
  }

  @Test func aCapacityIsUsedUpBeforeTheNextSource() throws {
    expectClose(
      try DrivenSystem(mineCapacity: 35).solved(), [80, 20, 30, 50, 0, 35, 15], absolute: 1e-12)
    expectClose(
      try DrivenSystem(mineCapacity: 65).solved(), [80, 20, 30, 50, 0, 50, 0], absolute: 1e-12)
  }

  @Test func nothingAskedMovesNothing() throws {
    expectClose(try DrivenSystem(goods: 0).solved(), [0, 0, 30, 0, 30, 0], absolute: 1e-12)
  }

  /// A tenth of what the smelter takes becomes scrap. With all scrap in use M = 80 − old, and what is used is
  /// old + 20 + M / 10.
  @Test func scrapThatDependsOnHowMuchOfItIsUsed() throws {
    let found = try DrivenSystem(residue: 0.1).solved()
    expectClose(found, [80, 20, 30, 55, 0, 45, 5, 50], absolute: 1e-12)
    let ample = try DrivenSystem(oldScrap: 130, residue: 0.1).solved()
    expectClose(ample, [80, 20, 130, 100, 50, 0, 0, 0], absolute: 1e-12)
  }

  /// A mill and a cut that sends this share back, at most 40 of it: 100 come in.
  private func bounded(share: Double) throws -> [Double] {
    let model = try SystemModel(
      header: .init(name: "limited"), time: TimeAxis(years: 2000...2000),
      processes: [
        .init("mine", kind: .source), .init("mill"), .init("cut"), .init("goods", kind: .sink),
      ],
      flows: [
        .init(from: "mine", to: "mill", .given(.constant(100, periods: 1))),
        .init(from: "mill", to: "cut", .remainder),
        .init(
          from: "cut", to: "mill", .share(.constant(share, periods: 1)),
          atMost: .amount(.constant(40, periods: 1))),
        .init(from: "cut", to: "goods", .remainder),
      ])
    let results = try SystemPlan(model).solve()
    return (0..<4).map { results.flow(at: $0)[0][0, 0] }
  }

  /// Without the limit 25 go round with a fifth, 100 with a half, and there is no end to it with all.
  @Test func aLimitBoundsALoop() throws {
    expectClose(try bounded(share: 0.2), [100, 125, 25, 100])
    expectClose(try bounded(share: 0.5), [100, 140, 40, 100])
    expectClose(try bounded(share: 1), [100, 140, 40, 100])
  }

  /// Of several lanes each has limits of its own that hold.
  @Test func lanesAreLimitedOneByOne() throws {
    let scraps = (0..<120).map { Double($0) * 1.1 }
    let plan = try SystemPlan(
      lanes: scraps.map { try DrivenSystem(oldScrap: $0, residue: 0.1).model() })
    let (one, two) = (try plan.solve(threads: 1), try plan.solve(threads: 2))
    for index in 0..<8 { #expect(one.flow(at: index) == two.flow(at: index)) }
    for (lane, scrap) in scraps.enumerated() {
      let smelted = max(0, 80 - scrap)
      expectClose(
        one.flow(at: 3)[0][1, lane], min(100, scrap + 20 + smelted / 10), absolute: 1e-12)
      expectClose(one.flow(at: 7)[0][1, lane], smelted, absolute: 1e-12)
      let alone = try SystemPlan(DrivenSystem(oldScrap: scrap, residue: 0.1).model()).solve()
      #expect(one.flow(at: 3)[0].column(lane) == alone.flow(at: 3)[0].column(0))
    }
  }

  /// The mill takes 10 from the mine, 0.8 of all that it takes from works, and what falls off there, which is half
  /// of what the works make: x = 10 + 1.6·x.
  private func returning(
    atMost most: SystemModel.Values?
  ) throws -> SystemModel {
    try SystemModel(
      "round", years: 2000...2000,
      processes: [
        .source("mine"), .step("mill"), .onDemand("works"), .step("yard"), .sink("dump"),
      ],
      flows: [
        .flow("mine", to: "mill", .given(10)),
        .flow("works", to: "mill", .input(0.8), atMost: most.map { .amount($0) }, name: "asked"),
        .flow("works", to: "mill", .share(0.5), name: "fallen off"),
        .flow("mine", to: "works", .fill(1)), .flow("mill", to: "dump"),
        .flow("mill", to: "yard", .share(0.1), atMost: .amount(2)), .flow("yard", to: "mill"),
      ])
  }

  /// With at most 6 asked, 6 fall off. The mill sends 2 to the yard, which come back: 10 + 6 + 6 + 2.
  @Test func aLimitHoldsALoopThatReturnsMoreThanItReceives() throws {
    let flows = try returning(atMost: 6).solved()
    expectClose(
      (0..<7).map { flows.flow(at: $0)[0][0, 0] }, [10, 6, 6, 12, 22, 2, 2], absolute: 1e-12)
  }

  /// The limit of the yard is in the same loop and does not hold it.
  @Test func aLoopThatNoLimitHoldsIsRefusedBeforeItIsSolved() throws {
    #expect(
      throws: SystemPlanError.endlessLoop(processes: ["mill", "works", "yard"], year: "2000")
    ) {
      try SystemPlan(returning(atMost: nil))
    }
  }
}
