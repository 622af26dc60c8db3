internal import Foundation

extension Assignment {
  /// Week 5: how often a metal is used before it is lost.
  static let metalLives = Assignment(
    id: "w5-lives", version: 1, week: 5, title: "How many lives has a metal?",
    outcome: "work out how often and how long a metal is used before it is lost",
    statement: """
      At the end of each life of a product **{collection:%}** of its metal is collected. Of that **{sorting:%}** is sorted out
      cleanly, and **{melting:%}** of what is sorted becomes new metal of the same use. Each life lasts **{years} years**.

      ## What you need

      ### One loop

      The share that comes through one loop is the product of the shares of its steps:

          p = collected · sorted · remelted

      ### All loops

      All of the metal is used once, p of it twice, p² three times, and so on. On average it is used

          1 + p + p² + … = 1 / (1 − p)   times
      """,
    parameters: [
      Parameter("collection", 60...92, decimals: 2), Parameter("sorting", 84...96, decimals: 2),
      Parameter("melting", 92...98, decimals: 2), Parameter("years", 10...35),
      Parameter("loops", oneOf: [3, 4, 5]),
    ],
    facts: { ["p": $0.loop] },
    questions: [
      Question(
        "loop", "Which share of the metal comes through one loop?",
        reading: "statement.md, 'One loop'",
        .number(
          in: .share, answer: { $0.loop },
          mistakes: [
            Mistake(
              "losses-added", credit: 0.25,
              "You added up the losses. Each step works on what the last one left."
            ) {
              $0["collection"] + $0["sorting"] + $0["melting"] - 2
            },
            Mistake(
              "mean", "You took the mean of the shares. They follow one another: multiply them."
            ) {
              ($0["collection"] + $0["sorting"] + $0["melting"]) / 3
            },
          ])),
      Question(
        "uses", "How often is the metal used on average before it is lost, the first use included?",
        points: 2,
        reading: "statement.md, 'All loops'",
        .number(
          in: .items, answer: { 1 / (1 - $0.loop) },
          mistakes: [
            Mistake("re-uses", credit: 0.5, "You left out the first use.") {
              $0.loop / (1 - $0.loop)
            },
            Mistake(
              "one-over-p",
              "You divided by the share that comes back. Divide by the share that is lost."
            ) {
              1 / $0.loop
            },
            Mistake(
              "collection-alone", credit: 0.25,
              "You counted the losses of collection alone. Sorting and melting lose metal too."
            ) { 1 / (1 - $0["collection"]) },
          ],
          carried: NumberItem.Carried(from: ["loop"]) { _, earlier in
            1 / (1 - (earlier["loop"] ?? 0))
          })),
      Question(
        "service", "How many years is the metal in use on average, over all its lives?",
        reading: "statement.md, 'All loops'",
        .number(
          in: .years, answer: { $0["years"] / (1 - $0.loop) },
          mistakes: [
            Mistake("one-life", "This is one life. How many are there?") { $0["years"] }
          ],
          carried: NumberItem.Carried(from: ["uses"]) { variant, earlier in
            variant["years"] * (earlier["uses"] ?? 0)
          })),
      Question(
        "left", "Which share of the metal is still in the cycle after {loops} loops, in %?",
        points: 2,
        reading: "statement.md, 'All loops'",
        .number(
          in: .percent, answer: { 100 * pow($0.loop, $0["loops"]) },
          mistakes: [
            Mistake("lost", credit: 0.5, "This is the share that is lost by then.") {
              100 * (1 - pow($0.loop, $0["loops"]))
            },
            Mistake("one-less", credit: 0.5, "You went through one loop too few.") {
              100 * pow($0.loop, $0["loops"] - 1)
            },
            Mistake("one-more", credit: 0.5, "You went through one loop too many.") {
              100 * pow($0.loop, $0["loops"] + 1)
            },
          ],
          carried: NumberItem.Carried(from: ["loop"]) { variant, earlier in
            100 * pow(earlier["loop"] ?? 0, variant["loops"])
          })),
    ],
    hints: [
      Hint("Follow 100 t of metal through one loop, step by step.", cost: 0),
      Hint("The share of a loop is {collection} · {sorting} · {melting}.", cost: 0.1),
      Hint("The mean number of uses is one divided by what is lost in a loop.", cost: 0.2),
    ],
    solution: """
      Through a loop come {collection} · {sorting} · {melting} = **{answer.loop:.4}**. The metal is used 1/(1 − {p:.4}) =
      **{answer.uses:.3} times**, {years} years each: **{answer.service:.1} years**. After {loops} loops **{answer.left:.1} %** are left.
      """)
}

extension Variant {
  fileprivate var loop: Double { self["collection"] * self["sorting"] * self["melting"] }
}
