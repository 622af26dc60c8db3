import RealModule
import Testing
import UrbanMining

struct DepositLedgerTests {
  /// 1 kt of copper among 100 kt a year from 1995 to 2004, and 3 kt among 100 from 2000 on.
  private func results() throws -> SystemResults {
    let copper = (1995...2004).map { $0 < 2000 ? 1.0 : 3.0 }
    let model = try SystemModel(
      header: .init(name: "dump", unit: .kilotonne), time: TimeAxis(years: 1995...2004),
      dimensions: [Dimension(name: "element", elements: ["copper", "other"])],
      inputs: [
        .init(
          name: "dumped",
          parameter: Parameter(dimensions: ["element"], cells: [copper, copper.map { 100 - $0 }]),
          provenance: Provenance(assumption: "made up"))
      ],
      processes: [
        .init("discards", kind: .source), .init("landfill", over: ["element"], kind: .sink),
      ],
      flows: [.init(from: "discards", to: "landfill", .given(.input("dumped")))])
    return try SystemPlan(model).solve()
  }

  @Test func layersAreDecades() throws {
    let ledger = try DepositLedger(try results(), in: "landfill", of: "copper", along: "element")
    #expect(ledger.decades.map(\.start) == [1990, 2000])
    #expect(ledger.decades.map(\.metal) == [5, 15])
    #expect(ledger.decades.map(\.mass) == [500, 500])
    #expect(ledger.decades.map(\.grade) == [0.01, 0.03])
    #expect(ledger.total.metal == 20)
    #expect(ledger.total.grade == 0.02)
  }

  @Test(arguments: [
    ("tip", "copper", "there are landfill"), ("landfill", "gold", "there are copper, other"),
  ])
  func whatIsNotThereIsNamed(_ deposit: String, _ element: String, _ hint: String) throws {
    let results = try results()
    let error = #expect(throws: DepositError.self) {
      try DepositLedger(results, in: deposit, of: element, along: "element")
    }
    #expect(error?.description.hasSuffix(hint) == true, "\(error?.description ?? "")")
  }
}
