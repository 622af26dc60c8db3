import Coursework
import Testing

struct SpreadsheetCellTests {
  @Test(arguments: [
    ("=1+1", "\"'=1+1\""), ("+A1", "\"'+A1\""), ("-A1", "\"'-A1\""), ("@SUM(A1)", "\"'@SUM(A1)\""),
    (" =1+1", "\"' =1+1\""), ("\t@x", "\"'\t@x\""),
  ])
  func makesTextOfFormulas(_ cell: (text: String, field: String)) {
    #expect(SpreadsheetCell.field(cell.text) == cell.field)
  }

  @Test(arguments: [
    ("Müller, Jr.", "\"Müller, Jr.\""), ("O'Neil", "\"O'Neil\""),
    ("say \"yes\"", "\"say \"\"yes\"\"\""),
    ("-3.5", "\"-3.5\""), ("", "\"\""),
  ])
  func keepsNamesAndNumbers(_ cell: (text: String, field: String)) {
    #expect(SpreadsheetCell.field(cell.text) == cell.field)
  }
}
