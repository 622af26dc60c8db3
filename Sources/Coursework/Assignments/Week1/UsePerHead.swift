extension Assignment {
  /// Week 1: use per head, and what it would mean for all.
  static let usePerHead = Assignment(
    id: "w1-percapita", version: 1, week: 1, title: "Metal for everyone",
    outcome: "compare countries per head and scale a use up to the world",
    statement: """
      Two countries use {metal}. **Norland** has {richPeople} million inhabitants and uses **{rich} kt** a year.
      **Sudland** has {poorPeople} million inhabitants and uses **{poor} kt** a year.

      ## What you need

      ### Per head

          use per head = use / inhabitants

      One kt is a million kg, so kt divided by millions of inhabitants is kg per head.

      ### Means

      The mean use per head of both together is their total use over all their inhabitants. It is not the mean of
      the two figures, unless both have as many inhabitants.
      """,
    parameters: [
      Parameter("metal", oneOf: ["aluminium", "copper", "zinc"]),
      Parameter("richPeople", 20...90, by: 5), Parameter("rich", 220...900, by: 20),
      Parameter("poorPeople", 150...600, by: 25), Parameter("poor", 200...800, by: 20),
    ],
    questions: [
      Question(
        "head", "What does Norland use per head and year?", reading: "statement.md, 'Per head'",
        .number(
          in: .kilogramsPerCapita, answer: { $0["rich"] / $0["richPeople"] },
          mistakes: [
            Mistake(
              "other-country", credit: 0.25, "These are the inhabitants of the other country."
            ) {
              $0["rich"] / $0["poorPeople"]
            }
          ])),
      Question(
        "times", "How many times as much as an inhabitant of Sudland does one of Norland use?",
        reading: "statement.md, 'Per head'",
        .number(
          in: .share,
          answer: { ($0["rich"] / $0["richPeople"]) / ($0["poor"] / $0["poorPeople"]) },
          mistakes: [
            Mistake("totals", "You compared the totals. Compare what each inhabitant uses.") {
              $0["rich"] / $0["poor"]
            }
          ],
          carried: NumberItem.Carried(from: ["head"]) { variant, earlier in
            (earlier["head"] ?? 0) / (variant["poor"] / variant["poorPeople"])
          })),
      Question(
        "mean", "What do both countries together use per head?", points: 2,
        reading: "statement.md, 'Means'",
        .number(
          in: .kilogramsPerCapita,
          answer: { ($0["rich"] + $0["poor"]) / ($0["richPeople"] + $0["poorPeople"]) },
          mistakes: [
            Mistake(
              "mean-of-means", credit: 0.25,
              "You took the mean of the two figures. Sudland has more inhabitants and counts for more."
            ) { ($0["rich"] / $0["richPeople"] + $0["poor"] / $0["poorPeople"]) / 2 },
            Mistake("sum", "You added the two figures per head. Add the uses, and the inhabitants.")
            {
              $0["rich"] / $0["richPeople"] + $0["poor"] / $0["poorPeople"]
            },
          ])),
      Question(
        "extra",
        "How much more {metal} per year would both together need if each inhabitant of Sudland used as much as one of "
          + "Norland?", points: 2, reading: "statement.md, 'Per head'",
        .number(
          in: .kilotonnesPerYear,
          answer: { $0["rich"] / $0["richPeople"] * $0["poorPeople"] - $0["poor"] },
          mistakes: [
            Mistake(
              "without-today", credit: 0.5,
              "This is what Sudland would use then. Part of it is used today already."
            ) { $0["rich"] / $0["richPeople"] * $0["poorPeople"] },
            Mistake(
              "all", credit: 0.25,
              "This is what both would use then. How much more is it than today?"
            ) { $0["rich"] / $0["richPeople"] * ($0["richPeople"] + $0["poorPeople"]) },
          ],
          carried: NumberItem.Carried(from: ["head"]) { variant, earlier in
            (earlier["head"] ?? 0) * variant["poorPeople"] - variant["poor"]
          })),
    ],
    hints: [
      Hint(
        "kt over million inhabitants is kg per head: no powers of ten are left to count.", cost: 0),
      Hint("For the mean add both uses first, then both populations, then divide.", cost: 0.1),
      Hint(
        "Sudland at Norland's level uses (use per head of Norland) × (inhabitants of Sudland).",
        cost: 0.2),
    ],
    solution: """
      Norland uses {rich} / {richPeople} = **{answer.head:.2} kg** per head, **{answer.times:.2} times** as much as Sudland.
      Together they use ({rich} + {poor}) / ({richPeople} + {poorPeople}) = **{answer.mean:.2} kg** per head. At Norland's
      level Sudland would use {answer.head:.2} · {poorPeople} kt, **{answer.extra:.0} kt** more than today.
      """)
}
