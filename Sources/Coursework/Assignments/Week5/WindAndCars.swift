internal import Charts
internal import UrbanMining

extension Assignment {
  /// Week 5: critical metals for wind turbines and electric cars.
  static let windAndCars = Assignment(
    id: "w5-critical", version: 2, week: 5, title: "Magnets for the wind",
    outcome: "derive metal demand and future scrap from a path of capacity",
    statement: """
      A region plans its wind power: at the end of 2020 **{capacity} GW** stand, and the capacity grows by **{add} GW** every year
      (`data.csv`). A turbine lives **{years} years** (all of them as long; the first were built in 2001, and as many each
      year until 2020). The magnets of a turbine with a **{turbine}** hold **{content} kg** of {metal} per MW. An electric
      car holds {car} kg of {metal}. (Means of the literature, from the bundled table `cleantech-contents`.)

      ## What you need

      ### Stock-driven

      New turbines are the growth of the capacity and the replacement of what is taken down:

          built = growth + taken down

      What is taken down in a year is what was built one lifetime before.

      ### Metal

      kg per MW times GW are tonnes.
      """,
    parameters: [
      Parameter("capacity", 20...60, by: 4), Parameter("add", 5...12),
      Parameter("years", oneOf: [20, 22, 25]),
      Parameter("metal", oneOf: ["neodymium", "dysprosium"]),
      Parameter("turbine", oneOf: WindPower.turbines.map(\.title)),
      Parameter("rate", 30...80, by: 10, decimals: 2), Parameter("cars", 40...900, by: 20),
    ],
    facts: {
      [
        "old": $0["capacity"] / 20, "taken": try $0.wind.takenDown(in: 2030),
        "content": try $0.wind.content(), "car": try $0.wind.contentOfCar(),
      ]
    },
    questions: [
      Question(
        "built", "How much capacity is built in 2030?", points: 2,
        reading: "statement.md, 'Stock-driven'",
        .number(
          in: .gigawatts, answer: { try $0.wind.built(in: 2030) },
          mistakes: [
            Mistake(
              "growth-alone", credit: 0.5,
              "You counted the growth alone. Old turbines are replaced as well."
            ) { $0["add"] },
            Mistake(
              "share-of-stock", credit: 0.25,
              "You replaced one {years}th of the whole capacity. What is taken down was built one lifetime ago, when less was built."
            ) { $0["add"] + ($0["capacity"] + 10 * $0["add"]) / $0["years"] },
          ])),
      Question(
        "demand", "How much {metal} do the turbines built in 2030 take?",
        reading: "statement.md, 'Metal'",
        .number(
          in: .tonnes, answer: { try $0.wind.built(in: 2030) * $0.wind.content() },
          mistakes: [
            Mistake(
              "stock", "This is the {metal} of the whole capacity. How much is built in 2030?"
            ) {
              try ($0["capacity"] + 10 * $0["add"]) * $0.wind.content()
            }
          ],
          carried: NumberItem.Carried(from: ["built"]) { variant, earlier in
            try (earlier["built"] ?? 0) * variant.wind.content()
          })),
      Question(
        "share",
        "Of the {metal} in turbines that are taken down **{rate:%}** is recycled. Which share of the turbines' demand of 2030 is "
          + "that, in %?", points: 2, reading: "statement.md, 'Stock-driven'",
        .number(
          in: .percent,
          answer: {
            100 * $0["rate"] * (try $0.wind.takenDown(in: 2030)) / (try $0.wind.built(in: 2030))
          },
          mistakes: [
            Mistake("all-recycled", credit: 0.5, "You recycled all of what is taken down.") {
              100 * (try $0.wind.takenDown(in: 2030)) / (try $0.wind.built(in: 2030))
            },
            Mistake(
              "over-growth", credit: 0.25,
              "You divided by the growth. The demand counts all that is built."
            ) {
              100 * $0["rate"] * (try $0.wind.takenDown(in: 2030)) / $0["add"]
            },
          ],
          carried: NumberItem.Carried(from: ["built"]) { variant, earlier in
            100 * variant["rate"] * (try variant.wind.takenDown(in: 2030)) / (earlier["built"] ?? 0)
          })),
      Question(
        "cars",
        "In 2030 {cars} thousand electric cars are sold. How much {metal} do turbines and cars take together?",
        reading: "statement.md, 'Metal'",
        .number(
          in: .tonnes,
          answer: {
            try $0.wind.built(in: 2030) * $0.wind.content() + $0["cars"] * $0.wind.contentOfCar()
          },
          mistakes: [
            Mistake("cars-alone", credit: 0.25, "These are the cars alone.") {
              try $0["cars"] * $0.wind.contentOfCar()
            }
          ],
          carried: NumberItem.Carried(from: ["demand"]) { variant, earlier in
            try (earlier["demand"] ?? 0) + variant["cars"] * variant.wind.contentOfCar()
          })),
      Question(
        "when", "When can recycled {metal} meet most of the turbines' demand?",
        reading: "statement.md, 'Stock-driven'",
        .choice(
          ChoiceItem(
            options: [
              .init(
                "a", "once the capacity has stopped growing for about one lifetime", feedback: ""),
              .init(
                "b", "as soon as all magnets are recycled",
                feedback: "While the capacity grows, more is built than taken down."),
              .init(
                "c", "as soon as the first turbines are taken down",
                feedback: "How many were built in those years, compared with now?"),
            ], right: { _ in ["a"] }))),
    ],
    hints: [
      Hint(
        "Until 2020 the same capacity was built every year: {capacity} GW over 20 years.", cost: 0),
      Hint(
        "A turbine of 2030 − {years} is taken down in 2030, if that year is 2001 or later.",
        cost: 0.1),
      Hint("Built in 2030 is {add} GW of growth and what is taken down in 2030.", cost: 0.2),
    ],
    solution: """
      Each year from 2001 to 2020 {old:.1} GW were built. In 2030 {taken:.2} GW are taken down, so that **{answer.built:.2} GW** are
      built, which take **{answer.demand:.0} t** of {metal}. Recycling gives **{answer.share:.1} %** of that. With the cars it is
      **{answer.cars:.0} t**. Only when capacity stops growing does as much come down as goes up.
      """,
    data: { $0.wind.path.table },
    figure: { .panels(try $0.wind.chart()) })
}

extension Variant {
  fileprivate var wind: WindPower { WindPower(self) }
}
