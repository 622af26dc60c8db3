internal import Charts
internal import ModelFiles
internal import UrbanMining

/// One question of one variant as other systems ask it: on its own, with the whole statement.
struct ExportItem: Sendable {
  /// An NCName that no other item of the course has: `w3-stock-v1-01-stock`.
  let id: String
  /// Where it belongs: week, assignment, question. Variants of one question share it.
  let path: [String]
  let title: String
  /// XHTML: the statement and its table.
  let statement: String
  /// XHTML: what is asked.
  let prompt: String
  let points: Double
  /// What to read where the answer is not right.
  let reading: String
  /// The charts that the question is about, as SVG; nil for most.
  let figure: String?
  let kind: Kind

  enum Kind: Sendable {
    case number(Number)
    case choice([Option], isMultiple: Bool)
    /// Each thing on the left with one of those on the right.
    case match(left: [Thing], right: [Thing], pairs: [String: String])
    /// Things as they are shown, and their right order.
    case order([Thing], sense: String, right: [String])
    /// A number for each year.
    case series(Series)
  }

  struct Number: Sendable {
    /// One, or one for each convention that may be declared.
    let right: [Double]
    let tolerance: Tolerance
    let unit: Quantity.Unit
    let mistakes: [Mistake]
  }

  struct Mistake: Sendable {
    let value: Double
    let credit: Double
    let feedback: String
  }

  /// A number without the noise of its last digits: twelve significant ones.
  static func tidy(_ value: Double) -> Double {
    guard value != 0, value.isFinite else { return value }
    var scale = 1.0
    while abs(value) * scale < 1e11 { scale *= 10 }
    while abs(value) * scale >= 1e12, scale > 1 { scale /= 10 }
    return (value * scale).rounded() / scale
  }

  struct Option: Sendable {
    let id: String
    let text: String
    let isRight: Bool
    let credit: Double
    let feedback: String
  }

  /// The items of an assignment: each question in so many variants.
  static func items(
    of assignment: Assignment, course: Course, variants: Int
  ) throws(CourseError) -> [ExportItem] {
    var items: [ExportItem] = []
    for number in 1...variants {
      let label = ExportVariant.label(number)
      let variant = try ExportVariant.variant(number, of: assignment, course: course)
      let key = try AnswerKey(assignment, variant)
      let text = try TemplateValues(assignment, variant)
      let statement = try ExportItem.statement(of: assignment, variant, text)
      for entry in key.entries {
        guard let kind = try Kind(entry, text) else { continue }
        items.append(
          ExportItem(
            id: "\(assignment.id)-v\(assignment.version)-\(label)-\(entry.question.id)",
            path: ["Week \(assignment.week)", assignment.title, entry.question.id],
            title: "\(assignment.title): \(entry.question.id) \(label)", statement: statement,
            prompt: MarkdownHTML.markup(
              of: ExportItem.withoutSheet(try text.fill(entry.question.prompt))),
            points: entry.question.points, reading: entry.question.reading,
            figure: FourCharts.areAsked(in: entry.question)
              ? try ExportItem.figure(of: assignment, variant) : nil,
            kind: kind))
      }
    }
    return items
  }

  /// The statement with its table below, since there is no file beside it.
  static func statement(
    of assignment: Assignment, _ variant: Variant, _ text: TemplateValues
  ) throws(CourseError) -> String {
    MarkdownHTML.markup(of: try text.fill(assignment.statement))
      + (try table(of: assignment, variant)).map(html(of:)).map { "<p>data.csv</p>" + $0 }.joined()
  }

  /// The chart of a variant.
  static func figure(of assignment: Assignment, _ variant: Variant) throws(CourseError) -> String? {
    do {
      return try assignment.figure.flatMap { try $0(variant) }?.picture(size: .page).svg
    } catch {
      throw .unsolvable(assignment: assignment.id, question: "figure", reason: "\(error)")
    }
  }

  /// The image of the charts at an address.
  static func image(_ address: String) -> String {
    "<p><img src=\"\(address)\" alt=\"Charts A to D\"/></p>"
  }

  static func table(
    of assignment: Assignment, _ variant: Variant
  ) throws(CourseError) -> [DataTable] {
    do {
      return try assignment.data.map { [try $0(variant)] } ?? []
    } catch {
      throw .unsolvable(assignment: assignment.id, question: "data", reason: "\(error)")
    }
  }

  private static func html(of table: DataTable) -> String {
    func row(_ cells: [String], _ tag: String) -> String {
      "<tr>" + cells.map { "<\(tag)>\(XMLText.escaped($0))</\(tag)>" }.joined() + "</tr>"
    }
    // QTI has rows in parts of a table only.
    return "<table><thead>" + row(table.columns, "th") + "</thead><tbody>"
      + table.rows.map { row($0.map(ExportItem.text(of:)), "td") }.joined() + "</tbody></table>"
  }

  /// A cell as it is shown.
  static func text(of cell: DataTable.Cell) -> String {
    switch cell {
    case .text(let text): text
    case .number(let value): plainNumber(value)
    case .missing: ""
    }
  }
}

extension ExportItem.Kind {
  /// Nil where question and answer are not of one kind.
  init?(_ entry: AnswerKey.Entry, _ text: TemplateValues) throws(CourseError) {
    switch (entry.question.kind, entry.answer) {
    case (.number(let item), .number(let right)):
      self = .number(
        ExportItem.Number(
          right: (entry.conventions.isEmpty ? [right] : entry.conventions.map(\.value))
            .map(ExportItem.tidy),
          tolerance: item.tolerance, unit: item.unit,
          mistakes: entry.mistakes.compactMap { slip in
            slip.answer.number.map {
              ExportItem.Mistake(
                value: ExportItem.tidy($0), credit: slip.credit, feedback: slip.feedback)
            }
          }))
    case (.choice(let item), .options(let right)):
      var options: [ExportItem.Option] = []
      for option in item.options {
        options.append(
          ExportItem.Option(
            id: option.id, text: MarkdownInline.markup(of: try text.fill(option.text)),
            isRight: right.contains(option.id), credit: option.credit,
            feedback: try text.fill(option.feedback)))
      }
      self = .choice(options, isMultiple: item.isMultiple)
    case (.match(let item), .pairs(let pairs)):
      self = .match(left: item.left, right: item.right, pairs: pairs)
    case (.order(let item), .order(let right)):
      self = .order(item.things, sense: item.sense, right: right)
    case (.series(let item), .series(let years, let right)):
      self = .series(ExportItem.Series(item, years: years, right: right, entry.mistakes))
    default: return nil
    }
  }
}

extension [ExportItem] {
  /// Question by question, the variants of one beside each other.
  var byQuestion: [ExportItem] {
    enumerated().sorted {
      ($0.element.path.joined(separator: "/"), $0.offset)
        < ($1.element.path.joined(separator: "/"), $1.offset)
    }.map(\.element)
  }
}

extension [ExportItem.Option] {
  /// The share of the points for choosing one of them: where several are to be named, a wrong one takes as
  /// much as a right one gives.
  func share(of option: ExportItem.Option, isMultiple: Bool) -> Double {
    let count = Double(count(where: \.isRight))
    if option.isRight { return isMultiple ? 1 / count : 1 }
    return isMultiple ? -1 / count : option.credit
  }
}

extension ExportItem.Number {
  /// The same unit at other sizes, with how many of it are one of this: kt → t 1000, Mt 0.001.
  var otherUnits: [(symbol: String, multiplier: Double)] {
    let parts = unit.symbol.split(separator: "/", maxSplits: 1).map(String.init)
    guard let first = parts.first else { return [] }
    let families = [
      ["g", "kg", "t", "kt", "Mt", "Gt"], ["MJ", "GJ", "TJ", "PJ"], ["kW", "MW", "GW"],
    ]
    guard let family = families.first(where: { $0.contains(first) }) else { return [] }
    return family.filter { $0 != first }.compactMap { name in
      let text = ([name] + parts.dropFirst()).joined(separator: "/")
      guard let other = try? Quantity.Unit(text), other.dimension == unit.dimension else {
        return nil
      }
      return (text, ExportItem.tidy(unit.factor / other.factor))
    }
  }

  /// How far from a value an answer may be, in the unit.
  func width(at value: Double) -> Double { ExportItem.tidy(tolerance.width(at: value)) }

  /// What learners are told about the form of their answer.
  var unitWords: String {
    unit.symbol.isEmpty ? "a share between 0 and 1, such as 0.52" : "in \(unit.symbol)"
  }
}
