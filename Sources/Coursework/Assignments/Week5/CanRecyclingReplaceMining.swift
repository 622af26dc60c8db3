internal import Foundation

extension Assignment {
  /// Week 5: the most that recycling can give where use grows.
  static let canRecyclingReplaceMining = Assignment(
    id: "w5-replace", version: 1, week: 5, title: "Can recycling replace mining?",
    outcome: "work out the largest secondary share of a metal whose use grows",
    statement: """
      The use of a metal grows by **{growth:%}** a year. Its products live **{years} years**. At their end of life
      **{rate:%}** of the metal becomes metal again (EOL-RR). This year **{demand} Mt** enter use.

      Take all products to live just as long, and leave new scrap aside.

      ## What you need

      ### What comes back entered long ago

      What leaves use this year entered {years} years ago, when use was smaller:

          end of life today = demand today / (1 + g)^lifetime

      ### The largest secondary share

          secondary share ≤ EOL-RR / (1 + g)^lifetime
      """,
    parameters: [
      Parameter("growth", 15...45, by: 5, decimals: 3), Parameter("years", 15...45),
      Parameter("rate", 52...75, decimals: 2), Parameter("demand", 10...80, by: 5),
    ],
    facts: { ["past": $0["demand"] * $0.past] },
    questions: [
      Question(
        "share", "Which share of today's demand can old scrap meet?", points: 3,
        reading: "statement.md, 'The largest secondary share'",
        .number(
          in: .share, answer: { $0["rate"] * $0.past },
          mistakes: [
            Mistake(
              "rate",
              "This is the recycling rate of what leaves use. Less leaves use than enters it."
            ) {
              $0["rate"]
            },
            Mistake(
              "past-alone", credit: 0.25,
              "This would be the share if all that leaves use became metal again."
            ) { $0.past },
            Mistake(
              "straight-line", credit: 0.25,
              "You let use grow by the same amount each year. It grows by the same share: take the power."
            ) { $0["rate"] / (1 + $0["growth"] * $0["years"]) },
            Mistake(
              "wrong-way",
              "What comes back entered when use was smaller, not larger: divide by the growth."
            ) {
              $0["rate"] / $0.past
            },
          ])),
      Question(
        "perfect", "And if nothing at all were lost (EOL-RR = 1)?",
        reading: "statement.md, 'The largest secondary share'",
        .number(
          in: .share, answer: { $0.past },
          mistakes: [
            Mistake(
              "one", "Even perfect recycling gives back only what entered use {years} years ago."
            ) { _ in 1 }
          ])),
      Question(
        "primary", "How much primary metal is needed this year?",
        reading: "statement.md, 'The largest secondary share'",
        .number(
          in: .megatonnes, answer: { $0["demand"] * (1 - $0["rate"] * $0.past) },
          mistakes: [
            Mistake(
              "secondary", credit: 0.25, "This is the secondary metal. Primary metal is the rest."
            ) {
              $0["demand"] * $0["rate"] * $0.past
            }
          ],
          carried: NumberItem.Carried(from: ["share"]) { variant, earlier in
            variant["demand"] * (1 - (earlier["share"] ?? 0))
          })),
      Question(
        "limit",
        "At which growth of use (in % a year) could old scrap meet half of demand, with the same lifetime and the same EOL-RR?",
        points: 2, reading: "statement.md, 'The largest secondary share'",
        .number(
          in: .percent, tolerance: .relative(0.02),
          answer: { 100 * (pow(2 * $0["rate"], 1 / $0["years"]) - 1) },
          mistakes: [
            Mistake(
              "straight-line", credit: 0.25,
              "You divided the whole growth by the years. Take the root."
            ) { 100 * (2 * $0["rate"] - 1) / $0["years"] },
            Mistake("rate-as-growth", "Set rate / (1 + g)^lifetime to one half and solve for g.") {
              100 * $0["rate"] / $0["years"]
            },
          ])),
      Question(
        "answer", "So: can recycling replace mining?",
        reading: "statement.md, 'The largest secondary share'",
        .choice(
          ChoiceItem(
            options: [
              .init(
                "a", "yes, if collection and remelting become perfect",
                feedback: "Look at your answer for EOL-RR = 1."),
              .init(
                "b", "not while use grows; once it stops growing, nearly, as far as little is lost",
                feedback: ""),
              .init(
                "c", "never, because metal wears out",
                feedback:
                  "Metal does not wear out by being used. What is lost is what is not collected or not remelted."
              ),
            ], right: { _ in ["b"] }))),
    ],
    hints: [
      Hint("Ask first how much entered use {years} years ago.", cost: 0),
      Hint("Demand then was demand today divided by (1 + {growth})^{years}.", cost: 0.1),
      Hint(
        "For the growth solve {rate} / (1 + g)^{years} = ½: (1 + g)^{years} = 2 · {rate}.",
        cost: 0.25),
    ],
    solution: """
      {years} years ago {past:.2} Mt entered use; {rate:%} of that is a share of **{answer.share:.4}** of today's demand, so that
      **{answer.primary:.2} Mt** of primary metal are needed. Even without any loss the share is **{answer.perfect:.4}**. Half of
      demand could be met if use grew by **{answer.limit:.2} %** a year at most. While use grows, recycling complements mining;
      it can replace it once the stock no longer grows.
      """)
}

extension Variant {
  /// Demand one lifetime ago over that of today.
  fileprivate var past: Double { pow(1 + self["growth"], -self["years"]) }
}
