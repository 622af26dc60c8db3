#if Excel
  import ModelFiles
  import RealModule
  import Testing
  import UrbanMining

  @Suite struct AiphoriaModifiersTests {
    /// Against aiphoria 1.1.1 itself: shares to a target with all others or one other giving way, and a given amount
    /// that falls for three years.
    @Test func aScenarioRunsToTheFlowsOfAiphoria() throws {
      let file = try ImportReference.imported(.aiphoria, "aiphoria-scenarios.xlsx").file()
      let scenario = try #require(file.scenarios.first)
      #expect(file.scenarios.count == 1 && scenario.title == "More recycling")
      let results = try scenario.applied(to: file.base).solved()
      let expected = try ImportReference.expected().aiphoriaScenario
      #expect(expected.count == 9)
      for (flow, wanted) in expected {
        let ends = flow.replacing(":", with: "_").split(separator: " -> ").map(String.init)
        let direct = results.values(from: ends[0], to: ends[1])
        let found = direct.isEmpty ? results.values(from: "\(ends[0])_rest", to: ends[1]) : direct
        #expect(found.count == 6)
        for (value, right) in zip(found, wanted) {
          #expect(value.isApproximatelyEqual(to: right, absoluteTolerance: 1e-11), "\(flow)")
        }
      }
    }

    @Test func whatHasNoCounterpartIsListedWithItsRow() throws {
      let result = try ImportReference.imported(.aiphoria, "aiphoria-left-out.xlsx")
      let remarks = result.remarks.filter { $0.hasPrefix("scenario 'Others', row ") }
      #expect(remarks.count == 4)
      for (row, reason) in [
        (3, "'sigmoid' with these values has no counterpart here"),
        (4, "takes all that its process has"), (5, "no other flow follows"),
        (6, "its years are not those of the model"),
      ] {
        #expect(
          remarks.contains { $0.contains("row \(row): ") && $0.contains(reason) }, "\(remarks)")
      }
    }

    /// Cables from 70 to 50 % in 2014 and 2015; motors give way, and before and after all is as it was.
    @Test func aConstantHoldsInItsYearsAlone() throws {
      let file = try ImportReference.imported(.aiphoria, "aiphoria-left-out.xlsx").file()
      let changed = try #require(file.scenarios.first).applied(to: file.base)
      func share(_ target: String) throws -> [Double] {
        let input = try #require(
          changed.inputs.first { $0.name == "share_Smelter_XX_to_\(target)" })
        return input.parameter.cells[0]
      }
      let expected = [0.7, 0.7, 0.7, 0.5, 0.5, 0.7]
      #expect(zip(try share("Cable_XX"), expected).allSatisfy { abs($0 - $1) < 1e-15 })
      #expect(zip(try share("Motor_XX"), expected).allSatisfy { abs($0 - (1 - $1)) < 1e-15 })
    }

    @Test func aSeriesIsWrittenByItsCorners() {
      #expect(file(["2011: 0.7", "2013: 0.7", "2014: 0.5", "2015: 0.5", "2016: 0.7"]))
    }

    private func file(_ points: [String]) -> Bool {
      let text = try? ImportReference.imported(.aiphoria, "aiphoria-left-out.xlsx").model
      return text?.contains("share_Smelter_XX_to_Cable_XX: { \(points.joined(separator: ", ")) }")
        ?? false
    }
  }
#endif
