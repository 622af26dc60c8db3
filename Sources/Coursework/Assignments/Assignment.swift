public import Charts

/// One piece of work: a problem whose numbers differ from learner to learner, and questions about it.
///
/// It is a value of Swift, one source file each: right answers and typical mistakes are functions of the
/// drawn ``Variant`` that call the engine (Documentation/Decisions/0019).
public struct Assignment: Sendable, Identifiable {
  /// `w3-stock`: the week, then a word.
  public let id: String
  /// Counts up whenever a statement, a range or an answer changes; part of what a variant is drawn from.
  public let version: Int
  public let kind: Kind
  public let week: Int
  public let title: String
  /// What a learner can do afterwards.
  public let outcome: String
  /// Who it is for.
  public let pathways: Set<Pathway>
  /// Markdown with named values, such as `{growth:%}`: what is given and what to find.
  public let statement: String
  /// What is drawn for each learner.
  public let parameters: [Parameter]
  /// What else a text may name, worked out from what was drawn.
  public let facts: @Sendable (Variant) throws -> [String: Double]
  public let questions: [Question]
  /// Which of the questions each learner gets, in order of the list; nil for all of them.
  public let drawnQuestions: QuestionDraw?
  /// From the gentlest to the last before the solution.
  public let hints: [Hint]
  /// The worked solution, Markdown with named values; shown in practice alone, before what is said of each question.
  public let solution: String
  /// The table that comes with the statement, if any; units stand in the names of its columns.
  public let data: (@Sendable (Variant) throws -> DataTable)?
  /// The learner's own chart, if any; nil for a variant without the question that it belongs to.
  public let figure: (@Sendable (Variant) throws -> Chart?)?
  /// What series of answers must add up to among themselves.
  public let balances: [OwnBalance]

  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case assignment, quiz, exam
  }

  public init(
    id: String, version: Int, kind: Kind = .assignment, week: Int, title: String, outcome: String,
    pathways: Set<Pathway> = Set(Pathway.allCases), statement: String, parameters: [Parameter] = [],
    facts: @escaping @Sendable (Variant) throws -> [String: Double] = { _ in [:] },
    questions: [Question], drawnQuestions: QuestionDraw? = nil, hints: [Hint] = [],
    solution: String = "",
    data: (@Sendable (Variant) throws -> DataTable)? = nil,
    figure: (@Sendable (Variant) throws -> Chart?)? = nil, balances: [OwnBalance] = []
  ) {
    self.id = id
    self.version = version
    self.kind = kind
    self.week = week
    self.title = title
    self.outcome = outcome
    self.pathways = pathways
    self.statement = statement
    self.parameters = parameters
    self.facts = facts
    self.questions = questions
    self.drawnQuestions = drawnQuestions
    self.hints = hints
    self.solution = solution
    self.data = data
    self.figure = figure
    self.balances = balances
  }

  /// The questions of a variant, in order.
  public func questions(of variant: Variant) -> [Question] {
    questions.filter { variant.questionIDs.contains($0.id) }
  }

  /// What the questions of a variant are worth together.
  public func points(of variant: Variant) -> Double {
    questions(of: variant).reduce(0) { $0 + $1.points }
  }

  /// What is left of points after hints were taken: each costs a share of them.
  public func points(_ points: Double, afterHints count: Int) -> Double {
    points * max(0, 1 - hints.prefix(count).reduce(0) { $0 + $1.cost })
  }
}

/// A step towards the answer that a learner may ask for.
public struct Hint: Hashable, Sendable {
  /// Markdown with named values; never a right answer.
  public let text: String
  /// The share of the points that it costs, 0 for a free one.
  public let cost: Double

  public init(_ text: String, cost: Double) {
    self.text = text
    self.cost = cost
  }
}

/// Inflow, stock and outflow of a learner have to balance: inflow − outflow = change of stock.
public struct OwnBalance: Sendable {
  /// The question that asks for the stock by year.
  public let stock: String
  /// The question that asks for the outflow by year.
  public let outflow: String
  /// The inflow of each year, in the unit of the stock.
  public let inflow: @Sendable (Variant) throws -> [Double]

  public init(
    stock: String, outflow: String, inflow: @escaping @Sendable (Variant) throws -> [Double]
  ) {
    self.stock = stock
    self.outflow = outflow
    self.inflow = inflow
  }
}
