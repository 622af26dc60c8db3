// The wall: random numbers by position and normal scores, many at once.
internal import CKernels

package enum RandomNumbers {
  /// Adds numbers above 0 and below 1 of Philox4x32-10: those at the places `first`, `first` + 1, … of a stream.
  ///
  /// Salmon et al. (2011), doi:10.1145/2063384.2063405.
  /// - Complexity: O(count), about 2 ns for each.
  package static func append(
    _ count: Int, key: UInt64, stream: UInt64, first: UInt64, to numbers: inout [Double],
    using set: InstructionSet = .best
  ) {
    precondition(count >= 0, "there is no negative number of numbers")
    let start = numbers.count
    numbers.append(contentsOf: repeatElement(0, count: count))
    unsafe numbers.withUnsafeMutableBufferPointer { numbers in
      guard let base = numbers.baseAddress else { return }
      unsafe kernel_uniform(
        min(set, .best).rawValue, count, key, stream, first, base + start)
    }
  }

  /// Turns probabilities, above 0 and below 1, into scores: the z of the standard normal distribution with
  /// that share below it.
  ///
  /// Wichura's algorithm AS 241 (1988), doi:10.2307/2347330: ratios of polynomials, with a relative error of
  /// about 1e-16.
  /// - Complexity: O(count), about 2 ns for each with AVX-512.
  package static func makeNormalScores(
    _ numbers: inout [Double], using set: InstructionSet = .best
  ) {
    unsafe numbers.withUnsafeMutableBufferPointer { numbers in
      guard let base = numbers.baseAddress else { return }
      unsafe kernel_normal_score(min(set, .best).rawValue, numbers.count, base, base)
    }
  }
}
