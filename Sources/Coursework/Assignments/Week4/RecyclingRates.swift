internal import UrbanMining

extension Assignment {
  /// Week 4: the indicators of recycling, which are easily mixed up.
  static let recyclingRates = Assignment(
    id: "w4-rates", version: 1, week: 4, title: "Which recycling rate?",
    outcome: "work out recycling indicators and say what each one answers",
    statement: """
      In one year a metal's cycle looked like this (Mt):

      | flow | Mt |
      |---|---|
      | primary metal | {primary} |
      | new scrap, remelted | {new} |
      | leaving use (end of life) | {endOfLife} |
      | collected of that | {collected} |
      | old scrap, remelted | {recycled} |

      ## What you need

      ### Looking back: what became of the waste?

          EOL-CR = collected / end of life                 collection rate
          EOL-PR = old scrap remelted / collected          process efficiency
          EOL-RR = old scrap remelted / end of life        end-of-life recycling rate

      ### Looking at the metal: what is it made of?

          RC      = (old + new scrap) / (primary + old + new scrap)     recycled content
          OSR     = old scrap / (old + new scrap)                       old scrap ratio
          EOL-RIR = old scrap / (primary + old + new scrap)             input rate

      **New scrap** comes from factories and was never in use. **Old scrap** comes from products at their end of
      life.
      """,
    parameters: [
      Parameter("primary", 120...240, by: 10, decimals: 1),
      Parameter("new", 20...60, by: 5, decimals: 1),
      Parameter("endOfLife", 80...140, by: 5, decimals: 1),
      Parameter("collected", 50...75, by: 5, decimals: 1),
      Parameter("recycled", 30...48, by: 2, decimals: 1),
    ],
    questions: [
      Question(
        "eol-rr", "The end-of-life recycling rate EOL-RR?", points: 2,
        reading: "statement.md, 'Looking back'",
        .number(
          in: .share, answer: { $0.balance.recyclingRate.known },
          mistakes: [
            Mistake(
              "new-scrap-added", credit: 0.25,
              "You counted new scrap as well. It was never in use and so never came to its end of life."
            ) { $0.balance.scrap / $0["endOfLife"] },
            Mistake(
              "collection", credit: 0.25,
              "This is the collection rate. Not all that is collected becomes metal."
            ) {
              $0["collected"] / $0["endOfLife"]
            },
            Mistake(
              "processing", credit: 0.25,
              "This is the process efficiency: you divided by what is collected."
            ) {
              $0["recycled"] / $0["collected"]
            },
          ])),
      Question(
        "rc", "The recycled content RC?", reading: "statement.md, 'Looking at the metal'",
        .number(
          in: .share, answer: { $0.balance.recycledContent.known },
          mistakes: [
            Mistake(
              "over-primary", credit: 0.25, "You divided by the primary metal. Divide by all metal."
            ) { $0.balance.scrap / $0["primary"] },
            Mistake(
              "old-alone", credit: 0.25, "You left out new scrap. The recycled content counts both."
            ) {
              $0["recycled"] / $0.balance.supply
            },
          ])),
      Question(
        "osr", "The old scrap ratio OSR?", reading: "statement.md, 'Looking at the metal'",
        .number(
          in: .share, answer: { $0.balance.oldScrapRatio.known },
          mistakes: [
            Mistake("new-ratio", credit: 0.25, "This is the share of new scrap.") {
              $0["new"] / $0.balance.scrap
            },
            Mistake(
              "quotient", credit: 0.25, "You divided old by new scrap. Divide by both together."
            ) {
              $0["recycled"] / $0["new"]
            },
          ])),
      Question(
        "eol-rir", "The end-of-life recycling input rate EOL-RIR?",
        reading: "statement.md, 'Looking at the metal'",
        .number(
          in: .share, answer: { $0.balance.recyclingInputRate.known },
          mistakes: [
            Mistake(
              "both", credit: 0.25, "You counted new scrap as well: that is the recycled content."
            ) {
              $0.balance.scrap / $0.balance.supply
            },
            Mistake(
              "over-primary", credit: 0.25, "You divided by the primary metal. Divide by all metal."
            ) {
              $0["recycled"] / $0["primary"]
            },
          ])),
      Question(
        "why",
        "The metal is collected well, and still its EOL-RIR is much lower than its EOL-RR. Why?",
        points: 2,
        reading: "statement.md, 'Looking at the metal'",
        .choice(
          ChoiceItem(
            options: [
              .init(
                "a", "because use has grown: what comes back entered use when less did",
                feedback: ""),
              .init(
                "b", "because old scrap is of poor quality",
                feedback:
                  "Both rates count the same old scrap. What differs is what they divide by."),
              .init(
                "c", "because new scrap takes the place of old scrap",
                feedback:
                  "Look at what the two rates divide by, and when each of these entered use."),
            ], right: { _ in ["a"] }))),
    ],
    hints: [
      Hint("All rates lie between 0 and 1, or 0 and 100 %.", cost: 0),
      Hint(
        "Rates that look back divide by what leaves use, or is collected. Rates of the metal divide by all metal or scrap.",
        cost: 0.1),
      Hint("All metal is {primary} + {new} + {recycled} Mt.", cost: 0.2),
    ],
    solution: """
      EOL-RR = {recycled}/{endOfLife} = **{answer.eol-rr:.3}**; RC = ({recycled} + {new})/({primary} + {new} + {recycled}) =
      **{answer.rc:.3}**; OSR = {recycled}/({recycled} + {new}) = **{answer.osr:.3}**; EOL-RIR =
      {recycled}/({primary} + {new} + {recycled}) = **{answer.eol-rir:.3}**. The last is low because what comes back entered use
      decades ago, when use was smaller.
      """)
}

extension Variant {
  fileprivate var balance: RecyclingBalance {
    RecyclingBalance(
      endOfLife: self["endOfLife"], collected: self["collected"], oldScrap: self["recycled"],
      newScrap: self["new"], primary: self["primary"])
  }
}

extension Double? {
  /// The value; not a number where there is none, which the lint of variants refuses.
  var known: Double { self ?? .nan }
}
