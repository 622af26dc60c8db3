internal import UrbanMining

extension QTIItem {
  /// A text entry, compared with the right value and then with each mistake.
  static func number(_ number: ExportItem.Number, points: Double) -> Parts {
    func condition(_ tag: String, _ value: Double, _ credit: Double, _ word: String) -> XMLElement {
      let (mode, width) =
        switch number.tolerance {
        case .relative(let share): ("relative", plainNumber(ExportItem.tidy(share * 100)))
        case .absolute(let width): ("absolute", plainNumber(width))
        }
      return XMLElement(
        tag,
        elements: [
          XMLElement(
            "equal", ["toleranceMode": mode, "tolerance": "\(width) \(width)"],
            elements: [variable("RESPONSE"), base("float", plainNumber(value))])
        ] + outcome(points * credit, feedback: word))
    }
    let rights = number.right.enumerated().map { index, value in
      condition(index == 0 ? "responseIf" : "responseElseIf", value, 1, "right")
    }
    let mistakes = number.mistakes.enumerated().map { index, mistake in
      condition("responseElseIf", mistake.value, mistake.credit, "mistake-\(index + 1)")
    }
    let otherwise = XMLElement("responseElse", elements: outcome(0, feedback: "wrong"))
    return Parts(
      response: response("single", "float", right: [plainNumber(number.right[0])]),
      interaction: XMLElement(
        "p", [:],
        [
          .text("Answer \(number.unitWords), the number alone: "),
          .element(
            XMLElement(
              "textEntryInteraction", ["responseIdentifier": "RESPONSE", "expectedLength": "12"])),
        ]),
      processing: XMLElement(
        "responseProcessing",
        elements: [XMLElement("responseCondition", elements: rights + mistakes + [otherwise])]),
      feedback: [
        ("right", "Right."),
        ("wrong", "Not right, and it matches none of the usual mistakes."),
      ]
        + number.mistakes.enumerated().map { index, mistake in
          ("mistake-\(index + 1)", mistake.feedback)
        })
  }

  /// Options, each worth what choosing it earns or costs.
  static func choice(
    _ options: [ExportItem.Option], _ isMultiple: Bool, points: Double
  ) -> Parts {
    let mapping = XMLElement(
      "mapping",
      ["lowerBound": "0", "upperBound": plainNumber(points), "defaultValue": "0"],
      elements: options.map { option in
        let share = options.share(of: option, isMultiple: isMultiple)
        return XMLElement(
          "mapEntry",
          ["mapKey": name("o-", option.id), "mappedValue": plainNumber(share * points)])
      })
    return Parts(
      response: response(
        isMultiple ? "multiple" : "single", "identifier",
        right: options.filter(\.isRight).map { name("o-", $0.id) }, mapping: mapping),
      interaction: XMLElement(
        "choiceInteraction",
        [
          "responseIdentifier": "RESPONSE", "shuffle": "true", "maxChoices": isMultiple ? "0" : "1",
        ],
        elements: options.map { option in
          XMLElement(
            "simpleChoice", ["identifier": name("o-", option.id)], [.markup(option.text)])
        }),
      processing: mapped(isMultiple ? nil : "RESPONSE"),
      feedback: isMultiple
        ? []
        : options.map { option in
          (name("o-", option.id), option.isRight ? "Right." : option.feedback)
        })
  }

  /// Pairs, each worth its share.
  static func match(
    _ left: [Thing], _ right: [Thing], _ pairs: [String: String], points: Double
  ) -> Parts {
    let keys = left.compactMap { thing in
      pairs[thing.id].map { "\(name("l-", thing.id)) \(name("r-", $0))" }
    }
    func side(_ things: [Thing], _ prefix: String, most: String) -> XMLElement {
      XMLElement(
        "simpleMatchSet",
        elements: things.map { thing in
          XMLElement(
            "simpleAssociableChoice",
            ["identifier": name(prefix, thing.id), "matchMax": most],
            [.markup(MarkdownInline.markup(of: thing.text))])
        })
    }
    return Parts(
      response: response(
        "multiple", "directedPair", right: keys,
        mapping: XMLElement(
          "mapping", ["defaultValue": "0"],
          elements: keys.map {
            XMLElement(
              "mapEntry",
              ["mapKey": $0, "mappedValue": plainNumber(points / Double(keys.count))])
          })),
      interaction: XMLElement(
        "matchInteraction",
        [
          "responseIdentifier": "RESPONSE", "shuffle": "true",
          "maxAssociations": "\(left.count)",
        ],
        elements: [side(left, "l-", most: "1"), side(right, "r-", most: "0")]),
      processing: mapped(nil), feedback: [])
  }

  /// Things to bring into an order, right as a whole.
  static func order(
    _ things: [Thing], _ sense: String, _ right: [String], points: Double
  ) -> Parts {
    Parts(
      response: response("ordered", "identifier", right: right.map { name("t-", $0) }),
      interaction: XMLElement(
        "orderInteraction", ["responseIdentifier": "RESPONSE", "shuffle": "true"],
        elements: [XMLElement("prompt", text: "Bring them into their order, \(sense).")]
          + things.map { thing in
            XMLElement(
              "simpleChoice", ["identifier": name("t-", thing.id)],
              [.markup(MarkdownInline.markup(of: thing.text))])
          }),
      processing: XMLElement(
        "responseProcessing",
        elements: [
          XMLElement(
            "responseCondition",
            elements: [
              XMLElement(
                "responseIf",
                elements: [
                  XMLElement(
                    "match",
                    elements: [
                      variable("RESPONSE"), XMLElement("correct", ["identifier": "RESPONSE"]),
                    ])
                ] + outcome(points, feedback: "right")),
              XMLElement("responseElse", elements: outcome(0, feedback: "wrong")),
            ])
        ]),
      feedback: [("right", "Right."), ("wrong", "Not yet the right order.")])
  }

  /// The score is the sum of what was chosen; the feedback that of the one option, if there is one.
  private static func mapped(_ feedback: String?) -> XMLElement {
    let score = set("SCORE", XMLElement("mapResponse", ["identifier": "RESPONSE"]))
    let words = feedback.map { [set("FEEDBACK", variable($0))] } ?? []
    return XMLElement("responseProcessing", elements: [score] + words)
  }
}
