/// The outlines of links.
extension SankeyPlacement.Ribbon {
  /// The shape: from its start to its end in curves, or round the others if it runs backward.
  var path: Path {
    lane.map(backward) ?? forward
  }

  /// The places, with the room there, where words about the link may stand: first near the start.
  var labelPlaces: [Point] {
    if let lane {
      let middle = lane.top + thickness / 2
      return [0.5, 0.3, 0.7, 0.15, 0.85].map {
        Point(x: lane.out + (lane.back - lane.out) * $0, y: middle)
      }
    }
    let stops = stops
    return [0.5, 0.35, 0.65, 0.2, 0.8].flatMap { share in
      stops.indices.dropFirst().map { index in
        let (one, other) = (stops[index - 1], stops[index])
        // A Bézier curve with level ends is at 3t² − 2t³ of its height after t of its time.
        let height = share * share * (3 - 2 * share)
        let across =
          0.5 * share * (1 - share) * 3 * (1 - share) + 0.5 * 3 * share * share * (1 - share)
          + share * share * share
        return Point(
          x: one.right + (other.left - one.right) * across,
          y: one.top + (other.top - one.top) * height + thickness / 2)
      }
    }
  }

  /// Start, the columns that it passes, end.
  private var stops: [(left: Double, right: Double, top: Double)] {
    [(start.x, start.x, start.y)] + passes + [(end.x, end.x, end.y)]
  }

  private var forward: Path {
    let stops = stops
    var upper: [Path.Step] = [.move(start)]
    var lower: [Path.Step] = []
    for index in stops.indices.dropFirst() {
      let (one, other) = (stops[index - 1], stops[index])
      let middle = (one.right + other.left) / 2
      upper.append(
        .curve(
          Point(x: middle, y: one.top), Point(x: middle, y: other.top),
          to: Point(x: other.left, y: other.top)))
      if other.right > other.left { upper.append(.line(Point(x: other.right, y: other.top))) }
      // The lower edge runs back, so its pieces are put in front.
      let (low, high) = (one.top + thickness, other.top + thickness)
      var pieces: [Path.Step] = [
        .curve(
          Point(x: middle, y: high), Point(x: middle, y: low), to: Point(x: one.right, y: low))
      ]
      if other.right > other.left { pieces.insert(.line(Point(x: other.left, y: high)), at: 0) }
      lower = pieces + lower
    }
    return Path(
      steps: upper + [.line(Point(x: end.x, y: end.y + thickness))] + lower)
  }

  /// Right and down, along its lane to the left, up and right again; quarter circles at the corners.
  private func backward(_ lane: Lane) -> Path {
    let inner = lane.radius
    let outer = inner + thickness
    // How far a control point stands from the end of a quarter circle of radius 1.
    let bend = 0.5523
    var steps: [Path.Step] = []
    func quarter(from: Point, to: Point, isLevelFirst: Bool) {
      let (dx, dy) = (to.x - from.x, to.y - from.y)
      let first =
        isLevelFirst
        ? Point(x: from.x + bend * dx, y: from.y) : Point(x: from.x, y: from.y + bend * dy)
      let second =
        isLevelFirst
        ? Point(x: to.x, y: to.y - bend * dy) : Point(x: to.x - bend * dx, y: to.y)
      steps.append(.curve(first, second, to: to))
    }
    let (low, high) = (lane.top + thickness, lane.top)
    // The outer edge.
    steps.append(.move(start))
    steps.append(.line(Point(x: lane.out - inner, y: start.y)))
    quarter(
      from: Point(x: lane.out - inner, y: start.y),
      to: Point(x: lane.out + thickness, y: start.y + outer), isLevelFirst: true)
    steps.append(.line(Point(x: lane.out + thickness, y: low - outer)))
    quarter(
      from: Point(x: lane.out + thickness, y: low - outer), to: Point(x: lane.out - inner, y: low),
      isLevelFirst: false)
    steps.append(.line(Point(x: lane.back + inner, y: low)))
    quarter(
      from: Point(x: lane.back + inner, y: low),
      to: Point(x: lane.back - thickness, y: low - outer), isLevelFirst: true)
    steps.append(.line(Point(x: lane.back - thickness, y: end.y + outer)))
    quarter(
      from: Point(x: lane.back - thickness, y: end.y + outer),
      to: Point(x: lane.back + inner, y: end.y), isLevelFirst: false)
    steps.append(.line(end))
    // The inner edge, back again.
    steps.append(.line(Point(x: end.x, y: end.y + thickness)))
    steps.append(.line(Point(x: lane.back + inner, y: end.y + thickness)))
    quarter(
      from: Point(x: lane.back + inner, y: end.y + thickness),
      to: Point(x: lane.back, y: end.y + outer), isLevelFirst: true)
    steps.append(.line(Point(x: lane.back, y: high - inner)))
    quarter(
      from: Point(x: lane.back, y: high - inner), to: Point(x: lane.back + inner, y: high),
      isLevelFirst: false)
    steps.append(.line(Point(x: lane.out - inner, y: high)))
    quarter(
      from: Point(x: lane.out - inner, y: high), to: Point(x: lane.out, y: high - inner),
      isLevelFirst: true)
    steps.append(.line(Point(x: lane.out, y: start.y + outer)))
    quarter(
      from: Point(x: lane.out, y: start.y + outer),
      to: Point(x: lane.out - inner, y: start.y + thickness), isLevelFirst: false)
    steps.append(.line(Point(x: start.x, y: start.y + thickness)))
    return Path(steps: steps)
  }
}
