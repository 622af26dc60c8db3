public import UrbanMining

/// Measurements of several years read from CSV: `quantity,year,value` with an optional `uncertainty`.
///
/// A value is written as in a file of measurements (`120 ± 6`, `120 exact`, `unknown`), or as a number with its
/// standard uncertainty in a column of its own (`6`, `5 %` or `exact`).
public struct MeasurementTable: Sendable {
  /// The system in each year that the table names, rising.
  public let systems: [MeasuredSystem]

  /// - Parameters:
  ///   - bytes: the table.
  ///   - name: what messages call it.
  ///   - file: the system, and what is known in every year.
  /// - Throws: every fault of the table.
  public init(bytes: [UInt8], name: String, of file: MeasuredSystemFile) throws(ModelFileError) {
    let table = try CSVTable(bytes: bytes, name: name)
    var faults: [Fault] = []
    var columns: [Int] = []
    for name in ["quantity", "year", "value"] {
      do throws(Fault) {
        columns.append(try table.index(ofColumn: name))
      } catch {
        faults.append(error)
      }
    }
    guard columns.count == 3 else { throw ModelFileError(faults) }
    let uncertainty = table.columns.firstIndex(of: "uncertainty")
    let known = file.system.quantities.map(\.name)
    var measurements: [Int: [String: Knowledge]] = [:]
    for row in table.rows.indices {
      do throws(Fault) {
        let (quantity, year) = (table[row, columns[0]], table[row, columns[1]])
        guard known.contains(quantity.text) else {
          throw table.fault(
            at: quantity, "there is no quantity '\(quantity.text)' in \(file.name)",
            hint: Suggestion.hint(for: quantity.text, in: known))
        }
        guard let number = Int(year.text) else {
          throw table.fault(at: year, "'\(year.text)' is no year")
        }
        guard measurements[number]?[quantity.text] == nil else {
          throw table.fault(at: quantity, "'\(quantity.text)' is given twice for \(number)")
        }
        let own = uncertainty.map { table[row, $0].text } ?? ""
        let value = table[row, columns[2]]
        measurements[number, default: [:]][quantity.text] = try table.knowledge(
          value, own, usualShare: file.usualShare)
      } catch {
        faults.append(error)
      }
    }
    if measurements.isEmpty, faults.isEmpty {
      faults.append(Fault(file: name, line: 1, column: 1, message: "the table has no rows"))
    }
    guard faults.isEmpty else { throw ModelFileError(faults) }
    let years = measurements.keys.sorted()
    var systems: [MeasuredSystem] = []
    for year in years {
      do throws(MeasuredSystemError) {
        systems.append(
          try file.system.measured(
            measurements[year] ?? [:], in: year, keepsStart: year == years.first,
            keepsEnd: year == years.last))
      } catch {
        faults += file.faults(of: error, in: year)
      }
    }
    guard faults.isEmpty else { throw ModelFileError(faults) }
    self.systems = systems
  }
}

extension CSVTable {
  fileprivate func knowledge(
    _ value: Field, _ uncertainty: String, usualShare: Double?
  ) throws(Fault) -> Knowledge {
    do throws(MeasurementText.Refusal) {
      switch uncertainty {
      case "": return try MeasurementText.knowledge(value.text, usualShare: usualShare)
      case "exact": return try MeasurementText.knowledge("\(value.text) exact", usualShare: nil)
      default:
        return try MeasurementText.knowledge("\(value.text) ± \(uncertainty)", usualShare: nil)
      }
    } catch {
      throw fault(at: value, error.message, hint: error.hint)
    }
  }
}
