internal import Charts
internal import UrbanMining

extension Assignment {
  /// Week 3: a stock that is wanted asks for its inflow: growth and replacement.
  static let stockDrivenDemand = Assignment(
    id: "w3-demand", version: 1, week: 3, title: "How much metal does a country need?",
    outcome: "derive the demand for a metal from the stock that people want, replacement included",
    pathways: [.student, .policyMaker],
    statement: """
      People want the service of metal, and the service comes from the stock: tracks, cables, cars. A country had
      **{people} million** inhabitants in 1950, **{growth:%}** more every year since. Its stock per head follows a
      logistic curve towards a ceiling of **{ceiling} kg** per head, fastest in {midpoint}, at a rate of {rate} per
      year. Steel of this use lives **{mean} years** on average (Weibull, shape {shape}).

      Find what it needs in **{year}**.

      Convention: population and stock per head are those of the year's end; a year's inflow enters in the
      **middle** of the year; all of the stock of 1950 entered in 1950.

      ## What you need

      ### A stock that saturates

          stock per head(t) = ceiling / (1 + exp(−rate · (t − midpoint)))

      One million people with one kg each are one kt.

      ### Inflow = growth + replacement

      The stock is given, the inflow is sought:

          inflow(t) = (stock(t) − what is left of all earlier cohorts) / S(½)

      Go through the years from 1950 on: each inflow is a cohort that ages from then on. In words: inflow = growth
      of the stock + replacement of what leaves. `urbanmine stock --stock data.csv --lifetime 'weibull(shape:
      {shape}, mean: {mean})'` does the same for a table with the columns year and stock.
      """,
    parameters: [
      Parameter("people", 5...40), Parameter("growth", 4...14, by: 2, decimals: 3),
      Parameter("ceiling", 120...400, by: 20), Parameter("rate", 6...12, decimals: 2),
      Parameter("midpoint", 1978...1990), Parameter("mean", 18...30),
      Parameter("shape", oneOf: [2, 2.5, 3, 3.5]),
      Parameter("year", 2000...2020),
    ],
    questions: [
      Question(
        "stock", "How much is in use at the end of {year}?", points: 2,
        reading: "statement.md, 'A stock that saturates'",
        .number(
          in: .kilotonnes, answer: { try $0.demand.stock().latest },
          mistakes: [
            Mistake(
              "ceiling", credit: 0.25,
              "You used the ceiling. The curve comes near it and has not reached it in {year}."
            ) { $0.demand.population.latest * $0["ceiling"] },
            Mistake(
              "population", credit: 0.25,
              "You used the population of 1950. It grew by {growth:%} every year."
            ) { try $0.demand.stock().latest / $0.demand.population.latest * $0["people"] },
            Mistake(
              "simple-growth", credit: 0.5,
              "The population grows by {growth:%} of what it was the year before, and not of that of 1950."
            ) { variant in
              let years = variant["year"] - 1950
              return try variant.demand.stock().latest / variant.demand.population.latest
                * variant["people"] * (1 + variant["growth"] * years)
            },
          ],
          inYears: { try $0.demand.moved(years: $1).stock().latest },
          population: { $0.demand.population.latest })),
      Question(
        "growth", "By how much does the stock grow in {year}?",
        reading: "statement.md, 'Inflow = growth + replacement'",
        .number(
          in: .kilotonnesPerYear, tolerance: .relative(0.01),
          answer: { try $0.demand.growth() },
          mistakes: [
            Mistake(
              "per-head-only", credit: 0.25,
              "You let the stock per head grow and kept the population. Both grow."
            ) { variant in
              let (stock, population) = (try variant.demand.stock(), variant.demand.population)
              let perHead = zip(stock, population).map { $0 / $1 }
              return population.latest * (perHead.latest - perHead.dropLast().map { $0 }.latest)
            },
            Mistake(
              "population-only", credit: 0.25,
              "You let the population grow and kept the stock per head. Both grow."
            ) { variant in
              let stock = try variant.demand.stock().latest
              return stock - stock / (1 + variant["growth"])
            },
          ],
          inYears: { try $0.demand.moved(years: $1).growth() })),
      Question(
        "inflow", "How much has to enter use in {year}?", points: 3,
        reading: "statement.md, 'Inflow = growth + replacement'",
        .number(
          in: .kilotonnesPerYear, tolerance: .relative(0.01),
          answer: { try $0.demand.inflow().latest },
          mistakes: [
            Mistake(
              "growth-only", credit: 0.25,
              "This is what the stock grows by. What wears out has to be replaced as well."
            ) { try $0.demand.growth() },
            Mistake(
              "replacement-only", credit: 0.25,
              "This replaces what leaves. The stock has to grow as well."
            ) { try $0.demand.outflow().latest },
            Mistake(
              "steady-state", credit: 0.5,
              "You divided the stock by the lifetime. That would hold if the stock had not grown: it is younger "
                + "than that, so less of it leaves."
            ) { try $0.demand.stock().latest / $0["mean"] + $0.demand.growth() },
            Mistake(
              "stock-over-lifetime", credit: 0.25,
              "You divided the stock by the lifetime. That holds where nothing grows, and leaves growth out."
            ) { try $0.demand.stock().latest / $0["mean"] },
            Mistake(
              "mean-as-scale", credit: 0.5,
              "You used the mean of {mean} years as the scale of the Weibull distribution. Work out the scale first."
            ) { variant in
              let lifetime = try Lifetime.weibull(shape: variant["shape"], scale: variant["mean"])
              return try variant.demand.inflow(lifetime).latest
            },
            Mistake(
              "fixed-lifetime", credit: 0.5,
              "You let every cohort leave at {mean} years at once. The lifetime is spread."
            ) { try $0.demand.inflow(.fixed(years: $0["mean"])).latest },
          ],
          inYears: { try $0.demand.moved(years: $1).inflow().latest })),
      Question(
        "replacement", "Which share of that is replacement?",
        reading: "statement.md, 'Inflow = growth + replacement'",
        .number(
          in: .percent, tolerance: .absolute(0.7),
          answer: { 100 * (try $0.demand.outflow().latest / $0.demand.inflow().latest) },
          mistakes: [
            Mistake(
              "growth-share", credit: 0.5, "This is the share of growth. Replacement is the rest."
            ) { 100 * (try $0.demand.growth() / $0.demand.inflow().latest) }
          ],
          carried: NumberItem.Carried(from: ["growth", "inflow"]) { _, earlier in
            guard let growth = earlier["growth"], let inflow = earlier["inflow"] else { return 0 }
            return 100 * (1 - growth / inflow)
          })),
    ],
    hints: [
      Hint(
        "Make columns for year, population, stock per head and stock. One kg for a million people is 1 kt.",
        cost: 0),
      Hint(
        "Growth is the stock at the end of {year} less that at the end of the year before. Replacement is what "
          + "leaves the older cohorts in {year}.", cost: 0.1),
      Hint(
        "Fill in the inflow year by year: of each earlier cohort S(age) is left at the end of the year, with ages of "
          + "1.5, 2.5 … years. What is missing to the stock is the inflow times S(½).", cost: 0.2),
    ],
    solution: """
      The stock at the end of {year} is **{answer.stock:.1} kt**, and grew by **{answer.growth:.2} kt**. Going through
      the years since 1950, **{answer.inflow:.2} kt** have to enter: **{answer.replacement:.1} %** of that replaces what
      wears out. Where the curve flattens, growth goes and replacement stays.
      """,
    data: { variant in
      YearlyValues(
        years: variant.demand.years, values: variant.demand.population,
        column: "population_million"
      ).table
    },
    figure: { .panels(try $0.demand.chart()) })
}

extension Variant {
  fileprivate var demand: WantedStock { WantedStock(self) }
}
