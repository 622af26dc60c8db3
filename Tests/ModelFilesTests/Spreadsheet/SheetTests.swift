import Testing

@testable import ModelFiles

@Suite struct SheetTests {
  @Test(arguments: [",", ";", "\t"])
  func theSeparatorThatOccursMostIsTaken(_ sign: String) throws {
    let text = "a\(sign)b\(sign)c\n1\(sign)\"x\(sign)y\"\n"
    let sheet = try Sheet(csv: Array(text.utf8), file: "s.csv")
    #expect((0..<3).map { sheet.text(0, $0) } == ["a", "b", "c"])
    #expect(sheet.text(1, 1) == "x\(sign)y")
    // A short row is as it is: tables of other programs have them.
    #expect(sheet[1, 2] == .empty)
    #expect(try sheet.number(1, 0) == 1)
  }

  @Test func emptyFieldsBetweenTabsAreKept() throws {
    let sheet = try Sheet(csv: Array("a\t\tb\n\t1\t\n".utf8), file: "s.tsv")
    #expect((0..<3).map { sheet.text(0, $0) } == ["a", "", "b"])
    #expect(try sheet.wholeNumber(1, 1) == 1)
  }

  @Test func faultsStandWhereTheFieldStands() throws {
    let sheet = try Sheet(csv: Array("a,b\n# no row\n\n1,two\n".utf8), file: "s.csv")
    let fault = #expect(throws: Fault.self) { try sheet.number(1, 1) }
    #expect(fault?.description == "s.csv:4:3: 'two' is not a number")
    #expect(sheet.fault(9, 0, "beyond").description == "s.csv:1:1: beyond")
  }

  @Test func faultsOfTheFormAreReportedTogether() {
    let error = #expect(throws: ModelFileError.self) {
      try Sheet(csv: Array("a,b\"c\n\"open\n".utf8), file: "s.csv")
    }
    #expect(error?.faults.map(\.line) == [1, 2])
  }
}
