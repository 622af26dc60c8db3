internal import Charts

extension Assignment {
  /// Week 3: the real cycle of copper, read from its table and chart.
  static let copperReading = Assignment(
    id: "w3-copper", version: 1, week: 3, title: "Reading the copper cycle of the world",
    outcome: "read stock, growth and recycling indicators from the table and chart of a real cycle",
    statement: """
      `data.csv` holds eleven years of the world's copper cycle up to {year}, as the bundled model works it out from
      mine production, end uses and lifetimes (`urbanmine run copper` shows it all). Amounts are Mt, flows Mt per year.
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

      New scrap comes from making products and has never been in use; old scrap comes from products at their end of
      life. Definitions: UNEP International Resource Panel (2011), *Recycling Rates of Metals*.
      """,
    parameters: [Parameter("year", 1975...2020), Parameter("span", 4...10)],
    facts: { ["start": $0["year"] - $0["span"]] },
    questions: [
      Question(
        "growth",
        "By how much did the copper in use grow from the end of {start} to the end of {year}, per year on average?",
        reading: "statement.md, 'Stock and flow'",
        .number(
          in: .megatonnesPerYear, tolerance: .relative(0.005),
          answer: { try $0.copper.growth(over: $0["span"]) },
          mistakes: [
            Mistake(
              "inflow", credit: 0.25,
              "This is what entered use. Part of it only replaced what left."
            ) { try $0.copper.intoUse },
            Mistake(
              "total", credit: 0.5,
              "This is the growth over all {span} years. Divide it by their number."
            ) { try $0.copper.growth(over: $0["span"]) * $0["span"] },
            Mistake(
              "years-counted", credit: 0.5,
              "From the end of {start} to the end of {year} are {span} years: you divided by one too many."
            ) { try $0.copper.growth(over: $0["span"]) * $0["span"] / ($0["span"] + 1) },
            Mistake(
              "last-year", credit: 0.25,
              "This is the growth in {year} alone. All years since the end of {start} are asked about."
            ) { try $0.copper.growth(over: 1) },
            Mistake(
              "stock", "This is the stock itself. Take off that at the end of {start}."
            ) { try $0.copper.stock },
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
        "recycling-rate", "What was the end-of-life recycling rate?", points: 2,
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
        "recycled-content", "Which share of the supply was recycled metal (recycled content)?",
        points: 2,
        reading: "statement.md, 'Indicators'",
        .number(
          in: .percent, tolerance: .absolute(0.2),
          answer: { 100 * (try ($0.copper.oldScrap + $0.copper.newScrap) / $0.copper.supply) },
          mistakes: [
            Mistake(
              "old-only", credit: 0.5,
              "You left out new scrap. It is recycled metal in the supply, too."
            ) { 100 * (try $0.copper.oldScrap / $0.copper.supply) },
            Mistake(
              "old-scrap-ratio", credit: 0.25,
              "This is the old scrap ratio: how much of the scrap is old. Divide by the whole supply."
            ) { 100 * (try $0.copper.oldScrap / ($0.copper.oldScrap + $0.copper.newScrap)) },
            Mistake(
              "into-use", credit: 0.25,
              "You divided by what entered use. The supply is larger: part of it becomes new scrap."
            ) { 100 * (try ($0.copper.oldScrap + $0.copper.newScrap) / $0.copper.intoUse) },
            Mistake(
              "of-primary", credit: 0.25,
              "You divided by primary metal. The supply is primary and recycled metal together."
            ) { 100 * (try ($0.copper.oldScrap + $0.copper.newScrap) / $0.copper.primary) },
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
      From the end of {start} to the end of {year} the copper in use grew by **{answer.growth:.2} Mt** a year, to
      **{answer.per-head:.1} kg per head**.
      The end-of-life recycling rate was **{answer.recycling-rate:.1} %**, the recycled content
      **{answer.recycled-content:.1} %**. By size the end uses are {answer.end-uses}. Mining could not have stopped: more
      entered use than left it.
      """,
    data: { try $0.copper.table },
    figure: { .area(try $0.copper.chart()) })
}

extension Variant {
  fileprivate var copper: CopperYear {
    get throws { try CopperYear(self["year"]) }
  }
}
