extension Course {
  /// The course on metals that the program carries.
  ///
  /// Its secret is known to everybody who has the program: it tells variants apart and hides nothing.
  public static let metals = Course(
    id: "metals", title: "Metals: from ore to urban mine",
    assignments: [week1, week2, week3, week4, week5].flatMap(\.self),
    secret: CourseSecret(Array("urbanmine metals, open course".utf8)))

  /// Introduction: ore, use, growth.
  static let week1: [Assignment] = [.oreAndGrade, .usePerHead, .growthAndDoubling, .quiz1]

  /// Scarcity, impacts, criticality.
  static let week2: [Assignment] = [
    .depletion, .concentration, .savedByRecycling, .burden, .quiz2,
  ]

  /// Stocks and flows.
  static let week3: [Assignment] = [
    .massBalance, .survivalCurve, .stockFromInflow, .steadyState, .stockDrivenDemand,
    .copperReading, .quiz3,
  ]

  /// Re-use and recycling: urban mining.
  static let week4: [Assignment] = [
    .recyclingRates, .eWaste, .phones, .landfillMining, .standingStock, .quiz4,
  ]

  /// Towards a circular economy.
  static let week5: [Assignment] = [
    .metalLives, .canRecyclingReplaceMining, .windAndCars, .rankedLevers, .quiz5, .finalExam,
  ]
}
