internal import UrbanMining

/// One field of a pymfa2 table: `fix|0.8|1`, `stoch|normal|0.5,0.1|1`, `rand|1,2,3|1`, and behind a delay the
/// release as well: `fix|0.8|1|weibull|2,10|0`.
struct PymfaValue: Hashable {
  /// The number, or the mean of its distribution.
  let central: Double
  /// The distribution in our words; nil for a fixed number.
  let spread: String?
  /// Which shares of a process are adjusted first: those of the lowest priority.
  var priority = 1
  /// When a stock lets go of what entered; nil without a delay.
  var release: Release?

  /// Why a field can't be read.
  struct Refusal: Error {
    let message: String
  }

  /// What leaves a stock, by periods since it entered.
  struct Release: Hashable {
    let kind: Kind
    let parameters: [Double]
    let delay: Int

    enum Kind: String, CaseIterable {
      case fix, list, rand, weibull
    }

    /// The share that leaves in each period, counted from that of entry.
    func rates(periods: Int) -> [Double] {
      var rates: [Double] = []
      var left = 1.0
      while left > 0, rates.count < periods {
        let rate = min(left, self.rate(rates.count))
        rates.append(rate)
        left -= rate
        if kind == .list, rates.count >= parameters.count { break }
      }
      return [Double](repeating: 0, count: delay) + rates
    }

    private func rate(_ period: Int) -> Double {
      switch kind {
      case .fix: parameters[0]
      case .list: parameters[period]
      case .rand: parameters.reduce(0, +) / Double(parameters.count)
      case .weibull:
        // pymfa2 takes the mean of the density at the middle and at the end of a period.
        period == 0 ? 0 : (density(Double(period) - 0.5) + density(Double(period))) / 2
      }
    }

    private func density(_ age: Double) -> Double {
      let lifetime = try? Lifetime.weibull(shape: parameters[0], scale: parameters[1])
      let shifted = age - (parameters.count > 2 ? parameters[2] : 0)
      return shifted > 0 ? lifetime?.density(atAge: shifted) ?? 0 : 0
    }
  }

  /// Reads a field.
  /// - Parameters:
  ///   - text: the field.
  ///   - hasPriority: whether it is a share; inflows have no priority.
  ///   - hasRelease: whether it stands in a row of type `delay`.
  init(_ text: String, hasPriority: Bool, hasRelease: Bool) throws(Refusal) {
    var parts = text.filter { !$0.isWhitespace }.split(separator: "|").map(String.init)
    func next(_ what: String) throws(Refusal) -> String {
      guard !parts.isEmpty else { throw Refusal(message: "'\(text)' has no \(what)") }
      return parts.removeFirst()
    }
    switch try next("kind").lowercased() {
    case "fix":
      central = try PymfaValue.number(try next("value"))
      spread = nil
    case "rand":
      let numbers = try PymfaValue.numbers(try next("values"))
      central = numbers.reduce(0, +) / Double(numbers.count)
      spread = "choice(\(numbers.map(plainNumber).joined(separator: ", ")))"
    case "stoch":
      let family = try next("distribution").lowercased()
      (central, spread) = try PymfaValue.distribution(
        family, try PymfaValue.numbers(try next("parameters")))
    case let other:
      throw Refusal(message: "'\(other)' is none of fix, stoch and rand")
    }
    if hasPriority { priority = try PymfaValue.whole(try next("priority"), "priority") }
    if hasRelease {
      let name = try next("release").lowercased()
      guard let kind = Release.Kind(rawValue: name) else {
        throw Refusal(message: "the release '\(name)' is none of fix, list, rand and weibull")
      }
      let parameters = try PymfaValue.numbers(try next("parameters of the release"))
      guard kind != .weibull || (2...3).contains(parameters.count) else {
        throw Refusal(message: "a weibull release has a shape and a scale, and maybe a shift")
      }
      guard kind != .fix || parameters[0] > 0 else {
        throw Refusal(message: "a fixed release is more than 0 in each period")
      }
      let delay = try PymfaValue.whole(try next("delay"), "delay")
      guard delay >= 0 else { throw Refusal(message: "a delay is not negative") }
      release = Release(kind: kind, parameters: parameters, delay: delay)
    }
    guard parts.isEmpty else {
      throw Refusal(message: "'\(parts.joined(separator: "|"))' in '\(text)' is not expected here")
    }
  }

  private static func distribution(
    _ family: String, _ numbers: [Double]
  ) throws(Refusal) -> (Double, String) {
    let texts = numbers.map(plainNumber)
    switch (family, numbers.count) {
    case ("normal", 2): return (numbers[0], "normal(mean: \(texts[0]), sd: \(texts[1]))")
    case ("uniform", 2):
      return ((numbers[0] + numbers[1]) / 2, "uniform(from: \(texts[0]), to: \(texts[1]))")
    case ("triangular", 3):
      return (
        numbers.reduce(0, +) / 3,
        "triangular(from: \(texts[0]), mode: \(texts[1]), to: \(texts[2]))"
      )
    default:
      throw Refusal(
        message:
          "a distribution is normal with 2 numbers, uniform with 2 or triangular with 3, not "
          + "'\(family)' with \(numbers.count)")
    }
  }

  private static func number(_ text: String) throws(Refusal) -> Double {
    do {
      return try DecimalNumber.value(of: text)
    } catch {
      throw Refusal(message: error.message)
    }
  }

  private static func numbers(_ text: String) throws(Refusal) -> [Double] {
    var numbers: [Double] = []
    for part in text.split(separator: ",") { numbers.append(try number(String(part))) }
    guard !numbers.isEmpty else { throw Refusal(message: "there is no number in '\(text)'") }
    return numbers
  }

  private static func whole(_ text: String, _ what: String) throws(Refusal) -> Int {
    guard let number = Int(text) else {
      throw Refusal(message: "the \(what) is a whole number, not '\(text)'")
    }
    return number
  }
}

extension PymfaValue {
  /// The shares of one process in one period, adjusted so that they sum to one: as dpmfa does, those of the
  /// lowest priority first, and of the next where that is not enough.
  static func adjusted(_ shares: [PymfaValue]) -> [Double] {
    var values = shares.map(\.central)
    for priority in Set(shares.map(\.priority)).sorted() {
      let sum = values.reduce(0, +)
      guard abs(sum - 1) > 1e-11 else { break }
      let own = shares.indices.filter { shares[$0].priority == priority }
      let ownSum = own.reduce(0) { $0 + values[$1] }
      let target = max(ownSum - (sum - 1), 0)
      for index in own {
        if sum == 0 {
          values[index] = 1 / Double(values.count)
        } else if ownSum > 0 {
          values[index] *= target / ownSum
        } else if sum < 1 {
          values[index] = (1 - sum) / Double(own.count)
        }
      }
    }
    return values
  }
}
