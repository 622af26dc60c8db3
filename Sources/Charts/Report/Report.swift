public import UrbanMining

/// A page about a metal: its story in numbers, its charts with their tables, and its scenarios.
///
/// The page is one file that needs no network. Without JavaScript it shows everything, switches between
/// scenarios and between light and dark, and prints; with it, charts tell the values under the pointer
/// and can be walked through with the arrow keys.
public struct Report: Sendable {
  /// A solved scenario.
  public struct Case: Sendable {
    /// Nil for the model as it stands.
    public let name: String?
    public let title: String
    public let results: SystemResults
    /// What an ensemble of it says, if there is one.
    public let fans: [FanSeries]

    /// - Parameters:
    ///   - name: nil for the model as it stands.
    ///   - title: what readers see.
    ///   - results: the solved scenario.
    ///   - fans: what an ensemble of it says, each drawn as a chart of its own.
    public init(name: String?, title: String, results: SystemResults, fans: [FanSeries] = []) {
      self.name = name
      self.title = title
      self.results = results
      self.fans = fans
    }
  }

  private let cases: [(story: ReportStory, charts: [Chart])]
  private let titles: [String]
  private let model: SystemModel
  private let context: ChartContext

  /// - Parameters:
  ///   - cases: the model as it stands, then its scenarios.
  ///   - context: what footers say beside the model.
  public init(_ cases: [Case], context: ChartContext) throws(ChartError) {
    guard let first = cases.first else { throw ChartError(faults: [.noBands]) }
    model = first.results.plan.model
    self.context = context
    titles = cases.map(\.title)
    var sections: [(ReportStory, [Chart])] = []
    for one in cases {
      let context = context.scenario(one.name)
      var charts: [Chart] = [
        .area(try StackedAreaChart(stockOf: one.results, context: context)),
        .panels(try PanelChart(flowsOf: one.results, context: context)),
        .sankey(try SankeyChart(of: one.results, context: context)),
        .cycle(try CycleChart(of: one.results, context: context)),
        .cohorts(try CohortChart(of: one.results, context: context)),
        .area(try StackedAreaChart(mineOf: one.results, context: context)),
        .panels(try PanelChart(survivalOf: one.results.plan.model, context: context)),
      ]
      for fan in one.fans where fan.isDefined {
        charts.append(
          .panels(try PanelChart(fanOf: fan, projectedFrom: context.projectedFrom)))
      }
      let others = cases.dropFirst().map { ($0.title, $0.results) }
      if one.name == nil, !others.isEmpty {
        charts.append(
          .panels(try PanelChart(compare: first.results, with: others, context: context)))
      }
      sections.append(
        (ReportStory(one.results, base: one.name == nil ? nil : first.results), charts))
    }
    self.cases = sections
  }

  /// The text of the HTML file, the same for the same results.
  public var html: String {
    var sheet = ColorSheet()
    // Filled in the order of the page, so that the style sheet can stand before what it colours.
    let sections = cases.indices.map { section($0, &sheet) }
    let style = ReportStyle.css(sheet, cases: cases.count)
    let title = "\(model.header.title): \(model.time.span)"
    let page = HTML.tag(
      "div", class: "page", [],
      [
        .tag(
          "header", [],
          [.tag("h1", text: model.header.title), .tag("p", class: "lead", text: lead), controls]),
        .tag("main", [], sections),
        .tag("footer", [], [.tag("p", text: context.footer(model, scenarios: titles)), balance]),
      ])
    let body = HTML.tag(
      "body", [], inputs + [page, .tag("script", [], [.markup(ReportScript.text)])])
    let head = HTML.tag(
      "head", [],
      [
        .tag("meta", [("charset", "utf-8")]),
        .tag("meta", [("name", "viewport"), ("content", "width=device-width, initial-scale=1")]),
        .tag("meta", [("name", "color-scheme"), ("content", "light dark")]),
        // The page has no icon; without this a browser asks its server for one.
        .markup("<link rel=\"icon\" href=\"data:,\">"), .tag("title", text: title),
        .tag("style", [], [.markup(style)]),
      ])
    return "<!DOCTYPE html>\n" + HTML.tag("html", [("lang", "en")], [head, body]).rendered + "\n"
  }

  private var lead: String {
    let description = model.header.description ?? ""
    return description.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  private var balance: HTML {
    let balance = cases[0].story.results.balance
    let unit = model.header.unit.rawValue
    return .tag(
      "p",
      text: "The mass balance of every process and year holds: the largest residual is "
        + "\(Magnitude.text(balance.maxResidual, unit: unit)), tolerated are "
        + "\(Magnitude.text(balance.tolerance, unit: unit)).")
  }

  // MARK: - Switches

  /// Radio buttons before the page: what is chosen decides what the style sheet shows.
  private var inputs: [HTML] {
    func radio(_ id: String, _ name: String, _ label: String, isOn: Bool) -> HTML {
      .tag(
        "input", id: id, class: "switch",
        [("type", "radio"), ("name", name), ("aria-label", label)]
          + (isOn ? [("checked", "checked")] : []))
    }
    return titles.enumerated().map { index, title in
      radio("case-\(index)", "case", "Scenario: \(title)", isOn: index == 0)
    }
      + [("auto", "as the system"), ("light", "light"), ("dark", "dark")].map { id, label in
        radio("theme-\(id)", "theme", "Colours: \(label)", isOn: id == "auto")
      }
  }

  private var controls: HTML {
    let scenarios = titles.enumerated().map { index, title in
      HTML.tag("label", [("for", "case-\(index)")], [.text(title)])
    }
    let themes = [("auto", "Auto"), ("light", "Light"), ("dark", "Dark")].map { id, label in
      HTML.tag("label", [("for", "theme-\(id)")], [.text(label)])
    }
    return .tag(
      "div", class: "controls", [],
      [
        .tag("div", class: "group", [], [.tag("span", text: "Scenario")] + scenarios),
        .tag("div", class: "group", [], [.tag("span", text: "Colours")] + themes),
      ])
  }

  // MARK: - Content

  private func section(_ index: Int, _ sheet: inout ColorSheet) -> HTML {
    let (story, charts) = cases[index]
    var content: [HTML] = [
      .tag("h2", text: titles[index]),
      .tag("div", class: "cards", [], story.cards.map(card)),
    ]
    content += story.sentences.map { .tag("p", text: $0) }
    for chart in charts { content.append(figure(chart, prefix: "case\(index)", &sheet)) }
    return .tag("section", id: "section-\(index)", class: "case", [], content)
  }

  private func card(_ card: ReportStory.Card) -> HTML {
    .tag(
      "div", class: "card", [],
      [
        .tag("div", class: "value", text: card.value), .tag("div", class: "name", text: card.name),
        .tag("div", class: "change", text: card.change),
      ])
  }

  private func figure(_ chart: Chart, prefix: String, _ sheet: inout ColorSheet) -> HTML {
    let id = "\(prefix)-\(chart.caption.id)"
    let light = chart.picture(size: .page, theme: .light).drawing.renamed(id)
    let dark = chart.picture(size: .page, theme: .dark).drawing.renamed(id)
    let svg = SVGWriter.document(light: light, dark: dark, sheet: &sheet)
    let plots = light.plots.map { plot in
      [plot.box.left, plot.box.top, plot.box.right, plot.box.bottom, plot.first, plot.last]
        .map { JSON.number($0) }
    }
    let table = ReportTable(chart.table)
    return .tag(
      "figure", class: "chart",
      [("data-plots", JSON.array(plots.map { .array($0) }).text)],
      [
        .tag(
          "div", class: "canvas",
          [("tabindex", "0"), ("role", "group"), ("aria-label", chart.caption.title)],
          [.markup(svg)]),
        .tag("details", [], [.tag("summary", text: "The numbers"), table.html]),
      ])
  }
}

extension Drawing {
  /// The same drawing with another prefix of its identifiers.
  func renamed(_ id: String) -> Drawing {
    Drawing(
      width: width, height: height, background: background, id: id, title: title,
      description: description, marks: marks, plots: plots)
  }
}
