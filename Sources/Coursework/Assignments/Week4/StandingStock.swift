internal import Charts
internal import UrbanMining

extension Assignment {
  /// Week 4: what the stock that stands today will give in the coming years.
  static let standingStock = Assignment(
    id: "w4-mine", version: 1, week: 4, title: "When does the mine open?",
    outcome: "work out when and how much of a standing stock comes back",
    statement: """
      From 1980 to 2020 copper entered the power grid of a country: **{first} kt** in 1980, each year after it
      **{growth:%}** more (`data.csv`). Its lifetime is a Weibull distribution of shape **{shape}** and mean **{mean} years**. You
      are to plan a recycling plant for the copper **that stands there at the end of 2020**. What enters use later is not
      part of it.

      Convention of this assignment: a year's inflow enters in the **middle** of the year; stocks stand at the **end** of
      the year.

      ## What you need

      ### What is left later

      Use the same cohorts, grown older, and no new ones:

          left(T) = Σ over 1980 ≤ c ≤ 2020 of inflow(c) · S(T − c + ½)

      What comes back in a year is what is missing at its end: left(T − 1) − left(T).

      ### Recovered

      Only **{collection:%}** of what comes back is collected and becomes metal again.
      """,
    parameters: [
      Parameter("first", 60...160, by: 5), Parameter("growth", 15...45, by: 5, decimals: 3),
      Parameter("shape", oneOf: [2, 2.5, 3, 3.5]), Parameter("mean", 22...38),
      Parameter("collection", 40...75, by: 5, decimals: 2),
      Parameter("ahead", oneOf: [8, 10, 12, 15]),
    ],
    facts: { ["end": $0.end, "scale": try $0.use.scale(), "stock": try $0.use.stock().latest] },
    questions: [
      Question(
        "back", "How much of it comes back in all from 2021 through {end}?", points: 3,
        reading: "statement.md, 'What is left later'",
        .number(
          in: .kilotonnes, answer: { try $0.back() },
          mistakes: [
            Mistake(
              "left", credit: 0.5, "This is what is still in use then. What came back is the rest."
            ) { try $0.use.left(after: Int($0["ahead"])) },
            Mistake(
              "stock-over-lifetime", credit: 0.25,
              "You let the same share of the stock leave every year. The stock has an age: much of it is young."
            ) { try $0.use.stock().latest / $0["mean"] * $0["ahead"] },
            Mistake(
              "mean-as-scale", credit: 0.5,
              "You used the mean of {mean} years as the scale of the Weibull distribution."
            ) { variant in
              let lifetime = try variant.use.meanAsScale()
              return try variant.use.stock(lifetime).latest
                - (try variant.use.left(after: Int(variant["ahead"]), lifetime))
            },
            Mistake("all", "This is the whole stock. A part of it stays in use beyond {end}.") {
              try $0.use.stock().latest
            },
          ])),
      Question(
        "share", "Which share of the stock of 2020 is that, in %?",
        reading: "statement.md, 'What is left later'",
        .number(
          in: .percent, answer: { 100 * (try $0.back()) / (try $0.use.stock().latest) },
          carried: NumberItem.Carried(from: ["back"]) { variant, earlier in
            100 * (earlier["back"] ?? 0) / (try variant.use.stock().latest)
          })),
      Question(
        "recovered",
        "How much copper per year does the plant recover on average over these {ahead} years?",
        reading: "statement.md, 'Recovered'",
        .number(
          in: .kilotonnesPerYear, answer: { try $0.back() * $0["collection"] / $0["ahead"] },
          mistakes: [
            Mistake(
              "uncollected", credit: 0.5, "You took all that comes back. Only a part is collected."
            ) {
              try $0.back() / $0["ahead"]
            },
            Mistake("in-all", credit: 0.5, "This is what is recovered in all these years together.")
            {
              try $0.back() * $0["collection"]
            },
          ],
          carried: NumberItem.Carried(from: ["back"]) { variant, earlier in
            (earlier["back"] ?? 0) * variant["collection"] / variant["ahead"]
          })),
      Question(
        "ore", "In which way is a standing stock **unlike** an ore deposit?",
        reading: "statement.md, 'What is left later'",
        .choice(
          ChoiceItem(
            options: [
              .init(
                "a", "its owners decide when it can be mined: when they stop using it", feedback: ""
              ),
              .init(
                "b", "it holds less metal per tonne", feedback: "Cables are purer than any ore."),
              .init(
                "c", "nobody knows what is in it",
                feedback: "What entered use is known, better than what is in the ground."),
            ], right: { _ in ["a"] }))),
    ],
    hints: [
      Hint("Keep the cohorts of 1980 to 2020 and add {ahead} years to their ages.", cost: 0),
      Hint(
        "In {end} the cohort of 2020 is {ahead}.5 years old, that of 1980 forty years older.",
        cost: 0.1),
      Hint(
        "What comes back is the stock at the end of 2020 less what is left at the end of {end}.",
        cost: 0.2),
    ],
    solution: """
      At the end of 2020 the stock is {stock:.0} kt (scale {scale:.2} years). From 2021 through {end} **{answer.back:.0} kt** of it
      come back, **{answer.share:.1} %**. Collected and remelted that is **{answer.recovered:.1} kt** a year.
      """,
    data: { $0.use.entered.table },
    figure: { .panels(try $0.use.chart(of: "w4-mine")) })
}

extension Variant {
  fileprivate var use: GrowingUse { GrowingUse(self) }
  fileprivate var end: Double { 2020 + self["ahead"] }

  /// kt that come back of the stock of 2020.
  fileprivate func back() throws -> Double {
    try use.stock().latest - (try use.left(after: Int(self["ahead"])))
  }
}

extension GrowingUse {
  /// kt of the stock of the last year that are still in use some years later.
  /// - Parameters:
  ///   - years: how much later.
  ///   - lifetime: another lifetime than the right one.
  fileprivate func left(after years: Int, _ lifetime: Lifetime? = nil) throws -> Double {
    let time = TimeAxis(years: GrowingUse.years.lowerBound...(GrowingUse.years.upperBound + years))
    let survival = Survival(try lifetime ?? self.lifetime(), over: time, timing: .middle)
    let nothing = [Double](repeating: 0, count: years)
    return try DynamicStock.inflowDriven(inflow: inflow + nothing, survival: survival)
      .amounts(ofLane: 0).latest
  }
}
