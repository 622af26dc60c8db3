extension Assignment {
  /// The learner's own variant: the first draw whose right answers and mistakes are apart.
  ///
  /// The same secret, assignment, version and learner give the same variant on every machine.
  /// - Throws: where no draw of many is sound; `course lint` finds that before a course starts.
  public func variant(
    for learner: LearnerID, secret: CourseSecret
  ) throws(CourseError) -> Variant {
    var generator = VariantGenerator(
      seed: secret.seed(assignment: id, version: version, learner: learner))
    return try soundDraw(&generator).variant
  }

  /// How many draws are tried before an assignment is given up.
  static let mostDraws = 1000

  /// The first sound draw of a generator, and how many were rejected before it.
  func soundDraw(
    _ generator: inout VariantGenerator
  ) throws(CourseError) -> (variant: Variant, rejected: Int) {
    var last = ""
    for count in 0..<Assignment.mostDraws {
      let variant = draw(&generator)
      let faults = try VariantLint.faults(of: AnswerKey(self, variant))
      guard let fault = faults.first else { return (variant, count) }
      last = fault.description
    }
    throw .noSoundDraw(assignment: id, draws: Assignment.mostDraws, last: last)
  }

  /// One draw: the parameters in their order, then the questions of a bank.
  private func draw(_ generator: inout VariantGenerator) -> Variant {
    var values: [String: Parameter.Value] = [:]
    for parameter in parameters {
      values[parameter.name] = parameter.value(at: generator.next(below: parameter.count))
    }
    var places = Array(questions.indices)
    if let drawnQuestions {
      places = drawnQuestions.places(in: questions).flatMap { group in
        Assignment.drawn(drawnQuestions.count, of: group, &generator)
      }
    }
    return Variant(self, values: values, questionIDs: places.map { questions[$0].id })
  }

  /// The first so many places of a Fisher–Yates shuffle, then in their order; all where there are no more.
  private static func drawn(
    _ count: Int, of all: [Int], _ generator: inout VariantGenerator
  ) -> [Int] {
    guard count < all.count else { return all }
    var places = all
    for place in 0..<count {
      places.swapAt(place, place + generator.next(below: places.count - place))
    }
    return places.prefix(count).sorted()
  }
}
