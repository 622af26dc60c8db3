import Testing

@testable import Coursework

struct Week3Tests {
  private static func key(
    _ assignment: Assignment, _ values: [String: Double], words: [String: Parameter.Value] = [:]
  ) throws -> AnswerKey {
    let numbers = values.mapValues { Parameter.Value.number($0) }
    return try AnswerKey(
      assignment, Variant(of: assignment, values: numbers.merging(words) { $1 }))
  }

  private static func isNear(_ value: Double?, _ reference: Double, _ tolerance: Double = 1e-9)
    -> Bool
  {
    value.map { abs($0 - reference) <= tolerance * abs(reference) } ?? false
  }

  private static func mistake(_ id: String, of question: String, in key: AnswerKey) -> Double? {
    key[question]?.mistakes.first { $0.id == id }?.answer.number
  }

  /// The figures that the course was specified with, to the digits in which they were given.
  @Test func theCoreAssignmentGivesItsPublishedValues() throws {
    let key = try Self.key(
      .stockFromInflow, ["first": 100, "growth": 0.03, "shape": 3, "mean": 25])
    #expect(abs((key["stock"]?.answer.number ?? 0) - 5642.97) < 0.005)
    #expect(abs((key["outflow"]?.answer.number ?? 0) - 157.142) < 0.0005)
    let published = [
      ("stock", "mean-as-scale", 5240.78), ("stock", "no-outflow", 7866.33),
      ("stock", "last-year-omitted", 5316.77), ("stock", "steady-state", 8155.1),
      ("stock", "fixed-lifetime", 5850.64), ("stock", "shape-scale-swapped", 947.2),
      ("outflow", "stock-over-lifetime", 225.7), ("outflow", "sign-of-change", 495.3),
    ]
    for (question, id, value) in published {
      #expect(abs((Self.mistake(id, of: question, in: key) ?? 0) - value) < 0.05, "\(id)")
    }
    #expect(VariantLint.faults(of: key) == [])
  }

  /// Loops over years in Python.
  @Test func theCoreAssignmentAgreesWithAnotherImplementation() throws {
    for reference in try VariantsReference.read().growing {
      let key = try Self.key(.stockFromInflow, reference.values)
      #expect(Self.isNear(key["stock"]?.answer.number, reference.stock))
      #expect(Self.isNear(key["outflow"]?.answer.number, reference.outflow))
      #expect(Self.isNear(key["net"]?.answer.number, reference.net))
      for (name, value) in reference.mistakes {
        let parts = name.split(separator: "/").map(String.init)
        #expect(Self.isNear(Self.mistake(parts[1], of: parts[0], in: key), value), "\(name)")
      }
      guard case .series(let years, let stocks) = key["stocks"]?.answer,
        case .series(let later, let outflows) = key["outflows"]?.answer
      else {
        Issue.record("stock and outflow by year are series")
        return
      }
      #expect(years == Array(1980...2020))
      #expect(later == Array(1990...2020))
      #expect(zip(stocks, reference.stocks).allSatisfy { Self.isNear($0, $1) })
      // An outflow is a difference of stocks a hundred times as large.
      #expect(zip(outflows, reference.outflows.suffix(31)).allSatisfy { Self.isNear($0, $1, 1e-7) })
    }
  }

  @Test func everyMistakeOfTheCoreAssignmentIsTold() throws {
    let key = try Self.key(
      .stockFromInflow, ["first": 100, "growth": 0.03, "shape": 3, "mean": 25])
    let typed: [(String, String, Double)] = [
      ("5240.8", "mean-as-scale", 0.5), ("7.866 Mt", "no-outflow", 0),
      ("5317 kt", "last-year-omitted", 0.5),
      ("8155", "steady-state", 0.25), ("5851", "fixed-lifetime", 0.5),
      ("947.2", "shape-scale-swapped", 0.25),
      ("948.5", "shape-scale-swapped", 0.25), ("5.643", "thousandfold", 0.5),
      ("5643 t", "thousandfold", 0.5),
    ]
    for (text, id, credit) in typed {
      let marking = try Marker.mark([Response(question: "stock", text: text)], with: key)
      let own = try #require(marking["stock"])
      #expect(own.mistake == id, "\(text)")
      #expect(own.credit == credit)
      #expect(!own.message.contains("564"))
    }
  }

  @Test func aSteadyStockFollowsLittlesLaw() throws {
    for reference in try VariantsReference.read().steady {
      let key = try Self.key(.steadyState, reference.values)
      #expect(Self.isNear(key["stock"]?.answer.number, reference.stock))
      #expect(Self.isNear(key["turnover"]?.answer.number, reference.turnover))
      // The reference is a sum over ages in steps of a thousandth of a year.
      #expect(Self.isNear(key["age"]?.answer.number, reference.age, 1e-6))
    }
    // The published value.
    let key = try Self.key(.steadyState, ["inflow": 10, "years": 30, "shape": 3, "mean": 25])
    #expect(key["stock"]?.answer.number == 300)
    #expect(abs((key["age"]?.answer.number ?? 0) - 14.151) < 0.0005)
    #expect(Self.mistake("half-lifetime", of: "age", in: key) == 12.5)
  }

  @Test func demandIsGrowthAndReplacement() throws {
    for reference in try VariantsReference.read().wanted {
      let key = try Self.key(.stockDrivenDemand, reference.values)
      for (id, value) in [
        ("stock", reference.stock), ("growth", reference.growth), ("inflow", reference.inflow),
        ("replacement", reference.replacement),
      ] {
        #expect(Self.isNear(key[id]?.answer.number, value, 1e-8), "\(id)")
      }
      let growthOnly = try #require(Self.mistake("growth-only", of: "inflow", in: key))
      let replacementOnly = try #require(Self.mistake("replacement-only", of: "inflow", in: key))
      #expect(Self.isNear(growthOnly + replacementOnly, reference.inflow, 1e-8))
    }
  }

  @Test func survivalIsReadFromTheRightCurve() throws {
    for reference in try VariantsReference.read().curve {
      let own = reference.values
      let key = try Self.key(
        .survivalCurve, ["mean": own.mean, "shape": own.shape, "part": own.part],
        words: ["product": .word(own.product)])
      #expect(Self.isNear(key["left"]?.answer.number, reference.left))
      #expect(Self.isNear(key["median"]?.answer.number, reference.median))
      for (name, value) in reference.mistakes {
        let id = String(name.split(separator: "/")[1])
        #expect(Self.isNear(Self.mistake(id, of: "left", in: key), value), "\(name)")
      }
    }
  }
}
