internal import FileFormats
public import UrbanMining

extension SystemResults {
  /// Why this build can't write Excel workbooks; nil if it can.
  public static var whyNoWorkbook: String? {
    ZipArchive.isBuiltIn
      ? nil : FormatError.notBuiltIn(format: "Excel workbooks", trait: "Excel").description
  }

  /// All series of a lane as an Excel workbook: a sheet that says what the results are and where the inputs
  /// come from, then one sheet for each kind with a row for each series and a column for each year.
  /// - Parameters:
  ///   - lane: the lane of interest.
  ///   - scenario: the name of the scenario, if any.
  ///   - changes: single changes made beside it, as they were written.
  ///   - program: the name and version of the program that computed the results.
  /// - Throws: where the build can't write workbooks.
  /// - Complexity: O(numbers).
  public func workbookBytes(
    lane: Int = 0, scenario: String?, changes: [String], program: String
  ) throws -> [UInt8] {
    let series = series(lane: lane)
    let kinds = Series.Kind.allCases.filter { kind in series.contains { $0.kind == kind } }
    let sheets = kinds.map { kind in
      WorkbookWriter.Sheet(
        name: kind.rawValue, rows: rows(series.filter { $0.kind == kind }, lane))
    }
    let about = WorkbookWriter.Sheet(
      name: "about", rows: aboutRows(lane, scenario, changes, program))
    return try WorkbookWriter(sheets: [about] + sheets).bytes()
  }

  /// A row for each series, with a column for each year.
  private func rows(_ series: [Series], _ lane: Int) -> [[SheetCell]] {
    let model = plan.models[lane]
    let own = model.dimensions.map(\.name).filter { name in
      series.contains { $0.elements[name] != nil }
    }
    let joins = series.contains { $0.from != nil }
    let first = ["name"] + (joins ? ["from", "to"] : []) + own + ["unit"]
    let header = first.map(SheetCell.text) + model.time.labels.map(SheetCell.number)
    return [header]
      + series.map { one in
        let texts =
          [one.name] + (joins ? [one.from ?? "", one.to ?? ""] : [])
          + own.map { one.elements[$0] ?? "" } + [one.unit]
        return texts.map { $0.isEmpty ? .empty : .text($0) }
          + one.values.map { $0.finite.map(SheetCell.number) ?? .empty }
      }
  }

  private func aboutRows(
    _ lane: Int, _ scenario: String?, _ changes: [String], _ program: String
  ) -> [[SheetCell]] {
    let model = plan.models[lane]
    let facts: [(String, SheetCell)] = [
      ("model", .text(model.header.name)), ("title", .text(model.header.title)),
      ("material", .text(model.header.material)), ("scenario", .text(scenario ?? "")),
      ("changes", .text(changes.joined(separator: "; "))),
      ("unit", .text("stocks in \(model.header.unit.rawValue), flows per year")),
      ("inflow at", .text(model.timing.description)), ("program", .text(program)),
      ("balance: largest residual", .number(balance.maxResidual)),
      ("balance: tolerance", .number(balance.tolerance)),
    ]
    let shrinking = shrinkingStocks(lane: lane).map { stock in
      let place = [stock.process] + model.dimensions.compactMap { stock.elements[$0.name] }
      let years = stock.periods.map { model.time.label(of: $0) }.joined(separator: ", ")
      let what =
        stock.policy == .keep
        ? "negative inflow kept" : "negative inflow clipped, stock above target"
      return ("\(place.joined(separator: ", ")): \(what)", SheetCell.text(years))
    }
    let lifetimes = model.processes.filter { $0.lifetimes != nil }
      .map { ("\($0.name).lifetime", $0.provenance) }
    let origins = model.inputs.map { ($0.name, $0.provenance) } + lifetimes
    return [[.text("what"), .text("value")]] + (facts + shrinking).map { [.text($0.0), $0.1] }
      + [[], ["input", "table", "source", "assumption"].map(SheetCell.text)]
      + origins.map { name, origin in
        [name, origin.table ?? "", origin.source ?? "", origin.assumption ?? ""].map {
          $0.isEmpty ? .empty : .text($0)
        }
      }
  }
}
