/// Turns numbers between 0 and 1 into the uncertain numbers of a model, for a block of draws at once.
struct DrawPlan: Sendable {
  let uncertainty: Uncertainty
  /// A name for each number that a draw needs: what is drawn once before what is drawn each year, so that
  /// the best dimensions of a sequence go where they matter.
  let streams: [String]
  /// The first stream of each draw of each parameter; those of its periods follow.
  private let places: [[Int]]
  /// The model's numbers that change, with the parameters that change them.
  private let changed: [Changed]

  /// The numbers of one owner, such as an input, and what changes them in which order.
  private struct Changed: Sendable {
    let owner: ChangeTarget.Owner
    let base: [[Double]]
    var parameters: [Int]
    /// Whether all periods have the same numbers, in the model and in every draw.
    var isSteady = false
  }

  /// Adds the numbers between 0 and 1 of all lanes in a stream.
  typealias Uniforms = (_ stream: Int, _ numbers: inout [Double]) -> Void

  init(_ uncertainty: Uncertainty) {
    self.uncertainty = uncertainty
    let model = uncertainty.model
    var streams: [String] = []
    var places = uncertainty.parameters.map { _ in [Int]() }
    for isOnce in [true, false] {
      for index in uncertainty.parameters.indices
      where (uncertainty.periods(ofParameter: index) == 1) == isOnce {
        for draw in 0..<uncertainty.spaces[index].count {
          places[index].append(streams.count)
          let name = uncertainty.name(parameter: index, draw: draw)
          let count = uncertainty.periods(ofParameter: index)
          streams +=
            uncertainty.parameters[index].path == .once
            ? [name] : (0..<count).map { "\(name)/\(model.time.label(of: $0))" }
        }
      }
    }
    self.streams = streams
    self.places = places
    var changed: [Changed] = []
    for (index, target) in uncertainty.targets.enumerated() {
      let own = target.target
      if let known = changed.firstIndex(where: { $0.owner == own.owner }) {
        changed[known].parameters.append(index)
      } else {
        let base = own.isLifetime ? [] : model.numbers(of: own.owner, over: own.space)
        changed.append(.init(owner: own.owner, base: base, parameters: [index]))
      }
    }
    self.changed = changed.map { own in
      var own = own
      own.isSteady = own.parameters.allSatisfy { index in
        uncertainty.parameters[index].path == .once
          && uncertainty.parameters[index].passage == .always
          && uncertainty.targets[index].target.cells.allSatisfy { cell in
            own.base.isEmpty || own.base[cell].allSatisfy { $0 == own.base[cell][0] }
          }
      }
      return own
    }
  }

  /// What can be told apart as a cause: each independent draw, or a group of correlated ones, with its
  /// streams.
  var factors: [(name: String, streams: [Int])] {
    var factors: [(name: String, streams: [Int])] = []
    var grouped: [Uncertainty.Copula.Member: Int] = [:]
    for (number, group) in uncertainty.copulas.enumerated() {
      for member in group.members { grouped[member] = number }
    }
    var groupPlace: [Int: Int] = [:]
    for index in uncertainty.parameters.indices {
      let isWhole =
        if case .dirichlet = uncertainty.parameters[index].change { true } else { false }
      for draw in 0..<uncertainty.spaces[index].count {
        let own = streamRange(index, draw)
        if let group = grouped[.init(parameter: index, draw: draw)] {
          if let place = groupPlace[group] {
            factors[place].streams += own
          } else {
            groupPlace[group] = factors.count
            factors.append((uncertainty.copulas[group].name, Array(own)))
          }
        } else if isWhole && draw > 0 {
          factors[factors.count - 1].streams += own
        } else {
          let name =
            isWhole
            ? uncertainty.parameters[index].key : uncertainty.name(parameter: index, draw: draw)
          factors.append((name, Array(own)))
        }
      }
    }
    return factors
  }

  private func streamRange(_ parameter: Int, _ draw: Int) -> Range<Int> {
    let first = places[parameter][draw]
    return first..<first + uncertainty.periods(ofParameter: parameter)
  }

  /// The model's numbers in a block of draws.
  /// - Parameters:
  ///   - lanes: how many draws.
  ///   - uniforms: where the numbers between 0 and 1 of a stream come from.
  /// - Throws: where a draw is impossible, such as a lifetime that is not above zero.
  /// - Complexity: O(changed cells · T · lanes).
  func block(
    lanes: Int, uniforms: Uniforms
  ) throws(DrawFault) -> DrawnBlock {
    try block(lanes: lanes, correlated(lanes: lanes, uniforms))
  }

  /// The model's numbers with each quantity at a level that holds in all periods, one at a time: what is
  /// correlated, or takes a path, is not here.
  /// - Parameter level: the probability at which a lane has a draw of a parameter.
  func block(
    lanes: Int, level: (_ lane: Int, _ parameter: Int, _ draw: Int) -> Double
  ) throws(DrawFault) -> DrawnBlock {
    let scores = places.indices.map { parameter in
      places[parameter].indices.map { draw in
        let levels = (0..<lanes).map { level($0, parameter, draw) }
        let periods = uncertainty.periods(ofParameter: parameter)
        return DrawnScores(values: (0..<periods).flatMap { _ in levels })
      }
    }
    return try block(lanes: lanes, scores)
  }

  private func block(
    lanes: Int, _ scores: [[DrawnScores]]
  ) throws(DrawFault) -> DrawnBlock {
    var block = DrawnBlock(lanes: lanes, numbers: [], lifetimes: [])
    for own in changed {
      if case .lifetimes(let process) = own.owner {
        block.lifetimes += try lifetimes(of: process, own.parameters, scores, lanes)
      } else {
        var cells: [Int: [Double]] = [:]
        for index in own.parameters {
          let target = uncertainty.targets[index]
          for cell in target.target.cells where cells[cell] == nil {
            let base = own.base[cell]
            cells[cell] = (own.isSteady ? [base[0]] : base).inLanes(lanes)
          }
          DrawnNumbers(
            parameter: uncertainty.parameters[index], target: target.target,
            draws: target.draws(over: uncertainty.spaces[index]), scores: scores[index],
            lanes: lanes, weights: uncertainty.weights(ofParameter: index)
          ).change(&cells)
        }
        block.numbers += cells.sorted { $0.key < $1.key }.map {
          .init(
            owner: own.owner, cell: $0.key,
            series: own.isSteady
              ? LaneSeries(steady: $0.value) : LaneSeries(width: lanes, values: $0.value))
        }
      }
    }
    return block
  }

  // MARK: - Correlation

  /// What each draw of each parameter is made from, period after period, with the correlation of groups and
  /// paths.
  private func correlated(
    lanes: Int, _ uniforms: Uniforms
  ) -> [[DrawnScores]] {
    var scores = places.indices.map { parameter in
      places[parameter].indices.map { draw in
        let streams = streamRange(parameter, draw)
        var values: [Double] = []
        values.reserveCapacity(streams.count * lanes)
        for stream in streams { uniforms(stream, &values) }
        return DrawnScores(values: values)
      }
    }
    for group in uncertainty.copulas {
      for member in group.members { scores[member.parameter][member.draw].makeNormal() }
      let count = scores[group.members[0].parameter][group.members[0].draw].values.count
      for place in 0..<count {
        let correlated = group.correlation.correlated(
          group.members.map { scores[$0.parameter][$0.draw].values[place] })
        for (member, score) in zip(group.members, correlated) {
          scores[member.parameter][member.draw].values[place] = score
        }
      }
    }
    for (index, parameter) in uncertainty.parameters.enumerated() {
      guard case .autoregressive(let correlation) = parameter.path else { continue }
      for draw in scores[index].indices {
        scores[index][draw].makePath(correlation: correlation, lanes: lanes)
      }
    }
    return scores
  }

  // MARK: - Lifetimes

  private func lifetimes(
    of process: Int, _ parameters: [Int], _ scores: [[DrawnScores]], _ lanes: Int
  ) throws(DrawFault) -> [DrawnBlock.Lifetimes] {
    guard let base = uncertainty.model.processes[process].lifetimes else { return [] }
    var cells: [Int: [Lifetime]] = [:]
    for index in parameters {
      let target = uncertainty.targets[index]
      let draws = target.draws(over: uncertainty.spaces[index])
      let change = LifetimeChange(uncertainty.parameters[index], target)
      for (cell, draw) in zip(target.target.cells, draws) {
        var own = cells[cell] ?? [Lifetime](repeating: base[cell], count: lanes)
        do throws(LifetimeError) {
          for lane in 0..<lanes {
            own[lane] = try change.lifetime(own[lane], scores[index][draw], at: lane)
          }
        } catch {
          throw DrawFault(
            name: uncertainty.name(parameter: index, draw: draw), reason: error.description)
        }
        cells[cell] = own
      }
    }
    return cells.sorted { $0.key < $1.key }.map {
      .init(process: process, cell: $0.key, lifetimes: $0.value)
    }
  }
}

/// A draw that can't be: its value breaks a rule.
public struct DrawFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was drawn.
  public let name: String
  public let reason: String

  public var description: String { "a draw of '\(name)' is impossible: \(reason)" }
}

extension [Double] {
  /// Every number so many times over.
  fileprivate func inLanes(_ lanes: Int) -> [Double] {
    var values = [Double](repeating: 0, count: count * lanes)
    var out = values.mutableSpan
    for (place, value) in enumerated() {
      for lane in 0..<lanes { out[place * lanes + lane] = value }
    }
    return values
  }
}
