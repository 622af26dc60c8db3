internal import UrbanMining
internal import Yams

// The parts `data` and `population`: values in place or from a table.
extension ModelReader {
  private static let tableKeys = [
    "table", "column", "unit", "over", "where", "normalize", "outside", "gaps",
  ]

  /// Reads one entry after the other, so that an entry can name those above it.
  mutating func readInputs(_ node: Node) {
    for (name, key, value) in entries(of: node, in: "'data'") {
      if let input = readInput(name, key, value) { inputs.append(input) }
    }
  }

  private mutating func readInput(_ name: String, _ key: Node, _ value: Node) -> SystemModel.Input?
  {
    places[.input(name)] = key
    let fields = fields(
      of: value, in: "an entry of 'data'",
      known: ModelReader.tableKeys + [
        "values", "saturation", "trade", "content", "times", "source", "assumption", "note",
      ])
    let provenance = provenance(fields, table: tableDescription(fields))
    let origins = ["table", "values", "saturation", "trade"].filter { fields[$0] != nil }
    guard origins.count == 1 else {
      if !fields.isEmpty {
        report(at: key, "'\(name)' has one of 'table', 'values', 'saturation' and 'trade'")
      }
      return nil
    }
    let parameter: Parameter?
    if let values = fields["values"] {
      parameter = inPlace(values, fields)
    } else if let node = fields["saturation"] {
      parameter = saturation(node)
    } else if let node = fields["trade"] {
      parameter = trade(node)
    } else {
      parameter = fromTable(fields)
    }
    guard let parameter, let (numbers, quantity) = quantity(parameter, fields) else { return nil }
    quantities[name] = quantity
    return SystemModel.Input(name: name, parameter: numbers, provenance: provenance)
  }

  mutating func readPopulation(_ node: Node) -> (values: [Double], provenance: Provenance)? {
    places[.population] = node
    let fields = fields(
      of: node, in: "'population'",
      known: ModelReader.tableKeys + ["values", "source", "assumption", "note"])
    if let unit = fields["unit"], unit.string != "persons" {
      report(at: unit, "a population is counted in 'persons'")
    }
    let provenance = provenance(fields, table: tableDescription(fields))
    let parameter: Parameter?
    if let values = fields["values"] {
      parameter = self.parameter(values)
    } else {
      parameter = fromTable(fields)
    }
    guard let parameter, parameter.dimensions.isEmpty else { return nil }
    return (parameter.cells[0], provenance)
  }

  private mutating func inPlace(_ values: Node, _ fields: [String: Node]) -> Parameter? {
    for name in ModelReader.tableKeys.dropFirst() where name != "unit" {
      if let node = fields[name] {
        report(at: node, "'\(name)' belongs to a 'table', not to 'values'")
      }
    }
    return parameter(values)
  }

  /// The numbers of a table over the dimensions that `over` names; nil after a fault.
  mutating func fromTable(_ fields: [String: Node]) -> Parameter? {
    guard let node = fields["table"], let table = csvTable(named: node) else { return nil }
    let known = faults.count
    let selection = selection(fields)
    let column = fields["column"].flatMap { text($0, "'column'") } ?? "value"
    guard hasYears, faults.count == known, !selection.isBroken else { return nil }
    var picker = TablePicker(
      table: table, space: CellSpace(selection.over), filter: selection.filter, years: time.labels)
    let cells = picker.series(ofColumn: column, outside: selection.outside, gaps: selection.gaps)
    for problem in picker.problems {
      switch problem.row {
      case .inTable: report([problem.fault(in: table)])
      case .inModel:
        report(at: fields[problem.key ?? ""] ?? node, problem.message, hint: problem.hint)
      }
    }
    guard var cells, picker.problems.isEmpty else { return nil }
    if fields["normalize"].map({ flag($0, "'normalize'") }) ?? false {
      for period in time.labels.indices {
        let sum = cells.reduce(0) { $0 + $1[period] }
        guard sum > 0 else {
          report(at: node, "the values of \(time.label(of: period)) sum to \(sum): no shares of it")
          return nil
        }
        for cell in cells.indices { cells[cell][period] /= sum }
      }
    }
    return Parameter(dimensions: selection.over.map(\.name), cells: cells)
  }

  /// How a table is to be read.
  struct Selection {
    let over: [Dimension]
    let filter: [(column: String, value: String)]
    let outside: TablePicker.Outside?
    let gaps: TablePicker.Gaps?
    /// Whether it is over a dimension that could not be read.
    let isBroken: Bool
  }

  mutating func selection(_ fields: [String: Node]) -> Selection {
    let names = fields["over"].map { dimensionNames($0) } ?? []
    let filter = entries(of: fields["where"], in: "'where'")
    return Selection(
      over: dimensions.filter { names.contains($0.name) },
      filter: filter.map { (column: $0.name, value: $0.value.scalar?.string ?? "") },
      outside: fields["outside"].flatMap { choice($0, "'outside'", as: TablePicker.Outside.self) },
      gaps: fields["gaps"].flatMap { choice($0, "'gaps'", as: TablePicker.Gaps.self) },
      isBroken: fields["over"]?.sequence?.contains {
        $0.string.map(brokenDimensions.contains) ?? false
      } ?? false)
  }

  /// The names of dimensions that exist.
  mutating func dimensionNames(_ node: Node) -> [String] {
    texts(node, "'over'").filter { name in
      let known = dimensions.map(\.name)
      if known.contains(name) { return true }
      guard !brokenDimensions.contains(name) else { return false }
      report(
        at: node, "there is no dimension '\(name)'",
        hint: Suggestion.hint(for: name, in: known)
          ?? "the dimensions are \(known.joined(separator: ", "))")
      return false
    }
  }

  /// Reads a table that the model names.
  mutating func csvTable(named node: Node) -> CSVTable? {
    guard let name = text(node, "'table'") else { return nil }
    do throws(TableNotFound) {
      let bytes = try tables.bytes(of: name)
      do throws(ModelFileError) {
        return try CSVTable(bytes: bytes, name: name)
      } catch {
        report(error.faults)
      }
    } catch {
      report(at: node, error.message, hint: error.hint)
    }
    return nil
  }

  func tableDescription(_ fields: [String: Node]) -> String? {
    guard let table = fields["table"]?.string else { return nil }
    return table + (fields["column"]?.string.map { ", column \($0)" } ?? "")
  }
}
