internal import UrbanMining

extension ExamPart {
  /// Re-use and recycling.
  static let week4 = ExamPart(
    parameters: [
      Parameter("e4rate", 20...45, by: 5, decimals: 2),
      Parameter("e4collected", 55...85, by: 5, decimals: 2),
      Parameter("e4content", 24...48, by: 4, decimals: 2),
      Parameter("e4old", oneOf: [0.4, 0.45, 0.55, 0.6, 0.65, 0.7]),
      Parameter("e4sold", 40...120, by: 5), Parameter("e4shape", oneOf: [1.5, 1.8, 2.2, 2.5]),
      Parameter("e4scale", 11...16), Parameter("e4age", 7...10),
      Parameter("e4cable", 40...70, by: 5, decimals: 2),
      Parameter("e4works", 90...98, by: 2, decimals: 2),
      Parameter("e4grade", 5...12, decimals: 3), Parameter("e4mill", 78...90, by: 2, decimals: 2),
    ],
    facts: { ["e4year": 2010 + $0["e4age"]] },
    numbers: [
      Question(
        "back-to-efficiency",
        "The EOL-RR of a metal is {e4rate:%}, and {e4collected:%} of what leaves use is collected. Which share of what is collected "
          + "becomes metal, in %?",
        reading: "w4-rates, 'Looking back: what became of the waste?'",
        why:
          "EOL-RR = collection · efficiency, so {e4rate} / {e4collected} = **{answer.back-to-efficiency:.1} %**.",
        .number(
          in: .percent, answer: { 100 * $0["e4rate"] / $0["e4collected"] },
          mistakes: [
            Mistake("product", "You multiplied: the EOL-RR is that product already.") {
              100 * $0["e4rate"] * $0["e4collected"]
            },
            Mistake(
              "difference", credit: 0.25,
              "This is what is collected and lost, as a share of all that leaves use."
            ) { 100 * ($0["e4collected"] - $0["e4rate"]) },
          ])),
      Question(
        "content-and-ratio",
        "A report gives the recycled content of a metal as {e4content:%} and its old scrap ratio as {e4old:%}. What is its EOL-RIR, in %?",
        reading: "w4-rates, 'Looking at the metal: what is it made of?'",
        why: "EOL-RIR = RC · OSR = **{answer.content-and-ratio:.2} %**.",
        .number(
          in: .percent,
          answer: { variant in
            // With 1 of supply: scrap is the recycled content, of which the old scrap ratio is old.
            let old = variant["e4content"] * variant["e4old"]
            return 100
              * RecyclingBalance(
                endOfLife: 1, collected: 1, oldScrap: old, newScrap: variant["e4content"] - old,
                primary: 1 - variant["e4content"]
              ).recyclingInputRate.known
          },
          mistakes: [
            Mistake(
              "new-scrap", credit: 0.25, "This is new scrap over all metal. Old scrap is asked for."
            ) { 100 * $0["e4content"] * (1 - $0["e4old"]) },
            Mistake("quotient", "You divided. Which part of the recycled content is old scrap?") {
              100 * $0["e4content"] / $0["e4old"]
            },
          ])),
      Question(
        "gone-so-far",
        "{e4sold} kt of fridges were sold at the beginning of 2010. Their lifespan is a Weibull distribution of shape {e4shape} and "
          + "scale {e4scale} years. How much of them has been discarded by the beginning of {e4year}?",
        reading: "w4-ewaste, 'The distribution function'",
        why:
          "{e4sold} · (1 − exp(−({e4age}/{e4scale})^{e4shape})) = **{answer.gone-so-far:.2} kt**.",
        .number(
          in: .kilotonnes, answer: { $0["e4sold"] * (1 - (try $0.fridgesLeft())) },
          mistakes: [
            Mistake("left", credit: 0.5, "This is what is still in use.") {
              $0["e4sold"] * (try $0.fridgesLeft())
            },
            Mistake(
              "straight", credit: 0.25,
              "You let the same amount leave every year, all of it within {e4scale} years."
            ) { $0["e4sold"] * $0["e4age"] / $0["e4scale"] },
          ])),
      Question(
        "cable-for-ore",
        "Cable scrap is {e4cable:%} copper, of which a works gets {e4works:%} out. A mine has ore of {e4grade:%} copper and recovers "
          + "{e4mill:%}. How many tonnes of ore does a tonne of cable scrap replace?",
        reading: "w4-phones, 'Grade'",
        why:
          "{e4cable} · {e4works} / ({e4grade} · {e4mill}) = **{answer.cable-for-ore:.1} tonnes**.",
        .number(
          in: .tonnes,
          answer: { $0["e4cable"] * $0["e4works"] / ($0["e4grade"] * $0["e4mill"]) },
          mistakes: [
            Mistake(
              "mill-alone", credit: 0.5, "The works loses copper as well, not the mill alone."
            ) { $0["e4cable"] / ($0["e4grade"] * $0["e4mill"]) },
            Mistake(
              "works-alone", credit: 0.5, "The mill loses copper as well, not the works alone."
            ) { $0["e4cable"] * $0["e4works"] / $0["e4grade"] },
          ])),
    ],
    words: [
      Question(
        "tramp-copper",
        "Car wrecks are shredded with their cables in them, and the steel is melted with the copper. The steel goes into concrete bars. "
          + "For the copper this is …",
        reading: "w4-rates, 'Looking back: what became of the waste?'",
        why: "**{answer.tramp-copper}**: the metal is kept, what it can do is lost.",
        .choice(
          ChoiceItem(
            options: [
              .init(
                "a", "functional recycling",
                feedback: "Does anybody use the copper as copper again?"),
              .init("b", "re-use", feedback: "No part is used again as it was."),
              .init("c", "non-functional recycling", feedback: ""),
              .init("d", "landfill", feedback: "It lies in no landfill: where is it?"),
            ], right: { _ in ["c"] }))),
      Question(
        "kinds-of-scrap", "Match each thing with what it is.",
        reading: "w4-rates, 'Looking at the metal: what is it made of?'",
        why: "**{answer.kinds-of-scrap}**.",
        .match(
          MatchItem(
            left: [
              Thing("1", "sheet left over when car doors are punched out"),
              Thing("2", "a fridge that was thrown away"),
              Thing("3", "ingots cut off and melted again inside the mill"),
              Thing("4", "zinc that rain washes off a roof"),
            ],
            right: [
              Thing("a", "home scrap"), Thing("b", "old scrap"), Thing("c", "slag"),
              Thing("d", "new scrap"), Thing("e", "dissipation in use"),
            ], pairs: { _ in ["1": "d", "2": "b", "3": "a", "4": "e"] }))),
      Question(
        "way-of-a-phone", "Order the stations of the gold in a phone.",
        reading: "w4-phones, 'The chain'",
        why: "**{answer.way-of-a-phone}**.",
        .order(
          OrderItem(
            things: [
              Thing("D", "drawer"), Thing("S", "smelter"), Thing("H", "hand of its owner"),
              Thing("C", "collection point"), Thing("T", "sorting and dismantling"),
            ], sense: "from the shop on", order: { _ in ["H", "D", "C", "T", "S"] }))),
      Question(
        "worth-digging", "Which of these speak for digging up a landfill for its metal? Name all.",
        reading: "w4-landfill, 'A mine, once'",
        why: "**{answer.worth-digging}**: water is dug up and dried for nothing.",
        .choice(
          ChoiceItem(
            options: [
              .init(
                "a", "the waste is very wet", feedback: "Water is lifted too and yields nothing."),
              .init(
                "b", "the land could be built on", feedback: "What the land is worth then counts."),
              .init(
                "c", "the waste was buried before anybody sorted it",
                feedback: "It then holds more metal."),
              .init("d", "the metal has become dear", feedback: "Each tonne then yields more."),
            ], isMultiple: true, right: { _ in ["b", "c", "d"] }))),
    ])
}

extension Variant {
  /// The share of the fridges that is still in use.
  fileprivate func fridgesLeft() throws(LifetimeError) -> Double {
    let lifespan = try Lifetime.weibull(shape: self["e4shape"], scale: self["e4scale"])
    return lifespan.survival(atAge: self["e4age"])
  }
}
