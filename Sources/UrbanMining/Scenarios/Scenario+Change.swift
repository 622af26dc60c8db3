extension Scenario {
  /// One change: where, what, when, and who gives way.
  public struct Change: Hashable, Sendable {
    public let target: ChangeTarget
    public let value: Value
    /// When it holds.
    public let path: ChangePath
    /// How the other shares of the same source follow; nil where they stay as they are.
    public let rebalance: Rebalance?
    /// What the effect of a scenario is divided by: the key of a change, or the name of its lever.
    public let part: String

    /// - Parameters:
    ///   - target: the numbers or lifetimes that are meant.
    ///   - value: what is done to them.
    ///   - path: when, and how it comes about.
    ///   - rebalance: how the other shares of the same source follow.
    ///   - part: the part of its scenario that it belongs to; its key where it is nil.
    public init(
      target: ChangeTarget, value: Value, path: ChangePath = .always, rebalance: Rebalance? = nil,
      part: String? = nil
    ) {
      self.target = target
      self.value = value
      self.path = path
      self.rebalance = rebalance
      self.part = part ?? target.key
    }
  }

  /// What a change does, with the weight w of its path.
  ///
  /// Lifetimes are changed by cohort: the weight of a period holds for what enters use in it, for the
  /// whole of its life. What is in use already keeps the lifetime with which it came.
  public enum Value: Hashable, Sendable {
    /// Puts these numbers in place: x + w·(new − x). They are over the dimensions that the key leaves
    /// open, or some of them.
    case numbers(Parameter)
    /// Puts these lifetimes in place, one for each cell that the key means. With 0 < w < 1 the share w of
    /// a cohort has the new lifetime and the rest the old one.
    case lifetimes([Lifetime])
    /// Multiplies numbers, or stretches lifetimes in time, by 1 + w·(factor − 1).
    case factor(Double)
    /// The same with a factor for each element or period.
    case factors(Parameter)
    /// Adds w·addend to numbers; adds years to the mean of lifetimes, which are stretched for it.
    case added(Parameter)
    /// Moves a share of what takes other ways to this flow.
    case diverted(Diversion)
    /// Needs less material for the same service: no number of the model changes.
    case service(ServiceGain)
  }

  /// How the other shares of a source follow when some of them are changed.
  public enum Rebalance: String, Hashable, Sendable, CaseIterable {
    /// All other ways out grow or shrink in the same proportion.
    case proportional
    /// The remainder of the source takes the difference.
    case remainder
  }

  /// What a diversion takes from: share′ = share + w·strength·Σ(others), others′ = others·(1 − w·strength).
  public struct Diversion: Hashable, Sendable {
    /// From 0 to 1.
    let strength: Double
    /// The flows, by their place in the model, that leave the same source and give way.
    let others: [Int]
  }

  /// Material saved for a unit of service: each tonne gives 1 / (1 − w·saved) times the service.
  public struct ServiceGain: Hashable, Sendable {
    /// From 0 to below 1.
    let saved: Double
    let reach: Reach

    /// What serves better.
    enum Reach: Hashable, Sendable {
      /// What enters use from then on.
      case cohorts
      /// All that is in use.
      case stock
    }
  }
}
