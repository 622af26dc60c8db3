internal import Charts
internal import UrbanMining

extension Assignment {
  /// Week 3, the core: the in-use stock that an inflow has built up.
  static let stockFromInflow = Assignment(
    id: "w3-stock", version: 1, week: 3, title: "How much copper is in use?",
    outcome: "work out an in-use stock and its outflow from an inflow and a lifetime",
    statement: """
      A country began to build its power grid in 1980. In 1980 **{first} kt** of copper entered use; each year
      after it **{growth:%}** more (`data.csv`). The copper stays in use for **{mean} years** on average.
      Its lifetime is a Weibull distribution of shape **{shape}**.

      Convention of this assignment: a year's inflow enters use in the **middle** of the year; the stock stands
      at the **end** of the year; there was nothing before 1980.

      ## What you need

      ### What is left of a cohort

      All that enters use in one year is a cohort. At age *a* the share that is still in use is

          S(a) = exp(−(a / scale)^shape),     mean = scale · Γ(1 + 1/shape)

      The mean is given, so work out the scale first (in a spreadsheet: `=mean/GAMMA(1+1/shape)`).
      A cohort that entered in the middle of 2000 is 20.5 years old at the end of 2020.

      ### The stock is what is left of all cohorts

          stock(T) = Σ over all years c ≤ T of inflow(c) · S(T − c + ½)

      ### Outflow by balance

          outflow(T) = inflow(T) − (stock(T) − stock(T − 1))

      You may use a spreadsheet, any program, or

          urbanmine stock --inflow data.csv --lifetime 'weibull(shape: {shape}, mean: {mean})'
      """,
    parameters: [
      Parameter("first", 60...160, by: 5), Parameter("growth", 15...45, by: 5, decimals: 3),
      Parameter("shape", oneOf: [2, 2.5, 3, 3.5]), Parameter("mean", 18...32),
    ],
    facts: { ["latest": $0.use.inflow.latest, "scale": try $0.use.scale()] },
    questions: [
      Question(
        "stock", "How much copper is in use at the end of 2020?", points: 3,
        reading: "statement.md, 'The stock is what is left of all cohorts'",
        .number(
          in: .kilotonnes, answer: { try $0.use.stock().latest },
          mistakes: [
            Mistake(
              "mean-as-scale", credit: 0.5,
              "You used the mean of {mean} years as the scale of the Weibull distribution. The scale is a little "
                + "longer than the mean: work it out first."
            ) { try $0.use.stock($0.use.meanAsScale()).latest },
            Mistake(
              "no-outflow",
              "You added up all inflow. Part of it has left use again: weigh each cohort with what is left of it."
            ) { $0.use.inflow.reduce(0, +) },
            Mistake(
              "last-year-omitted", credit: 0.5,
              "The cohort of 2020 itself is missing: at the end of the year it is half a year old and nearly all "
                + "of it is there."
            ) { try $0.use.stock(withoutLastYear: true).latest },
            Mistake(
              "steady-state", credit: 0.25,
              "You multiplied the latest inflow by the lifetime. That holds where inflow has been the same for "
                + "long; here it grows, and earlier cohorts are smaller."
            ) { $0.use.inflow.latest * $0["mean"] },
            Mistake(
              "fixed-lifetime", credit: 0.5,
              "You let every cohort leave at {mean} years at once. The lifetime is spread: some leaves earlier, "
                + "some much later."
            ) { try $0.use.stock(.fixed(years: $0["mean"])).latest },
            Mistake(
              "shape-scale-swapped", credit: 0.25,
              "Shape and scale are swapped: the shape is {shape}, a number without a unit; the scale is in years."
            ) { try $0.use.stock($0.use.swapped()).latest },
          ],
          inYears: { try $0.use.moved(years: $1).stock().latest })),
      Question(
        "outflow", "How much copper leaves use in 2020?", points: 2,
        reading: "statement.md, 'Outflow by balance'",
        .number(
          in: .kilotonnesPerYear, answer: { try $0.use.outflow().latest },
          mistakes: [
            Mistake(
              "stock-over-lifetime", credit: 0.25,
              "You divided the stock by the lifetime. That holds where inflow has been the same for long; here "
                + "most of the stock is young and leaves later."
            ) { try $0.use.stock().latest / $0["mean"] },
            Mistake(
              "sign-of-change", credit: 0.5,
              "You added the growth of the stock to the inflow. What stays in the stock does not leave: take it off."
            ) { 2 * $0.use.inflow.latest - (try $0.use.outflow().latest) },
            Mistake(
              "net-addition", credit: 0.25,
              "This is what the stock grew by. The outflow is the rest of the inflow."
            ) { $0.use.inflow.latest - (try $0.use.outflow().latest) },
          ],
          inYears: { try $0.use.moved(years: $1).outflow().latest })),
      Question(
        "net", "By how much does the stock grow in 2020?",
        reading: "statement.md, 'Outflow by balance'",
        .number(
          in: .kilotonnesPerYear,
          answer: { $0.use.inflow.latest - (try $0.use.outflow().latest) },
          mistakes: [
            Mistake(
              "inflow",
              "This is the whole inflow of 2020. Part of it replaces what leaves in that year."
            ) { $0.use.inflow.latest }
          ],
          carried: NumberItem.Carried(from: ["outflow"]) { variant, earlier in
            variant.use.inflow.latest - (earlier["outflow"] ?? 0)
          })),
      Question(
        "stocks", "The stock at the end of each year (column `stocks` of `series.csv`).", points: 2,
        reading: "statement.md, 'The stock is what is left of all cohorts'",
        .series(
          SeriesItem(
            unit: .kilotonnes, years: { _ in Array(GrowingUse.years) },
            answer: { try $0.use.stock() },
            mistakes: [
              Mistake(
                "end-of-year", credit: 0.75, isConvention: true,
                "Here a year's inflow enters in the middle of the year: the newest cohort is half a year old."
              ) { try $0.use.stock(timing: .end) },
              Mistake(
                "start-of-year", credit: 0.75, isConvention: true,
                "Here a year's inflow enters in the middle of the year: the newest cohort is half a year old."
              ) { try $0.use.stock(timing: .start) },
              Mistake(
                "no-outflow",
                "You added up all inflow. Part of it has left use again: weigh each cohort with what is left of it."
              ) { variant in
                variant.use.inflow.reduce(into: []) { $0.append(($0.last ?? 0) + $1) }
              },
              Mistake(
                "mean-as-scale", credit: 0.5,
                "You used the mean of {mean} years as the scale of the Weibull distribution."
              ) { try $0.use.stock($0.use.meanAsScale()) },
            ]))),
      Question(
        "outflows", "The outflow of each year (column `outflows` of `series.csv`).", points: 2,
        reading: "statement.md, 'Outflow by balance'",
        .series(
          SeriesItem(
            unit: .kilotonnesPerYear, tolerance: .relative(0.01),
            years: { _ in Array(GrowingUse.years.suffix(31)) },
            answer: { Array(try $0.use.outflow().suffix(31)) },
            mistakes: [
              Mistake(
                "stock-over-lifetime", credit: 0.25,
                "You divided the stock by the lifetime. That holds where inflow has been the same for long."
              ) { variant in
                try variant.use.stock().suffix(31).map { $0 / variant["mean"] }
              }
            ]))),
    ],
    hints: [
      Hint(
        "Make a column for the age of each cohort at the end of 2020: 40.5 years for that of 1980, 0.5 years for "
          + "that of 2020.", cost: 0),
      Hint(
        "The scale is the mean divided by Γ(1 + 1/shape). In a spreadsheet: `={mean}/GAMMA(1+1/{shape})`. It is "
          + "longer than {mean} years.", cost: 0.1),
      Hint(
        "The stock is `=SUMPRODUCT(inflow, EXP(-((age/scale)^{shape})))`. Do the same for the end of 2019 (every "
          + "cohort one year younger, none of 2020): the difference is what the stock grew by.",
        cost: 0.25),
    ],
    solution: """
      The scale is {scale:.3} years. Weighing each cohort with what is left of it at the end of 2020 gives a stock
      of **{answer.stock:.2} kt**. At the end of 2019 it was smaller by {answer.net:.2} kt, and {latest:.2} kt came
      in, so that **{answer.outflow:.3} kt** left in 2020.
      """,
    data: { $0.use.entered.table },
    figure: { .panels(try $0.use.chart(of: "w3-stock")) },
    balances: [OwnBalance(stock: "stocks", outflow: "outflows") { $0.use.inflow }])
}

extension Variant {
  fileprivate var use: GrowingUse { GrowingUse(self) }
}
