public import UrbanMining

/// Ages with censoring read from CSV.
///
/// ```
/// age,left[,count][,entered][,left_by]
/// ```
/// `left` is 1 for a unit that left at this age and 0 for one that was still in use; `count` is how many units
/// the row stands for, `entered` the age from which on they were watched, and `left_by` a later age by which
/// they had left, where an interval is all that is known.
public struct AgeTable: Sendable {
  public let data: SurvivalData

  private static let columns = ["age", "left", "count", "entered", "left_by"]

  /// - Parameters:
  ///   - bytes: the file.
  ///   - name: what messages call it.
  /// - Throws: every fault of the table, and where there are too few ages.
  public init(bytes: [UInt8], name: String) throws(ModelFileError) {
    let table = try CSVTable(bytes: bytes, name: name)
    var faults: [Fault] = []
    for (column, text) in table.columns.enumerated() where !AgeTable.columns.contains(text) {
      faults.append(
        table.fault(
          at: table.header[column], "'\(text)' is not a column of ages",
          hint: Suggestion.hint(for: text, in: AgeTable.columns)
            ?? "the columns are \(AgeTable.columns.joined(separator: ", "))"))
    }
    var places: [Int] = []
    for name in AgeTable.columns.prefix(2) {
      do throws(Fault) {
        places.append(try table.index(ofColumn: name))
      } catch {
        faults.append(error)
      }
    }
    guard places.count == 2 else { throw ModelFileError(faults) }
    var rows: [Row] = []
    for row in table.rows.indices {
      do throws(Fault) {
        rows.append(try Row(table, row, age: places[0], left: places[1]))
      } catch {
        faults.append(error)
      }
    }
    guard faults.isEmpty else { throw ModelFileError(faults) }
    do throws(FitError) {
      data = try SurvivalData(
        ages: rows.map(\.age), hasLeft: rows.map(\.hasLeft), counts: rows.map(\.count),
        entered: rows.map(\.entered), leftBy: rows.map(\.leftBy))
    } catch {
      throw ModelFileError([
        Fault(file: name, line: 1, column: 1, message: error.description)
      ])
    }
  }
}

/// What a row says.
private struct Row {
  let age: Double
  let hasLeft: Bool
  let count: Double
  let entered: Double
  let leftBy: Double?

  init(_ table: CSVTable, _ row: Int, age: Int, left: Int) throws(Fault) {
    func number(_ name: String) throws(Fault) -> (value: Double, column: Int)? {
      guard let column = table.columns.firstIndex(of: name) else { return nil }
      return try table.number(row: row, column: column).map { ($0, column) }
    }
    let mark = table[row, left]
    guard ["0", "1"].contains(mark.text) else {
      throw table.fault(at: mark, "'left' is 1 for a unit that left, 0 for one still in use")
    }
    hasLeft = mark.text == "1"
    let by = try number("left_by")
    guard let value = try table.number(row: row, column: age),
      value > 0 || (value == 0 && by != nil)
    else {
      throw table.fault(at: table[row, age], "an age is above 0")
    }
    self.age = value
    if let by, !hasLeft || by.value <= value {
      throw table.fault(
        at: table[row, by.column],
        hasLeft
          ? "the age by which a unit had left is above the one at which it was last in use"
          : "a unit that is still in use has not left by any age: leave the field empty")
    }
    leftBy = by?.value
    let start = try number("entered")
    if let start, start.value < 0 || start.value > value || (start.value == value && by == nil) {
      throw table.fault(
        at: table[row, start.column], "'entered' is from 0 on, and below the age of the row")
    }
    entered = start?.value ?? 0
    let many = try number("count")
    if let column = table.columns.firstIndex(of: "count"), !((many?.value ?? 0) > 0) {
      throw table.fault(at: table[row, column], "a count is above 0")
    }
    count = many?.value ?? 1
  }
}
