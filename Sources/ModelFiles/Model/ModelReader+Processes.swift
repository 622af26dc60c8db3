internal import UrbanMining
internal import Yams

// The part `processes`: what each one does, and the lifetimes of stocks in service.
extension ModelReader {
  private enum Boundary: String, CaseIterable { case source, sink }

  mutating func readProcesses(_ node: Node) -> [SystemModel.Process] {
    entries(of: node, in: "'processes'").map { name, key, value in
      places[.process(name)] = key
      if name.contains(".") || name.contains("->") {
        report(at: key, "a name holds no '.' and no '->', which join names to keys")
      }
      let known = faults.count
      let fields = fields(
        of: value, in: "a process",
        known: [
          "boundary", "over", "lifetime", "sink", "driven_by", "inflow", "stock", "stock_from",
          "negative_inflow", "initial_stock", "in_service", "source", "assumption",
          "lifetime_source", "lifetime_assumption", "note",
        ])
      if faults.count > known { hasDoubtfulProcess = true }
      let over = fields["over"].map { dimensionNames($0) } ?? []
      let own = dimensions.filter { over.contains($0.name) }
      let kinds = ["boundary", "sink", "lifetime"].filter { fields[$0] != nil }
      if kinds.count > 1 {
        report(at: key, "'\(name)' can't have \(kinds.joined(separator: " and ")) at once")
      }
      let kind = kind(fields, over: own)
      let isInService = fields["in_service"].map { flag($0, "'in_service'") } ?? true
      if let node = fields["in_service"], fields["lifetime"] == nil {
        report(at: node, "'in_service' tells stocks with a 'lifetime' apart: '\(name)' has none")
      }
      let (drive, stockFrom) = drive(fields, of: name, over: own, at: key)
      return SystemModel.Process(
        name, over: own.map(\.name), kind: kind, drive: drive, stockFrom: stockFrom,
        initialStocks: fields["initial_stock"].map { initialStocks($0, over: own) } ?? [],
        initialStockInput: fields["initial_stock"].flatMap { initialStockInput($0, over: own) },
        negativeInflow: negativeInflow(fields), isInService: isInService,
        provenance: origin(fields))
    }
  }

  private mutating func kind(
    _ fields: [String: Node], over own: [Dimension]
  ) -> SystemModel.Process.Kind {
    let known = faults.count
    if let node = fields["boundary"] {
      switch choice(node, "'boundary'", as: Boundary.self) {
      case .source: return .source
      case .sink: return .destination
      case nil: break
      }
    }
    if let node = fields["sink"], flag(node, "'sink'") { return .sink }
    if faults.count > known { hasDoubtfulProcess = true }
    guard let node = fields["lifetime"] else { return .transform }
    let space = CellSpace(own)
    let found: [Lifetime]? =
      if node.mapping?.contains(where: { $0.key.string == "table" }) == true {
        tabulated(node, space)
      } else {
        lifetimes(node, places: cellPlaces(space), dimensions: own)
      }
    // After a fault a stand-in keeps the number of cells right, so that other faults show too.
    return .use(
      found ?? (try? Lifetime.fixed(years: 1)).map { Array(repeating: $0, count: space.count) }
        ?? [])
  }

  private mutating func origin(_ fields: [String: Node]) -> Provenance {
    guard let node = fields["lifetime"],
      node.mapping?.contains(where: { $0.key.string == "table" }) == true
    else { return provenance(fields, prefix: fields["lifetime"] == nil ? "" : "lifetime_") }
    var inner: [String: Node] = [:]
    for (key, value) in node.mapping ?? [:] { inner[key.string ?? ""] = value }
    return provenance(inner, table: tableDescription(inner))
  }

  /// A lifetime for each place, out of one text or a map of elements.
  mutating func lifetimes(
    _ node: Node, places: [[String: String]], dimensions own: [Dimension]
  ) -> [Lifetime]? {
    perCell(node, places: places, dimensions: own, what: ("lifetime", "'lifetime'")) {
      reader, node in reader.lifetime(node)
    }
  }

  private mutating func lifetime(_ node: Node) -> Lifetime? {
    guard let scalar = node.scalar else { return nil }
    let quote = scalar.style == .singleQuoted || scalar.style == .doubleQuoted ? 1 : 0
    return lifetime(
      scalar.string, line: node.mark?.line ?? 1, column: (node.mark?.column ?? 1) + quote,
      file: file)
  }

  private mutating func lifetime(
    _ text: String, line: Int, column: Int, file: String
  ) -> Lifetime? {
    do throws(LifetimeError) {
      return try Lifetime(text) { [tables] (name) throws(LifetimeError) in
        try tables.survivalPoints(in: name)
      }
    } catch {
      var place = column
      if case .syntax(let offset, _) = error { place += offset - 1 }
      report([
        Fault(
          file: file, line: line, column: place, message: "the lifetime '\(text)': \(error)",
          hint: error.hint)
      ])
      return nil
    }
  }

  private mutating func tabulated(_ node: Node, _ space: CellSpace) -> [Lifetime]? {
    let fields = fields(
      of: node, in: "a table of lifetimes",
      known: ["table", "column", "over", "where", "source", "assumption", "note"])
    guard let name = fields["table"], let table = csvTable(named: name) else { return nil }
    let known = faults.count
    let selection = selection(fields)
    let column = fields["column"].flatMap { text($0, "'column'") } ?? "lifetime"
    guard faults.count == known, !selection.isBroken else { return nil }
    var picker = TablePicker(
      table: table, space: CellSpace(selection.over), filter: selection.filter, years: [])
    let texts = picker.texts(ofColumn: column)
    for problem in picker.problems {
      switch problem.row {
      case .inTable: report([problem.fault(in: table)])
      case .inModel:
        report(at: fields[problem.key ?? ""] ?? name, problem.message, hint: problem.hint)
      }
    }
    guard picker.problems.isEmpty else { return nil }
    let read = texts.map { entry in
      entry.flatMap { lifetime($0.text, line: $0.line, column: $0.column, file: table.name) }
    }
    let narrow = CellSpace(selection.over)
    let found = cellPlaces(space).compactMap { elements -> Lifetime? in
      narrow.cell(of: narrow.dimensions.map { elements[$0.name] ?? "" }).flatMap { read[$0] }
    }
    if found.count != space.count, read.allSatisfy({ $0 != nil }) {
      report(at: name, "the table of lifetimes is over a dimension that this process is not over")
    }
    return found.count == space.count ? found : nil
  }
}
