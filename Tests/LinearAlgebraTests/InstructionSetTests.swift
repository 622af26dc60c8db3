import Testing

@testable import LinearAlgebra

struct InstructionSetTests {
  @Test func theBaselineIsAlwaysThere() {
    #expect(InstructionSet.available.first == .baseline)
    #expect(InstructionSet.available.last == .best)
    #expect(InstructionSet.available.sorted() == InstructionSet.available)
  }

  @Test func setsAreOrderedByTheirWidth() {
    #expect(InstructionSet.baseline < .avx2 && InstructionSet.avx2 < .avx512)
  }

  /// Asking for more than the machine has gives the best that it has.
  @Test func noKernelRunsWhatTheMachineDoesNotKnow() {
    let x = Matrix.random(rows: 30, columns: 3, seed: 2)
    let curve = x.column(0)
    #expect(
      Kernels.convolve(curve: curve, x, threads: 1, using: .avx512)
        == Kernels.convolve(curve: curve, x, threads: 1, using: .best))
  }
}
