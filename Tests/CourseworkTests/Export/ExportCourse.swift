import Charts

@testable import Coursework

/// A small course with every kind of question, and texts that are hard to write down.
enum ExportCourse {
  static let course = Course(
    id: "small", title: "Small & short", assignments: [assignment],
    secret: CourseSecret(Array("a secret of sixteen".utf8)))

  static let assignment = Assignment(
    id: "w1-all", version: 3, week: 1, title: "Ore: a/b {really}", outcome: "tell all kinds apart",
    statement: """
      A mine yields **{ore} kt** of ore at a grade of {grade:%} (`data.csv`), *not* "more" & not < less.

          metal = ore · grade {{x = 1}
      """,
    parameters: [
      Parameter("ore", 100...900, by: 10), Parameter("grade", 5...40, by: 5, decimals: 3),
    ],
    questions: [
      Question(
        "metal", "How much metal is in it?", points: 2, reading: "statement.md, 'Ore'",
        .number(
          in: .kilotonnes, answer: { $0["ore"] * $0["grade"] },
          mistakes: [
            Mistake("percent", credit: 0.5, "You took {grade:%} for a number: 50 < 100.") {
              $0["ore"] * $0["grade"] * 100
            },
            Mistake("ore-alone", "That is the ore.") { $0["ore"] },
          ])),
      Question(
        "tenth", "A tenth of the ore, to 0.5 kt?", points: 1.5, reading: "page 2",
        .number(in: .kilotonnes, tolerance: .absolute(0.5), answer: { $0["ore"] / 10 })),
      Question(
        "share", "The grade as a share?", reading: "page 3",
        .number(
          NumberItem(
            unit: .share, tolerance: .relative(0.01),
            conventions: [
              .init("mass", "by mass") { $0["grade"] },
              .init("ten", "by ten") { $0["grade"] / 10 },
            ]))),
      Question(
        "one", "Which is a metal?", reading: "page 4",
        .choice(
          ChoiceItem(
            options: [
              .init("a", "copper", feedback: "It is one."),
              .init("b", "granite: a=b#c", credit: 0.25, feedback: "A rock ~ of minerals."),
              .init("c", "{ore} stones", feedback: "No."),
            ], right: { _ in ["a"] }))),
      Question(
        "several", "Which are metals?", points: 3, reading: "page 5",
        .choice(
          ChoiceItem(
            options: [
              .init("a", "copper", feedback: "It is one."), .init("b", "zinc", feedback: "It is."),
              .init("c", "lead", feedback: "It is."), .init("d", "salt", feedback: "It is none."),
            ], isMultiple: true, right: { _ in ["a", "b", "c"] }))),
      Question(
        "pairs", "What is made of what?", points: 2, reading: "page 6",
        .match(
          MatchItem(
            left: [Thing("1", "cable"), Thing("2", "battery")],
            right: [Thing("a", "lead"), Thing("b", "copper"), Thing("c", "tin")],
            pairs: { _ in ["1": "b", "2": "a"] }))),
      Question(
        "order", "By density.", points: 2, reading: "page 7",
        .order(
          OrderItem(
            things: [Thing("x", "iron"), Thing("y", "gold"), Thing("z", "aluminium")],
            sense: "from the lightest to the heaviest", order: { _ in ["z", "x", "y"] }))),
      Question(
        "years", "Year by year (column `years` of `series.csv`)?", points: 2, reading: "page 8",
        .series(
          SeriesItem(
            unit: .kilotonnes, years: { _ in Array(2000...2008) },
            answer: { variant in (0...8).map { variant["ore"] * Double($0 + 1) } },
            mistakes: [
              Mistake("squared", credit: 0.75, "You squared ~ {{it}.") { variant in
                (0...8).map { variant["ore"] * Double(($0 + 1) * ($0 + 1)) }
              },
              Mistake("half", "That is half.") { variant in
                (0...8).map { variant["ore"] * Double($0 + 1) / 2 }
              },
            ]))),
    ],
    solution: "{answer.metal}",
    data: { variant in
      DataTable(
        columns: ["mine", "ore_kt"],
        rows: [[.text("A & B"), .number(variant["ore"])], [.text("C"), .missing]])
    })
}
