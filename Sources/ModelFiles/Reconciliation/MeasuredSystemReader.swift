internal import UrbanMining
internal import Yams

/// Reads a file with measurements, collecting every fault with its place.
struct MeasuredSystemReader {
  var reader: ModelReader
  /// Where each part of the system stands.
  fileprivate(set) var places: [MeasuredSystemFault.Subject: Node] = [:]
  /// The relative uncertainty of what is written without one, where the file says so.
  private(set) var usualShare: Double?

  init(_ reader: ModelReader) {
    self.reader = reader
  }

  /// The system; nil after a fault.
  mutating func read(_ text: String) -> MeasuredSystem? {
    guard
      let root = reader.root(
        of: text, what: "a file of measurements", like: "reconcile: zinc")
    else { return nil }
    let top = reader.fields(
      of: root, in: "a file of measurements",
      known: [
        "reconcile", "title", "material", "description", "year", "unit", "uncertainty", "labels",
        "substances", "processes", "flows", "correlations", "relations",
      ], required: ["reconcile", "year", "processes", "flows"])
    places[.system] = root
    let header = header(top)
    if let node = top["uncertainty"], let text = reader.text(node, "'uncertainty'") {
      usualShare = MeasurementText.percentage(text)
      if usualShare == nil {
        reader.report(
          at: node, "'uncertainty' is the usual one, in per cent of the values, like '10 %'")
      }
    }
    let substances = top["substances"].map { reader.texts($0, "'substances'") } ?? []
    let processes = reader.entries(of: top["processes"], in: "'processes'").enumerated().map {
      readProcess($0, $1)
    }
    let flows = (sequence(top["flows"], "'flows'") ?? []).enumerated().map { readFlow($0, $1) }
    let correlations = (sequence(top["correlations"], "'correlations'") ?? []).enumerated()
      .compactMap { readCorrelation($0, $1) }
    let relations = (sequence(top["relations"], "'relations'") ?? []).enumerated().compactMap {
      readRelation($0, $1)
    }
    // What the file says is checked even where something in it could not be read: all faults come together. But
    // correlations are of measurements, and what was not read is none.
    let isRead = reader.faults.isEmpty
    guard top["flows"] != nil, top["processes"] != nil else { return nil }
    do throws(MeasuredSystemError) {
      return try MeasuredSystem(
        header: header ?? .init(name: "unnamed", year: 0), processes: processes, flows: flows,
        substances: substances, correlations: isRead ? correlations : [], relations: relations)
    } catch {
      for fault in error.faults { report(fault, else: root) }
      return nil
    }
  }

  private mutating func report(_ fault: MeasuredSystemFault, else root: Node) {
    let hint = fault.unknown.flatMap { unknown in
      Suggestion.hint(for: unknown.name, in: unknown.known)
        ?? (unknown.known.isEmpty ? nil : "there are \(unknown.known.joined(separator: ", "))")
    }
    reader.report(at: places[fault.subject] ?? root, fault.message, hint: hint)
  }

  private mutating func header(_ top: [String: Node]) -> MeasuredSystem.Header? {
    let name = top["reconcile"].flatMap { reader.text($0, "'reconcile'") } ?? ""
    if let node = top["reconcile"],
      !name.allSatisfy({ $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") })
    {
      reader.report(
        at: node, "'reconcile' is an identifier: lower-case letters, digits and hyphens")
    }
    if let node = top["year"], node.int == nil {
      reader.report(at: node, "'year' is the year of the flows, like 1994")
    }
    var labels: [String: String] = [:]
    for entry in reader.entries(of: top["labels"], in: "'labels'") {
      labels[entry.name] = reader.text(entry.value, "a label")
    }
    let title = top["title"].flatMap { reader.text($0, "'title'") }
    let material = top["material"].flatMap { reader.text($0, "'material'") }
    let unit = top["unit"].flatMap { reader.massUnit($0) } ?? .tonne
    return top["year"]?.int.map {
      MeasuredSystem.Header(
        name: name, title: title, material: material, year: $0, unit: unit, labels: labels)
    }
  }

  private mutating func sequence(_ node: Node?, _ what: String) -> [Node]? {
    guard let node else { return nil }
    guard let sequence = node.sequence else {
      reader.report(at: node, "\(what) is a list, each entry starting with a hyphen")
      return nil
    }
    return Array(sequence)
  }

  static let notes = ["source", "assumption", "note"]

  private mutating func readProcess(
    _ index: Int, _ entry: ModelReader.Entry
  ) -> MeasuredSystem.Process {
    places[.process(index)] = entry.key
    let fields = reader.fields(
      of: entry.value, in: "a process",
      known: ["boundary", "stock_change", "stock", "substances"] + MeasuredSystemReader.notes)
    checkName(entry.name, at: entry.key)
    var stocks: [String: MeasuredSystem.Stock] = [:]
    for own in reader.entries(of: fields["substances"], in: "'substances'") {
      let parts = reader.fields(
        of: own.value, in: "a substance of a process", known: ["stock_change", "stock"])
      stocks[own.name] = stock(parts)
    }
    return MeasuredSystem.Process(
      entry.name, isBoundary: fields["boundary"].map { reader.flag($0, "'boundary'") } ?? false,
      stock: stock(fields), substanceStocks: stocks)
  }

  private mutating func stock(_ fields: [String: Node]) -> MeasuredSystem.Stock? {
    guard fields["stock_change"] != nil || fields["stock"] != nil else { return nil }
    var levels: MeasuredSystem.Stock.Levels?
    if let node = fields["stock"] {
      let ends = reader.fields(
        of: node, in: "a stock", known: ["start", "end"], required: ["start", "end"])
      levels = .init(start: knowledge(ends["start"]), end: knowledge(ends["end"]))
    }
    return MeasuredSystem.Stock(change: knowledge(fields["stock_change"]), levels: levels)
  }

  private mutating func readFlow(_ index: Int, _ node: Node) -> MeasuredSystem.Flow {
    places[.flow(index)] = node
    let fields = reader.fields(
      of: node, in: "a flow",
      known: ["from", "to", "name", "amount", "share", "substances"] + MeasuredSystemReader.notes,
      required: ["from", "to"])
    var contents: [String: MeasuredSystem.Content] = [:]
    for own in reader.entries(of: fields["substances"], in: "'substances'") {
      let parts = reader.fields(
        of: own.value, in: "a substance of a flow", known: ["amount", "concentration", "share"])
      contents[own.name] = .init(
        amount: knowledge(parts["amount"]), concentration: knowledge(parts["concentration"]),
        share: parts["share"].map { knowledge($0) })
    }
    let name = fields["name"].flatMap { reader.text($0, "'name'") }
    if let name, let place = fields["name"] { checkName(name, at: place) }
    return MeasuredSystem.Flow(
      from: fields["from"].flatMap { reader.text($0, "'from'") } ?? "",
      to: fields["to"].flatMap { reader.text($0, "'to'") } ?? "", knowledge(fields["amount"]),
      share: fields["share"].map { knowledge($0) }, contents: contents, name: name)
  }

  mutating func checkName(_ name: String, at node: Node) {
    if name.contains(".") {
      reader.report(at: node, "a name holds no '.', which joins names to keys")
    }
  }

  private mutating func readCorrelation(_ index: Int, _ node: Node) -> MeasuredSystem.Correlation? {
    places[.correlation(index)] = node
    let fields = reader.fields(
      of: node, in: "a correlation", known: ["of", "value"] + MeasuredSystemReader.notes,
      required: ["of", "value"])
    guard let of = fields["of"], let value = fields["value"] else { return nil }
    let names = reader.texts(of, "'of'")
    guard names.count == 2 else {
      reader.report(at: of, "a correlation is of two quantities, like [ore, slag]")
      return nil
    }
    return reader.number(value).map { .init(names[0], names[1], $0) }
  }
}

extension MeasuredSystemReader {
  private mutating func readRelation(_ index: Int, _ node: Node) -> MeasuredSystem.Relation? {
    places[.relation(index)] = node
    let fields = reader.fields(
      of: node, in: "a relation",
      known: ["name", "of", "equals"] + MeasuredSystemReader.notes, required: ["name", "of"])
    let name = fields["name"].flatMap { reader.text($0, "'name'") }
    if let name, let place = fields["name"] { checkName(name, at: place) }
    guard let name, let of = fields["of"] else { return nil }
    let terms: [MeasuredSystem.Relation.Term]
    if of.sequence != nil {
      terms = reader.texts(of, "'of'").map { .init($0) }
    } else {
      terms = reader.entries(of: of, in: "'of'").compactMap { entry in
        reader.number(entry.value).map { .init(entry.name, factor: $0) }
      }
    }
    return .init(
      name, terms, total: fields["equals"].map { knowledge($0) } ?? .exact(0))
  }
}

extension MeasuredSystemReader {
  mutating func knowledge(_ node: Node?) -> Knowledge {
    guard let node, node.null == nil, let text = reader.text(node, "a measurement") else {
      return .unknown
    }
    do throws(MeasurementText.Refusal) {
      return try MeasurementText.knowledge(text, usualShare: usualShare)
    } catch {
      reader.report(at: node, error.message, hint: error.hint)
      return .unknown
    }
  }
}
