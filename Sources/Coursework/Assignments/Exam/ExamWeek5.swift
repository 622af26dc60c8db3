internal import Foundation

extension ExamPart {
  /// Towards a circular economy.
  static let week5 = ExamPart(
    parameters: [
      Parameter("e5loop", 55...85, by: 5, decimals: 2), Parameter("e5loops", 3...6),
      Parameter("e5rate", 60...85, by: 5, decimals: 2),
      Parameter("e5part", 20...40, by: 5, decimals: 2),
      Parameter("e5growth", 2...5, decimals: 2),
      Parameter("e5homes", 6...20), Parameter("e5weight", 2...6), Parameter("e5each", 6...12),
      Parameter("e5alone", 15...25), Parameter("e5shared", 5...8),
      Parameter("e5cars", 200...900, by: 50), Parameter("e5size", 40...80, by: 5),
      Parameter("e5cobalt", 8...20, by: 2, decimals: 2),
      Parameter("e5less", oneOf: [0.3, 0.4, 0.6, 0.7]),
    ],
    numbers: [
      Question(
        "all-uses",
        "{e5loop:%} of a metal comes through each loop. Of a tonne, how many tonnes of products are made of it in its first {e5loops} "
          + "uses together, the first use included?",
        reading: "w5-lives, 'All loops'",
        why: "1 + p + p² + … with {e5loops} terms: **{answer.all-uses:.3} t**.",
        .number(
          in: .tonnes,
          answer: { (1 - pow($0["e5loop"], $0["e5loops"])) / (1 - $0["e5loop"]) },
          mistakes: [
            Mistake(
              "for-ever", credit: 0.5, "This is what all loops give together, without an end."
            ) { 1 / (1 - $0["e5loop"]) },
            Mistake("left", credit: 0.25, "This is what is left after so many loops.") {
              pow($0["e5loop"], $0["e5loops"])
            },
            Mistake("no-loss", "Nothing would be lost then. Each loop brings back a part only.") {
              $0["e5loops"]
            },
          ])),
      Question(
        "how-long-lived",
        "Use of a metal grows by {e5growth:%} a year, its EOL-RR is {e5rate:%}, and old scrap meets {e5part:%} of demand. How long do "
          + "its products live (all of them as long)?",
        reading: "w5-replace, 'The largest secondary share'",
        why: "ln({e5rate} / {e5part}) / ln(1 + {e5growth}) = **{answer.how-long-lived:.1} years**.",
        .number(
          in: .years,
          answer: { log($0["e5rate"] / $0["e5part"]) / log(1 + $0["e5growth"]) },
          mistakes: [
            Mistake(
              "no-recycling-rate", credit: 0.5,
              "You let everything come back. The EOL-RR says how much does."
            ) { log(1 / $0["e5part"]) / log(1 + $0["e5growth"]) },
            Mistake("straight", credit: 0.25, "Growth builds on growth: take logarithms.") {
              ($0["e5rate"] / $0["e5part"] - 1) / $0["e5growth"]
            },
          ])),
      Question(
        "shared-drills",
        "{e5homes} million households own a drill of {e5weight} kg each, which lasts {e5alone} years. If {e5each} households share one, "
          + "it lasts {e5shared} years. How much metal do the shared drills take per year?",
        reading: "w3-little, 'Little's law'",
        why:
          "{e5homes} / {e5each} million drills of {e5weight} kg over {e5shared} years: **{answer.shared-drills:.3} kt/yr**.",
        .number(
          in: .kilotonnesPerYear,
          answer: { $0["e5homes"] / $0["e5each"] * $0["e5weight"] / $0["e5shared"] },
          mistakes: [
            Mistake(
              "same-life", credit: 0.5, "A drill that is used more often does not last as long."
            ) { $0["e5homes"] / $0["e5each"] * $0["e5weight"] / $0["e5alone"] },
            Mistake(
              "not-fewer", credit: 0.25, "You counted as many drills as before. Fewer are needed."
            ) { $0["e5homes"] * $0["e5weight"] / $0["e5shared"] },
            Mistake("today", credit: 0.25, "This is what the drills take today, one in each home.")
            {
              $0["e5homes"] * $0["e5weight"] / $0["e5alone"]
            },
          ])),
      Question(
        "less-cobalt",
        "{e5cars} thousand electric cars are sold in a year, with batteries of {e5size} kWh that hold {e5cobalt} kg of cobalt per kWh. "
          + "A new chemistry needs {e5less:%} less. How much cobalt do the cars of a year take then?",
        reading: "w5-critical, 'Metal'",
        why: "{e5cars} · {e5size} · {e5cobalt} · (1 − {e5less}) = **{answer.less-cobalt:.0} t**.",
        .number(
          in: .tonnes,
          answer: { $0["e5cars"] * $0["e5size"] * $0["e5cobalt"] * (1 - $0["e5less"]) },
          mistakes: [
            Mistake("before", credit: 0.5, "This is what they take with the chemistry of today.") {
              $0["e5cars"] * $0["e5size"] * $0["e5cobalt"]
            },
            Mistake("saved", credit: 0.5, "This is what is saved. How much is still needed?") {
              $0["e5cars"] * $0["e5size"] * $0["e5cobalt"] * $0["e5less"]
            },
          ])),
    ],
    words: [
      Question(
        "steady-world",
        "The use of a metal has stood still for two product lifetimes, and 90 % of what leaves use becomes metal again. Old scrap then "
          + "meets …",
        reading: "w5-replace, 'What comes back entered long ago'",
        why: "**{answer.steady-world}**: as much leaves use as enters it.",
        .choice(
          ChoiceItem(
            options: [
              .init(
                "a", "about half of demand",
                feedback:
                  "How much leaves use, compared with what enters it, where use stands still?"),
              .init("b", "all of demand", feedback: "A part of what leaves use is lost."),
              .init(
                "c", "nothing that could be told without the lifetime",
                feedback: "The lifetime matters where use grows. Here it stands still."),
              .init("d", "nine tenths of demand", feedback: ""),
            ], right: { _ in ["d"] }))),
      Question(
        "what-is-it", "Match each case with its name.",
        reading: "w5-levers, 'Together'",
        why: "**{answer.what-is-it}**.",
        .match(
          MatchItem(
            left: [
              Thing("1", "a phone gets a new battery from its owner"),
              Thing("2", "a factory rebuilds old engines to the state of new ones"),
              Thing("3", "cables are melted into new wire"),
              Thing("4", "a family gives up its second car"),
            ],
            right: [
              Thing("a", "refuse"), Thing("b", "recycle"), Thing("c", "repair"),
              Thing("d", "remanufacture"), Thing("e", "landfill"),
            ], pairs: { _ in ["1": "c", "2": "d", "3": "b", "4": "a"] }))),
      Question(
        "when-it-comes-back",
        "All of these are built this year. Order them by when their metal comes back.",
        reading: "w5-critical, 'Stock-driven'",
        why: "**{answer.when-it-comes-back}**: about 3, 15, 25 and 40 years.",
        .order(
          OrderItem(
            things: [
              Thing("T", "wind turbines"), Thing("P", "phone batteries"),
              Thing("K", "power cables"),
              Thing("C", "cars"),
            ], sense: "from the first to the last", order: { _ in ["P", "C", "T", "K"] }))),
      Question(
        "what-limits",
        "Which of these keep recycled metal from meeting all demand, even if every old product is collected? Name all.",
        reading: "w5-replace, 'The largest secondary share'",
        why: "**{answer.what-limits}**: metals themselves do not wear out.",
        .choice(
          ChoiceItem(
            options: [
              .init(
                "a", "smelters lose a part of the metal", feedback: "What is lost is not recycled."),
              .init(
                "b", "melting makes a metal worse each time",
                feedback: "Atoms don't age: a refined metal is as good as new."),
              .init(
                "c", "use grows", feedback: "What comes back entered use when less did."),
              .init(
                "d", "products live for long while use grows",
                feedback: "The longer ago it entered use, the less it was."),
            ], isMultiple: true, right: { _ in ["a", "c", "d"] }))),
    ])
}
