internal import Foundation
internal import UrbanMining

extension Assignment {
  /// The quiz of week 4.
  static let quiz4 = Assignment(
    id: "w4-quiz", version: 2, kind: .quiz, week: 4, title: "Quiz: re-use and recycling",
    outcome: "recall the words and the sums of week 4",
    statement: """
      Short questions on week 4. Each learner gets some of them, with numbers of their own.

      ## What you need

      ### Week 4

      Recycling indicators, e-waste, metals in phones, landfills and the standing stock: the assignments of this week.
      """,
    parameters: [
      Parameter("q4end", 40...90, by: 5), Parameter("q4collection", 40...80, by: 5, decimals: 2),
      Parameter("q4efficiency", 70...95, by: 5, decimals: 2),
      Parameter("q4primary", 60...150, by: 10),
      Parameter("q4new", 10...30, by: 5), Parameter("q4wet", 4...20),
      Parameter("q4moisture", 20...40, by: 5, decimals: 2),
      Parameter("q4place", 1...4),
    ],
    questions: [
      Question(
        "eol-rate",
        "{q4collection:%} of a metal's end-of-life flow is collected, and {q4efficiency:%} of that becomes metal. What is its EOL-RR, "
          + "in %?", reading: "w4-rates, 'Looking back'",
        why: "{q4collection} · {q4efficiency} = **{answer.eol-rate:.1} %**.",
        .number(
          in: .percent, answer: { 100 * ($0.cycle.recyclingRate.known) },
          mistakes: [
            Mistake("sum", "Each step works on what the last one left: multiply.") {
              100 * ($0["q4collection"] + $0["q4efficiency"])
            },
            Mistake("mean", "Each step works on what the last one left: multiply.") {
              50 * ($0["q4collection"] + $0["q4efficiency"])
            },
          ])),
      Question(
        "input-rate",
        "{q4end} kt reach their end of life, {q4collection:%} is collected and {q4efficiency:%} of that becomes metal, beside "
          + "{q4primary} kt of primary metal and {q4new} kt of new scrap. What is the EOL-RIR, in %?",
        reading: "w4-rates, 'Looking at the metal'",
        why:
          "{q4end} · {q4collection} · {q4efficiency} kt of old scrap over that and {q4primary} + {q4new} kt: **{answer.input-rate:.1} %**.",
        .number(
          in: .percent, answer: { 100 * ($0.cycle.recyclingInputRate.known) },
          mistakes: [
            Mistake(
              "recycled-content", credit: 0.5, "New scrap is metal too, but it is no old scrap."
            ) {
              100 * ($0.cycle.recycledContent.known)
            },
            Mistake(
              "no-new-scrap", credit: 0.5,
              "All metal counts below the line, that from new scrap as well."
            ) {
              100 * $0.cycle.oldScrap / ($0.cycle.oldScrap + $0["q4primary"])
            },
            Mistake(
              "eol-rr", credit: 0.25, "This is the EOL-RR. Divide by the metal that was made."
            ) {
              100 * ($0.cycle.recyclingRate.known)
            },
          ])),
      Question(
        "dry-waste",
        "A landfill holds {q4wet} Mt of wet waste, {q4moisture:%} of it water. How much dry waste is that?",
        reading: "w4-landfill, 'Wet and dry'",
        why: "{q4wet} · (1 − {q4moisture}) = **{answer.dry-waste:.2} Mt**.",
        .number(
          in: .megatonnes, answer: { $0["q4wet"] * (1 - $0["q4moisture"]) },
          mistakes: [
            Mistake("water", credit: 0.25, "This is the water.") { $0["q4wet"] * $0["q4moisture"] },
            Mistake("wrong-way", credit: 0.25, "Dry waste is less than wet waste.") {
              $0["q4wet"] / (1 - $0["q4moisture"])
            },
          ])),
      Question(
        "indicators", "Match the indicators with the question that they answer.",
        reading: "w4-rates",
        why: "**{answer.indicators}**.",
        .match(
          MatchItem(
            left: [
              Thing("1", "EOL-RR"), Thing("2", "recycled content"), Thing("3", "old scrap ratio"),
              Thing("4", "collection rate"),
            ],
            right: [
              Thing("a", "how much of the scrap comes from old products?"),
              Thing("b", "how much of what left use became metal again?"),
              Thing("c", "how long does the metal stay in use?"),
              Thing("d", "how much of the metal comes from scrap?"),
              Thing("e", "how much of what left use was picked up?"),
            ], pairs: { _ in ["1": "b", "2": "d", "3": "a", "4": "e"] }))),
      Question(
        "hierarchy",
        "Order what can be done with an old washing machine by how much of its making is kept.",
        reading: "w4-ewaste",
        why: "**{answer.hierarchy}**.",
        .order(
          OrderItem(
            things: [
              Thing("L", "landfill"), Thing("R", "re-use as it is"),
              Thing("S", "shred and recycle the metals"),
              Thing("M", "remanufacture"),
            ], sense: "from the most to the least", order: { _ in ["R", "M", "S", "L"] }))),
      Question(
        "new-scrap-rise",
        "A factory wastes more metal and remelts all of it. Which indicator rises?",
        reading: "w4-rates, 'Looking at the metal'",
        why: "**{answer.new-scrap-rise}**: it counts new scrap as well.",
        .choice(
          ChoiceItem(
            options: [
              .init("a", "EOL-RR", feedback: "It looks at what left use."),
              .init("b", "recycled content", feedback: ""),
              .init("c", "old scrap ratio", feedback: "More new scrap makes this one smaller."),
            ], right: { _ in ["b"] }))),
      Question(
        "phone-gold", "Why does most gold of old phones never come back?",
        reading: "w4-phones, 'The chain'",
        why: "**{answer.phone-gold}**: smelters recover nearly all of what reaches them.",
        .choice(
          ChoiceItem(
            options: [
              .init(
                "a", "smelters can't get it out", feedback: "Smelters recover nearly all of it."),
              .init("b", "phones are not handed in", feedback: ""),
              .init(
                "c", "there is less of it than in ore",
                feedback: "There is far more of it per tonne than in ore."),
            ], right: { _ in ["b"] }))),
      Question(
        "rate-chart", "Which of the four charts can't show an end-of-life recycling rate?",
        reading: "w4-rates, 'Looking back'",
        why: "**{answer.rate-chart}**: it exceeds 100 %.",
        .choice(
          ChoiceItem(
            options: FourCharts.options(
              "Between which values does a rate lie that never counts more than there was?"),
            right: { FourCharts.letter(at: $0["q4place"]) }))),
    ],
    drawnQuestions: 6,
    figure: { variant in
      guard variant.questionIDs.contains("rate-chart") else { return nil }
      let steps = (0...40).map(Double.init)
      return try FourCharts(
        steps.map { 45 + 1.9 * $0 },
        others: [
          steps.map { 30 + $0 }, steps.map { 85 - 0.8 * $0 },
          steps.map { 50 + 25 / (1 + exp(-0.25 * ($0 - 20))) },
        ], place: variant["q4place"]
      ).chart(
        id: "w4-quiz", title: "Four recycling rates?", subtitle: "Said to be EOL-RR in %, by year",
        unit: "%", from: 1980,
        message: "Three of the curves stay below one hundred per cent.")
    })
}

extension Variant {
  fileprivate var cycle: RecyclingBalance {
    let collected = self["q4end"] * self["q4collection"]
    return RecyclingBalance(
      endOfLife: self["q4end"], collected: collected, oldScrap: collected * self["q4efficiency"],
      newScrap: self["q4new"], primary: self["q4primary"])
  }
}
