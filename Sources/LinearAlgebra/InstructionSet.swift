/// The instruction set that the kernels use: chosen when the program runs, so that one binary is fast
/// on every machine.
public enum InstructionSet: Int32, Comparable, CaseIterable, Sendable {
  /// What every machine of the architecture has (SSE2 on x86-64, NEON on arm64).
  case baseline = 0
  /// AVX2 with fused multiply-add: 4 doubles at a time.
  case avx2 = 1
  /// AVX-512: 8 doubles at a time.
  case avx512 = 2

  /// The best that this machine has.
  public static let best = Kernels.bestInstructionSet()

  /// All that this machine has, slowest first.
  public static var available: [InstructionSet] { allCases.filter { $0 <= best } }

  public static func < (one: InstructionSet, other: InstructionSet) -> Bool {
    one.rawValue < other.rawValue
  }
}
