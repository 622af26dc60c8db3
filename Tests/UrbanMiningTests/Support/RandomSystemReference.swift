import LinearAlgebra
import Testing
import UrbanMining

/// `random-systems.json`: seeded random systems over dimensions, each year one dense system in NumPy.
///
/// A cell is named by its elements: `north,cars`.
struct RandomSystemReference: Decodable, CustomTestStringConvertible {
  struct Numbers: Decodable {
    let over: [String]
    let cells: [String: Series]
  }

  /// One number for all periods, or one for each, some of them missing.
  enum Series: Decodable {
    case constant(Double)
    case periods([Double?])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let value = try? container.decode(Double.self) {
        self = .constant(value)
      } else {
        self = .periods(try container.decode([Double?].self))
      }
    }

    func values(_ count: Int) -> [Double] {
      switch self {
      case .constant(let value): [Double](repeating: value, count: count)
      case .periods(let values): values.map { $0 ?? .nan }
      }
    }
  }

  enum Limit: Decodable {
    case available
    case amount(Numbers)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if (try? container.decode(String.self)) != nil {
        self = .available
      } else {
        self = .amount(try container.decode(Numbers.self))
      }
    }
  }

  struct Process: Decodable {
    let name, kind, drive: String
    let over: [String]
    let lifetimes: [String: String]?
    let initial: [String: [Double]]?
    let inflow, stock: Numbers?
  }

  struct Flow: Decodable {
    let from, to, rule: String
    let name: String?
    let priority: Int
    let values: Numbers?
    let limit: Limit?
    let only: [String: [String]]
    let across: [String: String]
  }

  struct Results: Decodable {
    let flows: [[String: [Double]]]
    let stocks: [String: [String: [Double]]]
  }

  let name, timing: String
  let bounds: [Double]
  let dimensions: [String: [String]]
  let processes: [Process]
  let flows: [Flow]
  let results: Results

  var testDescription: String { name }

  private struct File: Decodable { let systems: [RandomSystemReference] }

  static func all() throws -> [RandomSystemReference] {
    try ReferenceFile.read("random-systems.json", as: File.self).systems
  }

  /// The same system as a model of ours; the flows in the order of these places in the list.
  /// - Parameter extra: what is added to the flows, such as one that makes a dimension mix.
  func model(
    order: [Int]? = nil, processes more: [SystemModel.Process] = [],
    extra: [SystemModel.Flow] = []
  ) throws -> SystemModel {
    let own = ["region", "destination", "part"].map {
      Dimension(name: $0, elements: dimensions[$0] ?? [])
    }
    return try SystemModel(
      header: .init(name: "random"), time: try TimeAxis(bounds: bounds),
      timing: try #require(InflowTiming(timing)), dimensions: own,
      processes: try processes.map { try process($0, own) } + more,
      flows: try (order ?? Array(flows.indices)).map { try flow(flows[$0], own) } + extra)
  }

  private func process(_ process: Process, _ own: [Dimension]) throws -> SystemModel.Process {
    let cells = names(of: CellSpace(own.filter { process.over.contains($0.name) }))
    let kind: SystemModel.Process.Kind =
      switch process.kind {
      case "source": .source
      case "destination": .destination
      case "sink": .sink
      case "use": .use(try cells.map { try Lifetime(process.lifetimes?[$0] ?? "") })
      default: .transform
      }
    let drive: SystemModel.Process.Drive =
      switch process.drive {
      case "demand": .demand
      case "target":
        .target(
          inflow: process.inflow.map { values($0, own) },
          stock: process.stock.map { values($0, own) })
      default: .supply
      }
    let initial = try process.initial.map { initial in
      try cells.map { cell -> InitialStock in
        let numbers = try #require(initial[cell])
        return .total(numbers[0], growth: numbers[1])
      }
    }
    return .init(
      process.name, over: process.over, kind: kind, drive: drive, initialStocks: initial ?? [])
  }

  private func flow(_ flow: Flow, _ own: [Dimension]) throws -> SystemModel.Flow {
    func numbers() throws -> SystemModel.Values { values(try #require(flow.values), own) }
    let rule: SystemModel.Flow.Rule =
      switch flow.rule {
      case "given": .given(try numbers())
      case "share": .share(try numbers())
      case "share_of_rest": .shareOfRest(try numbers())
      case "input": .input(try numbers())
      case "fill": .fill(priority: flow.priority)
      default: .remainder
      }
    let limit: SystemModel.Flow.Limit? =
      switch flow.limit {
      case .available: .available
      case .amount(let numbers): .amount(values(numbers, own))
      case nil: nil
      }
    return .init(
      from: flow.from, to: flow.to, rule, atMost: limit, only: flow.only, across: flow.across,
      name: flow.name)
  }

  private func values(_ numbers: Numbers, _ own: [Dimension]) -> SystemModel.Values {
    let space = CellSpace(own.filter { numbers.over.contains($0.name) })
    return .inline(
      Parameter(
        dimensions: space.dimensions.map(\.name),
        cells: names(of: space).map { numbers.cells[$0]?.values(bounds.count - 1) ?? [] }))
  }

  /// The names of the cells of a space.
  func names(of space: CellSpace) -> [String] {
    (0..<space.count).map { space.elements(of: $0).joined(separator: ",") }
  }

  /// Compares all flows and stocks to those of the reference.
  func expectAgreement(
    _ results: SystemResults, lane: Int = 0, order: [Int]? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let model = results.plan.model
    let largest = self.results.flows.flatMap(\.values).joined().reduce(0) { max($0, abs($1)) }
    for (place, index) in (order ?? Array(flows.indices)).enumerated() {
      let names = names(of: model.space(of: model.flows[place]))
      let expected = self.results.flows[index]
      #expect(Set(names) == Set(expected.keys), sourceLocation: sourceLocation)
      for (name, matrix) in zip(names, results.flow(at: place)) {
        expectClose(
          matrix.column(lane), expected[name] ?? [], relative: 1e-10, absolute: 1e-12 * largest,
          "\(self.name) \(model.flows[place].key) \(name)", sourceLocation: sourceLocation)
      }
    }
    for (index, process) in model.processes.enumerated() {
      guard let expected = self.results.stocks[process.name] else { continue }
      let names = names(of: model.space(over: process.dimensions))
      #expect(Set(names) == Set(expected.keys), sourceLocation: sourceLocation)
      for (name, matrix) in zip(names, results.stock(ofProcess: index)) {
        expectClose(
          matrix.column(lane), expected[name] ?? [], relative: 1e-10, absolute: 1e-12 * largest,
          "\(self.name) stock \(process.name) \(name)", sourceLocation: sourceLocation)
      }
    }
  }
}
