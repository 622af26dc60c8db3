import Testing

@testable import ModelFiles

@Suite struct CSVTableTests {
  static func texts(_ table: CSVTable) -> [[String]] {
    table.rows.map { row in (0..<row.count).map { row[$0].text } }
  }

  /// What Python 3.11's `csv.reader` makes of the same bytes.
  @Test(arguments: [
    ("a,b\n\"x,y\",2\n", [["x,y", "2"]]),
    ("a,b\n\"x\"\"y\",2\n", [["x\"y", "2"]]),
    ("a,b\n\"\"\"\"\"\",\"\"\"x\"\"\"\n", [["\"\"", "\"x\""]]),
    ("a,b\n\"x\ny\",2\n3,4", [["x\ny", "2"], ["3", "4"]]),
    ("a,b\r\n\"x\r\ny\",2\r\n", [["x\r\ny", "2"]]),
    ("a,b\n\"\",\n", [["", ""]]),
    ("a,b\nä,€😀\n", [["ä", "€😀"]]),
  ])
  func readsQuotedFieldsAsTheRFCSays(_ text: String, _ rows: [[String]]) throws {
    let table = try CSVTable(text: text, name: "t.csv")
    #expect(table.columns == ["a", "b"])
    #expect(Self.texts(table) == rows)
  }

  @Test(arguments: ["\n", "\r\n", "\r"], ["", "\u{FEFF}"])
  func readsEveryLineEndWithAndWithoutByteOrderMark(_ end: String, _ mark: String) throws {
    let lines = ["# a comment, with a \"", "year,value", "", "1980,1", "  ", "# 1", "1981,2"]
    for last in ["", end] {
      let table = try CSVTable(text: mark + lines.joined(separator: end) + last, name: "t.csv")
      #expect(table.columns == ["year", "value"])
      #expect(Self.texts(table) == [["1980", "1"], ["1981", "2"]])
      #expect(table.rows.map(\.line) == [4, 7])
      #expect(table.header[1].column == 6)
    }
  }

  @Test func dropsSpacesAroundFieldsButNotInsideQuotes() throws {
    let table = try CSVTable(text: " a ,\tb\n 1  2 , \" x \" \n\"#3\",4\n", name: "t.csv")
    #expect(table.columns == ["a", "b"])
    #expect(Self.texts(table) == [["1  2", " x "], ["#3", "4"]])
  }

  @Test func knowsWhereEachFieldStands() throws {
    let table = try CSVTable(text: "a,b,c\nä€😀,\"x\r\ny\", 3\n4,5,6\n", name: "t.csv")
    #expect(table[0, 1].line == 2)
    #expect(table[0, 1].column == 5)
    #expect(table[0, 2].line == 3)
    #expect(table[0, 2].column == 5)
    #expect(table[1, 2].line == 4)
    #expect(table[1, 2].column == 5)
  }

  @Test func readsAHeaderWithoutRows() throws {
    let table = try CSVTable(text: "a,b", name: "t.csv")
    #expect(table.columns == ["a", "b"])
    #expect(table.rows.isEmpty)
  }

  @Test func findsColumnsByName() throws {
    let table = try CSVTable(text: "\nyear,copper\n1,2\n", name: "t.csv")
    #expect(try table.index(ofColumn: "copper") == 1)
    #expect {
      try table.index(ofColumn: "coper")
    } throws: {
      "\($0)" == "t.csv:2:1: there is no column 'coper' (did you mean 'copper'?)"
    }
    #expect {
      try table.index(ofColumn: "zinc")
    } throws: {
      "\($0)" == "t.csv:2:1: there is no column 'zinc' (the columns are year, copper)"
    }
  }

  @Test func readsNumbersAndMissingOnes() throws {
    let table = try CSVTable(text: "a,b,c\n-1.5e3,,\"2\"\nx,\"\",1\n", name: "t.csv")
    #expect(try table.number(row: 0, column: 0) == -1500)
    #expect(try table.number(row: 0, column: 1) == nil)
    #expect(try table.number(row: 0, column: 2) == 2)
    #expect(try table.number(row: 1, column: 1) == nil)
    #expect {
      try table.number(row: 1, column: 0)
    } throws: {
      "\($0)" == "t.csv:3:1: 'x' is not a number (leave the field empty where a number is missing)"
    }
  }

  /// A linear reader needs milliseconds here; a quadratic one would not end.
  @Test func readsLongTables() throws {
    let count = 50_000
    let text = "year,a\n" + (0..<count).map { "\($0),\"x\"\"\($0)\"\n" }.joined()
    let table = try CSVTable(text: text, name: "t.csv")
    #expect(table.rows.count == count)
    #expect(table[count - 1, 1].text == "x\"\(count - 1)")
    #expect(table[count - 1, 1].line == count + 1)
  }
}
