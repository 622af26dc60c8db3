public import UrbanMining

/// Observations read from CSV, in one of two layouts.
///
/// `year,series,value` with an optional `uncertainty` and `unit`, a row for each observation; or `year` and a column for
/// each series, named as results call it (`stock.use`, `flow.old_scrap`, `eol_rr`), in which empty fields
/// are not observed.
public struct ObservationTable: Sendable {
  public let observations: [Observation]

  /// - Parameters:
  ///   - bytes: the file.
  ///   - name: what messages call it.
  ///   - unit: that of the model, into which amounts of other units are converted.
  /// - Throws: every fault of the table.
  public init(bytes: [UInt8], name: String, unit: MassUnit) throws(ModelFileError) {
    let table = try CSVTable(bytes: bytes, name: name)
    var faults: [Fault] = []
    var found: [Observation] = []
    func number(_ row: Int, _ column: Int) -> Double? {
      do throws(Fault) {
        return try table.number(row: row, column: column)
      } catch {
        faults.append(error)
        return nil
      }
    }
    let year: Int
    do throws(Fault) {
      year = try table.index(ofColumn: "year")
    } catch {
      throw ModelFileError([error])
    }
    if let series = table.columns.firstIndex(of: "series") {
      let known = ["year", "series", "value", "uncertainty", "unit"]
      for (column, text) in table.columns.enumerated() where !known.contains(text) {
        faults.append(
          table.fault(
            at: table.header[column], "'\(text)' is not a column of observations",
            hint: Suggestion.hint(for: text, in: known)
              ?? "the columns are \(known.joined(separator: ", "))"))
      }
      guard let value = table.columns.firstIndex(of: "value") else {
        throw ModelFileError(
          faults + [table.fault(at: table.header[0], "there is no column 'value'")])
      }
      let uncertainty = table.columns.firstIndex(of: "uncertainty")
      let units = table.columns.firstIndex(of: "unit")
      for row in table.rows.indices {
        let known = faults.count
        let (when, seen) = (number(row, year), number(row, value))
        let error = uncertainty.flatMap { number(row, $0) }
        guard faults.count == known else { continue }
        guard let when, let seen else {
          faults.append(
            table.fault(at: table[row, year], "an observation needs a year and a value"))
          continue
        }
        if let error, !(error > 0), let column = uncertainty {
          faults.append(
            table.fault(at: table[row, column], "an uncertainty is above 0"))
        }
        var own = unit
        do throws(Fault) {
          own =
            try units.map { (column) throws(Fault) in
              try ObservationTable.unit(table[row, column], of: table, like: unit)
            } ?? unit
        } catch {
          faults.append(error)
        }
        found.append(
          Observation(
            series: table[row, series].text, year: when, value: own.convert(seen, to: unit),
            uncertainty: error.map { own.convert($0, to: unit) }))
      }
    } else {
      for row in table.rows.indices {
        guard let when = number(row, year) else { continue }
        for column in table.columns.indices where column != year {
          guard let seen = number(row, column) else { continue }
          found.append(Observation(series: table.columns[column], year: when, value: seen))
        }
      }
    }
    guard faults.isEmpty else { throw ModelFileError(faults) }
    observations = found
  }
  /// The unit in a field, also per year; that of the model where it is empty, as for shares.
  private static func unit(
    _ field: CSVTable.Field, of table: CSVTable, like unit: MassUnit
  ) throws(Fault) -> MassUnit {
    let text = field.text
    guard !text.isEmpty else { return unit }
    let known = MassUnit.allCases.filter { $0.isCount == unit.isCount }
    let word = text.hasSuffix("/yr") ? String(text.dropLast(3)) : text
    guard let own = known.first(where: { $0.rawValue == word }) else {
      throw table.fault(
        at: field, "a unit can't be '\(text)' in a model in \(unit.rawValue)",
        hint: Suggestion.hint(for: word, in: known.map(\.rawValue))
          ?? "it is one of \(known.map(\.rawValue).joined(separator: ", ")), each also per year, "
          + "like t/yr")
    }
    return own
  }
}
