internal import Foundation
internal import UrbanMining

extension Assignment {
  /// Week 1: exponential growth, doubling and what it adds up to.
  static let growthAndDoubling = Assignment(
    id: "w1-growth", version: 1, week: 1, title: "Growing by the same share every year",
    outcome: "work out a growth rate, a doubling time and a cumulative amount",
    statement: """
      World production of a metal was **{first} Mt** in {firstYear} and **{last} Mt** in {lastYear}.

      ## What you need

      ### The growth rate

      Growing by the share g every year for n years means

          last = first · (1 + g)^n          g = (last / first)^(1/n) − 1

      ### Doubling

      The doubling time is the n for which (1 + g)^n = 2:

          doubling time = ln 2 / ln(1 + g)

      ### Adding up

      What is produced in all in m years that begin with P and grow by g is a geometric series:

          P + P(1 + g) + … + P(1 + g)^(m−1) = P · ((1 + g)^m − 1) / g
      """,
    parameters: [
      Parameter("first", 20...60, by: 2, decimals: 1),
      Parameter("times", 24...52, by: 2, decimals: 1),
      Parameter("firstYear", oneOf: [1970, 1975, 1980, 1985]),
      Parameter("span", oneOf: [30, 35, 40]),
      Parameter("ahead", oneOf: [20, 25, 30]),
    ],
    facts: {
      [
        "last": $0.last, "lastYear": $0.lastYear, "next": $0.lastYear + 1,
        "end": $0.lastYear + $0["ahead"],
      ]
    },
    questions: [
      Question(
        "growth", "By how many per cent did production grow each year?", points: 2,
        reading: "statement.md, 'The growth rate'",
        .number(
          in: .percent, tolerance: .relative(0.01), answer: { 100 * $0.growth },
          mistakes: [
            Mistake(
              "straight-line", credit: 0.25,
              "You spread the whole growth evenly over the years. Each year grows on what the last one added: take "
                + "the root."
            ) { 100 * ($0.last / $0["first"] - 1) / $0["span"] },
            Mistake("whole-span", "This is the growth over all the years together.") {
              100 * ($0.last / $0["first"] - 1)
            },
          ])),
      Question(
        "doubling", "After how many years does it double at that rate?",
        reading: "statement.md, 'Doubling'",
        .number(
          in: .years, tolerance: .relative(0.015), answer: { log(2) / log(1 + $0.growth) },
          mistakes: [
            Mistake(
              "hundred", credit: 0.25,
              "You divided 100 % by the rate: growing by the same amount each year it would take so long. Growth on "
                + "growth is faster."
            ) { 1 / $0.growth }
          ],
          carried: NumberItem.Carried(from: ["growth"]) { _, earlier in
            log(2) / log(1 + (earlier["growth"] ?? 0) / 100)
          })),
      Question(
        "sum",
        "How much is produced in all from {next} through {end} if that growth goes on?", points: 2,
        reading: "statement.md, 'Adding up'",
        .number(
          in: .megatonnes, tolerance: .relative(0.01), answer: { try $0.sum(growing: $0.growth) },
          mistakes: [
            Mistake(
              "no-growth", credit: 0.25, "You let production stay at what it was in {lastYear}."
            ) { $0.last * $0["ahead"] },
            Mistake(
              "at-the-end", credit: 0.25, "You took the production of {end} for every year."
            ) { $0.last * pow(1 + $0.growth, $0["ahead"]) * $0["ahead"] },
            Mistake(
              "starts-early", credit: 0.5,
              "You began with the production of {lastYear}. That of {next} has grown by one year already."
            ) { try $0.sum(growing: $0.growth) / (1 + $0.growth) },
          ],
          carried: NumberItem.Carried(from: ["growth"]) { variant, earlier in
            try variant.sum(growing: (earlier["growth"] ?? 0) / 100)
          })),
      Question(
        "half",
        "A metal's production doubles every 25 years. Of all that was ever produced, roughly which share came from the last 25 "
          + "years?", reading: "statement.md, 'Adding up'",
        .choice(
          ChoiceItem(
            options: [
              .init(
                "a", "a tenth", feedback: "Add up 1 + 2 + 4 + 8 and compare with the last term."),
              .init(
                "b", "a quarter", feedback: "Add up 1 + 2 + 4 + 8 and compare with the last term."),
              .init("c", "half", feedback: ""),
              .init(
                "d", "nearly all", feedback: "Add up 1 + 2 + 4 + 8 and compare with the last term."),
            ], right: { _ in ["c"] }))),
    ],
    hints: [
      Hint("Count the years between the two, not the years of both ends.", cost: 0),
      Hint("In a spreadsheet: `=(last/first)^(1/n)-1`, and `=LN(2)/LN(1+g)`.", cost: 0.1),
      Hint(
        "The first year of the sum, {next}, has already grown once: start the series with last · (1 + g).",
        cost: 0.2),
    ],
    solution: """
      Growth: ({last} / {first})^(1/{span}) − 1 = **{answer.growth:.2} %** a year, which doubles in
      **{answer.doubling:.1} years**. From {next} through {end} the series adds up to **{answer.sum:.0} Mt**. At a steady
      doubling, the last doubling period made about as much as all of history before it.
      """)
}

extension Variant {
  fileprivate var last: Double { (self["first"] * self["times"] * 10).rounded() / 10 }
  fileprivate var lastYear: Double { self["firstYear"] + self["span"] }
  fileprivate var growth: Double { pow(last / self["first"], 1 / self["span"]) - 1 }

  /// Mt from the year after the last through `ahead` years.
  fileprivate func sum(growing growth: Double) throws -> Double {
    let next = Int(lastYear) + 1
    return try CumulativeDemand(
      production: last * (1 + growth), growth: growth, years: next...(next + Int(self["ahead"]) - 1)
    ).amounts.latest
  }
}
