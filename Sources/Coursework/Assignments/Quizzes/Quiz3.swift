internal import Charts
internal import UrbanMining

extension Assignment {
  /// The quiz of week 3.
  static let quiz3 = Assignment(
    id: "w3-quiz", version: 2, kind: .quiz, week: 3, title: "Quiz: stocks and flows",
    outcome: "recall the words and the sums of week 3",
    statement: """
      Short questions on week 3. Each learner gets some of them, with numbers of their own.

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
        why: "{q3stock} + {q3in} − {q3out} = **{answer.new-stock:.0} kt**.",
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
        why: "{q3inflow} · {q3life} = **{answer.steady-stock:.0} kt**.",
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
        why:
          "exp(−Γ(1 + 1/{q3shape})^{q3shape}) = **{answer.left-at-mean:.1} %**, whatever the mean.",
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
        why: "**{answer.terms}**.",
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
        "path", "Order the steps of a copper cable's life.", reading: "w3-copper",
        why: "**{answer.path}**.",
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
        why: "**{answer.driven}**: growth of the stock and replacement of what leaves.",
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
        why: "**{answer.first-scrap}**: what was sold is still in use.",
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
        why: "**{answer.stock-chart}**: without inflow no stock grows.",
        .choice(
          ChoiceItem(
            options: FourCharts.options(
              "Without inflow a stock can only do one thing, or stand still."),
            right: { FourCharts.letter(at: $0["q3place"]) }))),
    ],
    drawnQuestions: 6,
    figure: { variant in
      guard variant.questionIDs.contains("stock-chart") else { return nil }
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
