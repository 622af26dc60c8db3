internal import Foundation

extension Assignment {
  /// Week 5: which lever of a circular economy comes first when savings are uncertain.
  static let rankedLevers = Assignment(
    id: "w5-levers", version: 1, week: 5, title: "Which lever first?",
    outcome: "combine and rank levers of a circular economy under uncertainty",
    statement: """
      Three levers save primary metal. Each saving is a share of today's primary demand, with a standard deviation
      (normal, independent of each other):

      | lever | saves | standard deviation |
      |---|---|---|
      | longer lives | {lives:%} | {sdLives:%} |
      | better collection | {collection:%} | {sdCollection:%} |
      | lighter products | {lighter:%} | {sdLighter:%} |

      Today's primary demand is **{demand} Mt** a year.

      ## What you need

      ### Together

      Each lever works on what the others have left:

          left = (1 − a) · (1 − b) · (1 − c)

      ### Which is better?

      The difference of two independent normal numbers is normal, with the difference of the means and

          sd = √(sd₁² + sd₂²)

      The first is larger than the second with probability Φ(difference / sd); in a spreadsheet
      `=NORM.S.DIST(difference/sd; TRUE)`.
      """,
    parameters: [
      Parameter("lives", 18...28, decimals: 2), Parameter("collection", 10...17, decimals: 2),
      Parameter("lighter", 4...9, decimals: 2), Parameter("sdLives", 6...12, decimals: 2),
      Parameter("sdCollection", 2...5, decimals: 2), Parameter("sdLighter", 1...3, decimals: 2),
      Parameter("demand", 10...60, by: 5),
    ],
    facts: { ["left": $0.left] },
    questions: [
      Question(
        "together", "How much primary metal do the three save together per year?", points: 2,
        reading: "statement.md, 'Together'",
        .number(
          in: .megatonnesPerYear, answer: { $0["demand"] * (1 - $0.left) },
          mistakes: [
            Mistake(
              "sum", credit: 0.25,
              "You added the shares. Each lever works on what the others have left."
            ) { $0["demand"] * ($0["lives"] + $0["collection"] + $0["lighter"]) },
            Mistake("left", credit: 0.5, "This is the primary metal that is still needed.") {
              $0["demand"] * $0.left
            },
            Mistake("largest", "This is the largest lever alone.") { $0["demand"] * $0["lives"] },
          ])),
      Question(
        "probability",
        "With which probability (in %) do longer lives save more than better collection?",
        points: 3,
        reading: "statement.md, 'Which is better?'",
        .number(
          in: .percent, tolerance: .absolute(0.5), answer: { $0.probability },
          mistakes: [
            Mistake("certain", "Their means differ, but both are uncertain.") { _ in 100 },
            Mistake("other-way", credit: 0.5, "This is the probability that collection saves more.")
            {
              100 - $0.probability
            },
            Mistake(
              "one-deviation", credit: 0.5,
              "You left out the uncertainty of collection. Both count."
            ) { 100 * phi(($0["lives"] - $0["collection"]) / $0["sdLives"]) },
            Mistake(
              "deviations-added", credit: 0.5,
              "You added the standard deviations. Add their squares and take the root."
            ) {
              100 * phi(($0["lives"] - $0["collection"]) / ($0["sdLives"] + $0["sdCollection"]))
            },
          ])),
      Question(
        "order", "Order the levers by how much they save on average.",
        reading: "statement.md, 'Which is better?'",
        .order(
          OrderItem(
            things: [
              Thing("W", "lighter products"), Thing("L", "longer lives"),
              Thing("C", "better collection"),
            ],
            sense: "from the largest to the smallest", order: { _ in ["L", "C", "W"] }))),
      Question(
        "worst",
        "A ministry wants the lever that surely saves something: which has the largest saving even two standard deviations below "
          + "its mean?", points: 2, reading: "statement.md, 'Which is better?'",
        .choice(
          ChoiceItem(
            options: Variant.levers.map {
              .init(
                $0.id, $0.title,
                feedback: "Take two standard deviations off each mean and compare again.")
            }, right: { [$0.safest] }))),
    ],
    hints: [
      Hint(
        "Shares of the same whole do not simply add up when each works on what is left.", cost: 0),
      Hint(
        "The difference of the means is {lives} − {collection}; its sd is the root of the sum of squares.",
        cost: 0.1),
      Hint("Divide the difference by its sd and look up Φ.", cost: 0.2),
    ],
    solution: """
      What is left is (1 − {lives}) · (1 − {collection}) · (1 − {lighter}) = {left:.4}, so that **{answer.together:.2} Mt** a year are
      saved. Longer lives save more than collection with a probability of **{answer.probability:.1} %**. On average the order is
      longer lives, collection, lighter products; two standard deviations below the mean the best lever is
      **{answer.worst}**. What is best on average need not be what is safest.
      """)
}

extension Variant {
  fileprivate static let levers = [
    (id: "lives", title: "longer lives", deviation: "sdLives"),
    (id: "collection", title: "better collection", deviation: "sdCollection"),
    (id: "lighter", title: "lighter products", deviation: "sdLighter"),
  ]

  fileprivate var left: Double {
    (1 - self["lives"]) * (1 - self["collection"]) * (1 - self["lighter"])
  }

  /// In per cent.
  fileprivate var probability: Double {
    let deviation = hypot(self["sdLives"], self["sdCollection"])
    return 100 * phi((self["lives"] - self["collection"]) / deviation)
  }

  /// The lever whose mean less two standard deviations is largest; none if two are alike, which the lint of variants refuses.
  fileprivate var safest: String {
    let floors = Variant.levers.map { (id: $0.id, floor: self[$0.id] - 2 * self[$0.deviation]) }
      .sorted { $0.floor > $1.floor }
    return floors[0].floor - floors[1].floor > 0.005 ? floors[0].id : ""
  }
}

/// The distribution function of the standard normal distribution.
private func phi(_ z: Double) -> Double { erfc(-z / 2.0.squareRoot()) / 2 }
