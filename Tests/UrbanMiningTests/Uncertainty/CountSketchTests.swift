import Testing

@testable import UrbanMining

struct CountSketchTests {
  private func sketch(_ values: [Double]) -> CountSketch {
    var sketch = CountSketch()
    sketch.add(
      values, from: 0, count: values.count, low: values.min() ?? 0, high: values.max() ?? 0)
    return sketch
  }

  @Test func quantilesAreThoseOfNumPyWithinTheStatedError() throws {
    let sample = try UncertaintyReference.read().sample
    for scale in [1, -1, 1e-12, 1e9] {
      let values = sample.values.map { $0 * scale }
      let sketch = sketch(values)
      let own = sketch.quantiles(
        sample.probabilities.map { scale < 0 ? 1 - $0 : $0 }, smallest: values.min() ?? 0,
        largest: values.max() ?? 0)
      expectClose(
        own, sample.quantiles.map { $0 * scale }, relative: CountSketch.relativeError, "× \(scale)")
    }
  }

  @Test func everyValueLiesInItsBin() {
    var numbers = SeededNumbers(seed: 6)
    for _ in 0..<2000 {
      let value = Double(
        sign: Bool.random(using: &numbers) ? .plus : .minus,
        exponent: Int.random(in: -60...200, using: &numbers),
        significand: Double.random(in: 1..<2, using: &numbers))
      let (low, high) = CountSketch.bounds(ofBin: CountSketch.bin(of: value))
      #expect(low <= value && value <= high)
      #expect(high - low <= value.magnitude / 1024)
    }
    #expect(CountSketch.bin(of: 0) == 0 && CountSketch.bin(of: -1e-30) == 0)
  }

  @Test func mergingInAnyOrderGivesTheSameCounts() throws {
    let values = try UncertaintyReference.read().sample.values.map { $0 - 7 }
    let parts = stride(from: 0, to: values.count, by: 50).map {
      sketch(Array(values[$0..<min($0 + 50, values.count)]))
    }
    var (forward, backward) = (CountSketch(), CountSketch())
    for part in parts { forward.merge(part) }
    for part in parts.reversed() { backward.merge(part) }
    #expect(forward.trimmed == backward.trimmed)
    #expect(forward.trimmed == sketch(values).trimmed)
    #expect(forward.counts.reduce(0, +) == UInt32(values.count))
  }
}
