import RealModule
import Testing

@testable import UrbanMining

struct DoubleExponentialTests {
  /// Closed forms.
  @Test func integratesSmoothFunctions() {
    expectClose(integral(from: 0, to: 3) { $0 * $0 }, 9, relative: 1e-14)
    expectClose(integral(from: 1, to: 4) { 1 / $0 }, .log(4), relative: 1e-14)
    expectClose(
      integral(from: 0, to: 2) { Double.exp(-$0) }, -Double.expMinusOne(-2), relative: 1e-14)
  }

  /// The slope, or the function itself, may be infinite at an end.
  @Test func integratesUpToASingularEnd() {
    expectClose(integral(from: 0, to: 4) { $0.squareRoot() }, 16.0 / 3, relative: 1e-13)
    expectClose(integral(from: 0, to: 9) { 1 / $0.squareRoot() }, 6, relative: 1e-7)
  }

  @Test func isNothingOverNothing() {
    #expect(integral(from: 2, to: 2) { _ in 1 } == 0)
    #expect(integral(from: 3, to: 2) { _ in 1 } == 0)
  }
}
