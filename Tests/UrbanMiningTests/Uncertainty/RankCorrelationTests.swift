import Testing

@testable import UrbanMining

struct RankCorrelationTests {
  @Test func ranksOfDrawsAreCorrelatedAsAskedFor() throws {
    let ranks = [[1, 0.7, -0.4], [0.7, 1, 0.1], [-0.4, 0.1, 1]]
    let copula = try RankCorrelation(ranks: ranks)
    let count = 20_000
    let source = DrawSource(.latinHypercube, seed: 2, draws: count, streams: ["a", "b", "c"])
    let scores = (0..<count).map { draw in
      copula.correlated(
        (0..<3).map { StandardNormal.quantile(source.uniform(draw: draw, stream: $0)) })
    }
    let places = (0..<3).map { column in
      var place = [Double](repeating: 0, count: count)
      for (rank, draw) in scores.indices.sorted(by: { scores[$0][column] < scores[$1][column] })
        .enumerated()
      { place[draw] = Double(rank) - Double(count - 1) / 2 }
      return place
    }
    let variance = Double(count) * Double(count) / 12
    for row in 0..<3 {
      for column in 0..<3 {
        let sum = zip(places[row], places[column]).reduce(0) { $0 + $1.0 * $1.1 }
        // Four standard errors of independent ranks.
        expectClose(sum / Double(count) / variance, ranks[row][column], absolute: 0.03)
      }
    }
  }

  @Test(arguments: [
    ([[1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]], "not positive definite"),
    ([[1, 0.5], [0.4, 1]], "row 1, column 2 and row 2, column 1 must be the same"),
    ([[1, 1.5], [1.5, 1]], "1.5 is no correlation"), ([[1, 0.5]], "a row and a column for each"),
    ([[0.5, 0.2], [0.2, 1]], "the correlation of a quantity with itself is 1 (row 1)"),
  ])
  func refusesWhatIsNoCorrelationMatrix(_ ranks: [[Double]], _ message: String) {
    let fault = #expect(throws: CorrelationFault.self) { try RankCorrelation(ranks: ranks) }
    #expect(fault?.description.contains(message) == true)
  }
}
