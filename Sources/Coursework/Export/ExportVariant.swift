/// The variants that exports hold: the same in every format, and with every question of a bank.
enum ExportVariant {
  /// How many draws are tried until one is sound for a whole bank.
  private static let mostTries = 1000

  /// The variant of a number.
  ///
  /// Learners get some questions of a bank, and a draw is checked for those. Here all of them must be
  /// sound at once.
  static func variant(
    _ number: Int, of assignment: Assignment, course: Course
  ) throws(CourseError) -> Variant {
    for attempt in 1...mostTries {
      let name = "export-\(label(number))" + (attempt == 1 ? "" : "-\(attempt)")
      let drawn = try assignment.variant(for: LearnerID(name), secret: course.secret)
      let whole = try Variant(of: assignment, values: drawn.values)
      if try VariantLint.faults(of: AnswerKey(assignment, whole)).isEmpty { return whole }
    }
    throw .noSoundDraw(
      assignment: assignment.id, draws: mostTries, last: "no draw is sound for the whole bank")
  }

  static func label(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
