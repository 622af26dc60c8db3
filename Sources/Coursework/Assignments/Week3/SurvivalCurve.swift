internal import Charts
internal import UrbanMining

extension Assignment {
  /// Week 3: which curve fits which product, and reading it.
  static let survivalCurve = Assignment(
    id: "w3-curve", version: 1, week: 3, title: "How long do things stay?",
    outcome: "choose a survival curve for a product and read shares and ages from it",
    pathways: [.student, .recycler],
    statement: """
      The lifetime of a product is no single number: some fail early, some live long. A **survival curve** says
      which share of all that were put into use at one time is still in use at each age.

      A {product} stays in use for **{mean} years** on average. Its lifetime is a Weibull distribution of shape
      **{shape}**.

      ## What you need

      ### The Weibull distribution

          S(a) = exp(−(a / scale)^shape),     scale = mean / Γ(1 + 1/shape)

      In a spreadsheet: `=EXP(-((age/scale)^shape))` and `=mean/GAMMA(1+1/shape)`. A shape of 1 means that the same
      share fails every year, whatever the age. The larger the shape, the more do all fail at the same age.

      ### Share that is left, share that has left, and density

      S(a) is the share that is *left*; 1 − S(a) has left. The density is what leaves *per year* at an age.

      ### Mean and median

      At the median age half has left: S(median) = ½. Where some live very long, the mean is longer than the
      median.
      """,
    parameters: [
      Parameter("product", oneOf: ["pump", "machine", "cable", "pipe", "motor"]),
      Parameter("mean", 8...40), Parameter("shape", oneOf: [1.4, 1.6, 1.8, 2, 2.2, 2.5]),
      Parameter("part", 4...12, decimals: 1),
    ],
    facts: { ["age": $0.readAge, "scale": try $0.scale()] },
    questions: [
      Question(
        "curves", "Match each product with the curve that fits it best.", points: 2,
        reading: "statement.md, 'The Weibull distribution'",
        .match(
          MatchItem(
            left: [
              Thing("1", "beverage cans: all come back within the year"),
              Thing("2", "phones: lost, broken and replaced at any age"),
              Thing("3", "roofs: nearly all last 30 years, few reach 70"),
              Thing("4", "cars: some wrecked early, most worn out between 10 and 20 years"),
            ],
            right: [
              Thing("a", "the same share fails every year (exponential, shape 1)"),
              Thing("b", "a fixed lifetime"),
              Thing("c", "Weibull, shape 4, mean 50 years"),
              Thing("d", "Weibull, shape 2.5, mean 14 years"),
            ],
            pairs: { _ in ["1": "b", "2": "a", "3": "c", "4": "d"] }))),
      Question(
        "left",
        "Which share of the {product}s of one year is still in use after {age} years?", points: 2,
        reading: "statement.md, 'The Weibull distribution'",
        .number(
          in: .percent, tolerance: .absolute(0.3),
          answer: { 100 * (try $0.lifetime().survival(atAge: $0.readAge)) },
          mistakes: [
            Mistake(
              "mean-as-scale", credit: 0.5,
              "You used the mean of {mean} years as the scale. Work out the scale first: it is a little longer."
            ) { variant in
              let lifetime = try Lifetime.weibull(shape: variant["shape"], scale: variant["mean"])
              return 100 * lifetime.survival(atAge: variant.readAge)
            },
            Mistake(
              "gone", credit: 0.5,
              "This is the share that has left. The share that is left is the rest."
            ) { 100 * (1 - (try $0.lifetime().survival(atAge: $0.readAge))) },
            Mistake(
              "density", credit: 0.25,
              "This is what leaves in one year at that age: the density. Leave it out of the formula and take S(a)."
            ) { variant in
              try variant.lifetime().density(atAge: variant.readAge).map { 100 * $0 }
            },
            Mistake(
              "exponential", credit: 0.25,
              "You left out the shape: with the same share failing every year this would be right."
            ) { 100 * (try Lifetime.exponential(mean: $0["mean"]).survival(atAge: $0.readAge)) },
            Mistake(
              "straight-line",
              "You drew a straight line from all to nothing. The curve bends: use the formula."
            ) { 100 * max(0, 1 - $0.readAge / $0["mean"] / 2) },
          ],
          inYears: { 100 * (try $0.lifetime().survival(atAge: $0.readAge + Double($1))) })),
      Question(
        "median", "After how many years has half of them left?",
        reading: "statement.md, 'Mean and median'",
        .number(
          in: .years, tolerance: .relative(0.01), answer: { try $0.lifetime().median },
          mistakes: [
            Mistake(
              "mean", "This is the mean. Put it into S(a): a little less than half is left then."
            ) { $0["mean"] },
            Mistake(
              "half-mean", "You took half of the mean. Set S(a) to one half and solve for the age."
            ) { $0["mean"] / 2 },
            Mistake(
              "mean-as-scale", credit: 0.5,
              "You used the mean as the scale of the distribution. Work out the scale first."
            ) { try Lifetime.weibull(shape: $0["shape"], scale: $0["mean"]).median },
          ])),
      Question(
        "fixed",
        "You replace the curve by a fixed lifetime of the same mean. What happens to scrap in the first "
          + "years after a product has come to market?",
        reading: "statement.md, 'Share that is left, share that has left, and density'",
        .choice(
          ChoiceItem(
            options: [
              .init(
                "a", "there is none until the mean lifetime has passed, then it comes all at once",
                feedback: ""),
              .init(
                "b", "there is a little more of it",
                feedback: "With a fixed lifetime nothing leaves before its time."),
              .init(
                "c", "nothing changes, as the mean is the same",
                feedback: "The mean is the same, the years in which things leave are not."),
            ], right: { _ in ["a"] }))),
    ],
    hints: [
      Hint("Work out the scale first; it serves both calculations.", cost: 0),
      Hint("Left after {age} years: `=EXP(-(({age}/scale)^{shape}))`.", cost: 0.1),
      Hint(
        "For the median solve ½ = exp(−(a/scale)^shape): a = scale · (ln 2)^(1/shape).", cost: 0.2),
    ],
    solution: """
      The scale is {mean} / Γ(1 + 1/{shape}) = {scale:.3} years. After {age} years exp(−({age}/{scale:.3})^{shape}) =
      **{answer.left:.1} %** are left. Half has left after {scale:.3} · (ln 2)^(1/{shape}) = **{answer.median:.2} years**.
      Cans have a fixed lifetime, phones fail at any age, roofs have a steep curve, cars one in between. A fixed
      lifetime lets no scrap appear before its time.
      """,
    figure: { .panels(try $0.curvesChart()) })
}

extension Variant {
  fileprivate func lifetime() throws(LifetimeError) -> Lifetime {
    try .weibull(shape: self["shape"], mean: self["mean"])
  }

  /// The age that is asked about: a part of the mean, in whole years.
  fileprivate var readAge: Double { (self["part"] * self["mean"]).rounded() }

  fileprivate func scale() throws(LifetimeError) -> Double {
    try lifetime().age(atShareLeft: 1 - 0.367_879_441_171_442_33)
  }

  /// Curves of several shapes with the mean of the variant: to look at, not to read the answer from.
  fileprivate func curvesChart() throws -> PanelChart {
    let ages = (0...Int(2 * self["mean"])).map(Double.init)
    let curves: [(id: String, label: String, ink: PanelChart.Ink, shape: Double)] = [
      ("one", "Shape 1", .spent, 1),
      ("own", "Shape \(plainNumber(self["shape"]))", .primary, self["shape"]),
      ("six", "Shape 6", .reference, 6),
    ]
    return try PanelChart(
      caption: Caption(
        id: "curves", title: "One mean, three curves",
        subtitle:
          "Share still in use by age in years, Weibull, mean \(plainNumber(self["mean"])) years",
        footer: "w3-curve"),
      kind: "Line chart", horizontal: .age,
      panels: [
        PanelChart.Panel(
          unit: "share", positions: ages,
          layers: try curves.map { curve in
            let lifetime = try Lifetime.weibull(shape: curve.shape, mean: self["mean"])
            return .line(
              PanelChart.Line(
                id: curve.id, label: curve.label, ink: curve.ink,
                values: lifetime.survival(atAges: ages).map { ($0 * 1e4).rounded() / 1e4 }))
          })
      ],
      message: "The larger the shape, the more do all fail at the same age.")
  }
}
