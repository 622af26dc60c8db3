internal import Foundation

extension ExamPart {
  /// Ore, use and growth.
  static let week1 = ExamPart(
    parameters: [
      Parameter("e1poor", 4...8, decimals: 3), Parameter("e1rich", 12...20, by: 2, decimals: 3),
      Parameter("e1muchPoor", 30...70, by: 10), Parameter("e1muchRich", 5...25, by: 5),
      Parameter("e1heap", 20...80, by: 5), Parameter("e1rest", 10...25, decimals: 4),
      Parameter("e1second", 55...80, by: 5, decimals: 2),
      Parameter("e1fall", 3...8, decimals: 2),
      Parameter("e1low", 1...3), Parameter("e1high", 7...12),
      Parameter("e1rise", 4...9, decimals: 2),
    ],
    numbers: [
      Question(
        "mixed-ore",
        "A mill is fed with {e1muchPoor} Mt of ore of {e1poor:%} copper and {e1muchRich} Mt of ore of {e1rich:%}. What is the grade of "
          + "the mixture, in %?",
        reading: "w1-ore, 'Grade and recovery'",
        why: "The copper of both over the ore of both: **{answer.mixed-ore:.3} %**.",
        .number(
          in: .percent,
          answer: { 100 * $0.mixedCopper / ($0["e1muchPoor"] + $0["e1muchRich"]) },
          mistakes: [
            Mistake(
              "plain-mean", credit: 0.25,
              "You took the plain mean of the two grades. Weigh them with the amounts of ore."
            ) { 50 * ($0["e1poor"] + $0["e1rich"]) },
            Mistake("sum", "Grades don't add up: add the copper, and divide by the ore.") {
              100 * ($0["e1poor"] + $0["e1rich"])
            },
          ])),
      Question(
        "old-tailings",
        "An old heap of {e1heap} Mt of tailings still holds {e1rest:%} of copper. A new process gets {e1second:%} of that out. How much "
          + "copper does the heap yield?",
        reading: "w1-ore, 'What stays behind'",
        why: "{e1heap} Mt · {e1rest:%} · {e1second:%} = **{answer.old-tailings:.2} kt**.",
        .number(
          in: .kilotonnes, answer: { $0["e1heap"] * 1e3 * $0["e1rest"] * $0["e1second"] },
          mistakes: [
            Mistake(
              "all", credit: 0.5, "This is all the copper in the heap. A part of it stays there."
            ) { $0["e1heap"] * 1e3 * $0["e1rest"] },
            Mistake("left", credit: 0.25, "This is the copper that stays in the heap.") {
              $0["e1heap"] * 1e3 * $0["e1rest"] * (1 - $0["e1second"])
            },
          ])),
      Question(
        "halving",
        "In a country the use of lead falls by {e1fall:%} every year. After how many years is it half of what it was?",
        reading: "w1-growth, 'Doubling'",
        why: "ln ½ / ln(1 − {e1fall}) = **{answer.halving:.2} years**.",
        .number(
          in: .years, answer: { log(0.5) / log(1 - $0["e1fall"]) },
          mistakes: [
            Mistake(
              "linear", credit: 0.25,
              "You took the same amount off every year. The share stays the same, and of less it is less."
            ) { 0.5 / $0["e1fall"] },
            Mistake(
              "doubling", credit: 0.5,
              "This is the time to double by growing at that rate. Falling, the factor of a year is another one."
            ) { log(2) / log(1 + $0["e1fall"]) },
          ])),
      Question(
        "catching-up",
        "A country uses {e1low} kg of aluminium per head, {e1rise:%} more every year. When, counted in years from now, does it use the "
          + "{e1high} kg per head that its neighbour uses today?",
        reading: "w1-growth, 'The growth rate'",
        why: "ln({e1high} / {e1low}) / ln(1 + {e1rise}) = **{answer.catching-up:.2} years**.",
        .number(
          in: .years, answer: { log($0["e1high"] / $0["e1low"]) / log(1 + $0["e1rise"]) },
          mistakes: [
            Mistake(
              "linear", credit: 0.25, "Growth builds on growth: it takes fewer years than that."
            ) { ($0["e1high"] / $0["e1low"] - 1) / $0["e1rise"] },
            Mistake(
              "doubling", credit: 0.25,
              "This is the doubling time. How many times as much is the goal?"
            ) { log(2) / log(1 + $0["e1rise"]) },
          ])),
    ],
    words: [
      Question(
        "half-grade",
        "A mine moves four tonnes of waste rock for each tonne of ore. Then the grade of its ore falls to half, all else staying as it "
          + "is. The rock that it moves for a tonne of copper …",
        reading: "w1-ore, 'Grade and recovery'",
        why: "**{answer.half-grade}**: twice the ore, and waste rock in proportion to the ore.",
        .choice(
          ChoiceItem(
            options: [
              .init("a", "stays the same", feedback: "Less copper is in each tonne of ore."),
              .init(
                "b", "becomes two and a half times as much",
                feedback: "The waste rock goes with the ore: what happens to both?"),
              .init("c", "doubles", feedback: ""),
              .init(
                "d", "becomes four times as much", feedback: "Count the ore first, then all rock."),
            ], right: { _ in ["c"] }))),
      Question(
        "production-order", "Order the metals by how much of them the world makes in a year.",
        reading: "w1-percapita, 'Per head'",
        why: "**{answer.production-order}**: about 1900, 70, 27 and 0.003 Mt a year.",
        .order(
          OrderItem(
            things: [
              Thing("C", "copper"), Thing("G", "gold"), Thing("S", "steel"),
              Thing("A", "aluminium"),
            ], sense: "from the most to the least", order: { _ in ["S", "A", "C", "G"] }))),
      Question(
        "which-unit", "Match each quantity with a unit that fits it.",
        reading: "w1-percapita, 'Per head'",
        why: "**{answer.which-unit}**.",
        .match(
          MatchItem(
            left: [
              Thing("1", "what a mine delivers"), Thing("2", "gold in ore"),
              Thing("3", "copper in use in a country, to compare it with others"),
              Thing("4", "how fast a use grows"),
            ],
            right: [
              Thing("a", "years"), Thing("b", "g/t"), Thing("c", "kg per head"),
              Thing("d", "% per year"), Thing("e", "kt per year"),
            ], pairs: { _ in ["1": "e", "2": "b", "3": "c", "4": "d"] }))),
      Question(
        "doubled-again",
        "The production of a metal has doubled every 20 years for two centuries. Which follow from that? Name all.",
        reading: "w1-growth, 'Doubling'",
        why: "**{answer.doubled-again}**: ln 2 / 20 is 3.5 % a year, and the past is no promise.",
        .choice(
          ChoiceItem(
            options: [
              .init(
                "a", "in 60 years it became eight times as large",
                feedback: "Count the doublings in 60 years."),
              .init(
                "b", "it grew by 5 % a year", feedback: "At 5 % a year it doubles in fewer years."),
              .init(
                "c", "the last 20 years produced about as much as all the years before",
                feedback: "Add up 1, 2, 4, 8 … and compare the last with the sum of the others."),
              .init(
                "d", "it will double again in the next 20 years",
                feedback: "What has grown so far need not grow on."),
            ], isMultiple: true, right: { _ in ["a", "c"] }))),
    ])
}

extension Variant {
  /// Mt of copper in both ores.
  fileprivate var mixedCopper: Double {
    self["e1muchPoor"] * self["e1poor"] + self["e1muchRich"] * self["e1rich"]
  }
}
