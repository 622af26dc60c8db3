import UrbanMining

/// `systems.json`: material systems solved by numpy.linalg.solve on all flows, once per year.
struct SystemReference: Decodable {
  struct Process: Decodable {
    let name, kind: String
    let lifetime, timing: String?
  }
  struct Flow: Decodable {
    let from, to, rule: String
    let values: [Double]?
  }
  struct Results: Decodable {
    let flows: [[Double]]
    let stocks: [String: [Double]]
  }

  let name: String
  let years: [Int]
  let processes: [Process]
  let flows: [Flow]
  let results: Results

  private struct File: Decodable { let systems: [SystemReference] }

  static func all() throws -> [SystemReference] {
    try ReferenceFile.read("systems.json", as: File.self).systems
  }

  /// The same system as a model of ours.
  func model() throws -> SystemModel {
    let time = TimeAxis(years: years[0]...years[years.count - 1])
    let timing = processes.compactMap(\.timing).first.flatMap { InflowTiming($0) } ?? .middle
    return try SystemModel(
      header: .init(name: name), time: time, timing: timing,
      processes: processes.map { process in
        .init(process.name, kind: try kind(of: process))
      },
      flows: flows.map { flow in
        let series = flow.values.map { values in
          values.count == 1 ? [Double](repeating: values[0], count: years.count) : values
        }
        let values = SystemModel.Values.inline(Parameter(series: series ?? []))
        let rule: SystemModel.Flow.Rule =
          switch flow.rule {
          case "given": .given(values)
          case "share": .share(values)
          default: .remainder
          }
        return .init(from: flow.from, to: flow.to, rule)
      })
  }

  private func kind(of process: Process) throws -> SystemModel.Process.Kind {
    switch process.kind {
    case "source": .source
    case "sink": .sink
    case "use": .use([try Lifetime(process.lifetime ?? "")])
    default: .transform
    }
  }
}
