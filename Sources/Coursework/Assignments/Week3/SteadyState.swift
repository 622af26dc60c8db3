internal import Charts
internal import UrbanMining

extension Assignment {
  /// Week 3: a stock whose inflow has been the same for long.
  static let steadyState = Assignment(
    id: "w3-little", version: 1, week: 3, title: "A stock that stands still",
    outcome: "estimate a stock, its turnover and its age from inflow and mean lifetime",
    statement: """
      A town replaces the copper of its buildings as it fails: for a century **{inflow} kt** have entered use
      each year, and as much has left. The copper stays for **{years} years** on average.

      Its street lights are another steady stock. They live **{mean} years** on average, with a Weibull
      distribution of shape **{shape}** (so that its standard deviation is {deviation:.3} years).

      ## What you need

      ### Little's law

      Where inflow and outflow have been the same for long,

          stock = inflow · mean lifetime

      whatever the lifetimes are distributed like. It is the law of queues, and of everything that waits.

      ### The age of what is in use

      If everything lived equally long, the things in use would be half that old on average. Where lifetimes
      differ, those that live long are met more often, and the mean age is

          mean age = (mean² + sd²) / (2 · mean)
      """,
    parameters: [
      Parameter("inflow", 5...40), Parameter("years", 15...45),
      Parameter("shape", oneOf: [1.5, 2, 2.5, 3]), Parameter("mean", 12...36),
    ],
    facts: { ["deviation": try $0.lights().standardDeviation] },
    questions: [
      Question(
        "stock", "How much copper is in use in the buildings?", points: 2,
        reading: "statement.md, 'Little's law'",
        .number(
          in: .kilotonnes, answer: { $0["inflow"] * $0["years"] },
          mistakes: [
            Mistake(
              "quotient",
              "You divided. More inflow and longer lives both make the stock larger: multiply them."
            ) { $0["years"] / $0["inflow"] },
            Mistake(
              "half", credit: 0.25,
              "You took half. Little's law needs the whole lifetime, not the mean age of what is in use."
            ) { $0["inflow"] * $0["years"] / 2 },
            Mistake(
              "century",
              "You added up the inflow of a century. Most of that has left again."
            ) { $0["inflow"] * 100 },
          ])),
      Question(
        "turnover", "Which share of the copper in the buildings is replaced each year, in %?",
        reading: "statement.md, 'Little's law'",
        .number(
          in: .percent, answer: { 100 / $0["years"] },
          carried: NumberItem.Carried(from: ["stock"]) { variant, earlier in
            100 * variant["inflow"] / (earlier["stock"] ?? 0)
          })),
      Question(
        "age", "How old are the street lights that are in use, on average?", points: 2,
        reading: "statement.md, 'The age of what is in use'",
        .number(
          in: .years, answer: { try $0.meanAge() },
          mistakes: [
            Mistake(
              "half-lifetime", credit: 0.5,
              "Half the lifetime is right only where all live equally long. Lights that live long are met more "
                + "often."
            ) { $0["mean"] / 2 },
            Mistake(
              "lifetime",
              "This is how long lights live. Those in use have not reached their end yet."
            ) { $0["mean"] },
            Mistake(
              "minus", credit: 0.5,
              "Lives that differ make the mean age larger and not smaller: look at the sign before the variance."
            ) { $0["mean"] - (try $0.meanAge()) },
          ])),
      Question(
        "growing",
        "Another town has the same inflow this year and the same mean lifetime, but its inflow has grown for "
          + "decades. Its stock is …", reading: "statement.md, 'Little's law'",
        .choice(
          ChoiceItem(
            options: [
              .init(
                "a", "the same", feedback: "Look at what entered use ten years ago in each town."),
              .init(
                "b", "smaller than inflow times lifetime",
                feedback:
                  "What is in use entered earlier: was that more or less than today's inflow?"),
              .init(
                "c", "larger than inflow times lifetime",
                feedback:
                  "What is in use entered earlier: was that more or less than today's inflow?"),
            ], right: { _ in ["b"] }))),
    ],
    hints: [
      Hint("kt per year times years are kt: let the units lead you.", cost: 0),
      Hint("The turnover is the inflow divided by the stock, and so 1 / lifetime.", cost: 0.1),
      Hint(
        "The mean age is half the mean lifetime plus the variance divided by twice the mean lifetime.",
        cost: 0.2),
    ],
    solution: """
      In the buildings are {inflow} kt/yr · {years} yr = **{answer.stock:.0} kt**, and {answer.turnover:.2} % of them
      are replaced each year. The street lights in use are ({mean}² + {deviation:.3}²) / (2 · {mean}) =
      **{answer.age:.3} years** old on average, more than half of {mean}. Where inflow has grown, what is in use
      entered when inflow was smaller: the stock is smaller than inflow times lifetime.
      """,
    figure: { .panels(try $0.lightsChart()) })
}

extension Variant {
  fileprivate func lights() throws(LifetimeError) -> Lifetime {
    try .weibull(shape: self["shape"], mean: self["mean"])
  }

  /// Years: the mean age of a stock whose inflow has always been the same, ∫ a·S da / ∫ S da.
  fileprivate func meanAge() throws(LifetimeError) -> Double {
    let lights = try lights()
    let deviation = lights.standardDeviation
    return (lights.mean * lights.mean + deviation * deviation) / (2 * lights.mean)
  }

  fileprivate func lightsChart() throws -> PanelChart {
    let lights = try lights()
    let ages = (0...Int(lights.age(atShareLeft: 0.995).rounded(.up))).map(Double.init)
    return try PanelChart(
      caption: Caption(
        id: "lights", title: "Some lights fail early, some live twice as long as others",
        subtitle: "Share of the street lights of one year that still shine, by age in years",
        footer: "w3-little"),
      kind: "Line chart", horizontal: .age,
      panels: [
        PanelChart.Panel(
          unit: "share", positions: ages,
          layers: [
            .line(
              PanelChart.Line(
                id: "survival", label: "Still in use", ink: .primary,
                values: lights.survival(atAges: ages)))
          ])
      ],
      message: "The share falls slowly at first, then fast, then slowly.")
  }
}
