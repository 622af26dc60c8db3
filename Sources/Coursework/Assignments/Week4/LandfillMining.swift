internal import UrbanMining

extension Assignment {
  /// Week 4: metal in a landfill.
  static let landfillMining = Assignment(
    id: "w4-landfill", version: 1, week: 4, title: "Digging up a landfill",
    outcome: "estimate what a landfill holds and what can be got out of it",
    statement: """
      A landfill holds **{wet} Mt** of waste, as it lies there, wet. **{moisture:%}** of that is water. Of the **dry** waste
      **{metal:%}** is metal, and digging, sorting and cleaning recover **{recovery:%}** of the metal. The country uses
      **{use} kt** of that metal a year. A tonne of recovered metal is worth {price} USD.

      ## What you need

      ### Wet and dry

      Shares of landfilled waste are measured on dry samples. Take the water off first.

          recovered = wet · (1 − moisture) · metal share of dry · recovery

      ### A mine, once

      A landfill is a stock. It can be dug up once; what it gives per year depends on how many years that takes.
      """,
    parameters: [
      Parameter("wet", 5...40), Parameter("moisture", 18...36, by: 2, decimals: 2),
      Parameter("metal", 20...45, by: 5, decimals: 3),
      Parameter("recovery", 55...80, by: 5, decimals: 2),
      Parameter("use", 200...900, by: 50), Parameter("price", 300...1500, by: 100),
      Parameter("years", oneOf: [8, 10, 12, 15]),
    ],
    questions: [
      Question(
        "metal", "How much metal can be recovered?", points: 3,
        reading: "statement.md, 'Wet and dry'",
        .number(
          in: .kilotonnes, answer: { try $0.recovered },
          mistakes: [
            Mistake(
              "wet-basis", credit: 0.5,
              "You took the share of metal from the wet waste. Take the water off first."
            ) {
              try $0.recovered / (1 - $0["moisture"])
            },
            Mistake("water", credit: 0.25, "You kept the water and took off the dry waste.") {
              try $0.recovered / (1 - $0["moisture"]) * $0["moisture"]
            },
            Mistake(
              "all-metal", credit: 0.5,
              "This is all the metal that lies there. Not all can be recovered."
            ) {
              try $0.recovered / $0["recovery"]
            },
          ])),
      Question(
        "years", "How many years of the country's use is that?",
        reading: "statement.md, 'A mine, once'",
        .number(
          in: .years, answer: { try $0.recovered / $0["use"] },
          carried: NumberItem.Carried(from: ["metal"]) { variant, earlier in
            (earlier["metal"] ?? 0) / variant["use"]
          })),
      Question(
        "share",
        "The landfill is dug up evenly over {years} years. Which share of the country's use does it meet in each of them, in %?",
        points: 2, reading: "statement.md, 'A mine, once'",
        .number(
          in: .percent, answer: { try 100 * $0.recovered / $0["years"] / $0["use"] },
          mistakes: [
            Mistake(
              "all-at-once", credit: 0.25,
              "You compared the whole landfill with the use of one year."
            ) { try 100 * $0.recovered / $0["use"] }
          ],
          carried: NumberItem.Carried(from: ["metal"]) { variant, earlier in
            100 * (earlier["metal"] ?? 0) / variant["years"] / variant["use"]
          })),
      Question(
        "value", "What is the recovered metal worth per tonne of wet waste dug up?", points: 2,
        reading: "statement.md, 'Wet and dry'",
        .number(
          in: .dollarsPerTonne, answer: { try $0.recovered / 1e3 / $0["wet"] * $0["price"] },
          mistakes: [
            Mistake(
              "per-dry", credit: 0.5,
              "This is the worth per tonne of dry waste. The digger lifts the water too."
            ) {
              $0["metal"] * $0["recovery"] * $0["price"]
            }
          ],
          carried: NumberItem.Carried(from: ["metal"]) { variant, earlier in
            (earlier["metal"] ?? 0) / 1e3 / variant["wet"] * variant["price"]
          })),
    ],
    hints: [
      Hint("1 Mt = 1000 kt.", cost: 0),
      Hint("The dry waste is {wet} Mt · (1 − {moisture}).", cost: 0.1),
      Hint("Multiply the dry waste by {metal} and by {recovery}.", cost: 0.2),
    ],
    solution: """
      The dry waste is {wet} · (1 − {moisture}) Mt; times {metal} and {recovery} that is **{answer.metal:.0} kt** of metal, the use of
      **{answer.years:.2} years**. Over {years} years it meets **{answer.share:.1} %** of use in each. Per tonne of wet waste the
      metal is worth **{answer.value:.1} USD**, which digging and sorting must not exceed.
      """)
}

extension Variant {
  /// kt.
  fileprivate var recovered: Double {
    get throws {
      try DepositMining(
        wetMass: self["wet"] * 1e3, moisture: self["moisture"], metalShare: self["metal"],
        recovery: self["recovery"]
      ).recovered
    }
  }
}
