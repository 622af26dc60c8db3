import ModelFiles
import RealModule
import Testing

@Suite struct ModelReaderValuesTests {
  static func isNear(_ left: [[Double]], _ right: [[Double]]) -> Bool {
    // Sums of a few fractions: the last bits may differ.
    left.count == right.count
      && zip(left, right).allSatisfy { left, right in
        left.count == right.count
          && zip(left, right).allSatisfy {
            $0.isApproximatelyEqual(to: $1, relativeTolerance: 1e-14)
          }
      }
  }

  /// The logistic points are from Python: (w(1/3) - w(0)) / (w(1) - w(0)) with
  /// w(u) = 1 / (1 + exp(-12(u - 1/2))).
  @Test(
    arguments: [
      ("0.9", [[0.9, 0.9, 0.9, 0.9]]),
      ("1e-3", [[0.001, 0.001, 0.001, 0.001]]),
      ("{ cars: 1, wires: 2 }", [[1, 1, 1, 1], [2, 2, 2, 2]]),
      ("{ wires: 2, cars: 1 }", [[1, 1, 1, 1], [2, 2, 2, 2]]),
      ("{ default: 3, south: 4 }", [[3, 3, 3, 3], [4, 4, 4, 4]]),
      ("{ 2000: 1, 2003: 4 }", [[1, 2, 3, 4]]),
      ("{ 2002: 4, 2001: 1 }", [[1, 1, 4, 4]]),
      ("{ 1990: 0, 2010: 20 }", [[10, 11, 12, 13]]),
      ("{ 2001: 7 }", [[7, 7, 7, 7]]),
      ("{ points: { 2000: 1, 2002: 5 }, interpolation: step }", [[1, 1, 5, 5]]),
      ("{ points: { 2000: 1, 2003: 4 } }", [[1, 2, 3, 4]]),
      (
        "{ points: { 2000: 0, 2003: 1 }, interpolation: logistic }",
        [[0, 0.11731042782619834, 0.8826895721738014, 1]]
      ),
      ("{ cars: { 2000: 1, 2003: 4 }, wires: 2 }", [[1, 2, 3, 4], [2, 2, 2, 2]]),
      (
        "{ cars: { north: 1, south: 2 }, default: 3 }",
        [[1, 1, 1, 1], [2, 2, 2, 2], [3, 3, 3, 3], [3, 3, 3, 3]]
      ),
      (
        "{ north: { cars: 1, wires: 2 }, south: { default: 4 } }",
        [[1, 1, 1, 1], [4, 4, 4, 4], [2, 2, 2, 2], [4, 4, 4, 4]]
      ),
    ] as [(String, [[Double]])])
  func readsEveryWayToWriteAValue(_ value: String, _ cells: [[Double]]) throws {
    #expect(Self.isNear(try SampleModel.values("{ values: \(value) }"), cells))
  }

  @Test(
    arguments: [
      (
        "0,9",
        "21:42: '9' is not a key of a flow (a comma is not a decimal sign: a fraction is written "
          + "like 0.5)"
      ),
      ("[0.5]", "21:40: a value is a number, a map of elements, or points in time"),
      (
        "{ cars: 0.5 }",
        "21:40: there is no value for wires (give each element of 'end_use' a value, or a "
          + "'default')"
      ),
      (
        "{ cars: 0.5, wirse: 0.5 }",
        "21:53: 'wirse' is not an element of 'end_use' (did you mean 'wires'?)"
      ),
      (
        "{ cars: 0.5, steel: 0.5 }",
        "21:53: 'steel' is not an element of 'end_use' (the elements are cars, wires)"
      ),
      (
        "{ crs: 0.5 }",
        "21:42: 'crs' is neither a year nor an element of a dimension (did you mean 'cars'?)"
      ),
      (
        "{ cars: { 2000: x }, wires: 1 }",
        "21:56: 'x' is not a number (leave the field empty where a number is missing)"
      ),
      (
        "{ 2000: 0.1, then: 0.2 }", "21:53: 'then' is not a year: points are written like 1950: 0.3"
      ),
      (
        "{ points: { then: 0.2 } }",
        "21:52: 'then' is not a year: points are written like 1950: 0.3"
      ),
      (
        "{ points: { 2000: 0.2 }, interpolation: linaer }",
        "21:80: 'interpolation' can't be 'linaer' (did you mean 'linear'?)"
      ),
      (
        "{ points: { 2000: 0.2 }, intrpolation: step }",
        "21:65: 'intrpolation' is not a key of points in time (did you mean 'interpolation'?)"
      ),
      (
        "{ north: 0.5, south: 0.5 }",
        "21:5: the values of 'yard->refining' are over 'region', but neither 'yard' nor 'refining' "
          + "is"
      ),
      ("1.02", "21:5: the share of 'yard->refining' is 1.02 in 2000: a share is at most 1"),
      ("-0.5", "21:5: 'yard->refining' is negative in 2000: -0.5; a flow carries zero or more"),
    ])
  func namesTheFaultAndItsPlace(_ value: String, _ fault: String) {
    #expect(SampleModel.faults(("share: 0.5", "share: \(value)")).first == "demo.yaml:" + fault)
  }
}
