#if Excel
  import ModelFiles
  import RealModule
  import Testing

  @Suite struct AiphoriaImporterTests {
    /// Against aiphoria 1.1.1 itself. The second workbook leaves out the years between, which are interpolated.
    @Test(arguments: ["aiphoria.xlsx", "aiphoria-thin.xlsx"])
    func theModelRunsToTheFlowsOfAiphoria(_ name: String) throws {
      let expected = try ImportReference.expected().aiphoria
      let results = try ImportReference.imported(.aiphoria, name).results()
      #expect(expected.count == 8)
      for (flow, wanted) in expected {
        let ends = flow.replacing(":", with: "_").split(separator: " -> ").map(String.init)
        let direct = results.values(from: ends[0], to: ends[1])
        let found = direct.isEmpty ? results.values(from: "\(ends[0])_rest", to: ends[1]) : direct
        #expect(found.count == 6)
        for (value, right) in zip(found, wanted) {
          // Sums of a few numbers of a hundred.
          #expect(value.isApproximatelyEqual(to: right, absoluteTolerance: 1e-11))
        }
      }
    }

    @Test func labelsUnitAndConventionAreKept() throws {
      let result = try ImportReference.imported(.aiphoria, "aiphoria.xlsx")
      #expect(result.model.contains("unit: kt\ninflow_at: end\n"))
      #expect(result.model.contains("  Yard_XX: 'Scrap yard'\n"))
      #expect(result.model.contains("Motor_XX: { lifetime: 'weibull(shape: 2.5, scale: 10)' }"))
      #expect(result.remarks.count == 1)
    }

    @Test func everyFaultIsReportedWithItsCell() {
      #expect(
        ImportReference.faults(.aiphoria, "aiphoria-wrong.xlsx") == [
          "aiphoria-wrong.xlsx:Passages!C3: there is no process 'Smeltr:XX' "
            + "(did you mean 'Smelter:XX'?)",
          "aiphoria-wrong.xlsx:Passages!D6: 'most' is not a number",
          "aiphoria-wrong.xlsx:Places!G6: there is no distribution type 'Norml' "
            + "(did you mean 'Normal'?)",
          "aiphoria-wrong.xlsx:Places!H7: 'shape' is no parameter "
            + "(parameters are written like stddev=2 or shape=2, scale=10)",
        ])
    }
  }
#endif
