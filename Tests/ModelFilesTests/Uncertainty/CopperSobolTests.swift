import Datasets
import Foundation
import ModelFiles
import Testing
import UrbanMining

/// Sobol indices of the copper model against SALib's, of the same system solved in NumPy
/// (Tests/Reference/models/copper_sobol.py).
struct CopperSobolTests {
  private struct Reference: Decodable {
    struct Result: Decodable {
      let of: String
      let names: [String]
      let first, firstHalfWidth, total, totalHalfWidth: [Double]
    }
    let results: [Result]

    static func read() throws -> Reference {
      let url = Repository.file("Tests/Reference/models/copper-sobol.json")
      return try JSONDecoder().decode(Reference.self, from: Data(contentsOf: url))
    }
  }

  /// Samples and bootstraps are others. The intervals hold 95 of 100 indices; of the 52 of each result, all lie
  /// within twice the two intervals together, which chance breaks once in 10,000 indices.
  @Test func indicesAreThoseOfSALib() throws {
    let uncertainty = try #require(try ModelFile.bundled("copper").uncertainty)
    for reference in try Reference.read().results {
      let study = try SensitivityStudy(of: ResultKey(reference.of), in: uncertainty)
      let found = try study.sobol(samples: 256, seed: 1, threads: 2)
      #expect(found.names == reference.names)
      for (index, name) in found.names.enumerated() {
        let (first, total) = (found.indices.first[index], found.indices.total[index])
        func check(_ own: SobolIndices.Index, _ known: Double, _ halfWidth: Double, _ what: String)
        {
          let both = (own.halfWidth * own.halfWidth + halfWidth * halfWidth).squareRoot()
          #expect(
            abs(own.value - known) <= 2 * both,
            "\(what) of \(name) for \(reference.of): \(own.value) ± \(own.halfWidth), not \(known)")
        }
        check(first, reference.first[index], reference.firstHalfWidth[index], "first")
        check(total, reference.total[index], reference.totalHalfWidth[index], "total")
        // An interval that is right because it is wide would show nothing.
        #expect(first.halfWidth < 0.15 && total.halfWidth < 0.08)
      }
    }
  }
}
