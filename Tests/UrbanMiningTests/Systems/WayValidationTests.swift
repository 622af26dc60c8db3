import Testing
import UrbanMining

struct WayValidationTests {
  private typealias Flow = SystemModel.Flow
  private typealias Process = SystemModel.Process

  private func faults(_ processes: [Process], _ flows: [Flow]) -> [SystemFault] {
    do {
      _ = try SystemModel(
        header: .init(name: "ways"), time: TimeAxis(years: 2000...2000),
        processes: [
          .init("mine", kind: .source), .init("mill"), .init("goods", kind: .sink),
        ] + processes,
        flows: [
          .init(from: "mine", to: "mill", .given(.constant(1, periods: 1))),
          .init(from: "mill", to: "goods", .remainder),
        ] + flows)
      return []
    } catch { return error.faults }
  }

  private func share(_ value: Double) -> Flow.Rule { .share(.constant(value, periods: 1)) }

  /// Each of the island has a way in and a way out, and yet nothing is ever there.
  @Test func anIslandIsNotReached() {
    let found = faults(
      [.init("cutting"), .init("pressing")],
      [
        .init(from: "cutting", to: "pressing", .remainder),
        .init(from: "pressing", to: "cutting", share(0.5)),
        .init(from: "pressing", to: "goods", .remainder),
      ])
    #expect(found.map(\.subject) == [.process("cutting"), .process("pressing")])
    #expect(
      found.first?.message
        == "nothing reaches 'cutting': no way leads to it from a boundary source or from a stock that "
        + "stands at the start")
  }

  /// A loop that a stock feeds is no island, nor is what is reached by several steps.
  @Test func aStockAtTheStartFeedsItsLoop() throws {
    let life = try Lifetime("fixed(years: 3)")
    let found = faults(
      [
        .init("standing", kind: .use([life]), initialStocks: [.total(10, growth: 0)]),
        .init("repair"),
      ],
      [
        .init(from: "standing", to: "repair", .remainder),
        .init(from: "repair", to: "standing", share(0.4)),
        .init(from: "repair", to: "goods", .remainder),
      ])
    #expect(found.isEmpty)
  }

  @Test func aProcessNeedsAWayInAndAWayOut() {
    #expect(
      faults([.init("lost")], []).map(\.message) == [
        "'lost' has no way out: add a flow from it, or make it a sink",
        "nothing flows into 'lost'",
      ])
    #expect(
      faults([.init("unused", kind: .source)], []).map(\.message) == [
        "'unused' has no way out: add a flow from it, or make it a sink"
      ])
  }
}
