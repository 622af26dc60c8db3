// The wall: what is said about rows of draws. Every function checks shapes first, so that a kernel never
// reads or writes outside of its arrays.
internal import CKernels

/// Statistics of rows of numbers: a row for each quantity, a column for each draw.
package enum RowStatistics {
  /// Mean, sum of squared deviations and extremes of each row.
  package struct Moments: Sendable {
    package var means: [Double]
    package var squares: [Double]
    package var smallest: [Double]
    package var largest: [Double]
  }

  /// Those of rows of `draws` numbers each. Where a number is NaN, so is the mean.
  /// - Complexity: O(rows · draws), two passes over each row.
  package static func moments(
    _ rows: [Double], draws: Int, using set: InstructionSet = .best
  ) -> Moments {
    precondition(draws > 0 && rows.count % draws == 0, "rows of equal length")
    let zeros = [Double](repeating: 0, count: rows.count / draws)
    var found = Moments(means: zeros, squares: zeros, smallest: zeros, largest: zeros)
    unsafe rows.withUnsafeBufferPointer { rows in
      unsafe found.means.withUnsafeMutableBufferPointer { means in
        unsafe found.squares.withUnsafeMutableBufferPointer { squares in
          unsafe found.smallest.withUnsafeMutableBufferPointer { smallest in
            unsafe found.largest.withUnsafeMutableBufferPointer { largest in
              unsafe kernel_row_moments(
                min(set, .best).rawValue, means.count, draws, rows.baseAddress,
                means.baseAddress, squares.baseAddress, smallest.baseAddress, largest.baseAddress)
            }
          }
        }
      }
    }
    return found
  }

  /// Adds 1 to the bin of each of some numbers that are not negative.
  /// - Parameters:
  ///   - numbers: those from `start` on, `count` of them, are counted.
  ///   - shift: from which bit on a number tells its bin.
  ///   - first: the bits of the first bin. What lies outside of the bins counts in the last one.
  ///   - range: the bins in which most of the numbers lie.
  /// - Complexity: O(count), about a nanosecond for each.
  package static func count(
    _ numbers: [Double], from start: Int, count: Int, shift: UInt64, first: UInt64,
    mostlyIn range: ClosedRange<Int>, into counts: inout [UInt32],
    using set: InstructionSet = .best
  ) {
    precondition(start >= 0 && count >= 0 && start + count <= numbers.count, "inside the array")
    precondition(!counts.isEmpty && shift < 64, "at least one bin")
    precondition(range.lowerBound >= 0 && range.upperBound < counts.count, "inside the bins")
    unsafe numbers.withUnsafeBufferPointer { numbers in
      unsafe counts.withUnsafeMutableBufferPointer { counts in
        guard let base = numbers.baseAddress else { return }
        unsafe kernel_count_bins(
          min(set, .best).rawValue, count, base + start, Int32(shift), first, counts.count,
          range.lowerBound, range.upperBound, counts.baseAddress)
      }
    }
  }
}
