extension Course {
  /// The course on metals that the program carries.
  ///
  /// Its secret is known to everybody who has the program: it tells variants apart and hides nothing.
  public static let metals = Course(
    id: "metals", title: "Metals: from ore to urban mine", assignments: week3,
    secret: CourseSecret(Array("urbanmine metals, open course".utf8)))

  /// Stocks and flows.
  static let week3: [Assignment] = [
    .massBalance, .survivalCurve, .stockFromInflow, .steadyState, .stockDrivenDemand,
    .copperReading,
  ]
}
