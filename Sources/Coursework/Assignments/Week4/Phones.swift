extension Assignment {
  /// Week 4: the grade of a drawer full of phones.
  static let phones = Assignment(
    id: "w4-phones", version: 1, week: 4, title: "A mine in the drawer",
    outcome:
      "compare the grade of an old product with ore, and follow metal through collection and refining",
    statement: """
      In the drawers of a country lie **{phones} million** old phones of **{mass} g** each. A phone holds **{gold} mg** of gold
      and **{copper} g** of copper. Of the phones **{collection:%}** could be collected; a smelter recovers **{recovery:%}** of
      the gold in them. A gold mine works ore with **{ore} g** of gold per tonne and recovers {mill:%} of it.

      ## What you need

      ### Grade

      The grade of a product is the metal in a tonne of it. g per tonne is the same as mg per kg, and as ppm.

      ### The chain

          recovered = in the drawers · collected share · recovered share
      """,
    parameters: [
      Parameter("phones", 8...60), Parameter("mass", 120...180, by: 5), Parameter("gold", 18...36),
      Parameter("copper", 12...20), Parameter("collection", 15...50, by: 5, decimals: 2),
      Parameter("recovery", 90...98, decimals: 2), Parameter("ore", 8...30, by: 2, decimals: 1),
      Parameter("mill", 86...94, by: 2, decimals: 2),
    ],
    questions: [
      Question(
        "grade", "What is the grade of gold in the phones?", points: 2,
        reading: "statement.md, 'Grade'",
        .number(
          in: .gramsPerTonne, answer: { $0.grade },
          mistakes: [
            Mistake(
              "per-phone", credit: 0.25,
              "This is what a phone holds. How much is in a tonne of phones?"
            ) {
              $0["gold"]
            }
          ])),
      Question(
        "richer", "How many times as rich as the ore of the mine are the phones?",
        reading: "statement.md, 'Grade'",
        .number(
          in: .share, answer: { $0.grade / $0["ore"] },
          carried: NumberItem.Carried(from: ["grade"]) { variant, earlier in
            (earlier["grade"] ?? 0) / variant["ore"]
          })),
      Question(
        "gold", "How much gold can be recovered from the drawers?", points: 2,
        reading: "statement.md, 'The chain'",
        .number(
          in: .kilograms, answer: { $0.recovered },
          mistakes: [
            Mistake(
              "no-collection", credit: 0.25,
              "You took all phones. Only some of them leave the drawer."
            ) { $0["phones"] * $0["gold"] * $0["recovery"] },
            Mistake(
              "no-recovery", credit: 0.5,
              "You took all the gold of the collected phones. The smelter loses a part."
            ) { $0["phones"] * $0["gold"] * $0["collection"] },
            Mistake(
              "lost", credit: 0.25, "This is what stays in the drawers and in the smelter."
            ) { $0["phones"] * $0["gold"] - $0.recovered },
          ])),
      Question(
        "saved", "How much ore would the mine have to work for that gold?", points: 2,
        reading: "statement.md, 'Grade'",
        .number(
          in: .kilotonnes, answer: { $0.recovered / $0["ore"] / $0["mill"] },
          mistakes: [
            Mistake(
              "no-mill", credit: 0.5,
              "The mine loses gold as well: it needs more ore than the grade alone says."
            ) { $0.recovered / $0["ore"] }
          ],
          carried: NumberItem.Carried(from: ["gold"]) { variant, earlier in
            (earlier["gold"] ?? 0) / variant["ore"] / variant["mill"]
          })),
      Question(
        "largest", "Which step would you improve first to recover more gold?",
        reading: "statement.md, 'The chain'",
        .choice(
          ChoiceItem(
            options: [
              .init("a", "collection", feedback: ""),
              .init(
                "b", "the smelter", feedback: "Compare what is lost at each step of the chain."),
              .init(
                "c", "the gold in each phone",
                feedback: "More gold in new phones brings none out of the drawers."),
            ], right: { _ in ["a"] }))),
    ],
    hints: [
      Hint("A tonne of phones is a million grams: how many phones is that?", cost: 0),
      Hint("A million phones with {gold} mg each hold {gold} kg of gold.", cost: 0.1),
      Hint("kg of gold over g per tonne are thousands of tonnes of ore.", cost: 0.2),
    ],
    solution: """
      A tonne of phones holds {gold}/{mass} · 1000 = **{answer.grade:.0} g** of gold, **{answer.richer:.1} times** as much as the
      ore. Of {phones} · {gold} kg in the drawers, **{answer.gold:.1} kg** can be recovered, for which the mine would work
      **{answer.saved:.2} kt** of ore. Collection loses most.
      """)
}

extension Variant {
  /// g/t: mg over g are thousandths, and a tonne has a million grams.
  fileprivate var grade: Double { self["gold"] / self["mass"] * 1e3 }

  /// kg: a million phones times a milligram are a kilogram.
  fileprivate var recovered: Double {
    self["phones"] * self["gold"] * self["collection"] * self["recovery"]
  }
}
