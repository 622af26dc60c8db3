import ModelFiles
import RealModule
import Testing
import UrbanMining

struct ModelReaderSaturationTests {
  /// The numbers of an entry of `data` with a population of five million in the model.
  private func values(_ entry: String, above: String = "") throws -> [[Double]] {
    let file = try SampleModel.file(
      ("data:\n", "population: { values: 5e6 }\ndata:\n\(above)  probe: \(entry)\n"))
    return file.base.inputs.first { $0.name == "probe" }?.parameter.cells ?? []
  }

  private func faults(_ entry: String, population: Bool = true) -> [String] {
    SampleModel.faults(
      (
        "data:\n",
        (population ? "population: { values: 5e6 }\n" : "") + "data:\n  probe: \(entry)\n"
      ))
  }

  /// 250 / (1 + exp(−0.06 · 15)) = 177.737 kg for each of 5 million, and 90 · exp(−exp(−0.1 · 13)) kg: by
  /// hand (Python's math), in kt.
  @Test func aCurveForEachInhabitantBecomesAStock() throws {
    let logistic = "{ curve: logistic, ceiling: 250, rate: 0.06, midpoint: 1985 }"
    let one = try values("{ saturation: \(logistic), unit: kg }")
    #expect(one.count == 1)
    #expect(one[0][0].isApproximatelyEqual(to: 888.6868782812548, relativeTolerance: 1e-13))
    let gompertz = "{ curve: gompertz, ceiling: 90, rate: 0.1, midpoint: 1990 }"
    let two = try values(
      "{ saturation: { cars: \(logistic), default: \(gompertz) }, unit: kg }")
    #expect(two.count == 2)
    #expect(two[0] == one[0])
    #expect(two[1][3].isApproximatelyEqual(to: 342.6521490042369, relativeTolerance: 1e-13))
  }

  /// The points are those of a logistic curve with ceiling 200, rate 0.5 and midpoint 2001.5.
  @Test(arguments: ["", ", ceiling: 200"])
  func aCurveIsFittedToAnEntryAbove(ceiling: String) throws {
    let above = """
        seen: { values: { 2000: 64.1642601649214, 2001: 87.56469982284038, 2002: 112.43530017715962, \
      2003: 135.83573983507858 } }

      """
    let fitted = try values(
      "{ saturation: { curve: logistic, fit: seen\(ceiling) }, unit: kg }", above: above)
    let expected = [64.1642601649214, 87.56469982284038, 112.43530017715962, 135.83573983507858]
    for (value, point) in zip(fitted[0], expected) {
      #expect(value.isApproximatelyEqual(to: 5 * point, relativeTolerance: 1e-6))
    }
  }

  @Test(
    arguments: [
      (
        "{ saturation: { curve: logistic, ceiling: 250 } }",
        "a saturation curve needs 'ceiling', 'rate' and 'midpoint', or something to 'fit'"
      ),
      (
        "{ saturation: { curve: logistic, ceiling: -1, rate: 1, midpoint: 2000 } }",
        "the ceiling of a saturation curve can't be -1: it must be above 0"
      ),
      ("{ saturation: { curve: logistc, fit: mining } }", "'curve' can't be 'logistc'"),
      ("{ saturation: { curve: logistic, fit: mine } }", "there is no data 'mine' above"),
      (
        "{ saturation: { cars: { curve: logistic, ceiling: 1, rate: 1, midpoint: 2000 } } }",
        "there is no curve for 'wires'"
      ),
      (
        "{ saturation: {}, values: 1 }",
        "'probe' has one of 'table', 'values', 'saturation', 'trade' "
          + "and 'inflow_of'"
      ),
    ])
  func namesTheFault(_ entry: String, _ message: String) {
    #expect(faults(entry).contains { $0.contains(message) })
  }

  @Test func needsAPopulation() {
    let curve = "{ curve: logistic, ceiling: 250, rate: 0.06, midpoint: 1985 }"
    #expect(
      faults("{ saturation: \(curve) }", population: false)
        .contains { $0.contains("the model needs a 'population'") })
  }
}
