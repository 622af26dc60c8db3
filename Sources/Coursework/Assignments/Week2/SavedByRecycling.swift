extension Assignment {
  /// Week 2: energy and emissions that recycling saves.
  static let savedByRecycling = Assignment(
    id: "w2-saved", version: 1, week: 2, title: "What does recycling save?",
    outcome: "work out energy and emissions saved by recycling, losses included",
    statement: """
      A tonne of primary aluminium takes **{primary} GJ** of energy from mine to metal, a tonne of secondary aluminium
      **{secondary} GJ**. A country uses **{use} kt** of aluminium a year; **{share:%}** of that is secondary. Of the scrap
      that goes into its furnaces **{yield:%}** becomes metal.

      Primary aluminium causes **{primaryGas} t** CO₂-equivalents per tonne, secondary **{secondaryGas} t**.

      ## What you need

      ### Saved per tonne

      A tonne of secondary metal saves what a tonne of primary metal would have taken, less what it takes itself.

      ### Units

      1 PJ = 1000 TJ = 1 000 000 GJ. A kt is 1000 t, so GJ per tonne times kt are TJ.

      ### Losses

      The figures are per tonne of *metal*. From a tonne of scrap less than a tonne of metal comes out.
      """,
    parameters: [
      Parameter("primary", 160...220, by: 5), Parameter("secondary", 8...16),
      Parameter("use", 300...2000, by: 50), Parameter("share", 24...48, by: 2, decimals: 2),
      Parameter("yield", 84...94, decimals: 2),
      Parameter("primaryGas", 100...180, by: 5, decimals: 1),
      Parameter("secondaryGas", 5...12, decimals: 1), Parameter("more", oneOf: [0.1, 0.15, 0.2]),
    ],
    questions: [
      Question(
        "percent",
        "Which share of the energy of primary metal does a tonne of secondary metal save, in %?",
        reading: "statement.md, 'Saved per tonne'",
        .number(
          in: .percent, answer: { 100 * (1 - $0["secondary"] / $0["primary"]) },
          mistakes: [
            Mistake(
              "needed", credit: 0.5,
              "This is what secondary metal takes. What it saves is the rest."
            ) { 100 * $0["secondary"] / $0["primary"] }
          ])),
      Question(
        "energy", "How much energy does the country save each year by its secondary metal?",
        points: 2,
        reading: "statement.md, 'Units'",
        .number(
          in: .petajoules, answer: { $0.saved(from: $0["share"]) },
          mistakes: [
            Mistake(
              "not-net", credit: 0.5,
              "You counted all the energy of the primary metal. The furnaces for scrap take energy too."
            ) { $0["use"] * $0["share"] * $0["primary"] / 1e3 },
            Mistake(
              "all-metal", credit: 0.25, "You took all the metal. Only a part of it is secondary."
            ) {
              $0.saved(from: 1)
            },
            Mistake(
              "scrap", credit: 0.25,
              "You took off the losses once more. The share is that of secondary metal, not of scrap."
            ) { $0.saved(from: $0["share"] * $0["yield"]) },
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
          answer: { $0["use"] * $0["more"] * ($0["primaryGas"] - $0["secondaryGas"]) },
          mistakes: [
            Mistake(
              "relative", credit: 0.5,
              "You raised the share by a part of itself. It rises in percentage points of all metal."
            ) { $0["use"] * $0["share"] * $0["more"] * ($0["primaryGas"] - $0["secondaryGas"]) },
            Mistake(
              "not-net", credit: 0.5, "Secondary metal causes emissions as well: take them off."
            ) { $0["use"] * $0["more"] * $0["primaryGas"] },
            Mistake(
              "new-level", credit: 0.25,
              "This is what all secondary metal saves then. By how much do emissions change?"
            ) { $0["use"] * ($0["share"] + $0["more"]) * ($0["primaryGas"] - $0["secondaryGas"]) },
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
  fileprivate func saved(from share: Double) -> Double {
    self["use"] * share * (self["primary"] - self["secondary"]) / 1e3
  }
}
