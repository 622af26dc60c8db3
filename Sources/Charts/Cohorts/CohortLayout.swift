/// Places the heat map of cohorts and the ages beside it.
struct CohortLayout {
  let marks: [Mark]

  init(_ chart: CohortChart, size: ChartSize, theme: Theme) {
    let frame = chart.caption.frame(size: size, theme: theme)
    let body = frame.body
    let isWide = size != .square
    let gap = 2.2 * size.label
    let share = chart.chosen.isEmpty ? 1 : 0.56
    let map =
      isWide
      ? Box(
        left: body.left, top: body.top, right: body.left + share * body.width - gap / 2,
        bottom: body.bottom)
      : Box(
        left: body.left, top: body.top, right: body.right,
        bottom: body.top + share * body.height - gap / 2)
    let rest =
      isWide
      ? Box(left: map.right + gap, top: body.top, right: body.right, bottom: body.bottom)
      : Box(left: body.left, top: map.bottom + gap, right: body.right, bottom: body.bottom)
    var marks = frame.marks
    marks.append(
      .group(
        id: "map", tooltip: nil, marks: HeatMap(chart, in: map, size: size, theme: theme).marks))
    if !chart.chosen.isEmpty {
      let pyramid = AgePyramids(chart, in: rest, size: size, theme: theme)
      marks.append(.group(id: "ages", tooltip: nil, marks: pyramid.marks))
    }
    self.marks = marks
  }

  /// From pale to strong: seven classes of a hue, told apart by lightness alone.
  static func shades(_ theme: Theme) -> [Color] {
    (1...7).map { theme.background.mixed(with: theme.primary, share: 0.04 + Double($0) / 7 * 0.96) }
  }
}

/// Years from left to right, cohorts from bottom to top, shades for what is left.
private struct HeatMap {
  private(set) var marks: [Mark] = []

  init(_ chart: CohortChart, in box: Box, size: ChartSize, theme: Theme) {
    let style = TextStyle(size: size.axis * 0.86, weight: .regular, color: theme.mutedInk)
    let bold = TextStyle(size: size.axis * 0.86, weight: .bold, color: theme.mutedInk)
    let axis = YearAxis(
      first: chart.years[0], last: chart.years[chart.years.count - 1], size: size, theme: theme,
      textScale: 0.86)
    let names = chart.cohorts.map(CohortChart.name)
    let labelWidth = style.width(names) + 0.5 * style.size
    let maximum = chart.amounts.flatMap { $0 }.max() ?? 0
    let scale = NiceScale(covering: maximum, limit: 7)
    let legendHeight = 3.1 * style.size
    let plot = Box(
      left: box.left + labelWidth, top: box.top + 1.7 * bold.size,
      right: box.right - 0.5 * style.size,
      bottom: box.bottom - axis.height - legendHeight)
    let height = plot.height / Double(chart.cohorts.count)
    let count = chart.years.count
    let width = plot.width / Double(count)
    let shades = CohortLayout.shades(theme)
    func shade(_ value: Double) -> Int? {
      value > 0.001 * scale.top
        ? min(scale.count - 1, Int(value / scale.top * Double(scale.count))) : nil
    }
    marks.append(
      .text(
        TextBlock(["Entered use"], style: bold, anchor: .start, x: box.left, top: box.top)))
    // A label for every group that leaves the one before room.
    let every = max(1, Int((1.35 * style.size / height).rounded(.up)))
    for (place, cohort) in chart.cohorts.enumerated() {
      let bottom = plot.bottom - Double(place) * height
      var cells: [Mark] = []
      var start = 0
      let classes = chart.amounts[place].map(shade)
      for index in 1...count where index == count || classes[index] != classes[start] {
        if let level = classes[start] {
          let run = Box(
            left: plot.left + Double(start) * width, top: bottom - height,
            right: plot.left + Double(index) * width, bottom: bottom)
          cells.append(.rectangle(run, fill: shades[min(6, level * 7 / scale.count)]))
        }
        start = index
      }
      let value = Magnitude.text(chart.amounts[place][count - 1], unit: chart.unit)
      let last = NumberFormat.year(chart.years[count - 1])
      marks.append(
        .group(
          id: "cohort-\(place + 1)",
          tooltip: "Entered \(CohortChart.name(of: cohort)): \(value) left in \(last)", marks: cells
        ))
      if (chart.cohorts.count - 1 - place).isMultiple(of: every) {
        marks.append(
          .text(
            TextBlock(
              [names[place]], style: style, anchor: .end, x: plot.left - 0.5 * style.size,
              center: bottom - height / 2)))
      }
    }
    marks += axis.marks(plot: plot)
    // The legend: one box for each class with its upper bound.
    let (top, step) = (box.bottom - 1.9 * style.size, min(3.6 * style.size, plot.width / 9))
    let labels = scale.labels(in: Magnitude(of: scale.top))
    for level in 0..<scale.count {
      let left = plot.left + Double(level) * step
      marks.append(
        .rectangle(
          Box(left: left, top: top, right: left + step, bottom: top + 0.7 * style.size),
          fill: shades[min(6, level * 7 / scale.count)]))
    }
    for level in 0...scale.count {
      let isLast = level == scale.count
      let unit = Magnitude(of: scale.top).heading(unit: chart.unit)
      marks.append(
        .text(
          TextBlock(
            [isLast ? "\(labels[level]) \(unit)" : labels[level]], style: style,
            anchor: isLast ? .start : .middle,
            x: plot.left + Double(level) * step - (isLast ? 0.3 * style.size : 0),
            top: top + 0.85 * style.size)))
    }
  }
}

/// The stock by age in chosen years: bars to the right, the youngest at the bottom.
private struct AgePyramids {
  private(set) var marks: [Mark] = []

  init(_ chart: CohortChart, in box: Box, size: ChartSize, theme: Theme) {
    let style = TextStyle(size: size.axis * 0.86, weight: .regular, color: theme.mutedInk)
    let bold = TextStyle(size: size.axis * 0.86, weight: .bold, color: theme.ink)
    let profiles = chart.chosen.map { AgePyramids.ages(chart, year: $0) }
    let maximum = profiles.flatMap { $0 }.max() ?? 1
    // Up to the oldest class of which there is something to see.
    let classes =
      profiles.map { profile in
        (profile.lastIndex { $0 > 0.001 * maximum } ?? 0) + 1
      }.max() ?? 1
    let names = (0..<classes).map { "\($0 * 10)–\($0 * 10 + 9)" }
    let labelWidth = style.width(names) + 0.5 * style.size
    let heading = TextMetrics.lines(
      "Stock by age in years, \(chart.unit)", style: bold, width: box.width, limit: 2)
    marks.append(.text(TextBlock(heading, style: bold, anchor: .start, x: box.left, top: box.top)))
    let top = box.top + bold.height(lines: heading.count) + 1.9 * bold.size
    let bottom = box.bottom - 0.4 * style.size
    let height = (bottom - top) / Double(classes)
    let gap = 1.0 * style.size
    let width = (box.width - labelWidth - gap * Double(profiles.count - 1)) / Double(profiles.count)
    for (place, name) in names.enumerated()
    where height > 1.1 * style.size || place.isMultiple(of: 2) {
      marks.append(
        .text(
          TextBlock(
            [name], style: style, anchor: .end, x: box.left + labelWidth - 0.5 * style.size,
            center: bottom - (Double(place) + 0.5) * height)))
    }
    for (index, profile) in profiles.enumerated() {
      let left = box.left + labelWidth + Double(index) * (width + gap)
      let year = NumberFormat.year(chart.years[chart.chosen[index]])
      var content: [Mark] = [
        .text(
          TextBlock([year], style: bold, anchor: .start, x: left, baseline: top - 0.5 * bold.size)),
        .line(
          [Point(x: left, y: top), Point(x: left, y: bottom)],
          Stroke(color: theme.rule, width: 1.5 * size.hairline)),
      ]
      let room = style.width(["0000"])
      for (place, amount) in profile.prefix(classes).enumerated() where amount > 0 {
        let length = amount / maximum * (width - room)
        let y = bottom - Double(place + 1) * height
        let bar = Box(
          left: left, top: y + 0.12 * height, right: left + length, bottom: y + 0.88 * height)
        content.append(.rectangle(bar, fill: theme.primary))
        let text = NumberFormat.significant(amount)
        if amount > 0.004 * maximum, height > 1.0 * style.size, style.width([text]) < room + 1 {
          content.append(
            .text(
              TextBlock(
                [text], style: style, anchor: .start, x: bar.right + 0.25 * style.size,
                center: bar.middle.y)))
        }
      }
      marks.append(.group(id: "ages-\(year)", tooltip: nil, marks: content))
    }
  }

  /// Amounts by classes of ten years of age, the youngest first.
  private static func ages(_ chart: CohortChart, year: Int) -> [Double] {
    var classes: [Double] = []
    for (cohort, row) in zip(chart.cohorts, chart.amounts) where row[year] > 0 {
      let middle = (cohort.lowerBound + cohort.upperBound) / 2
      let place = max(0, Int((chart.years[year] - middle) / 10))
      while classes.count <= place { classes.append(0) }
      classes[place] += row[year]
    }
    return classes
  }
}
