public import UrbanMining

/// Reads how much of each metal a stream of waste holds: a table with the columns `metal` and `content` (a
/// share of the mass) and, where known, `greenhouse_gases` (kg CO₂-eq/kg) and `energy` (MJ/kg).
public enum MetalContentTable {
  /// Reads a table.
  /// - Parameters:
  ///   - bytes: a CSV file.
  ///   - name: what messages call it.
  /// - Throws: every fault of the table with its place.
  public static func contents(bytes: [UInt8], name: String) throws(ModelFileError) -> [MetalContent]
  {
    let table = try CSVTable(bytes: bytes, name: name)
    var faults: [Fault] = []
    func column(_ column: String) -> Int? {
      do throws(Fault) {
        return try table.index(ofColumn: column)
      } catch {
        faults.append(error)
        return nil
      }
    }
    let (metal, content) = (column("metal"), column("content"))
    guard let metal, let content else { throw ModelFileError(faults) }
    let optional = ["greenhouse_gases", "energy"].map { table.columns.firstIndex(of: $0) }
    func number(_ row: Int, _ column: Int?) -> Double? {
      guard let column else { return nil }
      do throws(Fault) {
        return try table.number(row: row, column: column)
      } catch {
        faults.append(error)
        return nil
      }
    }
    var contents: [MetalContent] = []
    for row in table.rows.indices {
      let field = table[row, content]
      let known = faults.count
      let numbers = [number(row, content)] + optional.map { number(row, $0) }
      guard faults.count == known else { continue }
      guard let share = numbers[0] else {
        faults.append(table.fault(at: field, "the content is missing"))
        continue
      }
      if contents.contains(where: { $0.metal == table[row, metal].text }) {
        faults.append(
          table.fault(
            at: table[row, metal], "there is a second row for '\(table[row, metal].text)'"))
      }
      do throws(EWasteError) {
        contents.append(
          try MetalContent(
            table[row, metal].text, share: share, greenhouseGases: numbers[1], energy: numbers[2]))
      } catch {
        faults.append(table.fault(at: field, "\(error)"))
      }
    }
    guard faults.isEmpty else { throw ModelFileError(faults) }
    return contents
  }
}
