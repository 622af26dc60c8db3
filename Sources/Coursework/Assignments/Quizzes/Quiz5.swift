internal import Foundation

extension Assignment {
  /// The quiz of week 5.
  static let quiz5 = Assignment(
    id: "w5-quiz", version: 2, kind: .quiz, week: 5, title: "Quiz: towards a circular economy",
    outcome: "recall the words and the sums of week 5",
    statement: """
      Short questions on week 5. Each learner gets some of them, with numbers of their own.

      ## What you need

      ### Week 5

      The lives of a metal, the limits of recycling, critical metals and the levers of a circular economy: the assignments
      of this week.
      """,
    parameters: [
      Parameter("q5loop", 50...90, by: 5, decimals: 2),
      Parameter("q5growth", oneOf: [0.01, 0.02, 0.03, 0.04]),
      Parameter("q5years", 20...40, by: 5), Parameter("q5rate", 40...70, by: 5, decimals: 2),
      Parameter("q5a", 10...30, by: 5, decimals: 2), Parameter("q5b", 20...40, by: 5, decimals: 2),
      Parameter("q5place", 1...4),
    ],
    questions: [
      Question(
        "mean-uses",
        "{q5loop:%} of a metal comes back after each use. How often is it used on average?",
        reading: "w5-lives, 'All loops'",
        why: "1 / (1 − {q5loop}) = **{answer.mean-uses:.2} times**.",
        .number(
          in: .items, answer: { 1 / (1 - $0["q5loop"]) },
          mistakes: [
            Mistake("re-uses", credit: 0.5, "The first use counts as well.") {
              $0["q5loop"] / (1 - $0["q5loop"])
            },
            Mistake("one-over", "Divide by what is lost each time.") { 1 / $0["q5loop"] },
          ])),
      Question(
        "largest-share",
        "Use grows by {q5growth:%} a year, products live {q5years} years, the EOL-RR is {q5rate:%}. Which share of demand can old scrap "
          + "meet at most, in %?", reading: "w5-replace, 'The largest secondary share'",
        why: "{q5rate} / (1 + {q5growth})^{q5years} = **{answer.largest-share:.1} %**.",
        .number(
          in: .percent, answer: { 100 * $0["q5rate"] * pow(1 + $0["q5growth"], -$0["q5years"]) },
          mistakes: [
            Mistake("no-growth", "What comes back entered use when use was smaller.") {
              100 * $0["q5rate"]
            },
            Mistake("linear", credit: 0.25, "Growth builds on growth: take the power.") {
              100 * $0["q5rate"] / (1 + $0["q5growth"] * $0["q5years"])
            },
          ])),
      Question(
        "two-levers",
        "One lever saves {q5a:%} of primary metal, another {q5b:%} of what is left. How much do both save, in %?",
        reading: "w5-levers, 'Together'",
        why: "1 − (1 − {q5a}) · (1 − {q5b}) = **{answer.two-levers:.1} %**.",
        .number(
          in: .percent, answer: { 100 * (1 - (1 - $0["q5a"]) * (1 - $0["q5b"])) },
          mistakes: [
            Mistake("sum", credit: 0.25, "The second works on what the first has left.") {
              100 * ($0["q5a"] + $0["q5b"])
            },
            Mistake("left", credit: 0.5, "This is what is still needed.") {
              100 * (1 - $0["q5a"]) * (1 - $0["q5b"])
            },
          ])),
      Question(
        "examples", "Match each lever with its example.", reading: "w5-levers",
        why: "**{answer.examples}**.",
        .match(
          MatchItem(
            left: [
              Thing("1", "sharing"), Thing("2", "lightweighting"), Thing("3", "lifetime extension"),
              Thing("4", "substitution"),
            ],
            right: [
              Thing("a", "a car body of less steel"), Thing("b", "ten neighbours with one drill"),
              Thing("c", "glass fibre in place of copper wire"),
              Thing("d", "a washing machine that can be repaired"),
              Thing("e", "a larger landfill"),
            ], pairs: { _ in ["1": "b", "2": "a", "3": "d", "4": "c"] }))),
      Question(
        "when-replace",
        "Order these worlds by the share of demand that old scrap can meet (same EOL-RR, same lifetime).",
        reading: "w5-replace",
        why:
          "**{answer.when-replace}**: the slower use grows, the more of it entered use one lifetime ago.",
        .order(
          OrderItem(
            things: [
              Thing("F", "use grows fast"), Thing("S", "use grows slowly"),
              Thing("N", "use stands still"),
              Thing("D", "use falls"),
            ], sense: "from the largest to the smallest", order: { _ in ["D", "N", "S", "F"] }))),
      Question(
        "longer-lives",
        "Products begin to live longer. What happens to scrap in the first years after?",
        reading: "w5-levers",
        why: "**{answer.longer-lives}**: what stays in use is neither scrap nor replaced.",
        .choice(
          ChoiceItem(
            options: [
              .init("a", "there is less of it, and less new metal is needed as well", feedback: ""),
              .init("b", "there is more of it", feedback: "What stays in use is no scrap yet."),
              .init("c", "nothing changes", feedback: "Compare what leaves use before and after."),
            ], right: { _ in ["a"] }))),
      Question(
        "magnet-limit",
        "Demand for a magnet metal grows tenfold in one product lifetime. Perfect recycling then meets …",
        reading: "w5-critical",
        why: "**{answer.magnet-limit}**: a tenth of today's demand entered use one lifetime ago.",
        .choice(
          ChoiceItem(
            options: [
              .init("a", "about a tenth of demand", feedback: ""),
              .init("b", "all of demand", feedback: "How much entered use one lifetime ago?"),
              .init(
                "c", "none of demand", feedback: "What entered use one lifetime ago comes back now."
              ),
            ], right: { _ in ["a"] }))),
      Question(
        "loops-chart",
        "One tonne of metal is used, collected and remelted again and again. Which of the four charts can't show how much of it is "
          + "left?", reading: "w5-lives, 'All loops'",
        why: "**{answer.loops-chart}**: no loop makes metal.",
        .choice(
          ChoiceItem(
            options: FourCharts.options("Each loop loses some, or in the best case nothing."),
            right: { FourCharts.letter(at: $0["q5place"]) }))),
    ],
    drawnQuestions: 6,
    figure: { variant in
      guard variant.questionIDs.contains("loops-chart") else { return nil }
      let steps = (0...10).map(Double.init)
      return try FourCharts(
        steps.map { 0.6 + 0.5 * exp(-pow(($0 - 6) / 3, 2)) },
        others: [
          steps.map { pow(0.9, $0) }, steps.map { pow(0.6, $0) }, steps.map { _ in 1 },
        ], place: variant["q5place"]
      ).chart(
        id: "w5-quiz", title: "What is left of one tonne?",
        subtitle: "Said to be tonnes left, by loop", unit: "t", from: 0,
        message: "Three of the curves never rise.")
    })
}
