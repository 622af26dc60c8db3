extension Assignment {
  /// Week 2: emissions where metal is made, and where it is used.
  static let burden = Assignment(
    id: "w2-burden", version: 1, week: 2, title: "Who carries the burden?",
    outcome: "tell emissions by where metal is made from emissions by where it is used",
    statement: """
      Three regions make and use all of a metal:

      | region | makes (kt/yr) | uses (kt/yr) | t CO₂ per t made |
      |---|---|---|---|
      | North | {madeNorth} | {usedNorth} | {gasNorth} |
      | East | {madeEast} | {usedEast} | {gasEast} |
      | South | {madeSouth} | {usedSouth} | {gasSouth} |

      What a region uses beyond what it makes, it imports.

      ## What you need

      ### By production

      A region's emissions are what its own plants cause: amount made times emissions per tonne.

      ### By use

      All metal is traded on one market, so a tonne that is used carries the **world mean** of the emissions per
      tonne made, weighted by the amounts.
      """,
    parameters: [
      Parameter("madeNorth", 50...200, by: 10), Parameter("madeEast", 500...900, by: 20),
      Parameter("madeSouth", 200...400, by: 20), Parameter("usedNorth", 420...600, by: 20),
      Parameter("partSouth", 10...25, by: 5, decimals: 2),
      Parameter("gasNorth", 30...60, by: 5, decimals: 1),
      Parameter("gasEast", 140...200, by: 5, decimals: 1),
      Parameter("gasSouth", 70...110, by: 5, decimals: 1),
    ],
    facts: {
      [
        "usedEast": $0.used("East"), "usedSouth": $0.used("South"), "total": $0.total,
        "all": $0.mean * $0.total, "ownNorth": $0.emissions("North"),
      ]
    },
    questions: [
      Question(
        "east", "What are the emissions of East by production?",
        reading: "statement.md, 'By production'",
        .number(
          in: .kilotonnesPerYear, answer: { $0.emissions("East") },
          mistakes: [
            Mistake("used", "You took what East uses. By production, what it makes counts.") {
              $0.used("East") * $0["gasEast"]
            }
          ])),
      Question(
        "mean", "What is the world mean of the emissions per tonne?", points: 2,
        reading: "statement.md, 'By use'",
        .number(
          in: .share, answer: { $0.mean },
          mistakes: [
            Mistake(
              "unweighted", credit: 0.25,
              "You took the plain mean of the three figures. The regions make different amounts: weigh by them."
            ) { ($0["gasNorth"] + $0["gasEast"] + $0["gasSouth"]) / 3 },
            Mistake(
              "by-use", credit: 0.25,
              "You weighed with what is used. The metal on the market is what was made."
            ) { variant in
              let gas = Variant.regions.map { variant.used($0) * variant["gas" + $0] }
              return gas.reduce(0, +) / variant.total
            },
          ])),
      Question(
        "north", "What are the emissions of North by use?", reading: "statement.md, 'By use'",
        .number(
          in: .kilotonnesPerYear, answer: { $0["usedNorth"] * $0.mean },
          mistakes: [
            Mistake(
              "own-plants",
              "You used the emissions of North's own plants. It imports most of its metal."
            ) {
              $0["usedNorth"] * $0["gasNorth"]
            },
            Mistake("production", "These are its emissions by production.") {
              $0.emissions("North")
            },
          ],
          carried: NumberItem.Carried(from: ["mean"]) { variant, earlier in
            variant["usedNorth"] * (earlier["mean"] ?? 0)
          })),
      Question(
        "abroad",
        "How much more does North cause by use than by production: what others emit for it?",
        points: 2,
        reading: "statement.md, 'By use'",
        .number(
          in: .kilotonnesPerYear, answer: { $0["usedNorth"] * $0.mean - $0.emissions("North") },
          mistakes: [
            Mistake(
              "imports-alone", credit: 0.5,
              "You took the imports alone. The metal that North makes itself also counts by the world mean here."
            ) { ($0["usedNorth"] - $0["madeNorth"]) * $0.mean }
          ],
          carried: NumberItem.Carried(from: ["north"]) { variant, earlier in
            (earlier["north"] ?? 0) - variant.emissions("North")
          })),
      Question(
        "order", "Order the regions by their emissions by production.",
        reading: "statement.md, 'By production'",
        .order(
          OrderItem(
            things: [Thing("N", "North"), Thing("E", "East"), Thing("S", "South")],
            sense: "from the largest to the smallest",
            order: { variant in
              Variant.regions.sorted { variant.emissions($0) > variant.emissions($1) }
                .map { String($0.prefix(1)) }
            }))),
    ],
    hints: [
      Hint("kt times tonnes per tonne are kt.", cost: 0),
      Hint("The world mean is the sum of all emissions over the sum of all metal made.", cost: 0.1),
      Hint(
        "What others emit for North is its emissions by use less its emissions by production.",
        cost: 0.2),
    ],
    solution: """
      East emits {madeEast} · {gasEast} = **{answer.east:.0} kt**. All three emit together {all:.0} kt for {total:.0} kt of metal: on
      average **{answer.mean:.2} t** per tonne. North uses {usedNorth} kt, which carry **{answer.north:.0} kt**; its own plants
      emit {ownNorth:.0} kt, so that **{answer.abroad:.0} kt** arise elsewhere for its use.
      """)
}

extension Variant {
  fileprivate static let regions = ["North", "East", "South"]

  fileprivate var total: Double { self["madeNorth"] + self["madeEast"] + self["madeSouth"] }

  /// kt/yr: South uses a part of what North leaves, in whole tens, and East the rest.
  fileprivate func used(_ region: String) -> Double {
    let left = total - self["usedNorth"]
    let south = (left * self["partSouth"] / 10).rounded() * 10
    return region == "North" ? self["usedNorth"] : region == "South" ? south : left - south
  }

  /// kt/yr by production.
  fileprivate func emissions(_ region: String) -> Double {
    self["made" + region] * self["gas" + region]
  }

  /// t per t.
  fileprivate var mean: Double { Variant.regions.reduce(0) { $0 + emissions($1) } / total }
}
