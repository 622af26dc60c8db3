public import UrbanMining

/// Ages with censoring read from CSV: `age,left` with an optional `count`, where `left` is 1 for a unit that
/// left at this age and 0 for one that was still in use.
public struct AgeTable: Sendable {
  public let data: SurvivalData

  /// - Parameters:
  ///   - bytes: the file.
  ///   - name: what messages call it.
  /// - Throws: every fault of the table, and where there are too few ages.
  public init(bytes: [UInt8], name: String) throws(ModelFileError) {
    let table = try CSVTable(bytes: bytes, name: name)
    var faults: [Fault] = []
    var columns: [Int] = []
    for name in ["age", "left"] {
      do throws(Fault) {
        columns.append(try table.index(ofColumn: name))
      } catch {
        faults.append(error)
      }
    }
    guard columns.count == 2 else { throw ModelFileError(faults) }
    let count = table.columns.firstIndex(of: "count")
    var (ages, marks, counts): ([Double], [Bool], [Double]) = ([], [], [])
    for row in table.rows.indices {
      do throws(Fault) {
        let age = table[row, columns[0]]
        guard let value = try table.number(row: row, column: columns[0]), value > 0 else {
          throw table.fault(at: age, "an age is above 0")
        }
        let left = table[row, columns[1]]
        guard ["0", "1"].contains(left.text) else {
          throw table.fault(at: left, "'left' is 1 for a unit that left, 0 for one still in use")
        }
        let number = try count.map { (column) throws(Fault) in
          guard let value = try table.number(row: row, column: column), value > 0 else {
            throw table.fault(at: table[row, column], "a count is above 0")
          }
          return value
        }
        ages.append(value)
        marks.append(left.text == "1")
        counts.append(number ?? 1)
      } catch {
        faults.append(error)
      }
    }
    guard faults.isEmpty else { throw ModelFileError(faults) }
    do throws(FitError) {
      data = try SurvivalData(ages: ages, hasLeft: marks, counts: counts)
    } catch {
      throw ModelFileError([
        Fault(
          file: name, line: 1, column: 1,
          message: "ages at which something left: \(error.description)")
      ])
    }
  }
}
