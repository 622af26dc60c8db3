import Testing

@testable import Charts

struct StackedAreaChartTests {
  @Test func heightsReadBackFromTheFileAreTheValues() throws {
    let chart = try Samples.copper()
    let svg = try ParsedSVG(chart.svg())
    let scale = try svg.valueScale()
    // Coordinates are rounded to 0.01 px, so a thickness is within 0.01 px.
    let tolerance = 0.0101 / scale.perUnit
    var sums = [Double](repeating: 0, count: chart.years.count)
    for band in chart.bands {
      let outline = try #require(try svg.element("stock-band-\(band.id)").paths.first)
      let count = outline.count / 2
      #expect(count == chart.years.count)
      for index in 0..<count {
        let thickness = outline[outline.count - 1 - index].y - outline[index].y
        sums[index] += thickness / scale.perUnit
        #expect(abs(thickness / scale.perUnit - band.values[index]) < tolerance)
      }
    }
    let total = try #require(try svg.element("stock-total").paths.first)
    for index in sums.indices {
      #expect(abs(sums[index] - chart.totals[index]) < 5 * tolerance)
      #expect(abs((scale.zero - total[index].y) / scale.perUnit - chart.totals[index]) < tolerance)
    }
  }

  @Test func ofManyBandsTheSmallestAreOne() {
    let bands = (1...15).map { index in
      StackedAreaChart.Band(id: "b\(index)", label: "B", values: [Double(index), 1])
    }
    let (merged, note) = StackedAreaChart.merged(bands)
    #expect(merged.map(\.id) == (5...15).map { "b\($0)" } + ["other (merged)"])
    #expect(merged.last?.label == "Others (4)")
    #expect(merged.last?.values == [10, 4])
    #expect(note == "; the 4 smallest as one")
    #expect(StackedAreaChart.merged(Array(bands.prefix(12))).bands == Array(bands.prefix(12)))
  }

  @Test func namesWhatItShows() throws {
    let svg = try ParsedSVG(try Samples.copper().svg(size: .page, theme: .dark))
    #expect(svg.root.attributes["width"] == "850")
    #expect(try svg.element("stock-column").texts.first?.content == "450 Mt in 2020")
    #expect(try svg.element("stock-values").texts.last?.content == "Mt")
    let years = try svg.element("stock-years").texts.map(\.content)
    #expect(years.first == "1900")
    #expect(years.last == "2020")
    let band = try svg.element("stock-band-transport")
    #expect(band.children.first?.content == "Transport: 41 Mt (9 %) in 2020")
    let labels = svg.root.texts.map(\.content)
    for label in ["Construction", "Electrical", "Industrial machinery", "Transport", "Other"] {
      #expect(labels.contains(label))
    }
  }

  @Test func alternativeTextTellsTheStory() throws {
    let chart = try Samples.chart([[1, 3], [0, 1], [0, 0]], labels: ["One", "Two", "Three"])
    #expect(
      chart.alternativeText
        == "Stacked area chart of Quantity. Finding. The total is 1 kt in 2000 and 4 kt in "
        + "2001. Bands from bottom to top in 2001: One 3 kt (75 %), Two 1 kt (25 %), Three 0 kt.")
    let single = try Samples.chart([[5]])
    #expect(single.alternativeText.contains("The total is 5 kt in 2000. "))
  }

  @Test(arguments: ChartSize.allCases, Theme.allCases)
  func theSameChartGivesTheSameBytes(_ size: ChartSize, _ theme: Theme) throws {
    let first = try Samples.copper().svg(size: size, theme: theme)
    #expect(try Samples.copper().svg(size: size, theme: theme) == first)
    _ = try ParsedSVG(first)
  }

  @Test func hostileTextsAreHarmless() throws {
    let hostile = "a<b & \"c\" 'd' ]]>"
    let chart = try StackedAreaChart(
      id: hostile, title: hostile, subtitle: hostile, footer: hostile, unit: hostile,
      years: [2000, 2001], bands: [.init(id: hostile, label: hostile, values: [1, 2])])
    let svg = try ParsedSVG(chart.svg())
    #expect(svg.root.texts.map(\.content).contains(hostile))
    let ids = svg.root.tree.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    #expect(ids.joined().allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
  }

  @Test func reportsEveryFaultAtOnce() throws {
    let error = try #require(throws: ChartError.self) {
      _ = try StackedAreaChart(
        title: " ", subtitle: "", footer: "", unit: "", years: [2000, 1999, .nan],
        bands: [
          .init(id: "x", label: "X", values: [1, -2, 3]),
          .init(id: "x", label: "", values: [.infinity, 1]),
        ])
    }
    let expected: [ChartError.Fault] = [
      .missingText(name: "title"), .missingText(name: "unit"),
      .yearsNotIncreasing(year: 1999, previous: 2000),
      .negative(band: "x", year: 1999, value: -2),
      .missingText(name: "label of band 'x'"), .duplicateBand(id: "x"),
      .unequalLengths(band: "x", values: 2, years: 3),
      .notFinite(band: "x", year: 2000, value: .infinity),
    ]
    // Not a number is equal to nothing, so the fault of the third year is looked at by its text.
    let others = error.faults.filter { !$0.description.hasPrefix("nan is not a year") }
    #expect(others == expected)
    #expect(error.faults.count == expected.count + 1)
  }

  @Test func rejectsNothing() throws {
    let error = try #require(throws: ChartError.self) {
      _ = try StackedAreaChart(
        title: "T", subtitle: "", footer: "", unit: "kt", years: [Int](), bands: [])
    }
    #expect(error.faults == [.noYears, .noBands])
  }

  @Test func rejectsTotalsThatOverflow() throws {
    let error = try #require(throws: ChartError.self) {
      _ = try Samples.chart([[1, 1e308], [1, 1e308]])
    }
    #expect(error.faults == [.totalTooLarge(year: 2001)])
  }
}
