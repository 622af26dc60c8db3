internal import Foundation
internal import UrbanMining

extension Assignment {
  /// The quiz of week 2.
  static let quiz2 = Assignment(
    id: "w2-quiz", version: 2, kind: .quiz, week: 2, title: "Quiz: scarcity, impacts, criticality",
    outcome: "recall the words and the sums of week 2",
    statement: """
      Short questions on week 2. Each learner gets some of them, with numbers of their own.

      ## What you need

      ### Week 2

      Ranges of reserves, concentration of supply, what recycling saves and who carries the burden: the assignments of this
      week.
      """,
    parameters: [
      Parameter("q2reserves", 200...900, by: 20), Parameter("q2production", 8...30),
      Parameter("q2n", oneOf: [4, 5, 8, 10]),
      Parameter("q2primary", 40...60, by: 5), Parameter("q2secondary", 8...16),
      Parameter("q2metal", 20...90, by: 5),
      Parameter("q2place", 1...4),
    ],
    questions: [
      Question(
        "static-range",
        "Reserves of {q2reserves} Mt, production of {q2production} Mt a year: what is the static range?",
        reading: "w2-depletion, 'The static range'",
        why: "{q2reserves} / {q2production} = **{answer.static-range:.1} years**.",
        .number(
          in: .years, answer: { $0["q2reserves"] / $0["q2production"] },
          mistakes: [
            Mistake("half", "Production does not fall to nothing here: divide by all of it.") {
              $0["q2reserves"] / $0["q2production"] / 2
            }
          ])),
      Question(
        "equal-index",
        "{q2n} producers of the same size: what is the Herfindahl–Hirschman index (0 to 10 000)?",
        reading: "w2-hhi, 'Equal producers'",
        why: "10 000 / {q2n} = **{answer.equal-index:.0}**.",
        .number(
          in: .share, tolerance: .relative(0.002),
          answer: { variant in
            let producers = Int(variant["q2n"])
            return try SupplyConcentration(
              shares: [Double](repeating: 1 / Double(producers), count: producers)
            ).index
          },
          mistakes: [
            Mistake(
              "share", credit: 0.25,
              "This is the share of each. Square the shares in per cent and add up."
            ) {
              100 / $0["q2n"]
            },
            Mistake(
              "one-squared", credit: 0.25, "This is the square of one share. Add up those of all."
            ) {
              10_000 / $0["q2n"] / $0["q2n"]
            },
          ])),
      Question(
        "saved-energy",
        "Primary copper takes {q2primary} GJ per tonne, secondary {q2secondary} GJ. How much energy do {q2metal} kt of secondary "
          + "copper save?", reading: "w2-saved, 'Saved per tonne'",
        why: "{q2metal} kt · ({q2primary} − {q2secondary}) GJ/t = **{answer.saved-energy:.2} PJ**.",
        .number(
          in: .petajoules, answer: { $0["q2metal"] * ($0["q2primary"] - $0["q2secondary"]) / 1e3 },
          mistakes: [
            Mistake("gross", credit: 0.5, "Take off what the secondary copper takes itself.") {
              $0["q2metal"] * $0["q2primary"] / 1e3
            },
            Mistake("needed", credit: 0.25, "This is what the secondary copper takes.") {
              $0["q2metal"] * $0["q2secondary"] / 1e3
            },
          ])),
      Question(
        "meanings", "Match the words with what they mean.",
        reading: "w2-depletion, 'What reserves are'",
        why: "**{answer.meanings}**.",
        .match(
          MatchItem(
            left: [
              Thing("1", "reserves"), Thing("2", "resources"), Thing("3", "companion metal"),
              Thing("4", "substitution"),
            ],
            right: [
              Thing("a", "known and worth mining today"),
              Thing("b", "won only together with another metal"),
              Thing("c", "all that might become worth mining, known or not"),
              Thing("d", "another material for the same service"),
              Thing("e", "metal that is in use"),
            ], pairs: { _ in ["1": "a", "2": "c", "3": "b", "4": "d"] }))),
      Question(
        "energy-order", "Order the metals by the energy that a tonne of primary metal takes.",
        reading: "w2-saved, 'Saved per tonne'",
        why:
          "**{answer.energy-order}**: gold is so rare in its ore, and aluminium is held fast by oxygen.",
        .order(
          OrderItem(
            things: [
              Thing("A", "aluminium"), Thing("S", "steel"), Thing("C", "copper"),
              Thing("G", "gold"),
            ],
            sense: "from the most to the least", order: { _ in ["G", "A", "C", "S"] }))),
      Question(
        "critical", "Which of these make a metal critical for an economy? Name all.",
        reading: "w2-hhi",
        why: "**{answer.critical}**: density says nothing about supply.",
        .choice(
          ChoiceItem(
            options: [
              .init(
                "a", "it comes from few countries",
                feedback: "One export stop would then be felt everywhere."),
              .init(
                "b", "it is hard to replace",
                feedback: "Where nothing else does the job, users depend on it."),
              .init("c", "it is dense", feedback: "Density says nothing about supply."),
              .init(
                "d", "it is a companion of another metal",
                feedback: "Its supply then follows the other metal's demand."),
            ], isMultiple: true, right: { _ in ["a", "b", "d"] }))),
      Question(
        "burden-side",
        "A country closes its smelters and imports the metal instead. Its emissions …",
        reading: "w2-burden, 'By use'",
        why: "**{answer.burden-side}**: the smelters that make its metal now stand elsewhere.",
        .choice(
          ChoiceItem(
            options: [
              .init(
                "a", "fall, however they are counted", feedback: "Who emits for the imported metal?"
              ),
              .init("b", "fall by production, and need not fall by use", feedback: ""),
              .init(
                "c", "stay the same, however they are counted",
                feedback: "Its own plants are closed."),
            ], right: { _ in ["b"] }))),
      Question(
        "cumulative-chart",
        "The four charts are said to show the cumulative production of a mine. Which one can't?",
        reading: "w2-depletion",
        why: "**{answer.cumulative-chart}**: what was mined stays mined, so the sum never falls.",
        .choice(
          ChoiceItem(
            options: FourCharts.options(
              "What was mined stays mined: a cumulative amount can stand still, and what else can it not do?"
            ),
            right: { FourCharts.letter(at: $0["q2place"]) }))),
    ],
    drawnQuestions: 6,
    figure: { variant in
      guard variant.questionIDs.contains("cumulative-chart") else { return nil }
      let steps = (0...40).map(Double.init)
      return try FourCharts(
        steps.map { 10 * exp(-pow(($0 - 22) / 12, 2)) },
        others: [
          steps.map { 0.25 * $0 }, steps.map { 10 / (1 + exp(-0.25 * ($0 - 20))) },
          steps.map { min(10, 0.4 * $0) },
        ], place: variant["q2place"]
      ).chart(
        id: "w2-quiz", title: "Four histories of a mine",
        subtitle: "Said to be cumulative production, Mt, by year",
        unit: "Mt", from: 1980, message: "Three of the curves never fall.")
    })
}
