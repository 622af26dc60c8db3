import Testing

/// Ages as a person writes them behind `--ages`.
@Suite struct AgeListTests {
  @Test(arguments: [
    ("0...3", [0, 1, 2, 3]), ("0...1/0.25", [0, 0.25, 0.5, 0.75, 1]), ("0,2.5,40", [0, 2.5, 40]),
    ("7...7", [7]), ("0...0.3/0.1", [0, 0.1, 0.2, 0.30000000000000004]),
  ])
  func readsRangesStepsAndLists(_ text: String, _ ages: [Double]) throws {
    let run = try Urbanmine.run("lifetime", "exponential(mean: 9)", "--ages", text, "--json")
    #expect(run.code == 0)
    #expect(try run.json(as: Ages.self).ages == ages)
  }

  @Test(arguments: [
    "0...60/inf", "0...60/0", "5...1", "0...inf", "-1...3", "1,,x", "nan", "0...1e9",
  ])
  func refusesWhatIsNoListOfAges(_ text: String) throws {
    let run = try Urbanmine.run("lifetime", "exponential(mean: 9)", "--ages=\(text)")
    #expect(run.code == 64)
    #expect(run.output == "")
  }

  private struct Ages: Decodable {
    let ages: [Double]
  }
}
