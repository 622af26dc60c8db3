internal import Charts
internal import UrbanMining

extension Assignment {
  /// The quiz of week 3.
  static let quiz3 = Assignment(
    id: "w3-quiz", version: 1, kind: .quiz, week: 3, title: "Quiz: stocks and flows",
    outcome: "recall the words and the sums of week 3",
    statement: """
      Short questions on week 3. Each learner gets some of them, with numbers of their own. The charts A to D belong to
      one of the questions of the bank, which not everybody gets.

      ## What you need

      ### Week 3

      Mass balance, survival curves, stocks from inflows and the other way round: the assignments of this week.
      """,
    parameters: [
      Parameter("q3in", 40...90, by: 5), Parameter("q3out", 10...35, by: 5),
      Parameter("q3stock", 300...900, by: 50),
      Parameter("q3inflow", 5...30), Parameter("q3life", 15...45, by: 5),
      Parameter("q3shape", oneOf: [1.5, 2, 2.5]),
      Parameter("q3place", 1...4),
    ],
    questions: [
      Question(
        "new-stock",
        "A stock of {q3stock} kt takes in {q3in} kt in a year and gives off {q3out} kt. How large is it at the end?",
        reading: "w3-balance",
        .number(
          in: .kilotonnes, answer: { $0["q3stock"] + $0["q3in"] - $0["q3out"] },
          mistakes: [
            Mistake("sign", credit: 0.25, "Inflow makes the stock larger, outflow smaller.") {
              $0["q3stock"] - $0["q3in"] + $0["q3out"]
            },
            Mistake("no-outflow", credit: 0.25, "You left out what leaves.") {
              $0["q3stock"] + $0["q3in"]
            },
          ])),
      Question(
        "steady-stock",
        "For long, {q3inflow} kt have entered a stock each year and stayed {q3life} years on average. How large is it?",
        reading: "w3-little, 'Little's law'",
        .number(
          in: .kilotonnes, answer: { $0["q3inflow"] * $0["q3life"] },
          mistakes: [
            Mistake("half", credit: 0.25, "Take the whole lifetime.") {
              $0["q3inflow"] * $0["q3life"] / 2
            },
            Mistake("quotient", "Multiply: more inflow and longer lives both make it larger.") {
              $0["q3inflow"] / $0["q3life"]
            },
          ])),
      Question(
        "left-at-mean",
        "A lifetime is a Weibull distribution of shape {q3shape} and mean {q3life} years. Which share is still in use at the age of "
          + "{q3life} years, in %?", reading: "w3-curve, 'The Weibull distribution'",
        .number(
          in: .percent, tolerance: .absolute(0.4),
          answer: { variant in
            let lifetime = try Lifetime.weibull(shape: variant["q3shape"], mean: variant["q3life"])
            return 100 * lifetime.survival(atAge: variant["q3life"])
          },
          mistakes: [
            Mistake("mean-as-scale", credit: 0.5, "You used the mean as the scale.") { _ in
              36.787_944_117_144_235
            },
            Mistake("half", credit: 0.25, "Half is left at the median. The mean is later here.") {
              _ in 50
            },
          ])),
      Question(
        "terms", "Match the words with what they mean.",
        reading: "w3-stock, 'What is left of a cohort'",
        .match(
          MatchItem(
            left: [
              Thing("1", "cohort"), Thing("2", "survival curve"),
              Thing("3", "net addition to stock"),
              Thing("4", "new scrap"),
            ],
            right: [
              Thing("a", "inflow less outflow"), Thing("b", "cut-offs of factories, never in use"),
              Thing("c", "all that entered use in one year"),
              Thing("d", "share still in use at each age"),
              Thing("e", "metal from old products"),
            ], pairs: { _ in ["1": "c", "2": "d", "3": "a", "4": "b"] }))),
      Question(
        "path", "Order the steps of a copper cable's life.", reading: "w3-cycle",
        .order(
          OrderItem(
            things: [
              Thing("U", "use"), Thing("M", "mine"), Thing("C", "collection"),
              Thing("F", "fabrication"),
              Thing("R", "refining"),
            ], sense: "from the rock to the scrap yard", order: { _ in ["M", "R", "F", "U", "C"] }))
      ),
      Question(
        "driven",
        "You know how many cars people have each year, and how long cars live. What can you work out?",
        reading: "w3-demand",
        .choice(
          ChoiceItem(
            options: [
              .init("a", "how many new cars are needed: stock-driven", feedback: ""),
              .init(
                "b", "nothing, the inflow must be known",
                feedback: "Stock and lifetime lead to the inflow, year by year."),
              .init(
                "c", "only how many are scrapped",
                feedback: "What is scrapped has to be replaced, and the stock may grow."),
            ], right: { _ in ["a"] }))),
      Question(
        "first-scrap",
        "A new product comes to market, sales grow fast. In the first years the scrap from it is …",
        reading: "w3-curve",
        .choice(
          ChoiceItem(
            options: [
              .init("a", "about as much as its sales", feedback: "How old are the first ones?"),
              .init("b", "little, even if all is collected", feedback: ""),
              .init("c", "more than its sales", feedback: "More can't leave than has entered."),
            ], right: { _ in ["b"] }))),
      Question(
        "stock-chart",
        "The inflow into a stock ended in year 2000. Which of the four charts can't show the stock?",
        reading: "w3-stock",
        .choice(
          ChoiceItem(
            options: FourCharts.options(
              "Without inflow a stock can only do one thing, or stand still."),
            right: { FourCharts.letter(at: $0["q3place"]) }))),
    ],
    drawnQuestions: 6,
    solution: """
      Stocks change by inflow less outflow; a steady stock is inflow times lifetime; a survival curve says what is left of a
      cohort. Without inflow no stock grows.
      """,
    figure: { variant in
      let years = 1980...2020
      let inflow = years.map { $0 <= 2000 ? 5.0 : 0 }
      func stock(_ lifetime: Lifetime) throws -> [Double] {
        try DynamicStock.inflowDriven(
          inflow: inflow, survival: Survival(lifetime, over: TimeAxis(years: years))
        ).amounts(ofLane: 0)
      }
      let grown = try stock(.weibull(shape: 3, mean: 30)).enumerated().map { index, value in
        index <= 20 ? value : value + 1.5 * Double(index - 20)
      }
      return try FourCharts(
        grown,
        others: [
          stock(.weibull(shape: 3, mean: 30)), stock(.exponential(mean: 12)),
          stock(.fixed(years: 15)),
        ], place: variant["q3place"]
      ).chart(
        id: "w3-quiz", title: "Four stocks whose inflow ended in 2000",
        subtitle: "Said to be stocks, kt, end of each year",
        unit: "kt", from: 1980, message: "Three of the curves fall after 2000.")
    })
}
