import Foundation

/// The figures of ODYM's public test, as Tests/Reference/golden-odym.json keeps them.
struct GoldenStocks: Decodable {
  struct Case: Decodable, Sendable {
    let name: String
    let lifetime: String
    let inflow: [Double]?
    let stock: [Double]?
    let outflow: [Double]?
    let cohortStock: [[Double]]?
    let policy: String?
    /// What the printed digits allow.
    let tolerance: Double
  }

  let inflowDriven: [Case]
  let stockDriven: [Case]

  static func read() throws -> GoldenStocks {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent()
      .appendingPathComponent("Reference/golden-odym.json")
    return try JSONDecoder().decode(GoldenStocks.self, from: Data(contentsOf: url))
  }

  /// A table of one series, from the first year on.
  static func table(_ values: [Double], from year: Int = 2001) -> String {
    "year,value\n" + values.enumerated().map { "\(year + $0.offset),\($0.element)\n" }.joined()
  }
}
