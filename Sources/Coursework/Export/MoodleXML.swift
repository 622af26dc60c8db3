internal import Foundation
internal import ModelFiles
internal import UrbanMining

/// Questions as Moodle XML, for the import into a question bank (Moodle 4 and later).
///
/// Units are graded as part of the mark (`unitgradingtype` 1): without that Moodle takes `300 Mt` for
/// 300 kt. Tolerances are absolute, fractions are those of Moodle's list, and every question has an
/// `idnumber` of its own.
struct MoodleXML {
  let text: String

  /// The fractions that Moodle knows, in per cent.
  private static let fractions: [(value: Double, text: String)] = [
    (100, "100"), (90, "90"), (83.33333, "83.33333"), (80, "80"), (75, "75"), (70, "70"),
    (66.66667, "66.66667"), (60, "60"), (50, "50"), (40, "40"), (33.33333, "33.33333"),
    (30, "30"), (25, "25"), (20, "20"), (16.66667, "16.66667"), (14.28571, "14.28571"),
    (12.5, "12.5"), (11.11111, "11.11111"), (10, "10"), (5, "5"), (0, "0"),
  ]

  init(_ items: [ExportItem], course: String) {
    var questions: [XMLElement] = []
    var path: [String] = []
    for item in items.byQuestion {
      if item.path != path {
        path = item.path
        questions.append(MoodleXML.category([course] + path))
      }
      questions.append(MoodleXML.question(item))
    }
    text = XMLElement("quiz", elements: questions).document
  }

  private static func category(_ path: [String]) -> XMLElement {
    // A slash inside a name is written twice.
    let names = path.map { $0.replacing("/", with: "//") }.joined(separator: "/")
    return XMLElement(
      "question", ["type": "category"],
      elements: [
        XMLElement("category", elements: [XMLElement("text", text: "$course$/top/\(names)")])
      ])
  }

  private static func question(_ item: ExportItem) -> XMLElement {
    let (type, parts) = body(item.kind)
    return XMLElement(
      "question", ["type": type],
      elements: [
        XMLElement("name", elements: [XMLElement("text", text: item.title)]),
        text(of: item),
        html("generalfeedback", "<p>Read: \(XMLText.escaped(item.reading))</p>"),
        XMLElement("defaultgrade", text: plainNumber(item.points)),
        XMLElement("penalty", text: "0.3333333"), XMLElement("hidden", text: "0"),
        XMLElement("idnumber", text: item.id),
      ] + parts)
  }

  /// Moodle keeps the files of a text beside it.
  private static func text(of item: ExportItem) -> XMLElement {
    let image = item.figure.map { _ in ExportItem.image("@@PLUGINFILE@@/charts.svg") } ?? ""
    let text = html("questiontext", item.statement + image + item.prompt + note(item.kind))
    guard let figure = item.figure else { return text }
    let file = XMLElement(
      "file", ["name": "charts.svg", "path": "/", "encoding": "base64"],
      [.text(Data(figure.utf8).base64EncodedString())])
    return XMLElement(
      name: text.name, attributes: text.attributes, children: text.children + [.element(file)])
  }

  private static func note(_ kind: ExportItem.Kind) -> String {
    switch kind {
    case .number(let number): "<p>Answer \(XMLText.escaped(number.unitWords)), with its unit.</p>"
    case .order(_, let sense, _): "<p>Give each its place, \(XMLText.escaped(sense)).</p>"
    case .series(let series): clozeTable(series)
    case .choice, .match: ""
    }
  }

  private static func body(_ kind: ExportItem.Kind) -> (type: String, parts: [XMLElement]) {
    switch kind {
    case .number(let number): ("numerical", numerical(number))
    case .choice(let options, let isMultiple): ("multichoice", choice(options, isMultiple))
    case .match(let left, let right, let pairs): ("matching", matching(left, right, pairs))
    case .order(let things, _, let right): ("matching", places(things, right))
    case .series: ("cloze", [])
    }
  }

  private static func numerical(_ number: ExportItem.Number) -> [XMLElement] {
    func answer(_ value: Double, _ fraction: Double, _ feedback: String) -> XMLElement {
      XMLElement(
        "answer", ["fraction": nearest(fraction), "format": "moodle_auto_format"],
        elements: [
          XMLElement("text", text: plainNumber(value)), html("feedback", paragraph(feedback)),
          XMLElement("tolerance", text: plainNumber(number.width(at: value))),
        ])
    }
    let answers =
      number.right.map { answer($0, 1, "Right.") }
      + number.mistakes.map { answer($0.value, $0.credit, $0.feedback) }
    let wrong = XMLElement(
      "answer", ["fraction": "0", "format": "moodle_auto_format"],
      elements: [
        XMLElement("text", text: "*"),
        html("feedback", paragraph("Not right, and it matches none of the usual mistakes.")),
        XMLElement("tolerance", text: "0"),
      ])
    guard !number.unit.symbol.isEmpty else {
      return answers + [wrong, XMLElement("unitgradingtype", text: "0")]
        + [XMLElement("showunits", text: "3")]
    }
    let units = [(number.unit.symbol, 1.0)] + number.otherUnits
    return answers + [
      wrong,
      XMLElement(
        "units",
        elements: units.map { symbol, multiplier in
          XMLElement(
            "unit",
            elements: [
              XMLElement("multiplier", text: plainNumber(multiplier)),
              XMLElement("unit_name", text: symbol),
            ])
        }),
      XMLElement("unitgradingtype", text: "1"), XMLElement("unitpenalty", text: "0.1"),
      XMLElement("showunits", text: "0"), XMLElement("unitsleft", text: "0"),
    ]
  }

  private static func choice(_ options: [ExportItem.Option], _ isMultiple: Bool) -> [XMLElement] {
    [
      XMLElement("single", text: isMultiple ? "false" : "true"),
      XMLElement("shuffleanswers", text: "true"), XMLElement("answernumbering", text: "none"),
    ]
      + options.map { option in
        let share = options.share(of: option, isMultiple: isMultiple)
        return XMLElement(
          "answer", ["fraction": nearest(share), "format": "html"],
          [.element(XMLElement("text", [:], [.verbatim(option.text)]))]
            + [.element(html("feedback", paragraph(option.isRight ? "Right." : option.feedback)))])
      }
  }

  private static func matching(
    _ left: [Thing], _ right: [Thing], _ pairs: [String: String]
  ) -> [XMLElement] {
    let texts = Dictionary(right.map { ($0.id, $0.text) }) { first, _ in first }
    let used = Set(pairs.values)
    func subquestion(_ text: String, _ answer: String) -> XMLElement {
      XMLElement(
        "subquestion", ["format": "html"],
        elements: [
          XMLElement("text", [:], text.isEmpty ? [] : [.verbatim(MarkdownInline.markup(of: text))]),
          XMLElement("answer", elements: [XMLElement("text", text: answer)]),
        ])
    }
    return [XMLElement("shuffleanswers", text: "true")]
      + left.map { subquestion($0.text, pairs[$0.id].flatMap { texts[$0] } ?? "") }
      + right.filter { !used.contains($0.id) }.map { subquestion("", $0.text) }
  }

  private static func places(_ things: [Thing], _ right: [String]) -> [XMLElement] {
    let places = right.indices.map { Thing("\($0 + 1)", "\($0 + 1)") }
    let pairs = Dictionary(uniqueKeysWithValues: zip(right, places.map(\.id)))
    return matching(things, places, pairs)
  }

  /// The next fraction of the list that is not above the one wanted, in per cent.
  static func nearest(_ share: Double) -> String {
    let percent = (share * 100).magnitude
    let found = fractions.first { $0.value <= percent + 0.001 }?.text ?? "0"
    return share < 0 && found != "0" ? "-" + found : found
  }

  private static func paragraph(_ text: String) -> String {
    "<p>\(MarkdownInline.markup(of: text))</p>"
  }

  private static func html(_ name: String, _ markup: String) -> XMLElement {
    XMLElement(name, ["format": "html"], elements: [XMLElement("text", [:], [.verbatim(markup)])])
  }
}
