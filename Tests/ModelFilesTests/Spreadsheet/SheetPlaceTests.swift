import Testing

@testable import ModelFiles

@Suite struct SheetPlaceTests {
  @Test(arguments: [
    (0, "A1"), (25, "Z1"), (26, "AA1"), (51, "AZ1"), (52, "BA1"), (701, "ZZ1"), (702, "AAA1"),
    (16383, "XFD1"),
  ])
  func columnsHaveTheNamesThatSpreadsheetsGiveThem(_ column: Int, _ name: String) {
    #expect(SheetPlace(row: 0, column: column).name == name)
    #expect(SheetPlace(name: name) == SheetPlace(row: 0, column: column))
  }

  @Test(arguments: ["", "A", "1", "A0", "a1", "1A", "ABCD1"])
  func whatIsNoPlaceIsRefused(_ name: String) {
    #expect(SheetPlace(name: name) == nil)
  }
}
