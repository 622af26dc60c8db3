internal import Charts
internal import ModelFiles

/// What a learner reads: the statement with the learner's own numbers, chart and questions.
public struct StatementPage: Sendable {
  /// The text as Markdown; the chart stands in it as `figure.svg`.
  public let markdown: String
  /// The chart as SVG; nil where the assignment has none.
  public let figure: String?
  /// The table as CSV; nil where the assignment has none.
  public let data: String?
  private let title: String

  static let figureName = "figure.svg"
  static let dataName = "data.csv"

  /// The statement of a variant.
  /// - Parameters:
  ///   - assignment: what is asked.
  ///   - variant: with which numbers.
  ///   - note: a line under the title, such as whom it is for.
  ///   - showsSolution: whether the worked solution and all hints stand at the end: in practice alone.
  /// - Throws: where a text, a table or a chart can't be made of the variant.
  public init(
    _ assignment: Assignment, _ variant: Variant, note: String, showsSolution: Bool = false
  ) throws(CourseError) {
    title = assignment.title
    let text = try TemplateValues(assignment, variant)
    let chart: Chart?
    do {
      chart = try assignment.figure?(variant)
      data = try assignment.data?(variant).csv
    } catch {
      throw .unsolvable(assignment: assignment.id, question: "figure", reason: "\(error)")
    }
    figure = chart?.picture(size: .page).svg
    var page = "# \(assignment.title)\n\n"
    page += "*\(note)*\n\n"
    page += try text.fill(assignment.statement) + "\n\n"
    if let chart {
      let words = chart.alternativeText.filter { !"[]".contains($0) }
      page += "![\(words)](\(StatementPage.figureName))\n\n"
    }
    page += "## Questions\n\n"
    for (index, question) in assignment.questions(of: variant).enumerated() {
      page += try StatementPage.block(question, of: variant, number: index + 1, text)
    }
    page +=
      showsSolution ? try StatementPage.solution(assignment, variant, text) : StatementPage.howTo
    markdown = page
  }

  /// The page on its own, with the chart in it.
  public var html: String {
    var body = MarkdownHTML.markup(of: markdown)
    if let figure, let start = body.firstRange(of: "<img src=\"\(StatementPage.figureName)\""),
      let end = body[start.upperBound...].firstIndex(of: ">")
    {
      // The XML declaration and document type have no place inside a page.
      let svg = figure.firstRange(of: "<svg").map { String(figure[$0.lowerBound...]) } ?? figure
      body.replaceSubrange(start.lowerBound...end, with: svg)
    }
    return HTMLPage(title: title, style: CourseStyle.css, body: body).text
  }

  // MARK: - Parts

  private static let howTo = """
    ## How to answer

    Write your answers into `answers.csv`, behind the commas. A point stands before decimals. Units may stand
    behind a number; without one the unit of the question is meant. Numbers for years go into `series.csv`, if
    there is one. Then, in this folder:

        urbanmine course check      what is right, what isn't and why
        urbanmine course hint       a step further; the cost is stated first
        urbanmine course submit     when you are content

    """

  /// One question with its points, unit and options.
  private static func block(
    _ question: Question, of variant: Variant, number: Int, _ text: TemplateValues
  ) throws(CourseError) -> String {
    let points = question.points == 1 ? "1 point" : "\(NumberText.short(question.points)) points"
    var (form, options) = ("", "")
    switch question.kind {
    case .number(let item):
      form = item.unit.symbol.isEmpty ? ", a number" : ", in \(item.unit.symbol)"
      if item.isDeclared {
        options = item.conventions.map { "- `\($0.id)`: \($0.title)\n" }.joined()
        options =
          "Write the convention that you used into `\(question.id).convention`:\n\n" + options
      }
    case .series(let item):
      form = item.unit.symbol.isEmpty ? ", by year" : ", in \(item.unit.symbol) by year"
      let years = item.years(variant)
      if let first = years.first, let last = years.last { form += ", \(first)–\(last)" }
    case .choice(let item):
      let noun = item.options.allSatisfy { $0.id.count == 1 } ? "letter" : "word"
      form =
        item.isMultiple ? ", all \(noun)s that are right, with commas between" : ", one \(noun)"
      for option in item.options { options += "- `\(option.id)`: \(try text.fill(option.text))\n" }
    case .match(let item):
      let example = item.left.prefix(2).map { "\($0.id)=…" }.joined(separator: ", ")
      form = ", as \(example)"
      for thing in item.left { options += "- `\(thing.id)`: \(try text.fill(thing.text))\n" }
      options += "\nwith\n\n"
      for thing in item.right { options += "- `\(thing.id)`: \(try text.fill(thing.text))\n" }
    case .order(let item):
      form = ", \(item.sense), with commas between"
      for thing in item.things { options += "- `\(thing.id)`: \(try text.fill(thing.text))\n" }
    }
    let prompt = try text.fill(question.prompt)
    return "### \(number). `\(question.id)` (\(points)\(form))\n\n\(prompt)\n\n"
      + (options.isEmpty ? "" : options + "\n")
  }

  private static func solution(
    _ assignment: Assignment, _ variant: Variant, _ text: TemplateValues
  ) throws(CourseError) -> String {
    let key = try AnswerKey(assignment, variant)
    let solved = text.withAnswers(of: key)
    var page = ""
    if !assignment.hints.isEmpty {
      page += "## Hints\n\n"
      for hint in assignment.hints { page += "- \(try text.fill(hint.text))\n" }
      page += "\n"
    }
    page += "## Worked solution\n\n"
    if !assignment.solution.isEmpty { page += try solved.fill(assignment.solution) + "\n" }
    for question in assignment.questions(of: variant) where !question.why.isEmpty {
      page += "- `\(question.id)`: \(try solved.fill(question.why))\n"
    }
    return page
  }
}

/// The style of the course's pages, light and dark.
enum CourseStyle {
  static let css = """
    body{font:1rem/1.55 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;
    color:#16191d;background:#fff}
    h1{line-height:1.2} h2{margin-top:2rem;border-bottom:1px solid #dfe3e8}
    h3{margin-top:1.5rem} code{font-size:.95em} pre{overflow-x:auto;padding:.6rem 1rem;background:#f3f5f7}
    table{border-collapse:collapse} th,td{padding:.25rem .7rem;border-bottom:1px solid #dfe3e8;text-align:left}
    svg,img{max-width:100%;height:auto} em{color:#4e555e}
    @media (prefers-color-scheme:dark){body{color:#f2f4f7;background:#14171c} h2,th,td{border-color:#333942}
    pre{background:#1e232a} em{color:#b4bbc6} svg{border-radius:.4rem} a{color:#56b4e9}}
    """
}
