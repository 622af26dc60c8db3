internal import UrbanMining

/// The Python with which a problem of Open edX grades: the variants as data, and a small grader.
enum OLXGrader {
  /// How learners write their answer.
  static func words(_ question: Question, _ keys: [AnswerKey]) -> String {
    switch question.kind {
    case .number(let item):
      let unit = item.unit.symbol
      return unit.isEmpty
        ? "Write a share between 0 and 1, such as 0.52."
        : "Write a number in \(unit), or with its unit."
    case .choice(let item):
      return item.isMultiple ? "Write all that are right: a, b." : "Write one letter or word."
    case .match(let item):
      return "Write pairs: " + item.left.map { "\($0.id)=…" }.joined(separator: ", ") + "."
    case .order(let item):
      return
        "Write them in order, \(item.sense): \(item.things.map(\.id).sorted().joined(separator: ", "))."
    case .series(let item):
      let years = keys.first.map { item.years($0.variant) } ?? []
      return "Write a line for each year in \(item.unit.symbol): the year and the number, or copy "
        + "the column of your spreadsheet with the numbers of \(years.first ?? 0) to "
        + "\(years.last ?? 0)."
    }
  }

  /// The script of a problem.
  ///
  /// - Parameters:
  ///   - asked: the questions with the names of their functions.
  ///   - keys: the right answers and mistakes of each variant.
  ///   - texts: what texts may name, for each variant.
  ///   - fields: what differs in the statement.
  static func script(
    _ asked: [(question: Question, name: String)], keys: [AnswerKey], texts: [TemplateValues],
    fields: OLXFields
  ) throws(CourseError) -> String {
    var variants: [JSONValue] = []
    for (index, key) in keys.enumerated() {
      var questions: [JSONValue] = []
      for (question, _) in asked {
        guard let entry = key[question.id] else { continue }
        questions.append(try data(entry, texts[index]))
      }
      variants.append(
        .object([
          "values": .array(fields.values(of: index).map(JSONValue.string)),
          "questions": .array(questions),
        ]))
    }
    // JSON of texts, numbers, lists and objects is Python too.
    let lines = variants.map { "    " + $0.canonicalText + "," }.joined(separator: "\n")
    let names = keys.first.map { _ in fields.values(of: 0).indices } ?? 0..<0
    return """

      import re
      variants = [
      \(lines)
      ]
      variant = variants[random.randrange(len(variants))]
      \(names.map { "v\($0) = variant[\"values\"][\($0)]" }.joined(separator: "\n"))

      \(grader)
      """
        + asked.enumerated().map { index, question in
          "def \(question.name)(expect, answer):\n    return grade(variant[\"questions\"][\(index)], answer)\n"
        }.joined() + "\n"
  }

  /// What is right for a question, and what is known to be wrong.
  private static func data(
    _ entry: AnswerKey.Entry, _ text: TemplateValues
  ) throws(CourseError) -> JSONValue {
    guard let kind = try ExportItem.Kind(entry, text) else { return .null }
    switch kind {
    case .number(let number):
      func answer(_ value: Double) -> JSONValue {
        .array([.number(value), .number(number.width(at: value))])
      }
      let units = [(number.unit.symbol, 1.0)] + number.otherUnits
      return .object([
        "kind": .string("number"), "right": .array(number.right.map(answer)),
        "mistakes": .array(
          number.mistakes.map {
            .array([
              answer($0.value), .number($0.credit), .string(MarkdownInline.markup(of: $0.feedback)),
            ])
          }),
        "units": .object(
          Dictionary(units.map { ($0.0, .number(ExportItem.tidy(1 / $0.1))) }) { first, _ in first }
        ),
      ])
    case .choice(let options, let isMultiple):
      return .object([
        "kind": .string(isMultiple ? "several" : "one"),
        "right": .array(options.filter(\.isRight).map { .string($0.id) }),
        "options": .object(
          Dictionary(
            options.map {
              (
                $0.id.lowercased(),
                .array([
                  .string($0.id), .number($0.credit),
                  .string(MarkdownInline.markup(of: $0.feedback)),
                ])
              )
            }
          ) { first, _ in first }),
      ])
    case .match(_, _, let pairs):
      return .object([
        "kind": .string("pairs"), "right": .object(pairs.mapValues(JSONValue.string)),
      ])
    case .series(let series):
      return .object([
        "kind": .string("series"),
        "years": .array(series.years.map { .number(Double($0)) }),
        "right": .array(series.right.map { .array([.number($0), .number(series.width(at: $0))]) }),
        "mistakes": .array(
          series.mistakes.map { mistake in
            .array([
              .array(
                mistake.values.map { .array([.number($0), .number(series.width(at: $0))]) }),
              .number(mistake.credit), .string(MarkdownInline.markup(of: mistake.feedback)),
            ])
          }),
      ])
    case .order(_, _, let right):
      return .object([
        "kind": .string("order"), "right": .array(right.map(JSONValue.string)),
      ])
    }
  }

  private static let grader = #"""
    def outcome(credit, message):
        ok = True if credit == 1 else ("partial" if credit > 0 else False)
        return {"ok": ok, "msg": message, "grade_decimal": credit}


    def near(value, answer):
        return abs(value - answer[0]) <= answer[1]


    def read(text, units):
        """The number in the unit of the question, or None with what to say."""
        text = text.strip().replace("\u2212", "-")
        found = re.match(r"([-+]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][-+]?[0-9]+)?)(.*)$", text)
        if not found:
            return None, "This is not a number."
        rest = found.group(2).strip()
        if rest[:1] == ",":
            return None, "Write a point before decimals, and no comma."
        if rest == "":
            return float(found.group(1)), ""
        if rest not in units:
            known = ", ".join(sorted(unit for unit in units if unit))
            return None, "The unit is not known here. Known are: " + (known or "no units") + "."
        return float(found.group(1)) * units[rest], ""


    def grade_number(question, text):
        value, message = read(text, question["units"])
        if value is None:
            return outcome(0, message)
        if any(near(value, right) for right in question["right"]):
            return outcome(1, "Right.")
        for answer, credit, feedback in question["mistakes"]:
            if near(value, answer):
                return outcome(credit, feedback)
        return outcome(0, "Not right, and it matches none of the usual mistakes.")


    def read_series(text, years):
        """The numbers by year, or None with what to say."""
        lines = [line.strip() for line in re.split(r"[\n;]", text.replace("\u2212", "-")) if line.strip()]
        rows = [re.split(r"[\s]+", line) for line in lines]
        if len(rows) == 1 and len(rows[0]) != 2:
            rows = [[word] for word in rows[0]]
        values = {}
        for place, row in enumerate(rows):
            try:
                numbers = [float(word) for word in row]
            except ValueError:
                return None, "Line %d is not a number: write points before decimals, and no commas or units." % (place + 1)
            if len(numbers) == 2:
                year, value = numbers
            elif len(numbers) == 1 and len(rows) == len(years):
                year, value = years[place], numbers[0]
            else:
                return None, "Write a line for each of the %d years: the year and the number." % len(years)
            if year not in years:
                return None, "The year %g is not asked for." % year
            if year in values:
                return None, "The year %g stands there twice." % year
            values[year] = value
        return values, ""


    def grade_series(question, text):
        years = question["years"]
        values, message = read_series(text, years)
        if values is None:
            return outcome(0, message)

        def wrong(answers):
            return [year for year, answer in zip(years, answers) if year not in values or not near(values[year], answer)]

        missed = wrong(question["right"])
        if not missed:
            return outcome(1, "Right.")
        for answers, credit, feedback in question["mistakes"]:
            if not wrong(answers):
                return outcome(credit, feedback)
        right = len(years) - len(missed)
        what = "deviates" if missed[0] in values else "is missing"
        return outcome(float(right) / len(years), "Right in %d of %d years; the first that %s is %d." % (
            right, len(years), what, missed[0]))


    def words(text):
        return [word for word in re.split(r"[,;\s]+", text.strip().lower()) if word]


    def grade_options(question, text):
        options = question["options"]
        named = words(text)
        for word in named:
            if word not in options:
                return outcome(0, "Choose from " + ", ".join(options[key][0] for key in sorted(options)) + ".")
        right = set(word.lower() for word in question["right"])
        if set(named) == right:
            return outcome(1, "Right.")
        wrong = [word for word in sorted(options) if (word in named) != (word in right)]
        if question["kind"] == "one":
            if len(named) != 1:
                return outcome(0, "Choose one.")
            return outcome(options[named[0]][1], options[named[0]][2])
        hits = len(right.intersection(named)) - len(set(named).difference(right))
        return outcome(max(0, float(hits) / len(right)), options[wrong[0]][2])


    def grade_pairs(question, text):
        pairs = {}
        for part in re.split(r"[,;]", text):
            sides = [side.strip().lower() for side in re.split(r"[=:]", part)]
            if len(sides) == 2:
                pairs[sides[0]] = sides[1]
        right = question["right"]
        hits = sum(1 for key in right if pairs.get(key.lower()) == right[key].lower())
        message = "Right." if hits == len(right) else "%d of %d pairs are right." % (hits, len(right))
        return outcome(float(hits) / len(right), message)


    def grade_order(question, text):
        right = [word.lower() for word in question["right"]]
        given = words(text)
        if given == right:
            return outcome(1, "Right.")
        if given == right[::-1]:
            return outcome(0.25, "This is the order backwards.")
        return outcome(0, "Not yet the right order.")


    def grade(question, text):
        if question["kind"] == "number":
            return grade_number(question, text)
        if question["kind"] == "series":
            return grade_series(question, text)
        if question["kind"] == "pairs":
            return grade_pairs(question, text)
        if question["kind"] == "order":
            return grade_order(question, text)
        return grade_options(question, text)


    """#
}
