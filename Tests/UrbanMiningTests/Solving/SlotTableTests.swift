import LinearAlgebra
import Testing

@testable import UrbanMining

struct SlotTableTests {
  @Test func anInputThatTwoFlowsNameHasItsSlotsOnce() throws {
    let model = try TwoUseCycle().model()
    let split = LaneSplit(model: model, models: 1)
    var table = SlotTable()
    let first = table.range(of: .input("split"), in: [model], split)
    let second = table.range(of: .input("yield"), in: [model], split)
    let again = table.range(of: .input("split"), in: [model], split)
    #expect(first.first == 0 && first.space.count == 2)
    #expect(second.first == 2)
    #expect(again.first == 0)
    let numbers = table.numbers(of: [model], split)
    #expect(numbers.map { $0(7, 0) } == [0.4, 0.6, 0.9, 0.75])
    #expect(numbers.allSatisfy { $0.width == 1 })
  }

  @Test func lanesThatDifferHaveANumberEach() throws {
    let (first, second) = (try TwoUseCycle().model(), try TwoUseCycle(yields: [0.9, 0.5]).model())
    var table = SlotTable()
    let split = LaneSplit(model: first, models: 2)
    _ = table.range(of: .input("yield"), in: [first, second], split)
    let numbers = table.numbers(of: [first, second], split)
    #expect(numbers.map(\.width) == [1, 2])
    #expect(numbers[1](3, 0) == 0.75 && numbers[1](3, 1) == 0.5)
  }

  /// What a flow names is the input in every model, unless one of them has numbers of its own.
  @Test func aPlaceIsResolvedToTheInputThatAllName() throws {
    let model = try TwoUseCycle().model()
    #expect(NumberSource.flow(1).resolved(in: [model, model]) == .input("split"))
    #expect(NumberSource.flow(6).resolved(in: [model]) == .flow(6))
    let key = try model.target(of: "fabrication->use.share.cars")
    let changed = try Scenario(
      name: "other", changes: [.init(target: key, value: .factor(0.5))]
    ).applied(to: model)
    #expect(NumberSource.flow(2).resolved(in: [model, changed]) == .flow(2))
    // Numbers over the part in one model and over nothing in another are slots over the part.
    let results = try SystemPlan(lanes: [model, changed]).solve()
    let alone = try SystemPlan(changed).solve()
    #expect(results.flow(at: 2)[1].column(1) == alone.flow(at: 2)[1].column(0))
  }
}
