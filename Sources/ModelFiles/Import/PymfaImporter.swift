internal import UrbanMining

/// Reads a model of pymfa2: one CSV table with a head of settings, a row that names the years, and a row for
/// each transfer in the small language of ``PymfaValue``.
struct PymfaImporter {
  private let sheet: Sheet
  private var faults: [Fault] = []
  private var rows: [Row] = []
  private var years: [Int] = []
  private var periods = 0

  /// A transfer.
  struct Row {
    let kind: Kind
    /// Name, material and unit of the two ends; the first is empty for an inflow.
    let from: [String]
    let to: [String]
    let values: [PymfaValue]
    let description: String

    enum Kind: String, CaseIterable {
      case inflow, delay, rate, conversion, fraction
    }
  }

  private static let firstValue = 9

  static func draft(_ files: ImportFiles) throws(ModelFileError) -> ModelDraft {
    var importer = PymfaImporter(
      sheet: try Sheet(csv: try files.bytes(of: files.path), file: files.path))
    importer.read()
    guard importer.faults.isEmpty else { throw ModelFileError(importer.faults) }
    return PymfaSystem(
      rows: importer.rows, years: importer.years, title: ImportFiles.stem(files.path)
    ).draft()
  }

  private init(sheet: Sheet) {
    self.sheet = sheet
  }

  private mutating func read() {
    for row in 0..<sheet.rowCount where !sheet.text(row, 0).isEmpty {
      let first = sheet.text(row, 0).lowercased().filter { $0 != " " }
      if first == "periods:" {
        periods = Int(sheet.text(row, 1)) ?? 0
      } else if first.hasSuffix(":") {
        continue  // Runs, percentiles, plots: how pymfa2 reports.
      } else if first == "transfertype" {
        readYears(row)
      } else if first == "concentration" || first == "entropy" {
        continue
      } else if years.isEmpty, Row.Kind(rawValue: first) == nil {
        reportHead(row)
      } else {
        readTransfer(row, first)
      }
    }
    if years.isEmpty {
      faults.append(
        sheet.fault(0, 0, "no row begins with 'transfer type' and names the years", hint: nil))
    } else if rows.isEmpty, faults.isEmpty {
      faults.append(sheet.fault(0, 0, "the table has no transfers"))
    }
    if periods > 1, periods < years.count {
      years = Array(years.prefix(periods))
    }
  }

  /// A row above the years that is no setting.
  private mutating func reportHead(_ row: Int) {
    let text = sheet.text(row, 0)
    let parts = text.split(separator: ":", maxSplits: 1).map { String($0).trimmed }
    faults.append(
      sheet.fault(
        row, 0, "'\(text)' is no setting of the head, and no row 'transfer type' with the years",
        hint: parts.count == 2
          ? "a setting and its value stand in two cells: '\(parts[0]):' and '\(parts[1])'"
          : "settings end with a colon, like 'periods:'"))
  }

  private mutating func readYears(_ row: Int) {
    for column in Self.firstValue..<max(Self.firstValue, sheet.columnCount)
    where !sheet.text(row, column).isEmpty {
      do throws(Fault) {
        let year = try sheet.wholeNumber(row, column) ?? 0
        if let last = years.last, year != last + 1 {
          throw sheet.fault(row, column, "the year after \(last) is \(last + 1), not \(year)")
        }
        years.append(year)
      } catch {
        faults.append(error)
      }
    }
  }

  private mutating func readTransfer(_ row: Int, _ first: String) {
    guard let kind = Row.Kind(rawValue: first) else {
      let known = Row.Kind.allCases.map(\.rawValue)
      faults.append(
        sheet.fault(
          row, 0, "there is no transfer type '\(first)'",
          hint: Suggestion.hint(for: first, in: known)
            ?? "there are \(known.joined(separator: ", "))"))
      return
    }
    guard !years.isEmpty else { return }
    let texts = (1...6).map { sheet.text(row, $0).lowercased() }
    let from = Array(texts[0..<3])
    // What a target leaves out is as at its source.
    let to = [
      texts[3], texts[4].isEmpty ? from[1] : texts[4], texts[5].isEmpty ? from[2] : texts[5],
    ]
    if to[0].isEmpty { faults.append(sheet.fault(row, 4, "the target has no name")) }
    if kind != .inflow, from[0].isEmpty {
      faults.append(sheet.fault(row, 1, "the source has no name"))
    }
    if kind != .inflow, kind != .conversion, from[2] != to[2] {
      faults.append(
        sheet.fault(
          row, 6, "the unit changes from '\(from[2])' to '\(to[2])': only a conversion can"))
    }
    if kind != .inflow, rows.contains(where: { $0.from == from && $0.to == to }) {
      faults.append(
        sheet.fault(row, 0, "there is a second transfer from '\(from[0])' to '\(to[0])'"))
    }
    var values: [PymfaValue] = []
    for column in years.indices {
      let place = Self.firstValue + column
      do throws(PymfaValue.Refusal) {
        let text = sheet.text(row, place)
        guard !text.isEmpty else {
          throw PymfaValue.Refusal(message: "there is no value for \(years[column])")
        }
        values.append(
          try PymfaValue(text, hasPriority: kind != .inflow, hasRelease: kind == .delay))
      } catch {
        faults.append(sheet.fault(row, place, error.message))
      }
    }
    rows.append(
      Row(
        kind: kind, from: kind == .inflow ? [] : from, to: to, values: values,
        description: sheet.text(row, Self.firstValue - 1)))
  }
}
