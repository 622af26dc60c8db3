internal import Foundation
internal import UrbanMining

extension Assignment {
  /// Week 2: how long reserves would last, and why nobody should believe it.
  static let depletion = Assignment(
    id: "w2-depletion", version: 1, week: 2, title: "How long do reserves last?",
    outcome: "work out a static and a dynamic range and say what they do not tell",
    statement: """
      The known **reserves** of a metal are **{reserves} Mt**. Mines produce **{production} Mt** of it a year. Production
      grows by **{growth:%}** a year.

      ## What you need

      ### The static range

      Reserves over production: how long they would last if production stayed as it is.

      ### The dynamic range

      Production P grows by g each year. Several conventions are in use; name yours in `answers.csv`:

      - `discrete`: the first year produces P, the second P(1 + g), and so on:
        n = ln(1 + g·R/P) / ln(1 + g)
      - `continuous`: production grows at every moment: n = ln(1 + g·R/P) / g
      - `growth-first`: the first year has grown already: n = ln(1 + g·R/(P(1 + g))) / ln(1 + g)

      ### What reserves are

      Reserves are what is known **and** worth mining at today's prices and techniques. Exploration adds to them,
      prices and techniques move the border, mining takes from them.
      """,
    parameters: [
      Parameter("reserves", 400...1200, by: 10),
      Parameter("production", 150...300, by: 10, decimals: 1),
      Parameter("growth", 15...40, by: 5, decimals: 3), Parameter("later", oneOf: [20, 25, 30]),
    ],
    facts: { ["grown": $0.grownReserves, "laterProduction": $0.laterProduction] },
    questions: [
      Question(
        "static", "What is the static range?", reading: "statement.md, 'The static range'",
        .number(
          in: .years, answer: { $0["reserves"] / $0["production"] },
          mistakes: [
            Mistake("product", "You multiplied. How many years' production do the reserves hold?") {
              $0["reserves"] * $0["production"]
            }
          ])),
      Question(
        "dynamic", "What is the dynamic range?", points: 3,
        reading: "statement.md, 'The dynamic range'",
        .number(
          NumberItem(
            unit: .years, tolerance: .relative(0.003),
            conventions: [
              .init("discrete", "growth from year to year, the first year at P") {
                try $0.range(.discrete)
              },
              .init("continuous", "growth at every moment") { try $0.range(.continuous) },
              .init("growth-first", "growth from year to year, the first year at P(1 + g)") {
                try $0.range(.growthFirst)
              },
            ],
            mistakes: [
              Mistake(
                "static",
                "This is the static range. Production grows, so the reserves last less long."
              ) { $0["reserves"] / $0["production"] },
              Mistake(
                "final-production", credit: 0.25,
                "You let production grow, but then divided as if all years were like the last one."
              ) { variant in
                let years = variant["reserves"] / variant["production"]
                return years / pow(1 + variant["growth"], years)
              },
              Mistake(
                "percent-as-number",
                "You used the growth as a whole number. Write {growth:%} as {growth}."
              ) { variant in
                let growth = 100 * variant["growth"]
                return log(1 + growth * variant["reserves"] / variant["production"])
                  / log(1 + growth)
              },
            ]))),
      Question(
        "rise",
        "After {later} years the reserves have risen to {grown} Mt, and production has grown as above. What is the static "
          + "range then?", points: 2, reading: "statement.md, 'What reserves are'",
        .number(
          in: .years, answer: { $0.grownReserves / $0.laterProduction },
          mistakes: [
            Mistake(
              "old-production", credit: 0.25,
              "Production has grown meanwhile: use that of the later year."
            ) { $0.grownReserves / $0["production"] },
            Mistake(
              "old-reserves", credit: 0.25,
              "The reserves have changed meanwhile: use the new figure."
            ) { $0["reserves"] / $0.laterProduction },
          ])),
      Question(
        "why",
        "Since 1980 the static range of copper has stayed at 30 to 45 years. Which reasons explain that? Name all.",
        points: 2,
        reading: "statement.md, 'What reserves are'",
        .choice(
          ChoiceItem(
            options: [
              .init(
                "a", "exploration turns unknown deposits into reserves",
                feedback: "Mining companies look for what they need in the coming decades."),
              .init(
                "b", "better techniques and higher prices make poorer ores worth mining",
                feedback: "The border between reserves and other resources moves."),
              .init(
                "c", "copper grows back",
                feedback: "Metals do not grow back; what grows is what is known and worth mining."),
              .init(
                "d", "recycling is counted in the reserves",
                feedback: "Reserves count what is in the ground."),
            ], isMultiple: true, right: { _ in ["a", "b"] }))),
    ],
    hints: [
      Hint("Check the units: Mt over Mt/yr leaves years.", cost: 0),
      Hint("Write the growth as a number below one, and work out g·R/P first.", cost: 0.1),
      Hint("In a spreadsheet: `=LN(1+g*R/P)/LN(1+g)` for the discrete convention.", cost: 0.2),
    ],
    solution: """
      The static range is {reserves} / {production} = **{answer.static:.2} years**. The discrete dynamic range is
      ln(1 + {growth} · {answer.static:.2}) / ln(1 + {growth}) = **{answer.dynamic:.2} years**. After {later} years
      {laterProduction:.2} Mt are mined a year, so that {grown} Mt are **{answer.rise:.1} years'** worth: neither range is a
      forecast, since reserves are a stock of knowledge and not of metal.
      """)
}

extension Variant {
  /// Years.
  fileprivate func range(_ convention: DepletionTime.Convention) throws -> Double {
    let range = try DepletionTime(
      of: MineralQuantity(self["reserves"] * 1e6, .content),
      at: MineralQuantity(self["production"] * 1e6, .content))
    return try range.years(growth: self["growth"], convention) ?? .infinity
  }

  /// Mt: half as much again, in whole tens.
  fileprivate var grownReserves: Double { (self["reserves"] * 1.5 / 10).rounded() * 10 }

  /// Mt/yr.
  fileprivate var laterProduction: Double {
    self["production"] * pow(1 + self["growth"], self["later"])
  }
}
