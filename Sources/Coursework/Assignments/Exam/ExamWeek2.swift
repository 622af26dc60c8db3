internal import UrbanMining

extension ExamPart {
  /// Scarcity, impacts and criticality.
  static let week2 = ExamPart(
    parameters: [
      Parameter("e2reserves", 200...900, by: 50), Parameter("e2use", 10...30),
      Parameter("e2recycled", 20...45, by: 5, decimals: 2),
      Parameter("e2large", 50...80, by: 5, decimals: 2),
      Parameter("e2small", oneOf: [4, 5, 8, 10]),
      Parameter("e2metal", 200...600, by: 20), Parameter("e2power", 13...16),
      Parameter("e2coal", 60...95, by: 5, decimals: 2), Parameter("e2hydro", 2...5, decimals: 2),
      Parameter("e2dig", 6...12, by: 2, decimals: 2), Parameter("e2grade", 4...12, decimals: 3),
      Parameter("e2mill", 80...92, by: 2, decimals: 2),
    ],
    facts: { ["e2rest": 1 - $0["e2large"]] },
    numbers: [
      Question(
        "recycled-range",
        "The world uses {e2use} Mt of a metal a year, and {e2recycled:%} of that is recycled metal. For how many years do reserves of "
          + "{e2reserves} Mt cover what mines have to deliver?",
        reading: "w2-depletion, 'The static range'",
        why:
          "Mines deliver {e2use} · (1 − {e2recycled}) Mt a year: **{answer.recycled-range:.1} years**.",
        .number(
          in: .years,
          answer: { variant in
            try DepletionTime(
              of: MineralQuantity(variant["e2reserves"] * 1e6, .content),
              at: MineralQuantity(variant["e2use"] * (1 - variant["e2recycled"]) * 1e6, .content)
            ).staticYears
          },
          mistakes: [
            Mistake(
              "all-use", credit: 0.5,
              "You divided by all that is used. A part of it does not come from mines."
            ) { $0["e2reserves"] / $0["e2use"] },
            Mistake("recycled-part", credit: 0.25, "You divided by the recycled metal.") {
              $0["e2reserves"] / $0["e2use"] / $0["e2recycled"]
            },
          ])),
      Question(
        "giant-and-dwarfs",
        "One country mines {e2large:%} of a metal; {e2small} others share the rest evenly. What is the Herfindahl–Hirschman index (0 to "
          + "10 000)?",
        reading: "w2-hhi, 'The Herfindahl–Hirschman index'",
        why:
          "The square of the large share and {e2small} small squares: **{answer.giant-and-dwarfs:.0}**.",
        .number(
          in: .share, tolerance: .relative(0.002),
          answer: { variant in
            let count = Int(variant["e2small"])
            let small = (1 - variant["e2large"]) / Double(count)
            return try SupplyConcentration(
              shares: [variant["e2large"]] + [Double](repeating: small, count: count)
            ).index
          },
          mistakes: [
            Mistake("giant-alone", credit: 0.25, "You squared the large share alone.") {
              10_000 * $0["e2large"] * $0["e2large"]
            },
            Mistake(
              "one-dwarf", credit: 0.25,
              "You squared the rest as if one country mined it. Each has a share of its own."
            ) { variant in
              let rest = 1 - variant["e2large"]
              return 10_000 * (variant["e2large"] * variant["e2large"] + rest * rest)
            },
          ])),
      Question(
        "cleaner-power",
        "A smelter makes {e2metal} kt of aluminium a year with {e2power} MWh per tonne. Its power causes {e2coal} t of CO₂ per MWh; "
          + "hydropower would cause {e2hydro} t. By how much do its emissions fall each year if it changes over?",
        reading: "w2-saved, 'Saved per tonne'",
        why:
          "{e2metal} kt · {e2power} MWh/t · ({e2coal} − {e2hydro}) t/MWh = **{answer.cleaner-power:.0} kt/yr**.",
        .number(
          in: .kilotonnesPerYear,
          answer: { $0["e2metal"] * $0["e2power"] * ($0["e2coal"] - $0["e2hydro"]) },
          mistakes: [
            Mistake("gross", credit: 0.5, "Hydropower causes emissions as well: take them off.") {
              $0["e2metal"] * $0["e2power"] * $0["e2coal"]
            },
            Mistake("after", credit: 0.25, "This is what it emits afterwards.") {
              $0["e2metal"] * $0["e2power"] * $0["e2hydro"]
            },
          ])),
      Question(
        "energy-of-grade",
        "Digging and milling a tonne of ore takes {e2dig} GJ. The ore has {e2grade:%} copper, of which {e2mill:%} is recovered. How "
          + "much energy is that for a tonne of copper?",
        reading: "w1-ore, 'Grade and recovery'",
        why: "{e2dig} / ({e2grade} · {e2mill}) = **{answer.energy-of-grade:.2} GJ/t**.",
        .number(
          in: .gigajoulesPerTonne, answer: { $0["e2dig"] / ($0["e2grade"] * $0["e2mill"]) },
          mistakes: [
            Mistake("no-recovery", credit: 0.5, "You left out that the mill loses copper.") {
              $0["e2dig"] / $0["e2grade"]
            },
            Mistake(
              "recovery-above", credit: 0.25,
              "What is lost makes it more energy per tonne, not less."
            ) { $0["e2dig"] / $0["e2grade"] * $0["e2mill"] },
          ])),
    ],
    words: [
      Question(
        "companion-price",
        "Indium is won only where zinc is smelted. The price of indium doubles. In the first years the mines deliver …",
        reading: "w2-quiz, 'Week 2'",
        why:
          "**{answer.companion-price}**: zinc pays for the mine, so zinc decides how much is dug.",
        .choice(
          ChoiceItem(
            options: [
              .init(
                "a", "twice as much indium",
                feedback: "Who decides how much ore is dug: those who want zinc, or indium?"),
              .init("b", "no indium any more", feedback: "A higher price is no reason to stop."),
              .init(
                "c", "twice as much zinc", feedback: "Zinc has not become dearer."),
              .init("d", "hardly more indium, as zinc decides how much is dug", feedback: ""),
            ], right: { _ in ["d"] }))),
      Question(
        "measures", "Match each measure with the question that it answers.",
        reading: "w2-hhi, 'The Herfindahl–Hirschman index'",
        why: "**{answer.measures}**.",
        .match(
          MatchItem(
            left: [
              Thing("1", "static range"), Thing("2", "Herfindahl–Hirschman index"),
              Thing("3", "import reliance"), Thing("4", "EOL-RIR"),
            ],
            right: [
              Thing("a", "in how few hands is supply?"),
              Thing("b", "how much of the metal that is made comes from old products?"),
              Thing("c", "how common is the element in the earth's crust?"),
              Thing("d", "how much of its use does a country buy abroad?"),
              Thing("e", "how many years' production is known and worth mining?"),
            ], pairs: { _ in ["1": "e", "2": "a", "3": "d", "4": "b"] }))),
      Question(
        "markets", "Order these markets by how concentrated they are.",
        reading: "w2-hhi, 'Equal producers'",
        why: "**{answer.markets}**: the index is about 8200, 5000, 2500 and 1000.",
        .order(
          OrderItem(
            things: [
              Thing("F", "four producers of the same size"),
              Thing("T", "ten producers of the same size"),
              Thing("N", "one with 90 %, ten with 1 % each"),
              Thing("P", "two producers of the same size"),
            ], sense: "from the most to the least", order: { _ in ["N", "P", "F", "T"] }))),
      Question(
        "more-reserves", "Which of these can make the reserves of a metal larger? Name all.",
        reading: "w2-depletion, 'What reserves are'",
        why:
          "**{answer.more-reserves}**: mining takes from them; all else makes ore known or worth mining.",
        .choice(
          ChoiceItem(
            options: [
              .init(
                "a", "its price rises", feedback: "Poorer ore then becomes worth mining."),
              .init(
                "b", "more of it is mined", feedback: "What was mined is gone from the reserves."),
              .init("c", "a deposit is found", feedback: "What is known and worth mining counts."),
              .init(
                "d", "a new process gets metal out of poor ore",
                feedback: "Ore then becomes worth mining that was not."),
            ], isMultiple: true, right: { _ in ["a", "c", "d"] }))),
    ])
}
