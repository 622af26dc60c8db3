internal import Charts
internal import ModelFiles
internal import UrbanMining

/// One assignment, or one question of a bank, as a problem of Open edX.
struct OLXProblem {
  /// The name of its file.
  let name: String
  let element: XMLElement
  /// The charts of the variants, by the path of their file.
  let figures: [(path: String, svg: String)]
  let count: Int

  /// The problems of an assignment: one, or one for each question of a bank, from which an instructor takes
  /// what is to be asked.
  ///
  /// For every answer Open edX runs the script of the whole problem: an exam as one problem would take too
  /// long.
  static func all(
    _ assignment: Assignment, of course: Course, variants: Int
  ) throws(CourseError) -> [OLXProblem] {
    guard assignment.drawnQuestions != nil else {
      return [
        try OLXProblem(
          assignment.id, assignment.questions, of: assignment, course, variants: variants)
      ]
    }
    var problems: [OLXProblem] = []
    for question in assignment.questions {
      problems.append(
        try OLXProblem(
          "\(assignment.id)-\(question.id)", [question], of: assignment, course,
          variants: variants))
    }
    return problems
  }

  private init(
    _ name: String, _ questions: [Question], of assignment: Assignment, _ course: Course,
    variants: Int
  ) throws(CourseError) {
    var (keys, texts, tables) = ([AnswerKey](), [TemplateValues](), [DataTable]())
    var figures: [(path: String, svg: String)] = []
    let hasCharts = questions.contains(where: FourCharts.areAsked)
    for number in 1...variants {
      let variant = try ExportVariant.variant(number, of: assignment, course: course)
      keys.append(try AnswerKey(assignment, variant))
      texts.append(try TemplateValues(assignment, variant))
      tables += try ExportItem.table(of: assignment, variant)
      if hasCharts, let svg = try ExportItem.figure(of: assignment, variant) {
        figures.append(("\(assignment.id)-\(ExportVariant.label(number)).svg", svg))
      }
    }
    var fields = OLXFields(texts)
    var body = MarkdownHTML.markup(of: try fields.replaced(assignment.statement))
    body += OLXProblem.html(tables, &fields)
    var (parts, asked) = ([XMLElement.Node.markup(body)], [(question: Question, name: String)]())
    for question in questions {
      let words = OLXGrader.words(question, keys)
      let function = "grade_\(asked.count)"
      let prompt = MarkdownHTML.markup(
        of: ExportItem.withoutSheet(try fields.replaced(question.prompt)))
      let options = try OLXProblem.options(question, &fields)
      if FourCharts.areAsked(in: question) {
        let addresses = figures.map { "/static/\($0.path)" }
        parts.append(.markup(ExportItem.image(fields.named(addresses))))
      }
      parts.append(.markup(prompt + options + "<p>\(XMLText.escaped(words))</p>"))
      parts.append(.element(OLXProblem.response(function, question)))
      asked.append((question, function))
    }
    let script = try OLXGrader.script(asked, keys: keys, texts: texts, fields: fields)
    element = XMLElement(
      "problem",
      [
        "display_name": assignment.title, "rerandomize": "per_student",
        "showanswer": "never", "weight": plainNumber(asked.reduce(0) { $0 + $1.question.points }),
      ], [.element(XMLElement("script", ["type": "loncapa/python"], [.verbatim(script)]))] + parts)
    self.name = name
    self.figures = figures
    count = asked.count * variants
  }

  /// Whole points, since Open edX has no others inside a problem; the weight keeps the total.
  private static func response(_ name: String, _ question: Question) -> XMLElement {
    let points = "\(Int((question.points * 100).rounded()))"
    // A column of a spreadsheet needs a field of several lines.
    let input =
      if case .series = question.kind {
        XMLElement(
          "textbox",
          [
            "rows": "12", "cols": "30", "mode": "text", "linenumbers": "", "points": points,
            "label": question.id,
          ])
      } else {
        XMLElement("textline", ["size": "30", "points": points, "label": question.id])
      }
    return XMLElement("customresponse", ["cfn": name], elements: [input])
  }

  private static func options(
    _ question: Question, _ fields: inout OLXFields
  ) throws(CourseError) -> String {
    func list(_ items: [(id: String, text: String)]) -> String {
      "<ul>"
        + items.map { "<li><strong>\(XMLText.escaped($0.id))</strong>: \($0.text)</li>" }.joined()
        + "</ul>"
    }
    switch question.kind {
    case .number, .series: return ""
    case .choice(let item):
      var items: [(id: String, text: String)] = []
      for option in item.options {
        items.append((option.id, MarkdownInline.markup(of: try fields.replaced(option.text))))
      }
      return list(items)
    case .match(let item):
      return list(item.left.map { ($0.id, MarkdownInline.markup(of: $0.text)) })
        + list(item.right.map { ($0.id, MarkdownInline.markup(of: $0.text)) })
    case .order(let item):
      return list(item.things.map { ($0.id, MarkdownInline.markup(of: $0.text)) })
    }
  }

  /// The tables of the variants as one whose cells are fields where they differ.
  private static func html(_ tables: [DataTable], _ fields: inout OLXFields) -> String {
    guard let first = tables.first, tables.allSatisfy({ $0.rows.count == first.rows.count }) else {
      return ""
    }
    var text = "<p>data.csv</p><table><tr>"
    text += first.columns.map { "<th>\(XMLText.escaped($0))</th>" }.joined() + "</tr>"
    for row in first.rows.indices {
      text += "<tr>"
      for column in first.columns.indices {
        let values = tables.map { XMLText.escaped(ExportItem.text(of: $0.rows[row][column])) }
        text += "<td>\(fields.named(values))</td>"
      }
      text += "</tr>"
    }
    return text + "</table>"
  }
}
