import LinearAlgebra

extension Matrix {
  /// Numbers between −1 and 1 that the seed fixes (SplitMix64).
  static func random(rows: Int, columns: Int, seed: UInt64) -> Matrix {
    var state = seed
    let values = (0..<rows * columns).map { _ -> Double in
      state &+= 0x9e37_79b9_7f4a_7c15
      var bits = state
      bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
      bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
      return Double((bits ^ (bits >> 31)) >> 11) * 0x1p-52 - 1
    }
    return Matrix(rows: rows, columns: columns, values: values)
  }

  /// The product by three plain loops.
  func timesNaively(_ other: Matrix) -> Matrix {
    var result = Matrix(rows: rows, columns: other.columns)
    for row in 0..<rows {
      for column in 0..<other.columns {
        for inner in 0..<columns {
          result[row, column] += self[row, inner] * other[inner, column]
        }
      }
    }
    return result
  }
}
