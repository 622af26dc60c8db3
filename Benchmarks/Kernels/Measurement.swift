/// The time that one call of something takes.
struct Measurement {
  /// Seconds: the median of the rounds, and the quickest.
  let median: Double
  let least: Double

  /// Repeats `body` for about a twentieth of a second in each of `rounds` rounds.
  init(rounds: Int = 7, _ body: () -> Void) {
    body()
    let first = Measurement.seconds(body)
    let repeats = max(1, min(100_000, Int(0.05 / max(first, 1e-8))))
    let times = (0..<rounds).map { _ in
      Measurement.seconds { for _ in 0..<repeats { body() } } / Double(repeats)
    }.sorted()
    median = times[times.count / 2]
    least = times[0]
  }

  private static func seconds(_ body: () -> Void) -> Double {
    let elapsed = ContinuousClock().measure(body).components
    return Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18
  }
}
