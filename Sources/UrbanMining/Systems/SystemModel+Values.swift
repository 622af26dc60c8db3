extension SystemModel {
  /// Numbers given in place or by the name of an input.
  ///
  /// In Swift they are written as in a model file: `0.6` for a number that holds always, and
  /// `[1950: 100, 2000: 400]` for points in time, linear in between, with the end values held outside. Both hold
  /// for every element.
  public enum Values: Hashable, Sendable, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByDictionaryLiteral
  {
    case inline(Parameter)
    case input(String)
    /// The values of some years, one or more; a model that is made of them holds all of its years.
    case points([Double: Double])

    public init(floatLiteral value: Double) {
      self = .points([0: value])
    }

    public init(integerLiteral value: Int) {
      self = .points([0: Double(value)])
    }

    public init(dictionaryLiteral elements: (Double, Double)...) {
      self = .points(Dictionary(elements) { _, last in last })
    }

    /// The same with a number for each period in place of points.
    func resolved(over time: TimeAxis) -> Values {
      guard case .points(let values) = self else { return self }
      let points = values.map { Interpolation.Point(year: $0.key, value: $0.value) }
        .sorted { $0.year < $1.year }
      // Without a point there is no number: a fault of the model.
      let series = time.labels.map {
        points.isEmpty ? .nan : Interpolation.linear.value(at: $0, among: points)
      }
      return .inline(Parameter(series: series))
    }
  }
}

extension SystemModel.Process {
  /// The same with a number for each period in place of points.
  func resolved(over time: TimeAxis) -> SystemModel.Process {
    let (inflow, stock) = required
    guard inflow != nil || stock != nil else { return self }
    return with(
      drive.with(inflow: inflow?.resolved(over: time), stock: stock?.resolved(over: time)))
  }
}

extension SystemModel.Flow {
  /// The same with a number for each period in place of points.
  func resolved(over time: TimeAxis) -> SystemModel.Flow {
    guard values != nil || limitValues != nil else { return self }
    let rule = values.map { with($0.resolved(over: time)).rule } ?? rule
    return SystemModel.Flow(
      from: from, to: to, rule,
      atMost: limitValues.map { .amount($0.resolved(over: time)) } ?? limit,
      only: only, across: across, role: role, name: ownName, provenance: provenance)
  }
}
