internal import ArgumentParser
internal import Foundation
internal import UrbanMining

/// Ages as the command line takes them.
struct AgeList: ExpressibleByArgument {
  let ages: [Double]

  init?(argument: String) {
    if let dots = argument.range(of: "...") {
      let rest = argument[dots.upperBound...].split(separator: "/", maxSplits: 1).map(String.init)
      guard let first = Double(argument[..<dots.lowerBound]),
        let last = rest.first.flatMap(Double.init),
        let step = rest.count == 2 ? Double(rest[1]) : 1, first >= 0, last >= first, step > 0,
        last.isFinite, step.isFinite,
        (last - first) / step <= 1e6
      else { return nil }
      let count = Int(((last - first) / step * (1 + 1e-12)).rounded(.down))
      ages = (0...count).map { first + Double($0) * step }
    } else {
      let numbers = argument.split(separator: ",").map { Double($0) }
      let known = numbers.compactMap { $0 }
      guard !known.isEmpty, known.count == numbers.count,
        known.allSatisfy({ $0 >= 0 && $0.isFinite })
      else { return nil }
      ages = known
    }
  }

  /// Whole years until nearly all has left.
  static func upTo(_ lifetime: Lifetime) -> AgeList {
    let last = min(1000, max(1, lifetime.age(atShareLeft: 0.99).rounded(.up)))
    let step = max(1, (last / 40).rounded(.up))
    return AgeList(ages: stride(from: 0, through: last + step - 1, by: step).map { $0 })
  }

  private init(ages: [Double]) {
    self.ages = ages
  }
}
