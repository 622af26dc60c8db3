internal import ArgumentParser
internal import ModelFiles

/// `urbanmine metal`: the card of a metal.
struct MetalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "metal",
    abstract: "Show the card of a metal: properties, uses, reserves, recycling.",
    discussion: """
      EXAMPLE:
        urbanmine metal copper
        urbanmine metal Li --json
        urbanmine metal copper --year 1980           the unit value of a year
        urbanmine metal copper -o copper-price.svg

      What has no source is not given. There are cards of Cu, Al, Zn, Pb, Fe, Ni, Sn, Au,
      Ag, Pt, Pd, Rh, Li, Co, Nd and Dy.
      """)

  @Argument(help: "A metal, by its name or symbol.")
  var metal: String
  @Option(help: "Print the unit value of this year alone.")
  var year: Int?
  @Option(name: .shortAndLong, help: "Draw the prices to this file: .svg, .png, .pdf or .vl.json.")
  var output: String?
  @Flag(name: .customLong("json"), help: "Print one JSON document.")
  var isJSON = false

  func validate() throws {
    try TopicPicture.check(output, needs: metal, "a metal")
    guard year == nil || !isJSON else {
      throw ValidationError("--year prints one number; --json has the prices of all years.")
    }
  }

  func run() throws {
    try readingInput {
      let card = try MetalCard(metal, tables: Library.metals)
      if let output { try TopicPicture.write(try .prices(of: card), to: output) }
      if let year {
        guard let prices = card.prices else {
          throw MetalError.missing(what: "unit value", metal: card.metal)
        }
        return try show(
          "\(Figures.dollars(try prices.value(in: year))) $/t (\(prices.of), unit value, \(year))"
        )
      }
      try show(isJSON ? try jsonText(card) : MetalText(card).text)
    }
  }
}
