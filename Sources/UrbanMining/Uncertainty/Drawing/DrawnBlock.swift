/// The uncertain numbers of a model in a block of draws: only what changes.
struct DrawnBlock: Sendable {
  let lanes: Int
  var numbers: [Numbers]
  var lifetimes: [Lifetimes]

  /// The numbers of one cell, one for each lane.
  struct Numbers: Sendable {
    let owner: ChangeTarget.Owner
    let cell: Int
    let series: LaneSeries
  }

  /// The lifetimes of one cell of a stock in service, one for each lane.
  struct Lifetimes: Sendable {
    let process: Int
    let cell: Int
    let lifetimes: [Lifetime]
  }
}
