// The wall: elementary functions over arrays. Every function checks shapes first, so that a kernel
// never reads or writes outside of its arrays.
internal import CKernels

/// What the workers share. No two of them write to the same lanes.
@unsafe private struct SurvivalOperands: @unchecked Sendable {
  let ages: UnsafePointer<Double>
  let first: UnsafePointer<Double>
  let second: UnsafePointer<Double>
  let result: UnsafeMutablePointer<Double>
}

extension VectorMath {
  enum Function: Sendable { case exp, log, erfc }

  /// The families of lifetimes, numbered as in survival.h.
  enum Family: Int32, Sendable {
    case normal = 0
    case logNormal = 1
    case weibull = 2
  }

  static func apply(
    _ function: Function, to numbers: inout [Double], using set: InstructionSet
  ) {
    let level = min(set, .best).rawValue
    unsafe numbers.withUnsafeMutableBufferPointer { numbers in
      let (count, x) = (numbers.count, numbers.baseAddress)
      switch function {
      case .exp: unsafe kernel_vector_exp(level, count, x, x)
      case .log: unsafe kernel_vector_log(level, count, x, x)
      case .erfc: unsafe kernel_vector_erfc(level, count, x, x)
      }
    }
  }

  /// One power for all numbers, or one for each.
  static func raise(
    _ numbers: inout [Double], to powers: [Double], using set: InstructionSet
  ) {
    precondition(powers.count == 1 || powers.count == numbers.count, "one power, or one for each")
    guard !numbers.isEmpty else { return }
    let (level, step) = (min(set, .best).rawValue, powers.count == 1 ? 0 : 1)
    unsafe numbers.withUnsafeMutableBufferPointer { numbers in
      unsafe powers.withUnsafeBufferPointer { powers in
        unsafe kernel_vector_pow(
          level, numbers.count, numbers.baseAddress, powers.baseAddress, step, numbers.baseAddress)
      }
    }
  }

  static func survival(
    _ family: Family, _ ages: [Double], _ first: [Double], _ second: [Double], _ threads: Int,
    using set: InstructionSet
  ) -> Matrix {
    precondition(first.count == second.count, "each lane has both of its parameters")
    let (rows, lanes, level) = (ages.count, first.count, min(set, .best).rawValue)
    guard rows > 0, lanes > 0 else { return Matrix(rows: rows, columns: lanes) }
    let ages = family == .normal ? ages : logarithms(ages, level)
    let values = unsafe LargeArray.make(rows * lanes) { result in
      unsafe ages.withUnsafeBufferPointer { ages in
        unsafe first.withUnsafeBufferPointer { first in
          unsafe second.withUnsafeBufferPointer { second in
            guard let a = ages.baseAddress, let p = first.baseAddress, let q = second.baseAddress
            else { return }
            let all = unsafe SurvivalOperands(ages: a, first: p, second: q, result: result)
            LaneBlocks(lanes: lanes).forEach(threads: threads) { block, _ in
              let lane = block.lowerBound
              unsafe kernel_survival(
                level, family.rawValue, rows, block.count, lanes, all.ages, all.first + lane,
                all.second + lane, all.result + lane)
            }
          }
        }
      }
    }
    return Matrix(rows: rows, columns: lanes, values: values)
  }

  /// ln(ages) to twice the precision: high parts, then low parts.
  private static func logarithms(_ ages: [Double], _ level: Int32) -> [Double] {
    var result = [Double](repeating: 0, count: 2 * ages.count)
    unsafe ages.withUnsafeBufferPointer { ages in
      unsafe result.withUnsafeMutableBufferPointer { result in
        unsafe kernel_log_ages(level, ages.count, ages.baseAddress, result.baseAddress)
      }
    }
    return result
  }
}
