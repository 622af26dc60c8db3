internal import UrbanMining

/// Reads an ODYM model: the configuration workbook with the classification and parameter workbooks in its
/// folder, or one parameter workbook alone.
///
/// ODYM computes its flows in Python; dimensions, processes and parameters are carried over.
struct OdymImporter {
  private let files: ImportFiles
  private var faults: [Fault] = []
  private var names = Identifiers()

  static func draft(_ files: ImportFiles) throws(ModelFileError) -> ModelDraft {
    var importer = OdymImporter(files: files)
    let draft = try importer.draft()
    guard let draft, importer.faults.isEmpty else { throw ModelFileError(importer.faults) }
    return draft
  }

  private init(files: ImportFiles) {
    self.files = files
  }

  private mutating func draft() throws(ModelFileError) -> ModelDraft? {
    let workbook = try files.workbook(files.path)
    if let configuration = OdymConfiguration(workbook) {
      faults += configuration.faults
      return try draft(configuration)
    }
    if let parameter = OdymParameter(workbook) { return draft(alone: parameter) }
    faults.append(
      Fault(
        file: files.path, line: 1, column: 1,
        message: "this is neither a configuration nor a parameter workbook of ODYM",
        hint: "a configuration has an 'Index Table', a parameter a sheet 'Cover'"))
    return nil
  }

  // MARK: - A whole model

  private mutating func draft(_ configuration: OdymConfiguration) throws(ModelFileError)
    -> ModelDraft?
  {
    guard let items = try classifications(configuration) else { return nil }
    var elements: [String: [String]] = [:]
    for aspect in configuration.aspects {
      guard let all = items[aspect.classification] else {
        faults.append(
          configuration.sheet.fault(
            aspect.row, 5, "there is no classification '\(aspect.classification)'",
            hint: Suggestion.hint(for: aspect.classification, in: items.keys.sorted())))
        continue
      }
      guard let own = OdymConfiguration.selected(all, aspect.selector), !own.isEmpty else {
        faults.append(
          configuration.sheet.fault(
            aspect.row, 6, "'\(aspect.selector)' selects nothing out of \(all.count) items",
            hint: "it is All, [0,2], [3:7) or All except [1]"))
        continue
      }
      elements[aspect.letter] = own
    }
    guard faults.isEmpty else { return nil }
    let time = configuration.aspects.first { $0.name == "Time" || $0.letter == "t" }
    let years = time.flatMap { elements[$0.letter] }?.compactMap { Int($0) } ?? []
    guard let time, let first = years.min(), let last = years.max() else {
      faults.append(configuration.sheet.fault(0, 1, "no aspect 'Time' holds the years"))
      return nil
    }
    var draft = ModelDraft(title: ImportFiles.stem(files.path), years: first...last)
    draft.dimensions = configuration.aspects.filter { $0.letter != time.letter }.map {
      Dimension(name: names.identifier(for: $0.name), elements: elements[$0.letter] ?? [])
    }
    for process in configuration.processes {
      draft.processes.append(
        ModelDraft.Process(
          name: names.identifier(for: process.name),
          comment: process.comment.isEmpty ? nil : process.comment))
      draft.labels.append((names.identifier(for: process.name), process.name))
    }
    for parameter in configuration.parameters {
      try add(parameter, configuration, elements, time: time.letter, to: &draft)
    }
    draft.remark("flows: ODYM defines and computes them in Python; the model file has none yet")
    return draft
  }

  /// The items of each classification, out of the master file that the configuration names.
  private mutating func classifications(
    _ configuration: OdymConfiguration
  ) throws(ModelFileError) -> [String: [String]]? {
    let version = configuration.facts["Version of master classification"] ?? ""
    let all = files.files(endingIn: ["xlsx"], under: files.folder)
    let path =
      all.first { ImportFiles.stem($0) == version }
      ?? all.first { ImportFiles.stem($0).hasSuffix(version) && $0.contains("Classification") }
    guard !version.isEmpty, let path, let sheet = try files.workbook(path).sheet("MAIN_Table")
    else {
      faults.append(
        configuration.sheet.fault(
          0, 1,
          "the master classification '\(version)' is not in the folder, or has no sheet 'MAIN_Table'"
        ))
      return nil
    }
    var items: [String: [String]] = [:]
    var column = 1
    while !sheet.text(0, column).isEmpty {
      var own: [String] = []
      var row = 10
      while !sheet.text(row, column).isEmpty {
        own.append(sheet.text(row, column))
        row += 1
      }
      items[sheet.text(0, column)] = own
      column += 1
    }
    return items
  }

  private mutating func add(
    _ parameter: OdymConfiguration.Parameter, _ configuration: OdymConfiguration,
    _ elements: [String: [String]], time: String, to draft: inout ModelDraft
  ) throws(ModelFileError) {
    let path = files.files(endingIn: ["xlsx"], under: files.folder)
      .first { ImportFiles.stem($0) == parameter.version }
    guard let path, var file = OdymParameter(try files.workbook(path)) else {
      faults.append(
        configuration.sheet.fault(
          parameter.row, 4,
          "the file '\(parameter.version).xlsx' is not in the folder, or has no 'Cover'"))
      return
    }
    let values = file.read(layer: parameter.layer)
    faults += file.faults
    guard let values, parameter.match.count == parameter.letters.count,
      parameter.match.allSatisfy(values.classifications.indices.contains)
    else { return }
    let hasTime = parameter.letters.contains(time)
    let over = parameter.letters.filter { $0 != time }
    let dimensions = parameter.letters.map { Dimension(name: $0, elements: elements[$0] ?? []) }
    let space = CellSpace(dimensions)
    var cells = [(value: Double, spread: String)?](repeating: nil, count: space.count)
    for row in values.rows {
      // Items beyond those of the model are passed over, as ODYM does.
      guard let cell = space.cell(of: parameter.match.map { row.items[$0] }) else { continue }
      cells[cell] = (row.value, row.spread)
    }
    let missing = cells.count { $0 == nil }
    if missing > 0 {
      draft.remark(
        "'\(parameter.name)': \(missing) of \(space.count) values are not in the file; ODYM takes them as 0"
      )
    }
    var table = ModelDraft.Table(
      name: names.identifier(for: parameter.name),
      columns: parameter.letters.map { $0 == time ? "year" : column($0, configuration) }
        + ["value", "uncertainty"])
    for (index, cell) in cells.enumerated() {
      table.rows.append(
        space.elements(of: index) + [plainNumber(cell?.value ?? 0), cell?.spread ?? ""])
    }
    finish(
      parameter.name, &table, over: over.map { column($0, configuration) }, file.facts, &draft,
      hasGaps: hasTime && (elements[time]?.count ?? 0) < draft.years.count)
  }

  private mutating func column(_ letter: String, _ configuration: OdymConfiguration) -> String {
    names.identifier(
      for: configuration.aspects.first { $0.letter == letter }?.name ?? letter)
  }

  private mutating func finish(
    _ name: String, _ table: inout ModelDraft.Table, over: [String], _ facts: [String: String],
    _ draft: inout ModelDraft, hasGaps: Bool
  ) {
    if table.rows.contains(where: { $0.last != "" }) {
      draft.remark("'\(name)': uncertainties stand in the column 'uncertainty' of its table")
    } else {
      table = ModelDraft.Table(
        name: table.name, columns: table.columns.dropLast(), rows: table.rows.map { $0.dropLast() })
    }
    if let unit = facts["Dataset_Unit"], !unit.isEmpty, unit != "1" {
      draft.remark("'\(name)': values are taken over as they are, in '\(unit)'")
    }
    draft.tables.append(table)
    draft.inputs.append(
      ModelDraft.Input(
        name: names.identifier(for: name), table: table.name, over: over, hasGaps: hasGaps,
        source: facts["Dataset_Source"] ?? facts["Dataset_Name"]))
  }

  // MARK: - One parameter

  private mutating func draft(alone parameter: OdymParameter) -> ModelDraft? {
    var parameter = parameter
    let values = parameter.read(layer: 0)
    faults += parameter.faults
    guard let values, faults.isEmpty else { return nil }
    let columns = values.classifications.indices.map { index in
      var seen: Set<String> = []
      return values.rows.map { $0.items[index] }.filter { seen.insert($0).inserted }
    }
    let time = columns.firstIndex { items in
      items.allSatisfy { Int($0).map { (1500...2500).contains($0) } ?? false }
    }
    let years = time.map { columns[$0].compactMap { Int($0) } } ?? []
    var draft = ModelDraft(
      title: ImportFiles.stem(files.path), years: (years.min() ?? 2000)...(years.max() ?? 2000))
    if years.isEmpty { draft.remark("years: the file has none; 2000 stands in for them") }
    let identifiers = values.classifications.map { names.identifier(for: $0) }
    draft.dimensions = columns.indices.filter { $0 != time }.map {
      Dimension(name: identifiers[$0], elements: columns[$0])
    }
    let name = parameter.facts["Dataset_Name"] ?? draft.title
    var table = ModelDraft.Table(
      name: names.identifier(for: name),
      columns: columns.indices.map { $0 == time ? "year" : identifiers[$0] }
        + ["value", "uncertainty"],
      rows: values.rows.map { $0.items + [plainNumber($0.value), $0.spread] })
    let over = columns.indices.filter { $0 != time }.map { identifiers[$0] }
    finish(name, &table, over: over, parameter.facts, &draft, hasGaps: true)
    draft.remark("the system: one parameter alone has no processes and flows")
    return draft
  }
}
