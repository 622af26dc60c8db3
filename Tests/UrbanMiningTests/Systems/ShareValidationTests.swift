import Testing
import UrbanMining

struct ShareValidationTests {
  private typealias Flow = SystemModel.Flow

  /// One process with these ways out, over two years.
  private func faults(_ outflows: [SystemModel.Flow.Rule], over: [String] = []) -> [String] {
    let sinks = outflows.indices.map { SystemModel.Process("sink\($0)", kind: .sink) }
    do {
      _ = try SystemModel(
        header: .init(name: "shares"), time: TimeAxis(years: 2000...2001),
        dimensions: [Dimension(name: "end_use", elements: ["buildings", "cars"])],
        processes: [.init("mine", kind: .source), .init("refining", over: over)] + sinks,
        flows: [Flow(from: "mine", to: "refining", .given(.constant(10, periods: 2)))]
          + outflows.enumerated().map { Flow(from: "refining", to: "sink\($0)", $1) })
      return []
    } catch { return error.faults.map(\.message) }
  }

  private func share(_ values: Double...) -> SystemModel.Flow.Rule {
    .share(.inline(Parameter(series: values)))
  }

  @Test func sharesThatSumToOneAreRight() {
    #expect(faults([share(0.7, 0.1), share(0.2, 0.2), share(0.1, 0.7)]).isEmpty)
    #expect(faults([share(1, 1)]).isEmpty)
    // Ten tenths miss one by the rounding of their sum.
    #expect(faults([Flow.Rule](repeating: share(0.1, 0.1), count: 10)).isEmpty)
  }

  @Test func sharesThatSumToMoreAreNamedWithTheirYear() {
    #expect(
      faults([share(0.7, 0.7), share(0.3, 0.32)]) == [
        "the shares of what leaves refining sum to 1.02 in 2001: they may sum to at most 1"
      ])
    #expect(
      faults([share(0.7, 0.7), share(0.32, 0.3), .remainder]) == [
        "the shares of what leaves refining sum to 1.02 in 2000: they may sum to at most 1"
      ])
  }

  @Test func sharesThatSumToLessNeedARemainder() {
    #expect(
      faults([share(0.7, 0.7), share(0.3, 0.2)]) == [
        "the shares of what leaves refining sum to 0.9 in 2001: they must sum to 1, or one flow "
          + "must be 'remainder: true'"
      ])
    #expect(faults([share(0.7, 0.7), share(0.3, 0.2), .remainder]).isEmpty)
  }

  @Test func aSmallMissIsPrintedInFull() {
    let message = faults([share(0.7, 0.7), share(0.3 + 1e-9, 0.3)])
    #expect(message.count == 1)
    #expect(message[0].contains("sum to 1.000000001 in 2000"))
  }

  @Test func aCellIsNamedByItsElements() {
    let shares = Parameter(dimensions: ["end_use"], cells: [[1, 1], [1, 0.8]])
    #expect(
      faults([.share(.inline(shares))], over: ["end_use"]) == [
        "the shares of what leaves refining (cars) sum to 0.8 in 2001: they must sum to 1, or one "
          + "flow must be 'remainder: true'"
      ])
  }

  @Test func givenFlowsLeaveTheSumOpen() {
    #expect(faults([share(0.2, 0.2), .given(.constant(8, periods: 2))]).isEmpty)
  }

  @Test func onlyOneFlowTakesWhatIsLeft() {
    #expect(
      faults([.remainder, share(0.1, 0.1), .remainder]) == [
        "'refining->sink2' is a second remainder of 'refining': only one flow can take what is left"
      ])
  }

  @Test func aShareIsAtMostOne() {
    let messages = faults([share(1.5, 1), .remainder])
    #expect(
      messages == [
        "the share of 'refining->sink0' is 1.5 in 2000: a share is at most 1",
        "the shares of what leaves refining sum to 1.5 in 2000: they may sum to at most 1",
      ])
  }

  @Test func aRemainderDoesNotSplit() {
    let over = ["end_use"]
    func model(_ rule: Flow.Rule) throws(SystemModelError) -> SystemModel {
      try SystemModel(
        header: .init(name: "split"), time: TimeAxis(years: 2000...2000),
        dimensions: [Dimension(name: "end_use", elements: ["buildings", "cars"])],
        processes: [
          .init("mine", kind: .source), .init("refining"), .init("goods", over: over, kind: .sink),
        ],
        flows: [
          Flow(from: "mine", to: "refining", .given(.constant(10, periods: 1))),
          Flow(from: "refining", to: "goods", rule),
        ])
    }
    #expect {
      try model(.remainder)
    } throws: { error in
      (error as? SystemModelError)?.description
        == "'refining->goods' is a remainder that splits over end_use: give shares, so that it is "
        + "known how"
    }
    // A share that holds for each cell counts once for each.
    #expect(throws: Never.self) { try model(.share(.constant(0.5, periods: 1))) }
    #expect(throws: SystemModelError.self) { try model(.share(.constant(1, periods: 1))) }
  }
}
