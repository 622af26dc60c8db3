import LinearAlgebra
import Testing
import UrbanMining

/// What enters and leaves a process that asks for what it needs.
struct ShareValidationDemandTests {
  private typealias Flow = SystemModel.Flow

  private func constant(_ value: Double) -> SystemModel.Values { .constant(value, periods: 2) }

  /// The one fault of the driven system with some flow changed.
  private func expectFault(
    _ message: String, sourceLocation: SourceLocation = #_sourceLocation,
    _ change: (inout [Flow]) -> Void
  ) {
    #expect(
      DrivenSystem().faults(change: change) == [message], sourceLocation: sourceLocation)
  }

  @Test func aSoundSystemHasNoFaults() {
    #expect(DrivenSystem().faults { _ in }.isEmpty)
    #expect(DrivenSystem(mineCapacity: 40).faults { _ in }.isEmpty)
  }

  @Test func theLastToFillHasNoLimit() {
    expectFault(
      "'mine->fabrication' is the last to fill fabrication and has a limit: what is missing then must "
        + "come from somewhere"
    ) {
      $0[5] = Flow(
        from: "mine", to: "fabrication", .fill(priority: 2), atMost: .amount(constant(5)))
    }
  }

  @Test func whatFillsBeforeOthersHasALimit() {
    expectFault(
      "'scrap->fabrication' fills all that fabrication needs, so that nothing is left for "
        + "'mine->fabrication': give it a limit"
    ) { $0[3] = Flow(from: "scrap", to: "fabrication", .fill(priority: 1)) }
  }

  @Test func nothingFillsWhatTakesWhatItIsGiven() {
    expectFault(
      "'mine->scrap' fills what 'scrap' needs, but that takes what it is given: let it be driven by "
        + "demand, or give the stock or inflow that it must reach"
    ) { $0.append(Flow(from: "mine", to: "scrap", .fill(priority: 1))) }
  }

  /// 40 % of what a supply takes in may come from the mine; all of it can't, beside what else enters.
  @Test func aShareOfWhatASupplyTakesInNeedsAnotherInflow() {
    #expect(
      DrivenSystem().faults {
        $0.append(Flow(from: "mine", to: "scrap", .input(self.constant(0.4))))
      }.isEmpty)
    expectFault(
      "'mine->scrap' is a share of what scrap takes in, but nothing else says how much that is: let it "
        + "be driven by demand, or give the stock or inflow that it must reach"
    ) { $0.append(Flow(from: "mine", to: "scrap", .input(constant(1)))) }
  }

  @Test func inputsWithoutAFillSumToOne() {
    expectFault(
      "the shares of what enters fabrication sum to 0.7 in 2000: they must sum to 1, or one flow must "
        + "be 'fill'"
    ) {
      $0[3] = Flow(from: "old", to: "fabrication", .input(constant(0.3)))
      $0[5] = Flow(from: "mine", to: "fabrication", .input(constant(0.4)))
    }
  }

  @Test func nothingIsLeftOfWhatIsAskedFor() {
    expectFault(
      "'fabrication->scrap' takes what is left, but 'fabrication' is driven by demand: it takes in just "
        + "what its outflows ask for"
    ) { $0[1] = Flow(from: "fabrication", to: "scrap", .remainder) }
  }

  @Test func notAllOfWhatIsAskedForCanBeLost() {
    expectFault(
      "the shares of what leaves fabrication sum to 1 in 2000: driven by demand, less than all of it may "
        + "be lost"
    ) { $0[1] = Flow(from: "fabrication", to: "scrap", .share(constant(1))) }
  }

  @Test func someoneAsksForSomething() {
    expectFault(
      "nothing asks 'fabrication' for anything: of what leaves a process that is driven by demand, some "
        + "must be given, an input or fill its target"
    ) { $0[0] = Flow(from: "fabrication", to: "market", .share(constant(0.5))) }
  }

  @Test func whatIsAskedForHasNoAvailability() {
    expectFault(
      "'fabrication->scrap' takes at most what is available, but 'fabrication' is driven by demand: it "
        + "has what is asked for"
    ) {
      $0[1] = Flow(from: "fabrication", to: "scrap", .share(constant(0.2)), atMost: .available)
    }
  }

  @Test func whatIsTakenFromASupplyLeavesARemainder() {
    expectFault(
      "'scrap->fabrication' takes what 'fabrication' asks for: one flow from 'scrap' must be the "
        + "remainder, or it must be driven by demand"
    ) {
      $0[3] = Flow(
        from: "scrap", to: "fabrication", .fill(priority: 1), atMost: .amount(constant(10)))
      $0[4] = Flow(from: "scrap", to: "landfill", .given(constant(10)))
    }
  }

  @Test func aLimitLeavesARemainder() {
    expectFault(
      "'scrap->fabrication' has a limit: one flow from 'scrap' must be the remainder, for what the limit "
        + "leaves"
    ) {
      $0.remove(at: 4)
      $0.append(Flow(from: "mine", to: "landfill", .given(constant(1))))
    }
  }

  @Test func aBoundaryHasNoKnownAvailability() {
    expectFault(
      "'mine' is a boundary: it is not known what is available there, so give an amount"
    ) {
      $0[5] = Flow(from: "mine", to: "fabrication", .fill(priority: 3))
      $0.append(
        Flow(
          from: "mine", to: "fabrication", .fill(priority: 2), atMost: .available, name: "first"))
    }
  }

  @Test func aGivenFlowHasNoLimit() {
    expectFault(
      "'old->scrap' is 'given' and can't have a limit: only shares, inputs and what fills can"
    ) {
      $0[2] = Flow(
        from: "old", to: "scrap", .given(constant(30)), atMost: .amount(constant(5)))
    }
  }

  /// A limit is checked as other numbers are.
  @Test func aLimitIsAnAmountThatExists() {
    func limited(_ values: SystemModel.Values) -> [String] {
      DrivenSystem(mineCapacity: 40).faults {
        $0[5] = Flow(from: "mine", to: "fabrication", .fill(priority: 2), atMost: .amount(values))
      }
    }
    #expect(limited(.input("capacity")) == ["there is no data 'capacity'"])
    #expect(
      limited(constant(-1)) == [
        "the limit of 'mine->fabrication' is negative in 2000: -1; a flow carries zero or more"
      ])
    #expect(
      limited(constant(.infinity)) == [
        "the limit of 'mine->fabrication' has no finite value in 2000"
      ])
    #expect(
      limited(.inline(Parameter(dimensions: ["part"], cells: [[1, 1], [2, 2]]))) == [
        "the limit of 'mine->fabrication' is over 'part', but neither 'mine' nor 'fabrication' is"
      ])
    #expect(
      limited(.inline(Parameter(series: [1]))) == [
        "the limit of 'mine->fabrication' does not have one value for each of 1 cells and 2 periods"
      ])
  }

  /// Which of two comes first is said by their numbers, and never by their place in a file alone.
  @Test func equalNumbersOfFillsAreAFault() {
    let faults = DrivenSystem().faults {
      $0[5] = .init(from: "mine", to: "fabrication", .fill(priority: 1))
    }
    #expect(
      faults == [
        "'scrap->fabrication' and 'mine->fabrication' both fill fabrication as number 1: say with "
          + "'fill: 1', 'fill: 2' which comes first"
      ])
  }

  /// Of 50 available two takers want 40 each: the first in the model gets 40, the second the other 10.
  @Test(arguments: [false, true])
  func whatIsAvailableGoesToTheFirstOfSeveralFlows(_ isSwapped: Bool) throws {
    let takers = ["alloy", "wire"].map {
      SystemModel.Flow.flow("scrap", to: $0, .fill(1), atMost: .available)
    }
    let model = try SystemModel(
      "takers", years: 2000...2000,
      processes: [
        .source("old"), .source("mine"), .step("scrap"), .onDemand("alloy"), .onDemand("wire"),
        .destination("market"), .sink("dump"),
      ],
      flows: [.flow("old", to: "scrap", .given(50))] + (isSwapped ? takers.reversed() : takers) + [
        .flow("mine", to: "alloy", .fill(2)), .flow("mine", to: "wire", .fill(2)),
        .flow("alloy", to: "market", .given(40)), .flow("wire", to: "market", .given(40)),
        .flow("scrap", to: "dump"),
      ])
    let results = try model.solved()
    #expect((1...2).map { results.flow(at: $0)[0][0, 0] } == [40, 10])
  }
}
