internal import Charts
internal import UrbanMining

extension Assignment {
  /// Week 4: e-waste from what was put on the market.
  static let eWaste = Assignment(
    id: "w4-ewaste", version: 2, week: 4, title: "What was put on the market comes back",
    outcome: "work out e-waste from sales and lifespans, and both collection rates",
    statement: """
      In 2010 **{product}** came to a new market. In 2010 **{first} kt** of them were sold, each year after it **{growth:%}** more
      (`data.csv`). Their lifespan is a Weibull distribution of **shape {shape}** and **scale {scale} years**: the figures that
      the calculation tool for the European directive on e-waste has for this kind of product. (It counts by UNU keys;
      `urbanmine data show ewaste-lifetimes` has them all.) In 2020 **{collected} kt** of old ones were collected.

      Convention of this assignment: products are sold in the **middle** of their year; the waste of a year is what is
      discarded from its beginning to its end.

      ## What you need

      ### The distribution function

      Of what was sold in a year, the share that is discarded until age *a* is F(a) = 1 − exp(−(a / scale)^shape). In
      2020 what was sold in 2015 goes from age 4.5 to age 5.5: the share F(5.5) − F(4.5) of it is discarded. What was sold
      in 2020 itself goes from age 0 to age ½.

          waste(2020) = Σ over years c of sold(c) · (F(2020 − c + ½) − F(2020 − c − ½))

      ### Two collection rates

      Countries report what is collected either over the **waste generated** in the same year, or over the mean of what
      was **sold in the three years before**.
      """,
    parameters: [
      Parameter("first", 20...80, by: 2), Parameter("growth", 2...10, decimals: 2),
      Parameter("product", oneOf: GrowingMarket.products.map(\.title)),
      Parameter("part", 30...60, by: 5, decimals: 2),
    ],
    facts: {
      let lifespan = try $0.market.lifespan()
      return [
        "collected": try $0.collected, "shape": lifespan.shape, "scale": lifespan.scale,
      ]
    },
    questions: [
      Question(
        "waste", "How much waste do they become in 2020?", points: 3,
        reading: "statement.md, 'The distribution function'",
        .number(
          in: .kilotonnesPerYear, answer: { try $0.market.waste() },
          mistakes: [
            Mistake(
              "density", credit: 0.75, isConvention: true,
              "You took the density at the middle of each age. That is in use in statistics, but loses a part of the products; "
                + "here the distribution function is asked for."
            ) { try $0.market.wasteByDensity() },
            Mistake(
              "shape-scale-swapped", credit: 0.25,
              "Shape and scale are swapped: the shape is {shape}, a number without a unit; the scale is in years."
            ) { try $0.market.waste(swapped: true) },
            Mistake(
              "all-years", credit: 0.25,
              "This is all that was discarded since 2010. What is the part of 2020?"
            ) { try $0.market.wasteSoFar() },
            Mistake("sales", "This is what was sold in 2020. Most of that lives for years.") {
              $0.market.sold.latest
            },
          ])),
      Question(
        "of-waste", "The collection rate over waste generated, in %?",
        reading: "statement.md, 'Two collection rates'",
        .number(
          in: .percent, tolerance: .relative(0.01),
          answer: { 100 * (try $0.collected) / (try $0.market.waste()) },
          carried: NumberItem.Carried(from: ["waste"]) { variant, earlier in
            100 * (try variant.collected) / (earlier["waste"] ?? 0)
          })),
      Question(
        "of-sales", "The collection rate over the mean sales of the three years before, in %?",
        reading: "statement.md, 'Two collection rates'",
        .number(
          in: .percent, answer: { 100 * (try $0.collected) / $0.market.soldBefore },
          mistakes: [
            Mistake(
              "same-year", credit: 0.5,
              "You divided by the sales of 2020. The three years before count."
            ) { 100 * (try $0.collected) / $0.market.sold.latest },
            Mistake(
              "sum", credit: 0.25,
              "You divided by the sales of three years together. Take their mean."
            ) { 100 * (try $0.collected) / $0.market.soldBefore / 3 },
          ])),
      Question(
        "which",
        "In a market that grows fast, which of the two rates is lower, and is that the fault of who collects?",
        reading: "statement.md, 'Two collection rates'",
        .choice(
          ChoiceItem(
            options: [
              .init(
                "a", "that over sales; no, most of what was sold is still in use", feedback: ""),
              .init(
                "b", "that over waste; yes, more waste should be found",
                feedback: "Compare what was sold in the last years with what is discarded now."),
              .init(
                "c", "both are the same", feedback: "They divide by different amounts."),
            ], right: { _ in ["a"] }))),
    ],
    hints: [
      Hint(
        "Make a row for each year of sale, with the two ages at the beginning and end of 2020.",
        cost: 0),
      Hint("In a spreadsheet: `=1-EXP(-((age/{scale})^{shape}))` gives F.", cost: 0.1),
      Hint(
        "Those of 2010 go from 9.5 to 10.5 years in 2020, those of 2020 from 0 to 0.5.",
        cost: 0.2),
    ],
    solution: """
      Weighing the sales of each year with the share that is discarded in 2020 gives **{answer.waste:.2} kt** of waste. Of that
      {collected} kt or **{answer.of-waste:.1} %** were collected; over the mean sales of 2017 to 2019 the rate is
      **{answer.of-sales:.1} %**. It is lower because most of what was sold is still at work.
      """,
    data: { $0.market.sales.table },
    figure: { .panels(try $0.market.chart()) })
}

extension Variant {
  fileprivate var market: GrowingMarket { GrowingMarket(self) }

  /// kt: a part of what arises, rounded to what a report would print.
  fileprivate var collected: Double {
    get throws { (self["part"] * (try market.waste()) * 10).rounded() / 10 }
  }
}
