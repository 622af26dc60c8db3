import LinearAlgebra
import Testing
import UrbanMining

struct SystemPlanTests {
  private func loop(
    share: Double, years: ClosedRange<Int> = 2000...2001, name: String = "loop",
    rule: SystemModel.Flow.Rule? = nil, end: SystemModel.Process.Kind = .destination
  ) throws -> SystemModel {
    let periods = years.count
    return try SystemModel(
      header: .init(name: name), time: TimeAxis(years: years),
      processes: [
        .init("mine", kind: .source), .init("refining"), .init("fabrication"),
        .init("goods", kind: end),
      ],
      flows: [
        .init(from: "mine", to: "refining", .given(.constant(7, periods: periods))),
        .init(from: "refining", to: "fabrication", .remainder),
        .init(from: "fabrication", to: "refining", .share(.constant(share, periods: periods))),
        .init(from: "fabrication", to: "goods", rule ?? .remainder),
      ])
  }

  @Test func loopsAreListedWithTheirProcesses() throws {
    let loops = try SystemPlan(loop(share: 0.3)).loops
    #expect(loops.count == 1)
    #expect(loops[0].processes == ["refining", "fabrication"])
    #expect(loops[0].unknowns == 4)
    #expect(loops[0].torn == 1)
  }

  @Test func aChainHasNoLoops() throws {
    let reference = try #require(try SystemReference.all().first { $0.name == "chain" })
    #expect(try SystemPlan(reference.model()).loops.isEmpty)
  }

  @Test func refusesALoopThatReturnsAllThatItReceives() throws {
    let model = try loop(share: 1)
    #expect(
      throws: SystemPlanError.endlessLoop(processes: ["refining", "fabrication"], year: "2000")
    ) { try SystemPlan(model) }
  }

  @Test func namesTheFirstYearOfAnEndlessLoop() throws {
    let shares = Parameter(series: [0.2, 0.9, 1, 1])
    let model = try SystemModel(
      header: .init(name: "loop"), time: TimeAxis(years: 2000...2003),
      processes: [
        .init("mine", kind: .source), .init("refining"), .init("fabrication"),
        .init("goods", kind: .destination),
      ],
      flows: [
        .init(from: "mine", to: "refining", .given(.constant(7, periods: 4))),
        .init(from: "refining", to: "fabrication", .remainder),
        .init(from: "fabrication", to: "refining", .share(.inline(shares))),
        .init(from: "fabrication", to: "goods", .remainder),
      ])
    let error = try #require(
      throws: SystemPlanError.self, performing: { try SystemPlan(model) })
    #expect(error == .endlessLoop(processes: ["refining", "fabrication"], year: "2002"))
    #expect(error.description.contains("refining, fabrication"))
    #expect(error.description.contains("2002"))
  }

  @Test func modelsThatDifferInNumbersAreLanes() throws {
    let shares = [0.1, 0.4, 0.7]
    let results = try SystemPlan(lanes: shares.map { try loop(share: $0) }).solve()
    #expect(results.plan.lanes == 3)
    for (lane, share) in shares.enumerated() {
      let alone = try SystemPlan(loop(share: share)).solve()
      for index in 0..<4 {
        #expect(
          results.flow(at: index)[0].column(lane) == alone.flow(at: index)[0].column(0))
      }
    }
  }

  @Test func refusesLanesOfAnotherStructure() throws {
    let first = try loop(share: 0.3)
    let others = [
      try loop(share: 0.3, years: 2000...2002, name: "longer"),
      try loop(share: 0.3, name: "shared", rule: .share(.constant(0.7, periods: 2))),
      try loop(share: 0.3, name: "kept", end: .sink),
      try TwoUseCycle().model(),
    ]
    for other in others {
      #expect(
        throws: SystemPlanError.differentStructure("loop", other.header.name)
      ) { try SystemPlan(lanes: [first, other]) }
      #expect(throws: SystemPlanError.self) { try SystemPlan(lanes: [other, first]) }
    }
  }

  @Test func refusesNoModelAtAll() {
    #expect(throws: SystemPlanError.noModel) { try SystemPlan(lanes: []) }
    #expect(SystemPlanError.noModel.description == "a plan needs at least one model")
    #expect(
      SystemPlanError.differentStructure("a", "b").description.hasPrefix("'a' and 'b' can't be"))
  }
}
