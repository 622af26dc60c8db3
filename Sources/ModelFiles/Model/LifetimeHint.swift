public import UrbanMining

extension LifetimeError {
  /// The name that was probably meant, where a family or a parameter is unknown.
  public var hint: String? {
    switch self {
    case .unknownFamily(let name): return Suggestion.hint(for: name, in: Lifetime.familyNames)
    case .wrongParameters(_, let given, let allowed):
      let known = allowed.flatMap { $0 }
      return given.lazy.filter { !known.contains($0) }
        .compactMap { Suggestion.hint(for: $0, in: known) }.first
    default: return nil
    }
  }
}
