import Testing

@testable import LinearAlgebra

struct VectorMathKernelsTests {
  /// Few lanes are evaluated with their ages side by side, many with their lanes: the same bits, so that a
  /// lane never depends on its company.
  @Test(
    arguments: InstructionSet.available, [VectorMath.Family.normal, .logNormal, .weibull])
  func aLaneIsTheSameAloneAndInCompany(set: InstructionSet, family: VectorMath.Family) {
    let lanes = 101
    let ages = [0] + (0..<70).map { 0.37 + Double($0) }
    let first = (0..<lanes).map { 5 + 0.61 * Double($0) }
    let second = (0..<lanes).map { 0.3 + 0.07 * Double($0) }
    let all = VectorMath.survival(family, ages, first, second, 1, using: set)
    for threads in [2, 5] {
      #expect(VectorMath.survival(family, ages, first, second, threads, using: set) == all)
    }
    for lane in [0, 7, 31, 32, 95, 96, 100] {
      let one = VectorMath.survival(family, ages, [first[lane]], [second[lane]], 1, using: set)
      #expect(one.values == all.column(lane))
    }
    let few = VectorMath.survival(
      family, ages, Array(first[40..<43]), Array(second[40..<43]), 1, using: set)
    for lane in 0..<3 { #expect(few.column(lane) == all.column(40 + lane)) }
  }

  @Test func withoutAgesOrLanesThereIsNothing() {
    #expect(VectorMath.survival(.normal, [], [1], [1], 1, using: .best).values.isEmpty)
    #expect(VectorMath.survival(.weibull, [1], [], [], 1, using: .best).values.isEmpty)
  }
}
