import Testing

@testable import ModelFiles

@Suite struct CSVTableFaultsTests {
  static func faults(_ bytes: [UInt8]) -> [String] {
    do throws(ModelFileError) {
      _ = try CSVTable(bytes: bytes, name: "t.csv")
      return []
    } catch {
      return error.faults.map(\.description)
    }
  }

  static let commaHint = "a field that holds a comma goes in double quotes"

  @Test(arguments: [
    ("a,b\n1\n", "t.csv:2:1: the row has 1 field, but the header has 2"),
    ("a,b\n1,2,3\n", "t.csv:2:5: the row has 3 fields, but the header has 2 (\(commaHint))"),
    ("a,b\n1,2,\n", "t.csv:2:5: the row has 3 fields, but the header has 2 (\(commaHint))"),
    ("a,b\n1,2\n3, \"4\n5,6\n", "t.csv:3:4: the double quote that opens here is never closed"),
    ("a,b\n1,\"", "t.csv:2:3: the double quote that opens here is never closed"),
    (
      "a,b\n1,\"x\"y\n",
      "t.csv:2:6: text follows the closing double quote "
        + "(a double quote inside a quoted field is written twice)"
    ),
    (
      "a,b\n1,5\" pipe, long\n",
      "t.csv:2:4: a double quote stands inside a field that does not begin with one "
        + "(put the whole field in double quotes and double those inside)"
    ),
    ("a,b,a\n1,2,3\n", "t.csv:1:5: two columns are called 'a' (the first is at 1:1)"),
    ("a,,b\n1,2,3\n", "t.csv:1:3: column 2 has no name"),
    ("a,b,\n1,2,3\n", "t.csv:1:5: column 3 has no name"),
    (
      "",
      "t.csv:1:1: the table has no header (the first line names the columns, such as year,value)"
    ),
    (
      "# only\n\n # comments",
      "t.csv:1:1: the table has no header (the first line names the columns, such as year,value)"
    ),
    (
      "year;value\n1980;3,5\n1981;4,0\n",
      "t.csv:1:1: the columns are separated by semicolons; CSV separates them by commas "
        + "(export it with commas, and with points as decimal signs)"
    ),
  ])
  func namesTheFaultAndItsPlace(_ text: String, _ fault: String) {
    #expect(Self.faults(Array(text.utf8)) == [fault])
  }

  @Test func reportsEveryFaultAtOnce() {
    let text = "a,a,\n1,2\n1,\"2\"x,3\n1,2,3\n1,2\"3\"\n1,2,3,4\n\"open,2,3\n1,2,3\n"
    let places = Self.faults(Array(text.utf8)).map { $0.split(separator: " ")[0] }
    #expect(
      places == [
        "t.csv:1:3:", "t.csv:1:5:", "t.csv:2:1:", "t.csv:3:6:", "t.csv:5:4:", "t.csv:6:7:",
        "t.csv:7:1:",
      ])
  }

  @Test func refusesTextThatIsNotUTF8() {
    let latin = Array("a,b\r\nz".utf8) + [0xFC] + Array(",1\n".utf8) + [0xE4] + Array(",2\n".utf8)
    #expect(
      Self.faults(latin) == [
        "t.csv:2:2: the text is not valid UTF-8 at 2 places, first here (save the file as UTF-8)"
      ])
    #expect(
      Self.faults(Array("ä,b\n1\n".utf8) + [0xFF]) == [
        "t.csv:2:1: the row has 1 field, but the header has 2",
        "t.csv:3:1: the row has 1 field, but the header has 2",
        "t.csv:3:1: the text is not valid UTF-8 here (save the file as UTF-8)",
      ])
    let wide: [UInt8] = [0xFF, 0xFE, 0x61, 0x00, 0x2C, 0x00, 0x62, 0x00, 0x0A, 0x00]
    #expect(
      Self.faults(wide) == ["t.csv:1:1: the file is UTF-16, not UTF-8 (save the file as UTF-8)"])
  }
}
