internal import UrbanMining

/// Reads a scenario workbook of aiphoria (file format 2): the sheets of settings, processes and flows.
struct AiphoriaImporter {
  private(set) var faults: [Fault] = []
  private let workbook: Workbook
  private var settings: [String: (text: String, row: Int)] = [:]

  static func draft(_ files: ImportFiles) throws(ModelFileError) -> ModelDraft {
    var importer = AiphoriaImporter(workbook: try files.workbook(files.path))
    let draft = importer.draft(title: ImportFiles.stem(files.path))
    guard let draft, importer.faults.isEmpty else { throw ModelFileError(importer.faults) }
    return draft
  }

  private init(workbook: Workbook) {
    self.workbook = workbook
  }

  /// A process as the workbook has it.
  struct Process {
    let name: String
    let label: String
    let lifetime: String?
    /// The lifetime can't be expressed: what enters stays.
    let decays: Bool
  }

  private mutating func draft(title: String) -> ModelDraft? {
    guard let sheet = sheet("Settings", of: nil) else { return nil }
    for row in 0..<sheet.rowCount where !sheet.text(row, 1).isEmpty {
      settings[sheet.text(row, 1)] = (sheet.text(row, 2), row)
    }
    let processSheet = self.sheet(setting("sheet_name_processes", sheet), of: sheet)
    let flowSheet = self.sheet(setting("sheet_name_flows", sheet), of: sheet)
    let first = year("start_year", sheet)
    let last = year("end_year", sheet)
    guard let processSheet, let flowSheet, let first, let last else { return nil }
    guard first <= last else {
      faults.append(
        sheet.fault(settings["end_year"]?.row ?? 0, 2, "the years end before they begin"))
      return nil
    }
    var draft = ModelDraft(title: title, years: first...last)
    var names = Identifiers()
    let processes = readProcesses(processSheet, &draft, &names)
    var reader = AiphoriaFlows(sheet: flowSheet, years: first...last)
    reader.read(
      skipping: rowsToSkip("sheet_name_flows", "skip_num_rows_flows"),
      columns: columns(flowSheet, ignored: "ignore_columns_flows"),
      known: processes.keys.sorted())
    faults += reader.faults
    guard faults.isEmpty else { return nil }
    reader.write(into: &draft, processes: processes, fill: fill)
    readScenarios(&draft, reader.written)
    remarkSettings(&draft, flowSheet)
    return draft
  }

  /// The flow modifiers, where the workbook uses them.
  private mutating func readScenarios(
    _ draft: inout ModelDraft, _ flows: [AiphoriaFlows.Written]
  ) {
    let name = settings["sheet_name_scenarios"]?.text ?? "Scenarios"
    guard let sheet = workbook.sheet(name) else { return }
    guard settings["use_scenarios"]?.text.uppercased() != "FALSE" else {
      if (1..<max(2, sheet.rowCount)).contains(where: { !sheet.isEmptyRow($0) }) {
        draft.remark("scenarios: sheet '\(name)' is switched off by 'use_scenarios' and left out")
      }
      return
    }
    var modifiers = AiphoriaModifiers(sheet: sheet)
    modifiers.read(
      skipping: rowsToSkip("sheet_name_scenarios", "skip_num_rows_scenarios"),
      columns: columns(sheet, ignored: "ignore_columns_scenarios"))
    faults += modifiers.faults
    modifiers.write(into: &draft, flows: flows, years: draft.years)
  }

  /// How years without a value are filled.
  private var fill: AiphoriaFlows.Fill {
    let method = settings["fill_method"]?.text.lowercased() ?? "zeros"
    return AiphoriaFlows.Fill(
      method: AiphoriaFlows.Fill.Method(rawValue: method) ?? .zeros,
      amounts: settings["fill_missing_absolute_flows"]?.text.uppercased() != "FALSE",
      shares: settings["fill_missing_relative_flows"]?.text.uppercased() != "FALSE")
  }

  // MARK: - Settings

  private mutating func sheet(_ name: String?, of settings: Sheet?) -> Sheet? {
    guard let name else { return nil }
    if let sheet = workbook.sheet(name) { return sheet }
    let known = workbook.sheets.compactMap(\.name)
    faults.append(
      settings?.fault(
        self.settings.first { $0.value.text == name }?.value.row ?? 0, 2,
        "there is no sheet '\(name)'", hint: Suggestion.hint(for: name, in: known))
        ?? Fault(
          file: workbook.file, line: 1, column: 1, message: "there is no sheet '\(name)'",
          hint: "the sheets are \(known.joined(separator: ", "))"))
    return nil
  }

  private mutating func setting(_ name: String, _ sheet: Sheet) -> String? {
    if let text = settings[name]?.text, !text.isEmpty { return text }
    faults.append(
      sheet.fault(
        settings[name]?.row ?? sheet.rowCount, settings[name] == nil ? 1 : 2,
        "the setting '\(name)' is missing",
        hint: Suggestion.hint(for: name, in: settings.keys.sorted())))
    return nil
  }

  private mutating func year(_ name: String, _ sheet: Sheet) -> Int? {
    guard setting(name, sheet) != nil, let row = settings[name]?.row else { return nil }
    do {
      return try sheet.wholeNumber(row, 2)
    } catch {
      faults.append(error)
      return nil
    }
  }

  private func rowsToSkip(_ sheet: String, _ name: String) -> Int {
    settings[name].flatMap { Double($0.text) }.map { Int($0) } ?? 0
  }

  /// The columns that are read, in their order.
  private func columns(_ sheet: Sheet, ignored name: String) -> [Int] {
    let letters = settings[name]?.text.split(separator: ",").map { String($0).trimmed } ?? []
    let ignored = letters.compactMap(SheetPlace.column(named:))
    return (0..<max(sheet.columnCount, 11 + ignored.count)).filter { !ignored.contains($0) }
  }

  private func remarkSettings(_ draft: inout ModelDraft, _ flows: Sheet) {
    if settings["use_virtual_flows"]?.text.uppercased() == "TRUE" {
      draft.remark(
        "virtual flows: what aiphoria invents to close a balance is a fault here, or goes to 'unreported'"
      )
    }
    if settings["use_stock_lifetime_overrides"]?.text.uppercased() == "TRUE" {
      draft.remark("stock lifetime overrides: lifetimes that change from a year are left out")
    }
    for name in ["prioritize_locations", "prioritize_transformation_stages"]
    where settings[name].map({ !$0.text.isEmpty }) == true {
      draft.remark("\(name): flows that pass a stock by in the same year are left out")
    }
    if let unit = settings["baseline_unit_name"]?.text, !unit.isEmpty,
      MassUnit(rawValue: unit) == nil
    {
      draft.remark(
        "unit: '\(unit)' is no unit of mass here; amounts are taken over as they are, in t")
    } else if let unit = settings["baseline_unit_name"].flatMap({ MassUnit(rawValue: $0.text) }) {
      draft.unit = unit
    }
    draft.remark("indicator columns, colours, positions and stages of processes are left out")
  }
}

// MARK: - Processes

extension AiphoriaImporter {
  /// The processes by their identifier in the workbook.
  private mutating func readProcesses(
    _ sheet: Sheet, _ draft: inout ModelDraft, _ names: inout Identifiers
  ) -> [String: Process] {
    let columns = columns(sheet, ignored: "ignore_columns_processes")
    let header = rowsToSkip("sheet_name_processes", "skip_num_rows_processes")
    var found: [String: Process] = [:]
    for row in (header + 1)..<max(header + 1, sheet.rowCount) where !sheet.isEmptyRow(row) {
      let texts = columns.map { sheet.text(row, $0) }
      for (index, what) in ["process", "location", "process ID", "stage"].enumerated()
      where texts[index].isEmpty {
        faults.append(sheet.fault(row, columns[index], "the \(what) is missing"))
      }
      let id = texts[2]
      guard !id.isEmpty else { continue }
      if found[id] != nil {
        faults.append(sheet.fault(row, columns[2], "there is a second process '\(id)'"))
      }
      let kind = texts[5]
      let lifetime = lifetime(sheet, row, columns, kind, &draft)
      let label = texts[10].isEmpty ? id : texts[10]
      found[id] = Process(
        name: names.identifier(for: id), label: label, lifetime: lifetime,
        decays: kind.hasPrefix("LandfillDecay"))
    }
    return found
  }

  /// The lifetime of a process in our words; nil where it holds nothing.
  private mutating func lifetime(
    _ sheet: Sheet, _ row: Int, _ columns: [Int], _ kind: String, _ draft: inout ModelDraft
  ) -> String? {
    var mean = 0.0
    do {
      mean = try sheet.number(row, columns[4]) ?? 0
    } catch {
      faults.append(error)
    }
    let name = sheet.text(row, columns[2])
    if kind.hasPrefix("LandfillDecay") {
      draft.remark("decay: '\(name)' decays as a landfill in aiphoria; here what enters it stays")
      return nil
    }
    guard mean > 0 else { return nil }
    let parameters = parameters(sheet, row, columns[6])
    let sd = parameters["stddev"] ?? parameters[""] ?? 0
    func number(_ value: Double) -> String { plainNumber(value) }
    switch kind {
    case "Fixed", "": return "fixed(years: \(number(mean)))"
    case "Normal":
      return sd == 0
        ? "fixed(years: \(number(mean)))" : "normal(mean: \(number(mean)), sd: \(number(sd)))"
    case "LogNormal":
      draft.remark(
        "log-normal lifetimes are taken by their mean and standard deviation; aiphoria 1.1 inverts the two "
          + "in its formula, so its results differ")
      return "lognormal(mean: \(number(mean)), sd: \(number(sd)))"
    case "FoldedNormal": return "folded-normal(mu: \(number(mean)), sigma: \(number(sd)))"
    case "Weibull":
      let (shape, scale) = (parameters["shape"] ?? 1, parameters["scale"] ?? 1)
      return "weibull(shape: \(number(shape)), scale: \(number(scale)))"
    case "Simple": return "exponential(mean: \(number(mean)))"
    default:
      let known = ["Fixed", "Normal", "LogNormal", "FoldedNormal", "Weibull", "Simple"]
      faults.append(
        sheet.fault(
          row, columns[5], "there is no distribution type '\(kind)'",
          hint: Suggestion.hint(for: kind, in: known)
            ?? "there are \(known.joined(separator: ", "))"))
      return nil
    }
  }

  /// `stddev=1` or `shape=2, scale=10`; a number alone stands under an empty name.
  private mutating func parameters(_ sheet: Sheet, _ row: Int, _ column: Int) -> [String: Double] {
    let text = sheet.text(row, column)
    guard !text.isEmpty else { return [:] }
    if let number = try? DecimalNumber.value(of: text) { return ["": number] }
    var found: [String: Double] = [:]
    for part in text.split(separator: ",") {
      let sides = part.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
      guard sides.count == 2, let value = try? DecimalNumber.value(of: sides[1]) else {
        faults.append(
          sheet.fault(
            row, column, "'\(String(part).trimmed)' is no parameter",
            hint: "parameters are written like stddev=2 or shape=2, scale=10"))
        continue
      }
      found[sides[0].lowercased()] = value
    }
    return found
  }
}
