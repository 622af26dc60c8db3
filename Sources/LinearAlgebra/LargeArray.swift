// The wall: memory for results.
internal import CKernels

/// Memory for results: not filled with zeros that are overwritten anyway, and kept for the next result.
enum LargeArray {
  /// Once, before the first result: see `kernel_keep_memory`. A page of 4 KB from the system costs more
  /// than a microsecond, as much as the work on it (decision record 0005).
  private static let keepsMemory: Void = kernel_keep_memory()

  /// An array whose numbers `fill` writes, every one of them.
  static func make(_ count: Int, _ fill: (UnsafeMutablePointer<Double>) -> Void) -> [Double] {
    _ = keepsMemory
    return unsafe [Double](unsafeUninitializedCapacity: count) { numbers, initialized in
      unsafe kernel_expect_large(count, numbers.baseAddress)
      if let first = numbers.baseAddress { unsafe fill(first) }
      initialized = count
    }
  }
}
