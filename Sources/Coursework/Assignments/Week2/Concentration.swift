internal import UrbanMining

extension Assignment {
  /// Week 2: how far supply is in few hands.
  static let concentration = Assignment(
    id: "w2-hhi", version: 2, week: 2, title: "Who has the mines?",
    outcome: "work out and read a Herfindahl–Hirschman index",
    statement: """
      Five countries mine all of a metal:

      | country | share |
      |---|---|
      | A | {a:%} |
      | B | {b:%} |
      | C | {c:%} |
      | D | {d:%} |
      | E | {e:%} |

      `data.csv` shows who really mined **{metal}** in 2024 (U.S. Geological Survey, *Mineral Commodity Summaries*; tonnes). The
      whole is what all countries in it mined together.

      ## What you need

      ### The Herfindahl–Hirschman index

      Square each share **in per cent** and add up:

          HHI = Σ (share in %)²

      It is 10 000 for a single producer and near 0 for very many. Above 2 500 a market is called highly
      concentrated.

      ### Equal producers

      n producers of the same size have HHI = 10 000 / n. So 10 000 / HHI is how many equal producers would be
      just as concentrated.

      ### Countries that are not named

      Tables end with "other countries". Each of them is small, and the square of a small share is next to nothing: they
      count in the whole, and not in the sum of the squares.
      """,
    parameters: [
      Parameter("a", 40...60, decimals: 2), Parameter("b", 12...17, decimals: 2),
      Parameter("c", 8...11, decimals: 2), Parameter("d", 5...8, decimals: 2),
      Parameter("metal", oneOf: MinedShares.metals.map(\.title)),
    ],
    facts: { ["e": $0.shares[4]] },
    questions: [
      Question(
        "hhi", "What is the index of the five?", points: 2,
        reading: "statement.md, 'The Herfindahl–Hirschman index'",
        .number(
          in: .share, tolerance: .relative(0.002), answer: { try $0.index },
          mistakes: [
            Mistake(
              "fractions", credit: 0.75, isConvention: true,
              "You squared shares below one. Here the index uses per cent and lies between 0 and 10 000."
            ) { try $0.index / 10_000 },
            Mistake(
              "largest-alone", credit: 0.25,
              "You squared the largest share alone. The others count too."
            ) { 10_000 * $0["a"] * $0["a"] },
            Mistake(
              "largest-three", "You added up the three largest shares. That is another measure."
            ) {
              100 * ($0["a"] + $0["b"] + $0["c"])
            },
            Mistake(
              "four", credit: 0.5, "One of the countries is missing: E has a share as well."
            ) { variant in
              variant.shares.prefix(4).reduce(0) { $0 + 10_000 * $1 * $1 }
            },
          ])),
      Question(
        "equal", "How many equal producers would be just as concentrated?",
        reading: "statement.md, 'Equal producers'",
        .number(
          in: .share, answer: { 10_000 / (try $0.index) },
          carried: NumberItem.Carried(from: ["hhi"]) { _, earlier in 10_000 / (earlier["hhi"] ?? 0)
          })),
      Question(
        "merger", "B and C join their mines in one company. By how much does the index rise?",
        points: 2,
        reading: "statement.md, 'The Herfindahl–Hirschman index'",
        .number(
          in: .share, tolerance: .relative(0.005), answer: { 20_000 * $0["b"] * $0["c"] },
          mistakes: [
            Mistake(
              "whole-square", credit: 0.25,
              "You squared the joint share. The squares of both were in the index before: take them off."
            ) { 10_000 * ($0["b"] + $0["c"]) * ($0["b"] + $0["c"]) },
            Mistake(
              "once", credit: 0.5, "You are off by a factor of two: (b + c)² = b² + 2bc + c²."
            ) {
              10_000 * $0["b"] * $0["c"]
            },
          ])),
      Question(
        "real", "And of {metal}, after `data.csv`?", points: 2,
        reading: "statement.md, 'Countries that are not named'",
        .number(
          in: .share, answer: { try $0.mined.index },
          mistakes: [
            Mistake(
              "fractions", credit: 0.75, isConvention: true,
              "You squared shares below one. Here the index uses per cent and lies between 0 and 10 000."
            ) { try $0.mined.index / 10_000 },
            Mistake(
              "others-as-one", credit: 0.5,
              "You squared the other countries as if they were one producer. They are many."
            ) { variant in
              let mined = try variant.mined
              let rest = mined.others / mined.total
              return try Variant.apart(mined.index + 10_000 * rest * rest, from: mined.index)
            },
            Mistake(
              "named-alone", credit: 0.5,
              "You took shares of what the named countries mined. The others belong to the whole."
            ) { variant in
              let mined = try variant.mined
              let named = 1 - mined.others / mined.total
              return try Variant.apart(mined.index / (named * named), from: mined.index)
            },
            Mistake(
              "largest-alone", credit: 0.25,
              "You squared the largest share alone. The others count too."
            ) { variant in
              let mined = try variant.mined
              return try Variant.apart(10_000 * mined.largest * mined.largest, from: mined.index)
            },
          ])),
      Question(
        "meaning", "What does a high index of mining **not** tell?",
        reading: "statement.md, 'The Herfindahl–Hirschman index'",
        .choice(
          ChoiceItem(
            options: [
              .init(
                "a", "that one country's export stop would hit all users",
                feedback: "That is just what it warns of."),
              .init(
                "b", "that the metal is rare in the earth's crust",
                feedback: ""),
              .init(
                "c", "that prices may depend on a few decisions",
                feedback: "That is just what it warns of."),
            ], right: { _ in ["b"] }))),
    ],
    hints: [
      Hint("60 % squared counts 3 600 points.", cost: 0),
      Hint("In a spreadsheet: `=SUMSQ(…)` over the five shares in per cent.", cost: 0.1),
      Hint("For the merger write out (b + c)² and take off b² and c².", cost: 0.2),
    ],
    solution: """
      The squares of the shares in per cent add up to **{answer.hhi:.0}**, as concentrated as {answer.equal:.2} equal
      producers. When B and C join, the index rises by 2 · {b:%} · {c:%} = **{answer.merger:.0}** points. The mines
      of {metal} had **{answer.real:.0}** in 2024. A metal may be common in the crust and still come from one country.
      """,
    data: { try $0.mined.table })
}

extension Variant {
  /// All five, the last one being what is left.
  fileprivate var shares: [Double] {
    let first = ["a", "b", "c", "d"].map { self[$0] }
    let rest = (100 * (1 - first.reduce(0, +))).rounded() / 100
    return first + [rest]
  }

  fileprivate var mined: MinedShares {
    get throws {
      let metal = word("metal")
      guard let mined = try MinedShares.bundled.get()[metal] else {
        throw CourseError.missing("mine-production", reason: "there is no metal '\(metal)'")
      }
      return mined
    }
  }

  /// A mistake that leads to another value; nil where it makes no difference that could be told.
  fileprivate static func apart(_ value: Double, from right: Double) -> Double? {
    abs(value - right) > 0.011 * max(value, right) ? value : nil
  }

  fileprivate var index: Double {
    get throws { try SupplyConcentration(shares: shares).index }
  }
}
