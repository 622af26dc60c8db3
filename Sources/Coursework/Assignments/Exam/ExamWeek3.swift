internal import Foundation

extension ExamPart {
  /// Stocks and flows.
  static let week3 = ExamPart(
    parameters: [
      Parameter("e3stock", 400...900, by: 50), Parameter("e3in", 30...70, by: 5),
      Parameter("e3leaves", 2...5, decimals: 2),
      Parameter("e3fleet", 20...60, by: 4), Parameter("e3sold", 20...36, by: 2, decimals: 1),
      Parameter("e3first", 20...80, by: 5), Parameter("e3growth", 5...9, decimals: 2),
      Parameter("e3life", 8...14), Parameter("e3later", 5...9),
      Parameter("e3people", 10...40, by: 2), Parameter("e3head", 60...180, by: 10),
      Parameter("e3more", 8...18, by: 2, decimals: 3),
    ],
    facts: {
      ["e3year": 2000 + $0["e3life"] + $0["e3later"], "e3bought": 2000 + $0["e3later"]]
    },
    numbers: [
      Question(
        "two-years-on",
        "A stock of {e3stock} kt takes in {e3in} kt a year. In each year {e3leaves:%} of what was there at its beginning leaves. How "
          + "large is the stock after two years?",
        reading: "w3-balance, 'Mass balance'",
        why:
          "Twice: what was there, less {e3leaves:%} of it, and {e3in} kt. **{answer.two-years-on:.2} kt**.",
        .number(
          in: .kilotonnes, tolerance: .relative(0.001), answer: { $0.aged(years: 2) },
          mistakes: [
            Mistake("one-year", credit: 0.5, "This is the stock after one year.") {
              $0.aged(years: 1)
            },
            Mistake("no-outflow", "You left out what leaves.") { $0["e3stock"] + 2 * $0["e3in"] },
            Mistake("no-inflow", credit: 0.25, "You left out what comes in.") {
              $0["e3stock"] * pow(1 - $0["e3leaves"], 2)
            },
          ])),
      Question(
        "how-long",
        "For years {e3fleet} million bicycles have been in use in a country, and {e3sold} million are bought each year. How long does a "
          + "bicycle stay in use on average?",
        reading: "w3-little, 'Little's law'",
        why:
          "Little's law the other way round: {e3fleet} / {e3sold} = **{answer.how-long:.2} years**.",
        .number(
          in: .years, answer: { $0["e3fleet"] / $0["e3sold"] },
          mistakes: [
            Mistake("half", credit: 0.25, "This is how old they are if all live equally long.") {
              $0["e3fleet"] / $0["e3sold"] / 2
            },
            Mistake("product", "You multiplied. The stock is inflow times lifetime.") {
              $0["e3fleet"] * $0["e3sold"]
            },
          ])),
      Question(
        "coming-back",
        "In 2000 {e3first} kt of a product were sold, each year after it {e3growth:%} more. Every piece is used for exactly {e3life} "
          + "years. How much leaves use in {e3year}?",
        reading: "w3-curve, 'Share that is left, share that has left, and density'",
        why: "What was sold in {e3bought} leaves then: **{answer.coming-back:.2} kt**.",
        .number(
          in: .kilotonnesPerYear,
          answer: { $0["e3first"] * pow(1 + $0["e3growth"], $0["e3later"]) },
          mistakes: [
            Mistake(
              "sold-then", "This is what is sold in {e3year}. When was what leaves then sold?"
            ) { $0["e3first"] * pow(1 + $0["e3growth"], $0["e3later"] + $0["e3life"]) },
            Mistake("first-year", credit: 0.25, "You took the sales of 2000. Those left earlier.") {
              $0["e3first"]
            },
            Mistake("straight", credit: 0.25, "Growth builds on growth: take the power.") {
              $0["e3first"] * (1 + $0["e3growth"] * $0["e3later"])
            },
          ])),
      Question(
        "same-per-head",
        "{e3people} million people have {e3head} kg of copper in use each, and {e3leaves:%} of the stock leaves use in a year. The "
          + "population grows by {e3more:%} a year. How much copper must enter use this year for the stock per head to stay the same?",
        reading: "w3-demand, 'Inflow = growth + replacement'",
        why:
          "Growth and replacement of {e3people} · {e3head} kt: **{answer.same-per-head:.2} kt/yr**.",
        .number(
          in: .kilotonnesPerYear,
          answer: { $0["e3people"] * $0["e3head"] * ($0["e3more"] + $0["e3leaves"]) },
          mistakes: [
            Mistake("growth-alone", credit: 0.5, "You left out the replacement of what leaves.") {
              $0["e3people"] * $0["e3head"] * $0["e3more"]
            },
            Mistake(
              "replacement-alone", credit: 0.5,
              "You left out that there are more people every year."
            ) { $0["e3people"] * $0["e3head"] * $0["e3leaves"] },
          ],
          population: { $0["e3people"] * 1e6 })),
    ],
    words: [
      Question(
        "longer-use",
        "As many cars have been bought every year for 50 years. Now cars begin to be used for longer, and as many are bought as before. "
          + "The number of cars in use …",
        reading: "w3-little, 'Little's law'",
        why:
          "**{answer.longer-use}**: inflow times a longer lifetime is a larger stock, once it is steady again.",
        .choice(
          ChoiceItem(
            options: [
              .init(
                "a", "stays the same, as no more are bought",
                feedback: "Fewer leave than before, for a while."),
              .init("b", "grows for a time, then stands still at a higher level", feedback: ""),
              .init(
                "c", "grows without end", feedback: "What happens once the longer life is over?"),
              .init("d", "falls, as fewer are scrapped", feedback: "Those that stay are in use."),
            ], right: { _ in ["b"] }))),
      Question(
        "ways-to-work", "Match each way to work with what it takes as given.",
        reading: "w3-demand, 'Inflow = growth + replacement'",
        why: "**{answer.ways-to-work}**.",
        .match(
          MatchItem(
            left: [
              Thing("1", "inflow-driven"), Thing("2", "stock-driven"), Thing("3", "Little's law"),
              Thing("4", "mass balance"),
            ],
            right: [
              Thing("a", "an inflow that has not changed for long"),
              Thing("b", "what entered use in each year"),
              Thing("c", "the price of the metal"),
              Thing("d", "what people have in use in each year"),
              Thing("e", "all flows of a process but one"),
            ], pairs: { _ in ["1": "b", "2": "d", "3": "a", "4": "e"] }))),
      Question(
        "age-of-scrap", "Order the products by how long ago the metal in their scrap entered use.",
        reading: "w3-curve, 'Mean and median'",
        why: "**{answer.age-of-scrap}**: weeks, some years, 15 years, half a century.",
        .order(
          OrderItem(
            things: [
              Thing("C", "cars"), Thing("B", "buildings"), Thing("D", "drink cans"),
              Thing("P", "phones"),
            ], sense: "from the shortest time to the longest", order: { _ in ["D", "P", "C", "B"] })
        )
      ),
      Question(
        "open-balance",
        "The balance of a use process does not close: inflow − outflow is not the change of the stock. Which can be the reason? Name all.",
        reading: "w3-balance, 'Where an error shows'",
        why: "**{answer.open-balance}**: metal does not go anywhere without a flow.",
        .choice(
          ChoiceItem(
            options: [
              .init(
                "a", "one of the flows was measured wrongly",
                feedback: "A wrong number is a reason."),
              .init(
                "b", "used products were exported, and nobody counted them",
                feedback: "A flow that was left out is a reason."),
              .init(
                "c", "the stock was counted in the middle of the year, the flows over all of it",
                feedback: "Stock and flows must belong to the same time."),
              .init(
                "d", "the metal became less by being used",
                feedback: "What wears off goes somewhere: that is a flow as well."),
            ], isMultiple: true, right: { _ in ["a", "b", "c"] }))),
    ])
}

extension Variant {
  /// kt after so many years, of which each takes a share of what was there at its beginning.
  fileprivate func aged(years: Int) -> Double {
    (0..<years).reduce(self["e3stock"]) { stock, _ in
      stock * (1 - self["e3leaves"]) + self["e3in"]
    }
  }
}
