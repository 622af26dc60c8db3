import Testing

@testable import Coursework

struct WrongClusterTests {
  private func item(_ number: Double?, right: Double, mistake: String? = nil) -> Grade.Question {
    Grade.Question(
      id: "stock", state: .wrong, credit: 0, mostPoints: 1, mistake: mistake, message: "",
      reading: "", number: number, digits: 4, right: right)
  }

  @Test func answersAreComparedAsMultiplesOfEachLearnersRightOne() {
    let clusters = WrongCluster.all([
      item(150, right: 100), item(301, right: 200), item(74.8, right: 50), item(900, right: 300),
      item(nil, right: 300), item(5, right: 10, mistake: "no-outflow"),
      item(50, right: 100, mistake: "no-outflow"),
    ])
    #expect(
      clusters.map(\.name)
        == ["about 1.5 times the right value", "no-outflow", "other"])
    #expect(clusters.map(\.count) == [3, 2, 2])
  }

  @Test func rightAndMissingAnswersAreNotAmongThem() {
    let right = Grade.Question(
      id: "stock", state: .right, credit: 1, mostPoints: 1, mistake: nil, message: "", reading: "",
      number: 1, digits: 1, right: 1)
    #expect(WrongCluster.all([right]).isEmpty)
    #expect(WrongCluster.all([]).isEmpty)
  }
}
