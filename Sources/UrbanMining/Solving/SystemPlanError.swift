/// Why models do not make a plan.
public enum SystemPlanError: Error, Hashable, Sendable, CustomStringConvertible {
  case noModel
  case differentStructure(String, String)
  case endlessLoop(processes: [String], year: String)
  /// A stock in service can't be what it must be.
  case stock(process: String, StockError)

  public var description: String {
    switch self {
    case .noModel: "a plan needs at least one model"
    case .differentStructure(let first, let second):
      "'\(first)' and '\(second)' can't be lanes of one plan: their processes, flows or periods differ"
    case .endlessLoop(let processes, let year):
      "the loop through \(processes.joined(separator: ", ")) returns in \(year) all that it receives, "
        + "so that its flows would grow without bound: something must leave it"
    case .stock(let process, let error): "the stock of '\(process)': \(error)"
    }
  }
}
