extension Assignment {
  /// Week 2: energy and emissions that recycling saves.
  static let savedByRecycling = Assignment(
    id: "w2-saved", version: 2, week: 2, title: "What does recycling save?",
    outcome: "work out energy and emissions saved by recycling, losses included",
    statement: """
      A tonne of primary {metal} takes **{primary} GJ** of energy from mine to metal, a tonne of secondary {metal}
      **{secondary} GJ**. A country uses **{use} kt** of {metal} a year; **{share:%}** of that is secondary. Of the scrap
      that goes into its furnaces **{yield:%}** becomes metal.

      Primary {metal} causes **{primaryGas} t** CO₂-equivalents per tonne, secondary **{secondaryGas} t**. These figures are
      middles of what the literature gives; `urbanmine impacts {metal}` shows their ranges and sources.

      ## What you need

      ### Saved per tonne

      A tonne of secondary metal saves what a tonne of primary metal would have taken, less what it takes itself.

      ### Units

      1 PJ = 1000 TJ = 1 000 000 GJ. A kt is 1000 t, so GJ per tonne times kt are TJ.

      ### Losses

      The figures are per tonne of *metal*. From a tonne of scrap less than a tonne of metal comes out.
      """,
    parameters: [
      Parameter("metal", oneOf: ["copper", "aluminium", "zinc", "lead"]),
      Parameter("use", 300...2000, by: 50), Parameter("share", 24...48, by: 2, decimals: 2),
      Parameter("yield", 84...94, decimals: 2),
      Parameter("more", oneOf: [0.1, 0.15, 0.2]),
    ],
    facts: { variant in
      [
        "primary": try variant.energy("primary"), "secondary": try variant.energy("secondary"),
        "primaryGas": try variant.gases("primary"), "secondaryGas": try variant.gases("secondary"),
      ]
    },
    questions: [
      Question(
        "percent",
        "Which share of the energy of primary metal does a tonne of secondary metal save, in %?",
        reading: "statement.md, 'Saved per tonne'",
        .number(
          in: .percent, answer: { try 100 * (1 - $0.energy("secondary") / $0.energy("primary")) },
          mistakes: [
            Mistake(
              "needed", credit: 0.5,
              "This is what secondary metal takes. What it saves is the rest."
            ) { try 100 * $0.energy("secondary") / $0.energy("primary") }
          ])),
      Question(
        "energy", "How much energy does the country save each year by its secondary metal?",
        points: 2,
        reading: "statement.md, 'Units'",
        .number(
          in: .petajoules, answer: { try $0.saved(from: $0["share"]) },
          mistakes: [
            Mistake(
              "not-net", credit: 0.5,
              "You counted all the energy of the primary metal. The furnaces for scrap take energy too."
            ) { try $0["use"] * $0["share"] * $0.energy("primary") / 1e3 },
            Mistake(
              "all-metal", credit: 0.25, "You took all the metal. Only a part of it is secondary."
            ) {
              try $0.saved(from: 1)
            },
            Mistake(
              "scrap", credit: 0.25,
              "You took off the losses once more. The share is that of secondary metal, not of scrap."
            ) { try $0.saved(from: $0["share"] * $0["yield"]) },
          ])),
      Question(
        "scrap", "How much scrap goes into the furnaces each year?",
        reading: "statement.md, 'Losses'",
        .number(
          in: .kilotonnesPerYear, answer: { $0["use"] * $0["share"] / $0["yield"] },
          mistakes: [
            Mistake(
              "wrong-side", credit: 0.25,
              "More scrap goes in than metal comes out: divide by the yield."
            ) { $0["use"] * $0["share"] * $0["yield"] },
            Mistake(
              "no-loss", credit: 0.25, "This is the secondary metal. Some scrap is lost on the way."
            ) {
              $0["use"] * $0["share"]
            },
          ])),
      Question(
        "gas",
        "The share of secondary metal rises by {more:%} of all metal (in percentage points). By how much do emissions "
          + "fall each year?", points: 2, reading: "statement.md, 'Saved per tonne'",
        .number(
          in: .kilotonnesPerYear,
          answer: { try $0["use"] * $0["more"] * ($0.gases("primary") - $0.gases("secondary")) },
          mistakes: [
            Mistake(
              "relative", credit: 0.5,
              "You raised the share by a part of itself. It rises in percentage points of all metal."
            ) {
              try $0["use"] * $0["share"] * $0["more"]
                * ($0.gases("primary") - $0.gases("secondary"))
            },
            Mistake(
              "not-net", credit: 0.5, "Secondary metal causes emissions as well: take them off."
            ) { try $0["use"] * $0["more"] * $0.gases("primary") },
            Mistake(
              "new-level", credit: 0.25,
              "This is what all secondary metal saves then. By how much do emissions change?"
            ) {
              try $0["use"] * ($0["share"] + $0["more"])
                * ($0.gases("primary") - $0.gases("secondary"))
            },
          ])),
    ],
    hints: [
      Hint("Work per tonne first, then multiply by the tonnes of secondary metal.", cost: 0),
      Hint("GJ/t · kt = TJ; a thousand TJ are a PJ.", cost: 0.1),
      Hint(
        "The secondary metal is {use} kt · {share:%}; each tonne of it saves {primary} − {secondary} GJ.",
        cost: 0.2),
    ],
    solution: """
      A tonne of secondary metal saves 1 − {secondary}/{primary} = **{answer.percent:.1} %**. In the country
      {use} kt · {share} · ({primary} − {secondary}) GJ/t are **{answer.energy:.1} PJ** a year. For that metal
      **{answer.scrap:.0} kt** of scrap are melted. With {more:%} more of all metal from scrap, emissions fall by
      **{answer.gas:.0} kt** a year.
      """)
}

extension Variant {
  /// PJ per year, when this share of the metal is secondary.
  fileprivate func saved(from share: Double) throws -> Double {
    try self["use"] * share * (energy("primary") - energy("secondary")) / 1e3
  }

  /// GJ per tonne of metal by a route: primary or secondary.
  fileprivate func energy(_ route: String) throws -> Double { try impact("ced", route) }

  /// Tonnes of CO₂-equivalents per tonne of metal.
  fileprivate func gases(_ route: String) throws -> Double { try impact("gwp", route) }

  private func impact(_ indicator: String, _ route: String) throws -> Double {
    try BundledTable.impacts.get().number(
      "value", where: ["metal": word("metal"), "route": route, "indicator": indicator])
  }
}
