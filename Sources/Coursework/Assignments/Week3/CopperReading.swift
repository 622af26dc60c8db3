internal import Charts

extension Assignment {
  /// Week 3: the real cycle of copper, read from its table and chart.
  static let copperReading = Assignment(
    id: "w3-copper", version: 2, week: 3, title: "Reading the copper cycle of the world",
    outcome: "read stock, growth and recycling indicators from the table and chart of a real cycle",
    statement: """
      `data.csv` holds eleven years of the world's copper cycle up to {year}, as the bundled model works it out from
      mine production, end uses and lifetimes (`urbanmine run copper` shows it all). Amounts are Mt, flows Mt per year.
      The columns `stock_…_Mt` split the stock in use by end use (`stock_other_Mt` are consumer and electronic products).
      Answer for **{year}**.

      ## What you need

      ### Stock and flow

      The stock stands at the end of a year. It grows by what enters use less what leaves it.

      ### Indicators

      | indicator | meaning |
      |---|---|
      | EOL-RR, end-of-life recycling rate | old scrap recycled / end of life |
      | EOL-CR, collection rate | collected / end of life |
      | RC, recycled content | (old + new scrap) / (primary + old + new scrap) |
      | OSR, old scrap ratio | old scrap / (old + new scrap) |
      | EOL-RIR, end-of-life recycling input rate | old scrap / (primary + old + new scrap) |

      New scrap comes from making products and has never been in use; old scrap comes from products at their end of
      life. Definitions: UNEP International Resource Panel (2011), *Recycling Rates of Metals*.
      """,
    parameters: [
      Parameter("year", 1975...2020), Parameter("span", 4...10),
      Parameter("use", oneOf: CopperYear.endUses),
      Parameter("indicator", oneOf: CopperIndicator.allCases.map(\.rawValue)),
      Parameter("better", 75...95, by: 5, decimals: 2),
    ],
    facts: { ["start": $0["year"] - $0["span"]] },
    questions: [
      Question(
        "growth",
        "By how much did the copper in **{use}** grow from the end of {start} to the end of {year}, per year on average?",
        reading: "statement.md, 'Stock and flow'",
        .number(
          in: .megatonnesPerYear, tolerance: .relative(0.01),
          answer: { try $0.copper.growth(over: $0["span"], in: $0.endUse) },
          mistakes: [
            Mistake(
              "all-uses", credit: 0.5,
              "This is the growth of all end uses together. One is asked about."
            ) { try $0.copper.growth(over: $0["span"]) },
            Mistake(
              "total", credit: 0.5,
              "This is the growth over all {span} years. Divide it by their number."
            ) { try $0.copper.growth(over: $0["span"], in: $0.endUse) * $0["span"] },
            Mistake(
              "years-counted", credit: 0.5,
              "From the end of {start} to the end of {year} are {span} years: you divided by one too many."
            ) {
              try $0.copper.growth(over: $0["span"], in: $0.endUse) * $0["span"] / ($0["span"] + 1)
            },
            Mistake(
              "last-year", credit: 0.25,
              "This is the growth in {year} alone. All years since the end of {start} are asked about."
            ) { try $0.copper.growth(over: 1, in: $0.endUse) },
            Mistake(
              "stock", "This is the stock itself. Take off that at the end of {start}."
            ) { try $0.copper.stock(in: $0.endUse) },
          ])),
      Question(
        "per-head", "How much copper was in use per head?",
        reading: "statement.md, 'Stock and flow'",
        .number(
          in: .kilogramsPerCapita, answer: { try $0.copper.perHead },
          mistakes: [
            Mistake(
              "inflow",
              "You divided what entered use in {year}. The stock holds that of many years."
            ) { try $0.copper.intoUse * 1e3 / $0.copper.population }
          ],
          inYears: { try CopperYear(min(2020, $0["year"] + Double($1))).perHead },
          population: { try $0.copper.population * 1e6 })),
      Question(
        "recycling-rate", "What was the end-of-life recycling rate EOL-RR?",
        reading: "statement.md, 'Indicators'",
        .number(
          in: .percent, tolerance: .absolute(0.2),
          answer: { 100 * (try $0.copper.oldScrap / $0.copper.endOfLife) },
          mistakes: [
            Mistake(
              "collection", credit: 0.5,
              "This is the collection rate. Part of what is collected is lost in sorting and never becomes metal."
            ) { 100 * (try $0.copper.collected / $0.copper.endOfLife) },
            Mistake(
              "efficiency", credit: 0.25,
              "This is the share of what was collected. What was never collected counts as well."
            ) { 100 * (try $0.copper.oldScrap / $0.copper.collected) },
            Mistake(
              "new-scrap", credit: 0.25,
              "You counted new scrap. It has never been in use: the end-of-life rate leaves it out."
            ) { 100 * (try ($0.copper.oldScrap + $0.copper.newScrap) / $0.copper.endOfLife) },
            Mistake(
              "input-rate", credit: 0.25,
              "You divided by the supply: that is the end-of-life recycling *input* rate."
            ) { 100 * (try $0.copper.oldScrap / $0.copper.supply) },
          ])),
      Question(
        "indicator", "What was the **{indicator}**?", points: 2,
        reading: "statement.md, 'Indicators'",
        .number(
          in: .percent, tolerance: .absolute(0.2),
          answer: { try $0.indicator.percent(of: $0.copper) },
          mistakes: [
            .of(
              .collectionRate, credit: 0.25,
              "This is the collection rate: collected over end of life."),
            .of(
              .recycledContent, credit: 0.25,
              "This is the recycled content: old and new scrap over the whole supply."),
            .of(
              .oldScrapRatio, credit: 0.25, "This is the old scrap ratio: old scrap over all scrap."
            ),
            .of(
              .inputRate, credit: 0.25,
              "This is the end-of-life recycling *input* rate: old scrap over the whole supply."),
            Mistake(
              "recycling-rate", credit: 0.25,
              "This is the end-of-life recycling rate, for what left use."
            ) { 100 * (try $0.copper.oldScrap / $0.copper.endOfLife) },
            Mistake(
              "of-primary", credit: 0.25,
              "You divided by primary metal. The supply is primary and recycled metal together."
            ) { variant in
              let copper = try variant.copper
              switch variant.indicator {
              case .recycledContent:
                return 100 * (copper.oldScrap + copper.newScrap) / copper.primary
              case .inputRate: return 100 * copper.oldScrap / copper.primary
              case .collectionRate, .oldScrapRatio: return nil
              }
            },
          ])),
      Question(
        "what-if",
        "Suppose that **{better:%}** of what left use had been collected, that the same share of it had become metal as really did, and that "
          + "the additional metal had replaced primary metal. What would the EOL-RIR have been?",
        reading: "statement.md, 'Indicators'",
        .number(
          in: .percent, tolerance: .absolute(0.2),
          answer: { 100 * (try $0.moreOldScrap) / (try $0.copper.supply) },
          mistakes: [
            Mistake("as-it-was", credit: 0.25, "This is the EOL-RIR as it was.") {
              100 * (try $0.copper.oldScrap / $0.copper.supply)
            },
            Mistake(
              "no-losses", credit: 0.5,
              "You made metal of all that is collected. A part of it is lost in sorting, as in truth."
            ) { 100 * $0["better"] * (try $0.copper.endOfLife) / (try $0.copper.supply) },
            Mistake(
              "larger-supply", credit: 0.5,
              "You added the old scrap to the supply. It takes the place of primary metal: the supply stays."
            ) { variant in
              let copper = try variant.copper
              let more = try variant.moreOldScrap
              return 100 * more / (copper.supply + more - copper.oldScrap)
            },
            Mistake(
              "recycling-rate", credit: 0.25,
              "You divided by what left use: that is the recycling rate. Divide by the supply."
            ) { 100 * (try $0.moreOldScrap) / (try $0.copper.endOfLife) },
          ])),
      Question(
        "end-uses",
        "Order the end uses by the copper that they hold in {year} (look at the chart).",
        reading: "statement.md, the chart",
        .order(
          OrderItem(
            things: [
              Thing("a", "building and construction"),
              Thing("b", "power and telecommunication networks"),
              Thing("c", "industrial equipment"),
              Thing("d", "transport"), Thing("e", "consumer and electronic products"),
            ],
            sense: "from the largest to the smallest", order: { try $0.copper.endUsesBySize }))),
      Question(
        "ceiling",
        "Suppose that all copper at its end of life had become metal again in {year}. Could mining have stopped?",
        reading: "statement.md, 'Stock and flow'",
        .choice(
          ChoiceItem(
            options: [
              .init(
                "a", "yes, as recycling then closes the loop",
                feedback: "Compare end of life with what entered use in the same year."),
              .init(
                "b", "no: more entered use than left it, since what leaves entered decades ago",
                feedback: ""),
              .init(
                "c", "no, as copper loses its quality when it is recycled",
                feedback: "Copper can be refined to its full quality. Look at the amounts."),
            ], right: { _ in ["b"] }))),
    ],
    hints: [
      Hint("Each answer needs two or three columns of the last row of `data.csv`.", cost: 0),
      Hint(
        "Write out which flow is above the line and which below it, with the names in the table.",
        cost: 0.1),
      Hint(
        "1 Mt for a million people are 1000 kg per head; the growth needs the row of {start} as well.",
        cost: 0.2),
    ],
    solution: """
      From the end of {start} to the end of {year} the copper in {use} grew by **{answer.growth:.3} Mt** a year. All copper in
      use was **{answer.per-head:.1} kg per head**. The end-of-life recycling rate was **{answer.recycling-rate:.1} %**, the
      {indicator} **{answer.indicator:.1} %**. With {better:%} of the end-of-life flow collected, the EOL-RIR would have been
      **{answer.what-if:.1} %**. By size the end uses are {answer.end-uses}. Mining could not have stopped: more entered use
      than left it.
      """,
    data: { try $0.copper.table },
    figure: { .area(try $0.copper.chart()) })
}

extension Variant {
  fileprivate var copper: CopperYear {
    get throws { try CopperYear(self["year"]) }
  }

  /// The place of the drawn end use.
  fileprivate var endUse: Int { CopperYear.endUses.firstIndex(of: word("use")) ?? 0 }

  fileprivate var indicator: CopperIndicator {
    CopperIndicator(rawValue: word("indicator")) ?? .collectionRate
  }

  /// Mt/yr of old scrap if more were collected, and as much of it became metal as in truth.
  fileprivate var moreOldScrap: Double {
    get throws {
      let copper = try copper
      return self["better"] * copper.endOfLife * copper.oldScrap / copper.collected
    }
  }
}

/// What a learner may be asked to work out of the table.
private enum CopperIndicator: String, CaseIterable {
  case collectionRate = "collection rate EOL-CR"
  case recycledContent = "recycled content RC"
  case oldScrapRatio = "old scrap ratio OSR"
  case inputRate = "end-of-life recycling input rate EOL-RIR"

  var id: String {
    switch self {
    case .collectionRate: "collection-rate"
    case .recycledContent: "recycled-content"
    case .oldScrapRatio: "old-scrap-ratio"
    case .inputRate: "input-rate"
    }
  }

  func percent(of copper: CopperYear) -> Double {
    switch self {
    case .collectionRate: 100 * copper.collected / copper.endOfLife
    case .recycledContent: 100 * (copper.oldScrap + copper.newScrap) / copper.supply
    case .oldScrapRatio: 100 * copper.oldScrap / (copper.oldScrap + copper.newScrap)
    case .inputRate: 100 * copper.oldScrap / copper.supply
    }
  }
}

extension Mistake<Double> {
  /// Another indicator in place of the one that is asked about.
  fileprivate static func of(
    _ indicator: CopperIndicator, credit: Double, _ feedback: String
  ) -> Mistake<Double> {
    Mistake(indicator.id, credit: credit, feedback) { variant in
      variant.indicator == indicator ? nil : indicator.percent(of: try variant.copper)
    }
  }
}
