internal import Charts
internal import Foundation

extension Assignment {
  /// The quiz of week 1.
  static let quiz1 = Assignment(
    id: "w1-quiz", version: 2, kind: .quiz, week: 1, title: "Quiz: ore, use and growth",
    outcome: "recall the words and the sums of week 1",
    statement: """
      Short questions on week 1. Each learner gets some of them, with numbers of their own.

      ## What you need

      ### Week 1

      Grade and recovery, use per head, growth and doubling: the assignments of this week.
      """,
    parameters: [
      Parameter("q1grade", oneOf: [0.005, 0.008, 0.01, 0.02]),
      Parameter("q1rate", oneOf: [0.01, 0.02, 0.035, 0.05, 0.07]),
      Parameter("q1use", 100...400, by: 20), Parameter("q1people", 12...60, by: 4),
      Parameter("q1place", 1...4),
      Parameter("q1times", oneOf: [4, 8, 16]), Parameter("q1years", 10...30, by: 2),
    ],
    questions: [
      Question(
        "tonnes-of-ore",
        "Ore of {q1grade:%} copper, all of which is recovered: how much ore does a tonne of copper take?",
        reading: "w1-ore, 'Grade and recovery'",
        why: "1 / {q1grade} = **{answer.tonnes-of-ore:.0} t**.",
        .number(
          in: .tonnes, answer: { 1 / $0["q1grade"] },
          mistakes: [
            Mistake(
              "percent", credit: 0.5,
              "A per cent is a hundredth. You divided by the number before the sign."
            ) {
              1 / (100 * $0["q1grade"])
            }
          ])),
      Question(
        "doubling-time", "Use grows by {q1rate:%} a year. After how many years has it doubled?",
        reading: "w1-growth, 'Doubling'",
        why: "ln 2 / ln(1 + {q1rate}) = **{answer.doubling-time:.1} years**.",
        .number(
          in: .years, tolerance: .relative(0.02), answer: { log(2) / log(1 + $0["q1rate"]) },
          mistakes: [
            Mistake("linear", credit: 0.25, "Growth builds on growth: doubling comes sooner.") {
              1 / $0["q1rate"]
            }
          ])),
      Question(
        "per-head",
        "{q1people} million people use {q1use} kt of zinc a year. How much is that per head?",
        reading: "w1-percapita, 'Per head'",
        why: "{q1use} / {q1people} = **{answer.per-head:.2} kg per head**.",
        .number(
          in: .kilogramsPerCapita, answer: { $0["q1use"] / $0["q1people"] },
          mistakes: [
            Mistake("upside-down", "You divided people by metal.") { $0["q1people"] / $0["q1use"] }
          ])),
      Question(
        "time-to-grow",
        "A use doubles every {q1years} years. After how many years is it {q1times} times as large?",
        reading: "w1-growth, 'Doubling'",
        why:
          "{q1times} is 2 · 2 · …: as many doublings of {q1years} years, **{answer.time-to-grow:.0} years**.",
        .number(
          in: .years, answer: { $0["q1years"] * log2($0["q1times"]) },
          mistakes: [
            Mistake(
              "times-years", "You multiplied. It doubles, and doubles again: count the doublings."
            ) {
              $0["q1years"] * $0["q1times"]
            },
            Mistake("one-less", credit: 0.25, "You counted one doubling too few.") {
              $0["q1years"] * (log2($0["q1times"]) - 1)
            },
          ])),
      Question(
        "words", "Match the words with what they mean.", reading: "w1-ore, 'What stays behind'",
        why: "**{answer.words}**.",
        .match(
          MatchItem(
            left: [
              Thing("1", "grade"), Thing("2", "recovery"), Thing("3", "tailings"),
              Thing("4", "waste rock"),
            ],
            right: [
              Thing("a", "what the mill puts aside"),
              Thing("b", "rock that never goes through the mill"),
              Thing("c", "share of metal in the ore"),
              Thing("d", "share of the metal in the ore that is got out"),
              Thing("e", "metal that comes back from use"),
            ], pairs: { _ in ["1": "c", "2": "d", "3": "a", "4": "b"] }))),
      Question(
        "purity", "Order these by how much copper a tonne of them holds.",
        reading: "w1-ore, 'Grade and recovery'",
        why: "**{answer.purity}**: nearly all, about 30 %, about 0.6 % and less than 0.1 %.",
        .order(
          OrderItem(
            things: [
              Thing("O", "copper ore today"), Thing("C", "copper concentrate"),
              Thing("W", "stripped copper wire"),
              Thing("T", "tailings of a copper mill"),
            ], sense: "from the most to the least", order: { _ in ["W", "C", "O", "T"] }))),
      Question(
        "falling-grade", "Ore grades have fallen for a century. What follows from that alone?",
        reading: "w1-ore, 'Grade and recovery'",
        why: "**{answer.falling-grade}**: less metal in each tonne of ore.",
        .choice(
          ChoiceItem(
            options: [
              .init("a", "more rock and more energy for each tonne of metal", feedback: ""),
              .init(
                "b", "the metal is about to run out",
                feedback: "Grades fall also because better techniques make poor ore worth mining."),
              .init("c", "less metal is used", feedback: "Use has grown all the while."),
            ], right: { _ in ["a"] }))),
      Question(
        "same-share-chart", "Which of the four charts shows growth by the same share every year?",
        reading: "w1-growth, 'The growth rate'",
        why:
          "**{answer.same-share-chart}**: it bends upwards all the way and doubles in equal times.",
        .choice(
          ChoiceItem(
            options: FourCharts.options(
              "Growing by the same share means doubling again and again in the same time."),
            right: { FourCharts.letter(at: $0["q1place"]) }))),
    ],
    drawnQuestions: 6,
    figure: { variant in
      guard variant.questionIDs.contains("same-share-chart") else { return nil }
      let steps = (0...40).map(Double.init)
      return try FourCharts(
        steps.map { pow(1.06, $0) },
        others: [
          steps.map { 1 + 0.235 * $0 }, steps.map { 1 + 9.3 / (1 + exp(-0.25 * ($0 - 20))) },
          steps.map { 1 + 9.3 * (1 - exp(-$0 / 12)) },
        ], place: variant["q1place"]
      ).chart(
        id: "w1-quiz", title: "Four ways to grow tenfold",
        subtitle: "Use of a metal, relative to year 0, by year",
        unit: "times", from: 1980, message: "Each curve rises from one to ten in forty years.")
    })
}
