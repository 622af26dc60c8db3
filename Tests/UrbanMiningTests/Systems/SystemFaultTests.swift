import Testing

@testable import UrbanMining

struct SystemFaultTests {
  @Test func faultsArePrintedLineByLine() {
    let error = SystemModelError(faults: [
      SystemFault(.model, "first"),
      SystemFault(.flow(3), "second", unknown: .init(name: "a", known: ["b"])),
    ])
    #expect(error.description == "first\nsecond")
    #expect(error.faults[0].description == "first")
    #expect(error.faults[0].unknown == nil)
    #expect(error.faults[1].unknown?.known == ["b"])
  }
}
