internal import UrbanMining

/// One question as an item of QTI 2.1.
struct QTIItem {
  let element: XMLElement

  private static let namespace = "http://www.imsglobal.org/xsd/imsqti_v2p1"

  init(_ item: ExportItem) {
    let parts: Parts =
      switch item.kind {
      case .number(let number): QTIItem.number(number, points: item.points)
      case .choice(let options, let isMultiple):
        QTIItem.choice(options, isMultiple, points: item.points)
      case .match(let left, let right, let pairs):
        QTIItem.match(left, right, pairs, points: item.points)
      case .order(let things, let sense, let right):
        QTIItem.order(things, sense, right, points: item.points)
      case .series: preconditionFailure("a series is asked year by year, as sampled items")
      }
    element = XMLElement(
      "assessmentItem",
      [
        "xmlns": QTIItem.namespace, "identifier": item.id, "title": item.title,
        "adaptive": "false", "timeDependent": "false",
      ],
      elements: [
        parts.response,
        XMLElement(
          "outcomeDeclaration",
          ["identifier": "SCORE", "cardinality": "single", "baseType": "float"],
          elements: [XMLElement("defaultValue", elements: [XMLElement("value", text: "0")])]),
        XMLElement(
          "outcomeDeclaration",
          ["identifier": "FEEDBACK", "cardinality": "single", "baseType": "identifier"]),
        XMLElement(
          "itemBody", [:],
          [
            .element(
              XMLElement("div", [:], [.markup(item.statement + QTIItem.image(item) + item.prompt)])),
            .element(parts.interaction),
          ]),
        parts.processing,
      ]
        + parts.feedback.map { id, words in
          QTIItem.feedback(id, words == "Right." ? words : "\(words) Read: \(item.reading)")
        })
  }

  /// What differs between kinds of question.
  struct Parts {
    let response: XMLElement
    let interaction: XMLElement
    let processing: XMLElement
    /// What is said, by the identifier that FEEDBACK has then.
    let feedback: [(id: String, words: String)]
  }

  // MARK: - Pieces

  static func response(
    _ cardinality: String, _ type: String, right: [String], mapping: XMLElement? = nil
  ) -> XMLElement {
    XMLElement(
      "responseDeclaration",
      ["identifier": "RESPONSE", "cardinality": cardinality, "baseType": type],
      elements: [
        XMLElement("correctResponse", elements: right.map { XMLElement("value", text: $0) })
      ] + (mapping.map { [$0] } ?? []))
  }

  /// The charts lie in a folder beside the items.
  private static func image(_ item: ExportItem) -> String {
    item.figure.map { _ in ExportItem.image("../images/\(item.id).svg") } ?? ""
  }

  static func base(_ type: String, _ value: String) -> XMLElement {
    XMLElement("baseValue", ["baseType": type], [.text(value)])
  }

  static func variable(_ name: String) -> XMLElement {
    XMLElement("variable", ["identifier": name])
  }

  static func set(_ name: String, _ value: XMLElement) -> XMLElement {
    XMLElement("setOutcomeValue", ["identifier": name], elements: [value])
  }

  static func outcome(_ points: Double, feedback: String) -> [XMLElement] {
    [
      set("SCORE", base("float", plainNumber(points))),
      set("FEEDBACK", base("identifier", feedback)),
    ]
  }

  static func feedback(_ identifier: String, _ text: String) -> XMLElement {
    XMLElement(
      "modalFeedback",
      ["outcomeIdentifier": "FEEDBACK", "identifier": identifier, "showHide": "show"],
      [.markup("<p>\(MarkdownInline.markup(of: text))</p>")])
  }

  /// An identifier from a word that may begin with a digit.
  static func name(_ prefix: String, _ id: String) -> String {
    prefix + id.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") ? $0 : "_" }
  }
}
