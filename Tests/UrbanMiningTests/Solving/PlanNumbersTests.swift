import Testing

@testable import UrbanMining

struct PlanNumbersTests {
  private let time = TimeAxis(years: 2000...2002)

  private func numbers() throws -> PlanNumbers {
    let shared = Survival(try Lifetime("fixed(years: 2)"), over: time, timing: .middle)
    let own = try Survival(
      .byLane([try Lifetime("fixed(years: 0.4)"), try Lifetime("exponential(mean: 2)")]),
      over: time,
      timing: .middle)
    return PlanNumbers(
      slots: [
        LaneSeries(width: 1, values: [0.5, 0.25, 0.7]),
        LaneSeries(width: 2, values: [0.5, 0.1, 0.75, 0.2, 0.1, 0.3]),
        LaneSeries(width: 1, values: [0.2, 0.1, 0.2]), LaneSeries(width: 1, values: [0, 0, 0.1]),
      ],
      survivals: [shared, own], inherited: [nil, LaneSeries(width: 1, values: [3, 2, 1])],
      initialStocks: [[0], [4]])
  }

  @Test func onlyNumbersThatDifferAreByLane() throws {
    let numbers = try numbers()
    #expect(!numbers.isByLane(.slot(0)) && numbers.isByLane(.slot(1)))
    #expect(!numbers.isByLane(.amount(0)) && numbers.isByLane(.amount(1)))
    #expect(!numbers.isByLane(.complement([0, 2])) && numbers.isByLane(.complement([0, 1])))
    #expect(!numbers.isByLane(.staying(use: 0)) && numbers.isByLane(.leaving(use: 1)))
    #expect(!numbers.isByLane(.inherited(use: 0)) && !numbers.isByLane(.inherited(use: 1)))
  }
}

extension PlanNumbersTests {
  @Test func onlyWhatIsTheSameInAllPeriodsIsSteady() throws {
    var numbers = try numbers()
    numbers.slots[0] = LaneSeries(steady: [0.5])
    numbers.slots[1] = LaneSeries(steady: [0.5, 0.1])
    #expect(numbers.isSteady(.slot(0), over: time) && !numbers.isSteady(.slot(2), over: time))
    #expect(numbers.isSteady(.complement([0, 1]), over: time))
    #expect(!numbers.isSteady(.complement([0, 2]), over: time))
    #expect(numbers.isSteady(.staying(use: 0), over: time))
    #expect(!numbers.isSteady(.inherited(use: 1), over: time))
    let uneven = try TimeAxis(bounds: [2000, 2001, 2006, 2008])
    #expect(numbers.isSteady(.amount(0), over: time) && !numbers.isSteady(.amount(0), over: uneven))
    // What is said is what the series is.
    for operand in [SystemPlan.Operand.amount(1), .complement([0, 1]), .leaving(use: 1)] {
      for axis in [time, uneven] {
        #expect(
          numbers.series(of: operand, over: axis).isSteady == numbers.isSteady(operand, over: axis))
      }
    }
  }
}

/// The file `PlanNumbers+Series.swift`.
struct PlanNumbersSeriesTests {
  private let time = TimeAxis(years: 2000...2002)

  private func numbers(_ slots: [LaneSeries], _ lifetimes: [String] = ["fixed(years: 2)"]) throws
    -> PlanNumbers
  {
    let lives = try lifetimes.map { try Lifetime($0) }
    let survival =
      lives.count == 1
      ? Survival(lives[0], over: time, timing: .middle)
      : try Survival(.byLane(lives), over: time, timing: .middle)
    return PlanNumbers(slots: slots, survivals: [survival], inherited: [nil], initialStocks: [[0]])
  }

  @Test func amountsAreTimesTheLengthOfTheirPeriod() throws {
    let uneven = try TimeAxis(bounds: [2000, 2001, 2006, 2008])
    let found = try numbers([LaneSeries(width: 2, values: [1, 2, 3, 4, 5, 6])])
      .series(of: .amount(0), over: uneven)
    #expect(found.values == [1, 2, 15, 20, 10, 12])
  }

  /// 1 − 0.2 − 0.7 − 0.1 is 8e-17 in doubles and nothing in truth.
  @Test func whatSharesLeaveIsNothingButRounding() throws {
    let found = try numbers(
      [0.2, 0.7, 0.1].map { LaneSeries(width: 1, values: [$0, $0, $0 / 2]) }
    ).series(of: .complement([0, 1, 2]), over: time)
    #expect(found.values[0] == 0 && found.values[1] == 0)
    expectClose(found.values[2], 0.5)
  }

  /// exp(−¼) after half a year with a mean of two.
  @Test func whatStaysAndWhatLeavesAreOneTogether() throws {
    let numbers = try numbers([], ["fixed(years: 0.4)", "exponential(mean: 2)"])
    let (staying, leaving) = (
      numbers.series(of: .staying(use: 0), over: time),
      numbers.series(of: .leaving(use: 0), over: time)
    )
    expectClose(staying.values, [0, 0.7788007830714049])
    #expect(staying.isSteady && leaving.isSteady)
    #expect(zip(staying.values, leaving.values).allSatisfy { $0 + $1 == 1 })
    #expect(numbers.series(of: .inherited(use: 0), over: time)(2, 0) == 0)
  }
}
