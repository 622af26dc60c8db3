/// What a key of an uncertain parameter names: numbers, lifetimes, or one parameter of lifetimes.
struct UncertainTarget: Hashable, Sendable {
  let target: ChangeTarget
  /// The parameter of the lifetimes that changes, `mean` in `normal(mean: 40, sd: 12)`; nil for the lifetime
  /// as a whole.
  let parameter: String?

  /// Finds what a key names.
  init(_ key: String, in model: SystemModel) throws(UnknownKey) {
    do throws(UnknownKey) {
      target = try model.target(of: key)
      parameter = nil
    } catch {
      // The last part may be a parameter of a lifetime.
      guard let dot = key.lastIndex(of: "."),
        let target = try? model.target(of: String(key[..<dot])), target.isLifetime
      else { throw error }
      self.target = target
      parameter = String(key[key.index(after: dot)...])
    }
  }

  /// For each cell that is meant: which of the draws over some dimensions it takes.
  func draws(over space: CellSpace) -> [Int] {
    let places = target.space.places(in: space)
    return target.cells.map { places[$0] }
  }
}

/// A lifetime as its text has it: a family with named numbers, of which one can be exchanged.
struct LifetimeParameters: Hashable, Sendable {
  let family: String
  let labels: [String]
  let values: [Double]

  /// Nil for a lifetime that is more than a family with numbers: a table, a mixture, one that dissipates.
  init?(_ lifetime: Lifetime) {
    var reader = CallReader(lifetime.description)
    guard let call = try? reader.call(), !call.arguments.isEmpty,
      LifetimeForm.allCases.contains(where: { $0.family == call.name })
    else { return nil }
    family = call.name
    labels = call.arguments.map(\.label)
    values = call.arguments.map(\.value)
  }

  /// The lifetime with another value of a parameter.
  func replacing(_ label: String, by value: Double) throws(LifetimeError) -> Lifetime {
    try LifetimeForm.lifetime(
      family, zip(labels, values).map { (label: $0, value: $0 == label ? value : $1) })
  }

  subscript(label: String) -> Double? {
    labels.firstIndex(of: label).map { values[$0] }
  }
}
