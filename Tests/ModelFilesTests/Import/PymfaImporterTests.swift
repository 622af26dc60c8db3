import Foundation
import LinearAlgebra
import ModelFiles
import RealModule
import Testing
import UrbanMining

@Suite struct PymfaImporterTests {
  /// Against the model computed by hand with dpmfa's rules (Tests/Reference/imports/peers.py).
  @Test func theModelRunsToTheSameFlowsAndStocks() throws {
    let expected = try ImportReference.expected().pymfa2
    let results = try ImportReference.imported(.pymfa2, "pymfa2.csv").results()
    let found = [
      "scrap": results.values(from: "coating_to_scrap", to: "scrap"),
      "soil": results.values(from: "coating_to_soil", to: "soil"),
      "dross": results.values(from: "making", to: "dross"),
    ]
    for (name, values) in found {
      let wanted = try #require(expected[name])
      #expect(values.count == 4)
      for (value, right) in zip(values, wanted) {
        #expect(value.isApproximatelyEqual(to: right, absoluteTolerance: 1e-12))
      }
    }
    let stocks = ["coating_to_scrap", "coating_to_soil"].compactMap { name in
      results.plan.model.processes.firstIndex { $0.name == name }
        .map { results.stock(ofProcess: $0)[0].column(0) }
    }
    for (period, right) in try #require(expected["stock"]).enumerated() {
      let sum = stocks.reduce(0) { $0 + $1[period] }
      #expect(sum.isApproximatelyEqual(to: right, absoluteTolerance: 1e-12))
    }
  }

  @Test func whatIsNotCarriedOverIsSaid() throws {
    let result = try ImportReference.imported(.pymfa2, "pymfa2.csv")
    #expect(result.remarks.contains { $0.contains("adjusted by priority") })
    #expect(result.remarks.contains { $0.contains("probability distributions") })
    #expect(result.remarks.contains { $0.contains("'weibull(shape: 2, scale: 3)'") })
    #expect(result.tables.map(\.path) == ["model-transfers.csv"])
    #expect(result.tables[0].text.contains("2002,inflow_1,120,\"normal(mean: 120, sd: 6)\"\n"))
    #expect(result.model.contains("unit: t\n"))
  }

  @Test func everyFaultIsReportedWithItsField() {
    #expect(
      ImportReference.faults(.pymfa2, "pymfa2-wrong.csv") == [
        "pymfa2-wrong.csv:5:27: '1e' is not a number",
        "pymfa2-wrong.csv:6:1: there is no transfer type 'raet' (did you mean 'rate'?)",
        "pymfa2-wrong.csv:7:27: the unit changes from 't' to 'kg': only a conversion can",
        "pymfa2-wrong.csv:7:40: 'fix|1' has no priority",
      ])
  }

  @Test func aFileThatIsNotThereIsAFault() {
    #expect(ImportReference.faults(.pymfa2, "none.csv") == ["none.csv:1:1: the file doesn't exist"])
  }

  /// A head that is not one is said in words, and not as transfers of unknown types.
  @Test func aBadHeadIsSaidInWords() throws {
    let folder = FileManager.default.temporaryDirectory
    let path = folder.appendingPathComponent("urbanmine-head.csv")
    try Data("runs: 3\nfoo,bar\n".utf8).write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    do {
      _ = try ModelImport(.pymfa2, path: path.path, stem: "model")
      Issue.record("no fault")
    } catch {
      let faults = error.faults.map(\.message)
      #expect(
        faults == [
          "'runs: 3' is no setting of the head, and no row 'transfer type' with the years",
          "no row begins with 'transfer type' and names the years",
          "'foo' is no setting of the head, and no row 'transfer type' with the years",
        ])
    }
  }
}
