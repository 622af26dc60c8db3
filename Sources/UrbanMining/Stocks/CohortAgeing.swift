internal import LinearAlgebra

/// Follows material through its life: what is left of it, how old that is, and how long it was in use.
struct CohortAgeing {
  let law: LifetimeLaw
  let time: TimeAxis
  let timing: InflowTiming

  init(law: LifetimeLaw, time: TimeAxis, timing: InflowTiming) {
    self.law = law
    self.time = time
    self.timing = timing
  }

  init(_ survival: Survival) {
    self.init(law: survival.law, time: survival.time, timing: survival.timing)
  }

  /// An amount that entered at one moment.
  struct Entry {
    let origin: Origin
    let amount: Double

    /// Where it comes from.
    enum Origin {
      /// It enters in this period, at this position of it.
      case cohort(Int, position: Double)
      /// It is there at the start, this old, and ages with the lifetime of the first cohort.
      case standing(age: Double)
    }

    /// The cohort whose lifetime holds, and the first period of its life.
    var cohort: Int {
      if case .cohort(let cohort, _) = origin { cohort } else { 0 }
    }

    /// Whether it enters in that period; otherwise it is there when the period begins.
    var isNew: Bool {
      if case .cohort = origin { true } else { false }
    }
  }

  /// What a period leaves of an amount.
  struct Stage {
    var left = 0.0
    /// What is left, times its age at the end of the period.
    var moment = 0.0
  }

  /// The entries of one unit of a cohort, one for each node of the timing.
  func entries(ofCohort c: Int, lane: Int) -> [Entry] {
    nodes(ofCohort: c, lane: lane).map { node in
      Entry(origin: .cohort(c, position: node.position), amount: node.weight)
    }
  }

  private func nodes(ofCohort c: Int, lane: Int) -> [(position: Double, weight: Double)] {
    if let nodes = timing.nodes { return nodes }
    let (ages, length) = (ages(ofCohort: c, position: 0), time.length(of: c))
    guard law.changesWithTime else {
      return timing.nodes(
        for: law.lifetime(lane: lane, cohort: c, period: c), ages: ages, length: length)
    }
    let lifetimes = Set((c..<time.count).map { law.lifetime(lane: lane, cohort: c, period: $0) })
    return timing.nodes(cuts: timing.cuts(for: Array(lifetimes), ages: ages, length: length)) {
      life(of: Entry(origin: .cohort(c, position: $0), amount: 1), lane: lane).map(\.left)
    }
  }

  /// The ages at the end of each period of life of what enters at a position of its period.
  private func ages(ofCohort c: Int, position: Double) -> [Double] {
    (c..<time.count).map { time.age(atBound: $0 + 1, period: c, position: position) }
  }

  /// What is left at the end of each period from its first on.
  /// - Complexity: O(T).
  func life(of entry: Entry, lane: Int) -> [Stage] {
    var left = entry.amount
    let ageAtStart = age(of: entry, at: entry.cohort)
    return (entry.cohort..<time.count).map { t in
      let lifetime = law.lifetime(lane: lane, cohort: entry.cohort, period: t)
      let older = age(of: entry, at: t + 1)
      if law.changesWithTime {
        left *= ratio(lifetime, entry, t, older)
      } else if entry.isNew {
        left = entry.amount * lifetime.survival(atAge: older)
      } else {
        left = entry.amount * quotient(lifetime, from: ageAtStart, to: older)
      }
      return Stage(left: left, moment: left * older)
    }
  }

  /// The years that are lived in each period from its first on: ∫ of what is left over the period.
  /// - Complexity: O(T) integrals.
  func yearsLived(of entry: Entry, lane: Int) -> [Double] {
    taken(of: entry, lane: lane) { $0.timeInUse(from: $1, to: $2) }
  }

  /// What in-use dissipation takes in each period from its first on.
  /// - Complexity: O(T) integrals.
  func dissipated(of entry: Entry, lane: Int) -> [Double] {
    taken(of: entry, lane: lane) { $0.dissipated(from: $1, to: $2) }
  }

  /// A quantity that a whole cohort has between two ages, for what is left in each period.
  private func taken(
    of entry: Entry, lane: Int, _ quantity: (Lifetime, Double, Double) -> Double
  ) -> [Double] {
    let life = life(of: entry, lane: lane)
    return (entry.cohort..<time.count).map { t in
      let lifetime = law.lifetime(lane: lane, cohort: entry.cohort, period: t)
      let older = age(of: entry, at: t + 1)
      if entry.isNew && t == entry.cohort {
        return entry.amount * quantity(lifetime, 0, older)
      }
      let younger = age(of: entry, at: t)
      let before = t == entry.cohort ? entry.amount : life[t - 1 - entry.cohort].left
      let share = lifetime.survival(atAge: younger)
      return share > 0 ? before / share * quantity(lifetime, younger, older) : 0
    }
  }

  /// For t = c, c + 1, …: what is left of one unit of cohort c.
  /// - Complexity: O((T − c) · points).
  func life(ofCohort c: Int, lane: Int) -> [Stage] {
    var stages = [Stage](repeating: Stage(), count: time.count - c)
    for entry in entries(ofCohort: c, lane: lane) {
      for (index, stage) in life(of: entry, lane: lane).enumerated() {
        stages[index].left += stage.left
        stages[index].moment += stage.moment
      }
    }
    return stages
  }

  /// The triangle of all s(t, c) of a lane.
  /// - Complexity: O(T² · points).
  func triangle(lane: Int) -> LowerTriangle {
    var entries = Matrix(rows: time.count, columns: time.count)
    for c in 0..<time.count {
      for (offset, stage) in life(ofCohort: c, lane: lane).enumerated() {
        entries[c + offset, c] = stage.left
      }
    }
    return LowerTriangle(entries: entries)
  }

  /// The triangles of all lanes; lanes whose cohorts have the same lifetimes share one.
  /// - Complexity: O(T² · points) for each lane that differs from those before it.
  func triangles(lanes: Int) -> [LowerTriangle] {
    var known: [[Lifetime]: LowerTriangle] = [:]
    return (0..<lanes).map { lane in
      let lifetimes = (0..<time.count).map { law.lifetime(lane: lane, cohort: $0, period: $0) }
      if let triangle = known[lifetimes] { return triangle }
      let triangle = triangle(lane: lane)
      known[lifetimes] = triangle
      return triangle
    }
  }

  /// The curves s(0), s(1), … of lanes whose cohorts age alike, a column for each.
  /// - Complexity: O(T · points) for each lane.
  func curves(_ lifetimes: [Lifetime], threads: Int = 1) -> Matrix {
    guard let nodes = timing.nodes else {
      return Matrix(
        lanes: lifetimes.indices.map { lane in
          let nodes = nodes(ofCohort: 0, lane: lane)
          return curves([lifetimes[lane]], nodes, threads: 1).values
        })
    }
    return curves(lifetimes, nodes, threads: threads)
  }

  private func curves(
    _ lifetimes: [Lifetime], _ nodes: [(position: Double, weight: Double)], threads: Int
  ) -> Matrix {
    func shares(_ position: Double) -> Matrix {
      survivalBlock(
        of: lifetimes, atAges: ages(ofCohort: 0, position: position), threads: threads)
    }
    guard nodes.count > 1 else { return shares(nodes[0].position) }
    var curves = Matrix(rows: time.count, columns: lifetimes.count)
    for node in nodes { curves.add(shares(node.position), times: node.weight) }
    return curves
  }

  /// The age at a bound of the periods.
  func age(of entry: Entry, at bound: Int) -> Double {
    switch entry.origin {
    case .cohort(let period, let position):
      time.age(atBound: bound, period: period, position: position)
    case .standing(let age): age + time.elapsed(atBound: bound)
    }
  }

  /// The share that outlives period t by the hazards of its lifetime.
  private func ratio(_ lifetime: Lifetime, _ entry: Entry, _ t: Int, _ older: Double) -> Double {
    entry.isNew && t == entry.cohort
      ? lifetime.survival(atAge: older)
      : quotient(lifetime, from: age(of: entry, at: t), to: older)
  }

  /// S(a₁) / S(a₀); nothing where nothing has come as far as a₀.
  func quotient(_ lifetime: Lifetime, from younger: Double, to older: Double) -> Double {
    let before = lifetime.survival(atAge: younger)
    return before > 0 ? lifetime.survival(atAge: older) / before : 0
  }
}
