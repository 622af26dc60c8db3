internal import ModelFiles

extension Assignment {
  /// A variant to practise with: the same for everybody who takes the same number, and never one that is graded.
  /// - Parameters:
  ///   - number: which one, from 1.
  ///   - settings: values to use instead of drawn ones, as `growth=0.03`; they need not lie on the grid.
  /// - Throws: every setting that isn't one of this assignment.
  public func practiceVariant(
    number: Int, settings: [String] = []
  ) throws(CourseError) -> Variant {
    let drawn = try variant(
      for: LearnerID("practice-\(number)"), secret: CourseSecret(Array("practice".utf8)))
    var values = drawn.values
    for setting in settings {
      let parts = setting.split(separator: "=", maxSplits: 1).map { $0.trimmed }
      let name = parts.first ?? ""
      guard let parameter = parameters.first(where: { $0.name == name }), parts.count == 2 else {
        let names = parameters.map(\.name)
        throw .parameter(
          assignment: id, name: setting,
          reason:
            "is not set like \(names.first ?? "name")=…; there are \(names.joined(separator: ", "))"
        )
      }
      values[name] = try value(parts[1], of: parameter)
    }
    return try Variant(of: self, values: values, questionIDs: drawn.questionIDs)
  }

  private func value(
    _ text: String, of parameter: Parameter
  ) throws(CourseError) -> Parameter.Value {
    if case .words(let words) = parameter.grid {
      guard let word = words.first(where: { $0.lowercased() == text.lowercased() }) else {
        throw .parameter(
          assignment: id, name: parameter.name,
          reason: "is one of \(words.joined(separator: ", "))")
      }
      return .word(word)
    }
    do {
      return .number(try DecimalNumber.value(of: text))
    } catch {
      throw .parameter(
        assignment: id, name: parameter.name,
        reason: "needs a number: \(error.message)" + (error.hint.map { " (\($0))" } ?? ""))
    }
  }
}
