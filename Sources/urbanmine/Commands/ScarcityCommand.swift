internal import ArgumentParser
internal import ModelFiles
internal import UrbanMining

/// `urbanmine scarcity`: how long reserves and resources would last, and why that is no forecast.
struct ScarcityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scarcity",
    abstract: "Show how long reserves would last, and why that is no forecast.",
    discussion: """
      EXAMPLE:
        urbanmine scarcity                             all metals, static and dynamic range
        urbanmine scarcity copper
        urbanmine scarcity copper --growth 0.01 --growth 0.03 -o copper.svg
        urbanmine scarcity --reserves 890 --production 22 --growth 0.025
        urbanmine scarcity lead --growth -0.01         production that shrinks

      Growth is per year: 0.025 for 2.5 per cent. The dynamic range is given by three
      conventions: discrete (year by year, the first at today's production), continuous,
      and growth first (year by year, the first already grown).
      """)

  @Argument(help: "A metal, by its name or symbol; all of them if not given.")
  var metal: String?
  @Option(
    parsing: .unconditionalSingleValue,
    help: "Growth of production per year; several. 0, 0.02 and 0.04 if not given.")
  var growth: [Double] = []
  @Option(
    parsing: .unconditional,
    help: "Reserves of your own, in any unit, with --production and without a metal.")
  var reserves: Double?
  @Option(parsing: .unconditional, help: "Production of your own, in the same unit per year.")
  var production: Double?
  @Option(name: .shortAndLong, help: "Draw the metal to this file: .svg, .png, .pdf or .vl.json.")
  var output: String?
  @Flag(name: .customLong("json"), help: "Print one JSON document.")
  var isJSON = false

  func validate() throws {
    guard (reserves == nil) == (production == nil) else {
      throw ValidationError("--reserves and --production belong together.")
    }
    guard reserves == nil || metal == nil else {
      throw ValidationError("Name a metal, or give --reserves and --production.")
    }
    for rate in growth where rate > 0.5 {
      throw ValidationError(
        "--growth \(rate) is more than 50 per cent a year: write 0.025 for 2.5 per cent."
      )
    }
    try TopicPicture.check(output, needs: metal, "a metal")
  }

  func run() throws {
    let tables = Library.metals
    let growths = growth.isEmpty ? [0, 0.02, 0.04] : growth
    try readingInput {
      if let reserves, let production {
        let range = try DepletionDocument(
          reserves: reserves, production: production, growths: growths)
        return try show(isJSON ? try jsonText(range) : ScarcityText.calculated(range))
      }
      guard let metal else {
        let list = try ScarcityList(tables: tables, growth: growth.first ?? 0.02)
        return try show(isJSON ? try jsonText(list) : ScarcityText.list(list))
      }
      let name = try tables.metal(metal).name
      let report = try ScarcityReport(name, tables: tables, question: .init(growths: growths))
      if let output { try TopicPicture.write(try .scarcity(report), to: output) }
      try show(isJSON ? try jsonText(report) : ScarcityText(report).text)
    }
  }
}
