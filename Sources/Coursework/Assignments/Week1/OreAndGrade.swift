extension Assignment {
  /// Week 1: how much rock a tonne of metal takes.
  static let oreAndGrade = Assignment(
    id: "w1-ore", version: 1, week: 1, title: "How much rock for a tonne of copper?",
    outcome: "work out ore, waste rock and tailings from grade and recovery",
    statement: """
      A copper mine digs ore of **{grade:%}** copper. Its mill recovers **{recovery:%}** of the copper in the ore.
      For each tonne of ore, **{strip} t** of waste rock without copper are moved away first. The mine delivers
      **{metal} kt** of copper in concentrate per year.

      ## What you need

      ### Grade and recovery

      The **grade** is the share of metal in the ore. The **recovery** is the share of that metal which the mill
      gets out; the rest stays in the tailings.

          metal = ore · grade · recovery

      ### What stays behind

      Waste rock never goes through the mill. **Tailings** are what the mill puts aside: all ore but the metal
      that is delivered (take the concentrate as pure copper here).
      """,
    parameters: [
      Parameter("grade", 40...120, by: 5, decimals: 4), Parameter("recovery", 80...92, decimals: 2),
      Parameter("strip", oneOf: [1.5, 2, 2.5, 3]), Parameter("metal", 80...300, by: 10),
      Parameter("fall", oneOf: [0.2, 0.25, 0.3, 0.4]),
    ],
    facts: { ["left": ((1 - $0["fall"]) * 100).rounded() / 100] },
    questions: [
      Question(
        "ore", "How much ore goes through the mill each year?", points: 2,
        reading: "statement.md, 'Grade and recovery'",
        .number(
          in: .megatonnesPerYear, answer: { $0.ore },
          mistakes: [
            Mistake(
              "no-recovery", credit: 0.5,
              "You forgot that the mill loses part of the copper: more ore is needed than the grade alone says."
            ) { $0["metal"] / 1e3 / $0["grade"] },
            Mistake(
              "recovery-times", credit: 0.25,
              "The recovery is on the wrong side: what is lost must be dug in addition."
            ) { $0["metal"] / 1e3 / $0["grade"] * $0["recovery"] },
          ])),
      Question(
        "rock", "How much rock is moved in all, ore and waste rock together, each year?",
        reading: "statement.md, 'What stays behind'",
        .number(
          in: .megatonnesPerYear, answer: { $0.ore * (1 + $0["strip"]) },
          mistakes: [
            Mistake(
              "waste-rock-alone", credit: 0.5,
              "This is the waste rock alone. The ore is moved as well."
            ) { $0.ore * $0["strip"] }
          ],
          carried: NumberItem.Carried(from: ["ore"]) { variant, earlier in
            (earlier["ore"] ?? 0) * (1 + variant["strip"])
          })),
      Question(
        "lost", "How much copper ends up in the tailings each year?",
        reading: "statement.md, 'Grade and recovery'",
        .number(
          in: .kilotonnesPerYear, answer: { $0["metal"] * (1 / $0["recovery"] - 1) },
          mistakes: [
            Mistake(
              "share-of-delivered", credit: 0.5,
              "The recovery is a share of the copper in the ore, and not of what is delivered."
            ) { $0["metal"] * (1 - $0["recovery"]) }
          ])),
      Question(
        "more",
        "The grade falls by {fall:%} of what it was. By how many per cent must the amount of ore grow for the same "
          + "copper?", points: 2, reading: "statement.md, 'Grade and recovery'",
        .number(
          in: .percent, answer: { 100 * (1 / (1 - $0["fall"]) - 1) },
          mistakes: [
            Mistake(
              "same-share", credit: 0.25,
              "The ore grows by more than the grade falls: it is inversely proportional to the grade."
            ) { 100 * $0["fall"] },
            Mistake(
              "new-size", credit: 0.5,
              "This is the new amount in per cent of the old one. By how much did it grow?"
            ) { 100 / (1 - $0["fall"]) },
          ])),
    ],
    hints: [
      Hint("Write grade and recovery as numbers below one before you calculate.", cost: 0),
      Hint("Solve metal = ore · grade · recovery for the ore.", cost: 0.1),
      Hint(
        "For the last question work with an ore of 100 t, once at the old grade, once at the new.",
        cost: 0.2),
    ],
    solution: """
      The ore is {metal} kt / ({grade} · {recovery}) = **{answer.ore:.2} Mt** a year. With {strip} t of waste rock to each
      tonne, **{answer.rock:.2} Mt** of rock are moved. The ore holds {metal} / {recovery} kt of copper, so that
      **{answer.lost:.2} kt** stay in the tailings. When the grade falls to {left} of what it was, 1/{left} times the ore
      is needed: **{answer.more:.1} %** more.
      """)
}

extension Variant {
  /// Mt/yr.
  fileprivate var ore: Double { self["metal"] / 1e3 / (self["grade"] * self["recovery"]) }
}
