internal import UrbanMining

/// Reads the files of a flodym model: dimensions and parameters as CSV or Excel, in a folder or a workbook,
/// and its definition, where there is one beside them.
///
/// A folder holds `dimensions/NAME.csv` and `parameters/NAME.csv` (or `.xlsx`, first sheet), and
/// `definition.yaml` or `.json` with the fields of flodym's `MFADefinition`. A workbook holds a sheet for each
/// dimension, of one row or column, and for each parameter. How flows are computed is Python code that a
/// person carries over.
struct FlodymImporter {
  private let files: ImportFiles
  private var faults: [Fault] = []
  private var sheets: [(name: String, folder: String, sheet: Sheet)] = []
  private var definition: FlodymDefinition?
  private var dimensions: [FlodymDimension] = []

  static func draft(_ files: ImportFiles) throws(ModelFileError) -> ModelDraft {
    var importer = FlodymImporter(files: files)
    try importer.readFiles()
    let draft = importer.draft()
    guard let draft, importer.faults.isEmpty else { throw ModelFileError(importer.faults) }
    return draft
  }

  private init(files: ImportFiles) {
    self.files = files
  }

  // MARK: - Files

  private mutating func readFiles() throws(ModelFileError) {
    if !files.isFolder {
      for sheet in try files.workbook(files.path).sheets {
        sheets.append((sheet.name ?? "", "", sheet))
      }
      return
    }
    for path in files.files(endingIn: ["yaml", "yml", "json"], under: files.folder)
    where ImportFiles.stem(path).lowercased().contains("definition") {
      definition = try FlodymDefinition(bytes: try files.bytes(of: path), file: path)
    }
    for path in files.files(endingIn: ["csv", "xlsx"], under: files.folder) {
      do throws(ModelFileError) {
        let folder = path.split(separator: "/").dropLast().last.map(String.init) ?? ""
        if path.hasSuffix(".csv") {
          let sheet = try Sheet(csv: try files.bytes(of: path), file: path)
          sheets.append((ImportFiles.stem(path), folder, sheet))
        } else if let sheet = try files.workbook(path).sheets.first {
          sheets.append((ImportFiles.stem(path), folder, sheet))
        }
      } catch {
        faults += error.faults
      }
    }
    if sheets.isEmpty {
      faults.append(
        Fault(
          file: files.path, line: 1, column: 1, message: "there is no CSV or Excel file here",
          hint: "dimensions stand in dimensions/NAME.csv, parameters in parameters/NAME.csv"))
    }
  }

  /// The name of a file, sheet or dimension without regard to case, spaces and signs.
  private static func plain(_ name: String) -> String {
    name.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  private func sheet(named name: String, isDimension: Bool) -> Sheet? {
    let same = sheets.filter { FlodymImporter.plain($0.name) == FlodymImporter.plain(name) }
    let inPlace = same.first {
      $0.folder.lowercased().hasPrefix("dim") == isDimension && !$0.folder.isEmpty
    }
    return (inPlace ?? same.first)?.sheet
  }

  /// Whether a table is one row or one column, as those of dimensions are.
  private static func isList(_ sheet: Sheet) -> Bool {
    sheet.rowCount == 1 || sheet.columnCount == 1
  }

  // MARK: - Dimensions

  private mutating func readDimensions() {
    let isInFolders = sheets.contains { $0.folder.lowercased().hasPrefix("dim") }
    let named: [(name: String, letter: String?)] =
      definition.map { $0.dimensions.map { ($0.name, $0.letter) } }
      ?? sheets.filter {
        isInFolders
          ? $0.folder.lowercased().hasPrefix("dim") : FlodymImporter.isList($0.sheet)
      }.map { ($0.name, nil) }
    for (name, letter) in named {
      guard let sheet = sheet(named: name, isDimension: true) else {
        faults.append(
          Fault(
            file: files.path, line: 1, column: 1,
            message: "there is no file or sheet for the dimension '\(name)'",
            hint: Suggestion.hint(for: name, in: sheets.map(\.name))))
        continue
      }
      guard FlodymImporter.isList(sheet) else {
        faults.append(sheet.fault(0, 0, "a dimension has only one row or column"))
        continue
      }
      var items: [String] = []
      for row in 0..<sheet.rowCount {
        for column in 0..<sheet.columnCount {
          let item = sheet.text(row, column)
          if item.isEmpty || (items.isEmpty && item == name) { continue }
          if items.contains(item) {
            faults.append(sheet.fault(row, column, "'\(item)' is there twice"))
          }
          items.append(item)
        }
      }
      if items.isEmpty { faults.append(sheet.fault(0, 0, "the dimension has no items")) }
      dimensions.append(
        FlodymDimension(
          name: name, letter: letter ?? guessedLetter(name, among: named.map(\.name)), items: items)
      )
    }
  }

  /// The first letter of a name, where no other dimension begins with it.
  private func guessedLetter(_ name: String, among names: [String]) -> String? {
    let letter = name.prefix(1).lowercased()
    return names.count { $0.lowercased().hasPrefix(letter) } == 1 ? letter : nil
  }

  // MARK: - The model

  private mutating func draft() -> ModelDraft? {
    guard faults.isEmpty else { return nil }
    readDimensions()
    guard faults.isEmpty else { return nil }
    let time =
      dimensions.first { $0.years != nil && $0.name.lowercased() == "time" }
      ?? dimensions.first { $0.years != nil }
    guard let time, let years = time.years, let first = years.min(), let last = years.max() else {
      faults.append(
        Fault(
          file: files.path, line: 1, column: 1,
          message: "no dimension holds the years", hint: "'Time' lists them, one a line"))
      return nil
    }
    var draft = ModelDraft(title: ImportFiles.stem(files.path), years: first...last)
    draft.timing = .middle
    var names = Identifiers()
    draft.dimensions = dimensions.filter { $0 != time }.map {
      Dimension(name: names.identifier(for: $0.name), elements: $0.items)
    }
    let hasGaps = years.count < last - first + 1
    if hasGaps { draft.remark("uneven years: the years between are interpolated") }
    addParameters(&draft, &names, time, hasGaps)
    guard faults.isEmpty else { return nil }
    FlodymSystem(definition: definition, time: time, dimensions: dimensions)
      .write(into: &draft, &names)
    draft.remark("units: flodym has none; amounts are taken over as they are, in t")
    return draft
  }

  private mutating func addParameters(
    _ draft: inout ModelDraft, _ names: inout Identifiers, _ time: FlodymDimension, _ hasGaps: Bool
  ) {
    let known = dimensions.map(\.name)
    let named: [(name: String, letters: [String]?)] =
      definition.map { $0.parameters.map { ($0.name, $0.letters) } }
      ?? sheets.filter {
        !known.contains($0.name) && !$0.folder.lowercased().hasPrefix("dim")
      }.map { ($0.name, nil) }
    for (name, letters) in named {
      guard let sheet = sheet(named: name, isDimension: false) else {
        faults.append(
          Fault(
            file: files.path, line: 1, column: 1,
            message: "there is no file or sheet for the parameter '\(name)'",
            hint: Suggestion.hint(for: name, in: sheets.map(\.name))))
        continue
      }
      let own = letters.map { letters in
        dimensions.filter { $0.letter.map(letters.contains) ?? false }
      }
      var reader = FlodymParameter(
        sheet: sheet, dimensions: own ?? dimensions, isComplete: own != nil)
      let values = reader.read()
      faults += reader.faults
      guard let values else { continue }
      let over = values.dimensions.filter { $0 != time }
      let hasTime = values.dimensions.contains(time)
      let identifier = names.identifier(for: name)
      let columns = values.dimensions.map { $0 == time ? "year" : names.identifier(for: $0.name) }
      draft.tables.append(
        ModelDraft.Table(
          name: identifier, columns: columns + ["value"],
          rows: values.rows.map { $0.items + [plainNumber($0.value)] }))
      draft.inputs.append(
        ModelDraft.Input(
          name: identifier, table: identifier, over: over.map { names.identifier(for: $0.name) },
          hasGaps: hasGaps && hasTime))
    }
  }
}
