import Charts
import ModelFiles
import Testing

@testable import Coursework

/// What learners find in their tables must lead them to the answers.
struct Week3TablesTests {
  private static func table(_ assignment: Assignment, _ variant: Variant) throws -> CSVTable {
    let data = try #require(assignment.data)
    return try CSVTable(text: try data(variant).csv, name: "data.csv")
  }

  @Test func theWrongFlowBreaksTwoBalances() throws {
    for number in 1...60 {
      let variant = try Assignment.massBalance.variant(
        for: LearnerID("l\(number)"), secret: Course.metals.secret)
      let table = try Self.table(.massBalance, variant)
      let key = try AnswerKey(.massBalance, variant)
      var residuals: [String: Double] = [:]
      var flows: [String: (from: String, to: String, value: Double)] = [:]
      for row in table.rows.indices {
        let (id, from, to) = (table[row, 0].text, table[row, 1].text, table[row, 2].text)
        let value = try #require(try table.number(row: row, column: 4))
        #expect(value > 0)
        flows[id] = (from, to, value)
        residuals[from, default: 0] -= value
        residuals[to, default: 0] += value
      }
      residuals["outside"] = nil
      residuals["use", default: 0] -= try Assignment.massBalance.facts(variant)["change"] ?? 0
      guard case .options(let ids) = key["flow"]?.answer,
        let wrong = ids.first.flatMap({ flows[$0] })
      else {
        Issue.record("one flow is wrong")
        return
      }
      let error = try #require(key["residual"]?.answer.number)
      #expect(residuals[wrong.to] == error)
      #expect(residuals[wrong.from] == -error)
      #expect(residuals.values.filter { $0 != 0 }.count == 2)
      #expect(key["value"]?.answer.number == wrong.value - error)
    }
  }

  @Test func theCopperTableBalancesAndHoldsTheAnswers() throws {
    let variant = try Variant(
      of: .copperReading,
      values: [
        "year": 2012, "span": 6, "use": "transport",
        "indicator": "end-of-life recycling input rate EOL-RIR", "better": 0.9,
      ])
    let table = try Self.table(.copperReading, variant)
    func value(_ year: Int, _ column: String) throws -> Double {
      let row = try #require(table.rows.indices.first { table[$0, 0].text == "\(year)" })
      return try #require(
        try table.number(row: row, column: table.index(ofColumn: column)))
    }
    #expect(table.rows.count == 11)
    // Rounded to four decimals.
    for year in 2003...2012 {
      let change = try value(year, "stock_in_use_Mt") - value(year - 1, "stock_in_use_Mt")
      let net = try value(year, "into_use_Mt") - value(year, "end_of_life_Mt")
      #expect(abs(change - net) < 3e-4)
    }
    let key = try AnswerKey(.copperReading, variant)
    let old = try value(2012, "old_scrap_recycled_Mt")
    let scrap = old + (try value(2012, "new_scrap_recycled_Mt"))
    let (primary, endOfLife) = (
      try value(2012, "primary_Mt"), try value(2012, "end_of_life_Mt")
    )
    let uses = ["construction", "electrical", "industrial", "transport", "other"]
    let sum = try uses.reduce(0) { $0 + (try value(2012, "stock_\($1)_Mt")) }
    #expect(abs(sum - (try value(2012, "stock_in_use_Mt"))) < 1e-3)
    let better = 0.9 * endOfLife * old / (try value(2012, "collected_Mt"))
    let expected = [
      "growth":
        (try value(2012, "stock_transport_Mt") - value(2006, "stock_transport_Mt")) / 6,
      "per-head": try value(2012, "stock_in_use_Mt") / value(2012, "population_million") * 1000,
      "recycling-rate": 100 * old / endOfLife, "indicator": 100 * old / (scrap + primary),
      "what-if": 100 * better / (scrap + primary),
    ]
    for (id, value) in expected {
      #expect(abs((key[id]?.answer.number ?? 0) - value) < 1e-3 * value, "\(id)")
    }
  }

  /// Two end uses of 1999 hold nearly the same: nobody has to tell them apart on a chart.
  @Test func yearsWhoseChartCanNotBeReadAreNotDrawn() throws {
    let key = try AnswerKey(
      .copperReading,
      Variant(
        of: .copperReading,
        values: [
          "year": 1999, "span": 6, "use": "transport", "indicator": "old scrap ratio OSR",
          "better": 0.9,
        ]))
    #expect(
      VariantLint.faults(of: key).map(\.description) == [
        "question 'end-uses': not everything has a place"
      ])
  }
}
