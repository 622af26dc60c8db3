internal import FileFormats
public import UrbanMining

extension SystemResults {
  /// Whether this build can write NetCDF; why not, if it can't.
  public static var whyNoNetCDF: String? {
    NetCDFDataset.isBuiltIn
      ? nil : FormatError.notBuiltIn(format: "NetCDF", trait: "NetCDF").description
  }

  /// All series of a lane as the bytes of a NetCDF-4 file that follows the CF conventions: one variable for
  /// each kind and name, over time and the dimensions of the model.
  /// - Parameters:
  ///   - lane: the lane of interest.
  ///   - scenario: the name of the scenario, if any.
  ///   - changes: single changes made beside it, as they were written.
  ///   - program: the name and version of the program that computed the results.
  /// - Throws: where the build has no NetCDF, or the file can't be made.
  /// - Complexity: O(numbers).
  public func netCDFBytes(
    lane: Int = 0, scenario: String?, changes: [String], program: String
  ) throws -> [UInt8] {
    let document = ResultsDocument(
      self, lane: lane, scenario: scenario, changes: changes, program: program)
    let dataset = ResultsDataset(
      model: plan.models[lane], series: series(lane: lane),
      attributes: try attributes(document, lane, scenario, changes, program)
    ).dataset
    return try bytesOfTemporaryFile { (path) throws(FormatError) in try dataset.write(to: path) }
  }

  private func attributes(
    _ document: ResultsDocument, _ lane: Int, _ scenario: String?, _ changes: [String],
    _ program: String
  ) throws -> [NetCDFDataset.Attribute] {
    let model = plan.models[lane]
    let sources = model.inputs.compactMap(\.provenance.source)
    return [
      .init("Conventions", "CF-1.8"),
      .init("title", model.header.title),
      .init("source", program),
      .init("history", "written by \(program)"),
      .init("references", Set(sources).sorted().joined(separator: "; ")),
      .init(
        "comment",
        "Flows are means over the period, stocks stand at its end; inflow enters at the "
          + "\(model.timing.description) of the period."),
      .init("model", model.header.name),
      .init("material", model.header.material),
      .init("scenario", scenario ?? ""),
      .init("changes", changes.joined(separator: "; ")),
      .init("unit", model.header.unit.rawValue),
      .init("inflow_at", model.timing.description),
      .init("shrinking_stocks", try jsonText(document.shrinkingStocks)),
      .init("balance_max_residual", balance.maxResidual),
      .init("balance_tolerance", balance.tolerance),
      .init("provenance", try jsonText(document.provenance)),
    ]
  }
}

/// Series gathered into variables over time and the dimensions of a model.
struct ResultsDataset {
  let dataset: NetCDFDataset

  /// Series of one kind and name, told apart by elements.
  private struct Group {
    let first: Series
    var dimensions: [Dimension]
    var members: [Series]
  }

  init(model: SystemModel, series: [Series], attributes: [NetCDFDataset.Attribute]) {
    let groups = ResultsDataset.groups(series, of: model)
    let used = model.dimensions.filter { dimension in
      groups.contains { $0.dimensions.contains(dimension) }
    }
    let names = ResultsDataset.names(of: groups)
    var variables = ResultsDataset.coordinates(model, used)
    if let population = model.population {
      variables.append(
        NetCDFDataset.Variable(
          name: "population", dimensions: ["time"], values: .numbers(population),
          attributes: [.init("long_name", "inhabitants"), .init("units", "1")]))
    }
    variables += zip(groups, names).map { ResultsDataset.variable($0, name: $1, of: model) }
    dataset = NetCDFDataset(
      dimensions: [
        .init(name: "time", length: model.time.count), .init(name: "bounds", length: 2),
      ]
        + used.map {
          .init(name: ResultsDataset.coordinateName($0), length: $0.elements.count)
        },
      variables: variables, attributes: attributes)
  }

  /// A second series in one place is another variable: two flows may have the same name and ends.
  private static func groups(_ series: [Series], of model: SystemModel) -> [Group] {
    var groups: [Group] = []
    var places: [[String?]: Int] = [:]
    for one in series {
      let key = [one.kind.rawValue, one.name, one.from, one.to]
      if let index = places[key],
        !groups[index].members.contains(where: { $0.elements == one.elements })
      {
        groups[index].members.append(one)
      } else {
        places[key] = groups.count
        let own = model.dimensions.filter { one.elements[$0.name] != nil }
        groups.append(Group(first: one, dimensions: own, members: [one]))
      }
    }
    return groups
  }

  /// `kind_name`, with the ends of a flow where that is not enough, and a number where that is not.
  private static func names(of groups: [Group]) -> [String] {
    let short = groups.map { identifier("\($0.first.kind.rawValue)_\($0.first.name)") }
    var taken: Set<String> = []
    return groups.indices.map { index in
      let first = groups[index].first
      var name = short[index]
      if short.count(where: { $0 == name }) > 1, let from = first.from, let to = first.to {
        name = identifier("\(name)_\(from)_to_\(to)")
      }
      var number = 1
      while !taken.insert(number == 1 ? name : "\(name)_\(number)").inserted { number += 1 }
      return number == 1 ? name : "\(name)_\(number)"
    }
  }

  /// A name that programs can use: letters, digits and underscores.
  static func identifier(_ name: String) -> String {
    let text = name.replacing("->", with: "_to_")
    return String(text.map { $0.isLetter || $0.isNumber ? $0 : "_" })
  }

  /// A dimension's name, unless time or its bounds have it already.
  private static func coordinateName(_ dimension: Dimension) -> String {
    let name = identifier(dimension.name)
    let reserved = ["time", "bounds", "time_bounds", "year", "population"]
    return reserved.contains(name) ? "\(name)_" : name
  }

  private static func coordinates(
    _ model: SystemModel, _ dimensions: [Dimension]
  ) -> [NetCDFDataset.Variable] {
    let time = model.time
    let bounds = time.bounds.map(CalendarDays.since1900)
    let pairs = (0..<time.count).flatMap { [bounds[$0], bounds[$0 + 1]] }
    let isWhole = time.labels.allSatisfy { $0 == $0.rounded() }
    return [
      NetCDFDataset.Variable(
        name: "time", dimensions: ["time"], values: .numbers(bounds.dropLast()),
        attributes: [
          .init("standard_name", "time"), .init("long_name", "start of the period"),
          .init("units", CalendarDays.unit), .init("calendar", CalendarDays.calendar),
          .init("axis", "T"), .init("bounds", "time_bounds"),
        ]),
      NetCDFDataset.Variable(
        name: "time_bounds", dimensions: ["time", "bounds"], values: .numbers(pairs),
        attributes: []),
      NetCDFDataset.Variable(
        name: "year", dimensions: ["time"],
        values: isWhole ? .wholeNumbers(time.labels.map { Int($0) }) : .numbers(time.labels),
        attributes: [.init("long_name", "year"), .init("units", "year")]),
    ]
      + dimensions.flatMap { dimension -> [NetCDFDataset.Variable] in
        let name = coordinateName(dimension)
        return [
          NetCDFDataset.Variable(
            name: name, dimensions: [name], values: .texts(dimension.elements),
            attributes: [.init("long_name", model.label(for: dimension.name))]),
          NetCDFDataset.Variable(
            name: "\(name)_label", dimensions: [name],
            values: .texts(dimension.elements.map(model.label)),
            attributes: [.init("long_name", "label of \(dimension.name)")]),
        ]
      }
  }

  private static func variable(
    _ group: Group, name: String, of model: SystemModel
  ) -> NetCDFDataset.Variable {
    let space = CellSpace(group.dimensions)
    var values = [Double?](repeating: nil, count: model.time.count * space.count)
    for series in group.members {
      guard let cell = space.cell(of: group.dimensions.map { series.elements[$0.name] ?? "" })
      else { continue }
      for (period, value) in series.values.enumerated() {
        values[period * space.count + cell] = value.finite
      }
    }
    let names = group.dimensions.map(coordinateName)
    return NetCDFDataset.Variable(
      name: name, dimensions: ["time"] + names, values: .numbers(values),
      attributes: attributes(group.first, of: model) + [
        .init("coordinates", (["year"] + names.map { "\($0)_label" }).joined(separator: " "))
      ])
  }

  private static func attributes(
    _ series: Series, of model: SystemModel
  ) -> [NetCDFDataset.Attribute] {
    let from = model.label(for: series.from ?? "")
    let to = model.label(for: series.to ?? "")
    let what = model.label(for: series.name)
    let description =
      switch series.kind {
      case .stock: "stock, \(what)"
      case .inflow: "inflow, \(what)"
      case .outflow: "outflow, \(what)"
      case .addition: "net addition to stock, \(what)"
      case .flow: "flow from \(from) to \(to)"
      case .concentration: "share of each element in the flow from \(from) to \(to)"
      case .dilution: "purer metal that would dilute the flow from \(from) to \(to) to the limit"
      case .indicator, .parameter: what
      }
    let origin = model.inputs.first { series.kind == .parameter && $0.name == series.name }?
      .provenance
    let optional: [(String, String?)] = [
      ("from", series.from), ("to", series.to), ("role", series.role?.rawValue),
      ("source", origin?.source), ("assumption", origin?.assumption), ("table", origin?.table),
    ]
    return [
      .init("long_name", description),
      .init("units", conventionalUnit(series.unit)),
      .init("unit", series.unit),
      .init("kind", series.kind.rawValue),
      .init("name", series.name),
      .init(
        "cell_methods",
        series.kind == .stock ? "time: point (at the end of the period)" : "time: mean"),
    ] + optional.compactMap { name, text in text.map { .init(name, $0) } }
  }

  /// The unit in the words of UDUNITS, on which CF builds: there `kt` is a knot and `t/yr` is unknown.
  static func conventionalUnit(_ unit: String) -> String {
    let parts = unit.split(separator: "/", maxSplits: 1).map(String.init)
    let words = [
      "g": "gram", "kg": "kilogram", "t": "tonne", "kt": "kilotonne", "Mt": "megatonne",
      "Gt": "gigatonne",
    ]
    if let count = MassUnit(rawValue: parts.first ?? ""), count.isCount {
      let factor = plainNumber(count.convert(1, to: .item))
      return parts.count == 1 ? factor : factor == "1" ? "year-1" : "\(factor) year-1"
    }
    guard let mass = words[parts.first ?? ""] else { return unit }
    return parts.count == 1 ? mass : parts[1] == "yr" ? "\(mass) year-1" : unit
  }
}
