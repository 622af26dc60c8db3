@testable import Coursework

/// Small assignments for tests, whose answers are plain to see.
enum Samples {
  /// Numbers of which the second follows from the first: 2·x and 6·x kt.
  static let chain = Assignment(
    id: "w9-chain", version: 1, week: 9, title: "A chain", outcome: "double and triple",
    statement: "Given is {x} kt, a share of {share:%}.",
    parameters: [Parameter("x", 10...90), Parameter("share", 1...9, decimals: 2)],
    questions: [
      Question(
        "a", "Double {x} kt.", points: 2, reading: "page 1",
        .number(
          in: .kilotonnes, tolerance: .relative(0.01), answer: { 2 * $0["x"] },
          mistakes: [
            Mistake("added", credit: 0.5, "You added to {x}.") { $0["x"] + 3 },
            Mistake("other-way", isConvention: true, "Count from the other end.") { 2.2 * $0["x"] },
            Mistake("never", "This can't happen here.") { _ in nil },
          ],
          inYears: { (2 + 0.3 * Double($1)) * $0["x"] }, population: { _ in 7e6 })),
      Question(
        "b", "Triple your answer.", reading: "page 2",
        .number(
          in: .kilotonnes, answer: { 6 * $0["x"] },
          carried: NumberItem.Carried(from: ["a"]) { 3 * ($1["a"] ?? $0["x"]) })),
    ],
    hints: [Hint("Look at {x}.", cost: 0), Hint("Think.", cost: 0.25)],
    solution: "2 · {x} is {answer.a:.1}.")

  /// A value with three conventions of which the learner names one.
  static let declared = Assignment(
    id: "w9-declared", version: 1, week: 9, title: "Conventions", outcome: "name one",
    statement: "Nothing.", parameters: [Parameter("x", 10...90)],
    questions: [
      Question(
        "a", "How much?", reading: "page 3",
        .number(
          NumberItem(
            unit: .share, tolerance: .relative(0.01),
            conventions: [
              .init("start", "at the start") { $0["x"] },
              .init("end", "at the end") { 1.1 * $0["x"] },
            ])))
    ], solution: "")

  /// Stock and outflow by year of a constant inflow of 10 that all stays for two years.
  static let years = Assignment(
    id: "w9-years", version: 1, week: 9, title: "Years", outcome: "count",
    statement: "Nothing.",
    questions: [
      Question(
        "stock", "Stock", points: 4, reading: "page 4",
        .series(
          SeriesItem(
            unit: .kilotonnes, years: { _ in [2001, 2002, 2003, 2004] },
            answer: { _ in [10, 20, 20, 20] },
            mistakes: [
              Mistake("all-stays", credit: 0.25, "Some leaves.") { _ in [10, 20, 30, 40] }
            ]))),
      Question(
        "outflow", "Outflow", points: 4, reading: "page 5",
        .series(
          SeriesItem(
            unit: .kilotonnesPerYear, tolerance: .absolute(0.1),
            years: { _ in [2001, 2002, 2003, 2004] }, answer: { _ in [0, 0, 10, 10] }))),
    ],
    solution: "",
    balances: [OwnBalance(stock: "stock", outflow: "outflow") { _ in [10, 10, 10, 10] }])

  /// Options, pairs and an order.
  static let words = Assignment(
    id: "w9-words", version: 1, week: 9, title: "Words", outcome: "choose",
    statement: "Nothing.", parameters: [Parameter("metal", oneOf: ["copper", "zinc"])],
    questions: [
      Question(
        "one", "One of these.", reading: "page 6",
        .choice(
          ChoiceItem(
            options: [
              .init("a", "first", feedback: ""),
              .init("b", "second", credit: 0.25, feedback: "Not b."),
              .init("c", "third", feedback: "Not c."),
            ], right: { _ in ["a"] }))),
      Question(
        "some", "All that are true.", points: 2, reading: "page 7",
        .choice(
          ChoiceItem(
            options: [
              .init("a", "first", feedback: "a is true."),
              .init("b", "second", feedback: "b is false."),
              .init("c", "third", feedback: "c is true."),
            ], isMultiple: true, right: { _ in ["a", "c"] }))),
      Question(
        "pairs", "Match.", points: 3, reading: "page 8",
        .match(
          MatchItem(
            left: [Thing("1", "one"), Thing("2", "two"), Thing("3", "three")],
            right: [Thing("x", "ex"), Thing("y", "why"), Thing("z", "zed")],
            pairs: { _ in ["1": "z", "2": "x", "3": "y"] }))),
      Question(
        "row", "Order.", reading: "page 9",
        .order(
          OrderItem(
            things: [Thing("p", "P"), Thing("q", "Q"), Thing("r", "R"), Thing("s", "S")],
            sense: "from the largest", order: { _ in ["q", "s", "p", "r"] }))),
    ], solution: "")

  /// A variant of ``chain`` with 40 kt.
  static func forty() throws -> Variant {
    try Variant(of: chain, values: ["x": 40, "share": 0.05])
  }

  /// The marking of one answer to one question of ``chain`` with 40 kt.
  static func marked(_ text: String, question: String = "a") throws -> QuestionMarking? {
    try Marker.mark([Response(question: question, text: text)], to: chain, forty())[question]
  }
}
