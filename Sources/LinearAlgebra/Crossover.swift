/// From how many periods on a Fourier transform takes the place of the direct sum.
///
/// Measured with `kernel-bench crossover`; the table stands in
/// Documentation/Decisions/0005-kernels-by-measured-crossover.md. Below, every stock is a plain sum of
/// its cohorts, right to a few units in the last place of *each* number; above, the error is relative
/// to the largest number of the lane. So a crossover lies somewhat later than speed alone would say.
package enum Crossover {
  /// One series times a curve.
  package static let seriesTimes = 384
  /// One series, solved.
  package static let seriesSolve = 768
  /// Many lanes with one curve, times.
  package static let sharedTimes = 512
  /// Many lanes with one curve, solved: the curve is inverted once and the lanes are multiplied.
  package static let sharedInverse = 640
  /// The same where the inverse would lose digits (`Kernels.inverse`).
  package static let sharedSolve = 2048
  /// Many lanes with a curve each, times.
  package static let lanesTimes = 640
  /// Many lanes with a curve each, solved.
  package static let lanesSolve = 2048
}
