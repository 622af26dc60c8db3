import UrbanMining

/// Two metals whose products last exactly two years; of what leaves, six tenths (`rate`) come back, before any
/// metal is mined.
enum TwoMetals {
  /// - Parameter wanted: what enters use in each of the five years from 2020 on, for `a` and for `b`.
  static func model(wanted: [[Double]]) throws -> SystemModel {
    try SystemModel(
      header: .init(name: "two", unit: .tonne), time: TimeAxis(years: 2020...2024),
      dimensions: [Dimension(name: "metal", elements: ["a", "b"])],
      inputs: [
        .init(
          name: "wanted",
          parameter: Parameter(dimensions: ["metal"], cells: wanted),
          provenance: Provenance(assumption: "made up")),
        .init(
          name: "rate",
          parameter: Parameter(dimensions: [], cells: [[0.6, 0.6, 0.6, 0.6, 0.6]]),
          provenance: Provenance(assumption: "made up")),
      ],
      processes: [
        .init("mine", kind: .source), .init("supply", over: ["metal"], drive: .demand),
        .init(
          "use", over: ["metal"],
          kind: .use([try Lifetime("fixed(years: 2)"), try Lifetime("fixed(years: 2)")]),
          drive: .target(inflow: .input("wanted"), stock: nil)),
        .init("recycling", over: ["metal"]), .init("waste", kind: .sink),
        .init("store", kind: .sink),
      ],
      flows: [
        .init(
          from: "recycling", to: "supply", .fill(priority: 1), atMost: .available, role: .oldScrap),
        .init(from: "mine", to: "supply", .fill(priority: 2), role: .primary),
        .init(from: "supply", to: "use", .fill(priority: 1)),
        .init(from: "use", to: "recycling", .share(.input("rate")), role: .collected),
        .init(from: "use", to: "waste", .remainder, role: .loss),
        .init(from: "recycling", to: "store", .remainder),
      ])
  }
}
