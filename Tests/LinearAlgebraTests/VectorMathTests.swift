import Foundation
import Testing

@testable import LinearAlgebra

/// What Tests/Reference/kernels.py wrote with mpmath.
struct VectorReference {
  struct Point {
    let arguments: [Double]
    /// The exact value rounded, and what that took off in ulps.
    let value: Double
    let rest: Double

    /// How far a result is from the exact value, in units of the value's last place.
    func error(of result: Double) -> Double { abs((result - value) / value.ulp - rest) }
  }

  static let points: [String: [Point]] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Reference/vector-math.txt")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [:] }
    var points: [String: [Point]] = [:]
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ")
      let numbers = words.dropFirst().dropLast().compactMap {
        UInt64($0, radix: 16).map(Double.init(bitPattern:))
      }
      guard let value = numbers.last, let rest = words.last.flatMap({ Double($0) }) else {
        continue
      }
      points[String(words[0]), default: []].append(
        Point(arguments: Array(numbers.dropLast()), value: value, rest: rest))
    }
    return points
  }()
}

struct VectorMathTests {
  static let sets = InstructionSet.available

  /// The largest error in units of what is claimed.
  static func largestError(
    _ name: String, _ results: ([VectorReference.Point]) -> [Double]
  ) -> Double {
    let points = VectorReference.points[name] ?? []
    return zip(points, results(points)).map { $0.error(of: $1) / claim(name, $0) }
      .reduce(points.isEmpty ? .infinity : 0) { $1.isNaN ? .infinity : max($0, $1) }
  }

  /// The claims in the documentation of `VectorMath`, in ulps.
  static func claim(_ name: String, _ point: VectorReference.Point) -> Double {
    switch name {
    case "exp", "log": 1
    case "pow": 1 + abs(point.arguments[1] * Foundation.log(point.arguments[0])) / 40
    case "log-normal": 3
    case "weibull": 1.5 + abs(Foundation.log(point.value)) / 8
    default: 2
    }
  }

  @Test(arguments: [
    ("exp", VectorMath.Function.exp), ("log", .log), ("erfc", .erfc),
  ])
  func isWithinItsClaim(_ name: String, _ function: VectorMath.Function) {
    #expect((VectorReference.points[name] ?? []).count >= 2000)
    for set in Self.sets {
      let error = Self.largestError(name) { points in
        var numbers = points.map { $0.arguments[0] }
        VectorMath.apply(function, to: &numbers, using: set)
        return numbers
      }
      #expect(error < 1, "\(set)")
    }
  }

  @Test func powersAreWithinTheirClaim() {
    for set in Self.sets {
      let error = Self.largestError("pow") { points in
        var numbers = points.map { $0.arguments[0] }
        VectorMath.raise(&numbers, to: points.map { $0.arguments[1] }, using: set)
        return numbers
      }
      #expect(error < 1, "\(set)")
    }
  }

  @Test(arguments: [
    ("normal", VectorMath.Family.normal), ("log-normal", .logNormal),
    ("weibull", .weibull),
  ])
  func survivalIsWithinItsClaim(_ name: String, _ family: VectorMath.Family) {
    for set in Self.sets {
      let error = Self.largestError(name) { points in
        points.map {
          VectorMath.survival(
            family, [$0.arguments[0]], [$0.arguments[1]], [$0.arguments[2]], 1, using: set
          ).values[0]
        }
      }
      #expect(error < 1, "\(set)")
    }
  }

  @Test func specialValuesAreThoseOfC() {
    let infinity = Double.infinity
    for set in Self.sets {
      var numbers = [0, -0.0, infinity, -infinity, .greatestFiniteMagnitude, -750]
      VectorMath.apply(.exp, to: &numbers, using: set)
      #expect(numbers == [1, 1, infinity, 0, infinity, 0])
      numbers = [1, 0, -0.0, infinity]
      VectorMath.apply(.log, to: &numbers, using: set)
      #expect(numbers == [0, -infinity, -infinity, infinity])
      numbers = [0, infinity, -infinity, 30, -30, .greatestFiniteMagnitude]
      VectorMath.apply(.erfc, to: &numbers, using: set)
      #expect(numbers == [1, 0, 2, 0, 2, 0])
      numbers = [0, 1, infinity, 2, 0, 1e300, 9]
      VectorMath.raise(&numbers, to: [2, 1e9, 0.5, 0, 0, 2, 0.5], using: set)
      #expect(numbers == [0, 1, infinity, 1, 1, infinity, 3])
      for function in [VectorMath.Function.exp, .log, .erfc] {
        numbers = [.nan]
        VectorMath.apply(function, to: &numbers, using: set)
        #expect(numbers[0].isNaN)
      }
      numbers = [-1]
      VectorMath.apply(.log, to: &numbers, using: set)
      #expect(numbers[0].isNaN)
    }
  }

  @Test func everyCountGivesTheSameNumbers() {
    let all = (0..<40).map { 0.1 + 0.37 * Double($0) }
    for set in Self.sets {
      for count in 0...all.count {
        var (some, whole) = (Array(all.prefix(count)), all)
        VectorMath.apply(.erfc, to: &some, using: set)
        VectorMath.apply(.erfc, to: &whole, using: set)
        #expect(some == Array(whole.prefix(count)))
      }
    }
  }

  @Test func survivalHasALaneForEachParameterOnAnyNumberOfThreads() {
    let ages = [-1, 0, 0.5, 3, 40, 1e9]
    let scale = (0..<205).map { 5 + 0.1 * Double($0) }
    let shape = scale.map { 1 + 20 / $0 }
    let one = VectorMath.weibullSurvival(ages: ages, scale: scale, shape: shape)
    #expect(one == VectorMath.weibullSurvival(ages: ages, scale: scale, shape: shape, threads: 3))
    for lane in [0, 96, 204] {
      let alone = VectorMath.weibullSurvival(ages: ages, scale: [scale[lane]], shape: [shape[lane]])
      #expect(alone.values == one.column(lane))
      #expect(one[0, lane] == 1 && one[1, lane] == 1 && one[5, lane] == 0)
    }
    let logNormal = VectorMath.logNormalSurvival(ages: ages, median: [3], sigma: [0.4])
    #expect(logNormal.values.prefix(2) == [1, 1] && logNormal[3, 0] == 0.5)
    let normal = VectorMath.normalSurvival(ages: ages, mean: [3], standardDeviation: [0.4])
    #expect(normal[3, 0] == 0.5 && normal[5, 0] == 0)
    #expect(VectorMath.normalSurvival(ages: [], mean: [3], standardDeviation: [1]).values.isEmpty)
  }
}
