internal import Charts

extension Assignment {
  /// Week 3: a flow diagram of a metal with one wrong number in it.
  ///
  /// A flow that is wrong breaks the balance of the process that it leaves and of the one that it enters,
  /// by the same amount with opposite signs.
  static let massBalance = Assignment(
    id: "w3-balance", version: 1, week: 3, title: "The number that does not add up",
    outcome: "check the mass balance of every process of a cycle and find a wrong flow",
    statement: """
      A statistical office has published the copper cycle of a country for one year (`data.csv`, in kt/yr).
      Four processes are described: refining, fabrication, use and waste management. The stock in use
      grew by **{change} kt** in that year; no other process keeps a stock. **One of the ten flows was
      typed wrongly.** All others are right.

      ## What you need

      ### Mass balance

      What enters a process leaves it or stays in it:

          inputs − outputs − change of stock = 0

      The left side is called the residual. Work it out for each of the four processes.

      ### Where an error shows

      A flow leaves one process and enters another. If its number is wrong, *both* balances fail, by the
      same amount and with opposite signs. A flow from or to the outside shows in one process only.
      """,
    parameters: [
      Parameter("products", 300...600, by: 10), Parameter("newScrapShare", 12...24, decimals: 2),
      Parameter("leaving", 30...60, by: 2, decimals: 2),
      Parameter("recycled", 40...70, by: 2, decimals: 2),
      Parameter("flow", oneOf: ["b", "c", "d", "e", "f"]),
      Parameter("error", oneOf: [-27, -18, 18, 27, 36, 45, 54]),
    ],
    facts: { variant in
      let cycle = WrittenCycle(variant)
      return ["change": cycle.change, "intoUse": cycle.written["c"] ?? 0]
    },
    questions: [
      Question(
        "flow", "Which flow is wrong? Write its letter.", points: 2,
        reading: "statement.md, 'Where an error shows'",
        .choice(
          ChoiceItem(
            options: WrittenCycle.flows.map { flow in
              ChoiceItem.Option(
                flow.id, "\(flow.from) → \(flow.to) (\(flow.name))", feedback: flow.feedback)
            },
            right: { [$0.word("flow")] }))),
      Question(
        "residual",
        "What is the residual of the process that the wrong flow *enters*: inputs − outputs − change of "
          + "stock, with the numbers as published?",
        reading: "statement.md, 'Mass balance'",
        .number(
          in: .kilotonnesPerYear, tolerance: .absolute(0.5), answer: { $0["error"] },
          mistakes: [
            Mistake(
              "stock-change", credit: 0.5,
              "The stock in use grew by {change} kt. What is added to a stock has come in and not gone out: "
                + "it belongs into the balance."
            ) { variant in
              variant.word("flow") == "c" ? variant["error"] + WrittenCycle(variant).change : nil
            }
          ])),
      Question(
        "value", "What should the wrong flow be, so that every process balances?", points: 2,
        reading: "statement.md, 'Where an error shows'",
        .number(
          in: .kilotonnesPerYear, tolerance: .absolute(0.5),
          answer: { variant in
            let cycle = WrittenCycle(variant)
            return cycle.true[variant.word("flow")] ?? 0
          },
          mistakes: [
            Mistake(
              "wrong-way", credit: 0.5,
              "You moved the number the wrong way. If too much enters a process, is the published number too "
                + "large or too small?"
            ) { variant in
              (WrittenCycle(variant).written[variant.word("flow")] ?? 0) + variant["error"]
            },
            Mistake("published", "This is the published number, which can't be right.") { variant in
              WrittenCycle(variant).written[variant.word("flow")]
            },
          ],
          carried: NumberItem.Carried(from: ["residual"]) { variant, earlier in
            (WrittenCycle(variant).written[variant.word("flow")] ?? 0) - (earlier["residual"] ?? 0)
          })),
    ],
    hints: [
      Hint(
        "Make a table with one line for each process: inputs, outputs, change of stock.", cost: 0),
      Hint(
        "Two processes have a residual. Which flow runs from one of them to the other?", cost: 0.1),
      Hint(
        "Where the residual of the process that is entered is positive, more is said to enter than can be: "
          + "the published number is too large, by the residual.", cost: 0.2),
    ],
    solution: """
      Flow **{flow}** is wrong. The process that it enters has a residual of {answer.residual:.0} kt/yr, the
      one that it leaves the same with the opposite sign, and all others balance. Taking the residual off
      the published number gives **{answer.value:.0} kt/yr**, and every process balances.
      """,
    data: { variant in
      let cycle = WrittenCycle(variant)
      return DataTable(
        columns: ["flow", "from", "to", "what", "kt_per_year"],
        rows: WrittenCycle.flows.map { flow in
          [
            .text(flow.id), .text(flow.from), .text(flow.to), .text(flow.name),
            .number(cycle.written[flow.id] ?? 0),
          ]
        })
    },
    figure: { .cycle(try WrittenCycle($0).chart()) })
}

/// The cycle of a variant, as it is and as it was published.
private struct WrittenCycle {
  /// The right amounts by flow, kt/yr.
  let `true`: [String: Double]
  /// With the wrong number.
  let written: [String: Double]
  /// What the stock in use grew by, kt.
  let change: Double

  struct Flow {
    let id: String
    let from: String
    let to: String
    let name: String

    /// For who names it although it is right.
    var feedback: String {
      from == "outside" || to == "outside"
        ? "An error in a flow from or to the outside shows in one process only. How many processes have a "
          + "residual?"
        : "Check the balance of \(from) and of \(to): the wrong flow is the one between the two processes "
          + "that both have a residual."
    }
  }

  static let flows = [
    Flow(id: "a", from: "outside", to: "refining", name: "ore concentrate"),
    Flow(id: "b", from: "refining", to: "fabrication", name: "refined copper"),
    Flow(id: "c", from: "fabrication", to: "use", name: "products"),
    Flow(id: "d", from: "fabrication", to: "refining", name: "new scrap"),
    Flow(id: "e", from: "use", to: "waste management", name: "discarded products"),
    Flow(id: "f", from: "waste management", to: "refining", name: "old scrap"),
    Flow(id: "g", from: "waste management", to: "outside", name: "landfill"),
    Flow(id: "h", from: "refining", to: "outside", name: "slag"),
    Flow(id: "i", from: "outside", to: "fabrication", name: "imported copper"),
    Flow(id: "j", from: "waste management", to: "outside", name: "exported scrap"),
  ]

  init(_ variant: Variant) {
    func whole(_ value: Double) -> Double { value.rounded() }
    let products = variant["products"]
    let share = variant["newScrapShare"]
    let newScrap = whole(products * share / (1 - share))
    let imported = whole(0.08 * products)
    let refined = products + newScrap - imported
    let discarded = whole(variant["leaving"] * products)
    let oldScrap = whole(variant["recycled"] * discarded)
    let exported = whole(0.3 * (discarded - oldScrap))
    let slag = whole(0.03 * refined)
    let cycle = [
      "a": refined + slag - newScrap - oldScrap, "b": refined, "c": products, "d": newScrap,
      "e": discarded, "f": oldScrap, "g": discarded - oldScrap - exported, "h": slag, "i": imported,
      "j": exported,
    ]
    `true` = cycle
    written = cycle.merging([variant.word("flow"): variant["error"]], uniquingKeysWith: +)
    change = products - discarded
  }

  func chart() throws -> CycleChart {
    let stages: [String: CycleChart.Stage] = [
      "refining": .production, "fabrication": .fabrication, "use": .use, "waste management": .waste,
    ]
    return try CycleChart(
      caption: Caption(
        id: "cycle", title: "The cycle as it was published, one number of it wrong",
        subtitle: "Copper of an invented country, flows in kt in one year", footer: "w3-balance"),
      unit: "kt/yr",
      arrows: WrittenCycle.flows.map { flow in
        let outside: CycleChart.Stage =
          switch flow.id {
          case "a": .ore
          case "g", "h": .landfill
          default: .outside
          }
        return CycleChart.Arrow(
          from: stages[flow.from] ?? outside, to: stages[flow.to] ?? outside,
          value: max(0, written[flow.id] ?? 0))
      },
      stocks: [:], stockChanges: [.use: change])
  }
}
