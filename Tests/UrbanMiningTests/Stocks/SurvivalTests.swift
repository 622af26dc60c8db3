import Testing
import UrbanMining

struct SurvivalTests {
  /// `survival-conventions.json`: mpmath at 60 digits.
  private struct Conventions: Decodable {
    struct Curve: Decodable {
      let lifetime: String
      let start, middle, end: [Double]
      let uniform: [String: [Double]]
      let exact: [Double]

      var columns: [(timing: String, values: [Double])] {
        [("start", start), ("middle", middle), ("end", end)]
          + uniform.map { ("uniform(\($0.key))", $0.value) }
      }
    }
    struct Uneven: Decodable {
      struct Table: Decodable {
        let lifetime: String
        let start, middle, end: [[Double]]
        let uniform6: [[Double]]

        enum CodingKeys: String, CodingKey {
          case lifetime, start, middle, end
          case uniform6 = "uniform(6)"
        }

        var tables: [(timing: String, rows: [[Double]])] {
          [("start", start), ("middle", middle), ("end", end), ("uniform(6)", uniform6)]
        }
      }
      let bounds: [Double]
      let cases: [Table]
    }
    let regular: [Curve]
    let uneven: Uneven
  }

  /// `golden-survival.json`: what ODYM 0.1 and flodym 1.1.0 give.
  private struct Golden: Decodable {
    struct Uneven: Decodable {
      let bounds: [Double]
      let lifetime: String
      let middle, uniform6: [[Double]]

      enum CodingKeys: String, CodingKey {
        case bounds, lifetime, middle
        case uniform6 = "uniform(6)"
      }
    }
    let cases: [[String: GoldenValue]]
    let uneven: Uneven
  }

  /// A text or a column of numbers.
  private enum GoldenValue: Decodable {
    case text(String)
    case column([Double])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let column = try? container.decode([Double].self) {
        self = .column(column)
      } else {
        self = .text(try container.decode(String.self))
      }
    }
  }

  private func survival(
    _ lifetime: String, _ timing: String, over time: TimeAxis
  ) throws -> Survival {
    Survival(try Lifetime(lifetime), over: time, timing: try #require(InflowTiming(timing)))
  }

  private func column(_ survival: Survival) -> [Double] {
    (0..<survival.time.count).map { survival.share(atEndOf: $0, ofCohort: 0) }
  }

  private func rows(_ survival: Survival) -> [[Double]] {
    (0..<survival.time.count).map { t in
      (0...t).map { survival.share(atEndOf: t, ofCohort: $0) }
    }
  }

  @Test func everyConventionAgreesWithMpmath() throws {
    let time = TimeAxis(years: 1980...2020)
    for curve in try ReferenceFile.read("survival-conventions.json", as: Conventions.self).regular {
      for (timing, values) in curve.columns {
        let ours = column(try survival(curve.lifetime, timing, over: time))
        expectClose(ours, values, relative: 1e-12, "\(curve.lifetime) \(timing)")
      }
    }
  }

  @Test func unevenPeriodsAgreeWithMpmath() throws {
    let uneven = try ReferenceFile.read("survival-conventions.json", as: Conventions.self).uneven
    let time = try TimeAxis(bounds: uneven.bounds)
    for table in uneven.cases {
      for (timing, expected) in table.tables {
        let ours = rows(try survival(table.lifetime, timing, over: time))
        for (row, reference) in zip(ours, expected) {
          expectClose(row, reference, relative: 1e-12, "\(table.lifetime) \(timing)")
        }
      }
    }
  }

  /// ODYM looks at ages t − c, which is `end`. The peers work with absolute errors of 1e-16 in the tails.
  @Test func agreesWithODYMAndFlodym() throws {
    let golden = try ReferenceFile.read("golden-survival.json", as: Golden.self)
    for columns in golden.cases {
      guard case .text(let lifetime) = columns["lifetime"] else { continue }
      for (name, value) in columns {
        guard case .column(let values) = value else { continue }
        let time = TimeAxis(years: 1...values.count)
        let ours = column(try survival(lifetime, name == "odym" ? "end" : name, over: time))
        expectClose(ours, values, relative: 1e-12, absolute: 1e-12, "\(lifetime) \(name)")
      }
    }
    let time = try TimeAxis(bounds: golden.uneven.bounds)
    for (timing, expected) in [
      ("middle", golden.uneven.middle), ("uniform(6)", golden.uneven.uniform6),
    ] {
      let ours = rows(try survival(golden.uneven.lifetime, timing, over: time))
      for (row, reference) in zip(ours, expected) {
        expectClose(row, reference, relative: 1e-12, absolute: 1e-12, timing)
      }
    }
  }

  /// Ten points come within 1e-9 of the integral over the period for lifetimes without a kink.
  @Test func uniformInflowComesCloseToTheIntegral() throws {
    for curve in try ReferenceFile.read("survival-conventions.json", as: Conventions.self).regular {
      guard !curve.lifetime.hasPrefix("fixed"), !curve.lifetime.hasPrefix("weibull(shape: 0.8")
      else { continue }
      let ours = column(
        try survival(curve.lifetime, "uniform", over: TimeAxis(years: 1980...2020)))
      // The log-logistic has an unbounded second derivative at age 0.
      let isRough = curve.lifetime.hasPrefix("loglogistic")
      expectClose(
        ours, curve.exact, relative: 0, absolute: isRough ? 1e-4 : 1e-9, curve.lifetime)
    }
  }

  /// Five even years are the uneven form of five years: one curve, one table.
  @Test(arguments: ["start", "middle", "end", "uniform(5)"])
  func curveAndTableAgree(timing: String) throws {
    let even = try TimeAxis(bounds: [0, 5, 10, 15, 20])
    // The last bound makes the axis uneven; the periods before it stay as they are.
    let uneven = try TimeAxis(bounds: [0, 5, 10, 15, 20, 22])
    let curve = try survival("weibull(shape: 2.5, scale: 12)", timing, over: even)
    let table = try survival("weibull(shape: 2.5, scale: 12)", timing, over: uneven)
    for t in 0..<4 {
      for c in 0...t {
        expectClose(
          table.share(atEndOf: t, ofCohort: c), curve.share(atEndOf: t, ofCohort: c),
          relative: 1e-14)
      }
    }
  }

  @Test func theEndOfAPeriodLeavesNoTimeToLeave() throws {
    let time = try TimeAxis(bounds: [1990.1, 1990.3, 1991.7])
    let survival = try survival("exponential(mean: 0.01)", "end", over: time)
    #expect(survival.share(atEndOf: 0, ofCohort: 0) == 1)
    expectClose(survival.share(atEndOf: 1, ofCohort: 1), 1, relative: 1e-10)
  }

  @Test func middleIsTheDefault() throws {
    let survival = Survival(try .fixed(years: 3), over: TimeAxis(years: 2000...2001))
    #expect(survival.timing == .middle)
  }

  /// With inflow 1 for 201 years and a mean of 30 the stock is mean − ½, mean, mean + ½, but for the
  /// tail below age 0: scipy.stats.norm.sf(numpy.arange(201) + 1, 30, 10).sum(), + 0.5, + 0.
  @Test(
    arguments: [
      ("start", 29.504533375057633), ("middle", 30.003803120180216), ("end", 30.503183477026003),
    ])
  func stationaryStockIsTheMeanShiftedByHalfAYear(timing: String, expected: Double) throws {
    let time = TimeAxis(years: 1800...2000)
    let survival = try survival("normal(mean: 30, sd: 10)", timing, over: time)
    let ones = [Double](repeating: 1, count: 201)
    let stock = try DynamicStock.inflowDriven(inflow: ones, survival: survival).amounts(ofLane: 0)
    expectClose(stock[200], expected)
  }
}
