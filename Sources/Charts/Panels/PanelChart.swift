/// Lines and bands over years or ages, in one panel or in several that share their axes.
public struct PanelChart: Hashable, Sendable {
  /// What is in one panel.
  public struct Panel: Hashable, Sendable {
    /// Stands above the panel; blank where there is only one.
    public let title: String
    /// What tables call it; its title if not given.
    public let name: String
    /// The unit of all its values.
    public let unit: String
    /// Years or ages, increasing.
    public let positions: [Double]
    public let layers: [Layer]

    public init(
      title: String = "", name: String? = nil, unit: String, positions: [Double], layers: [Layer]
    ) {
      self.title = title
      self.name = name ?? title
      self.unit = unit
      self.positions = positions
      self.layers = layers
    }
  }

  /// One thing in a panel, from back to front.
  public enum Layer: Hashable, Sendable {
    case band(Band)
    case line(Line)
    case note(Note)
  }

  /// The area between two lines; it has gaps where values are missing.
  public struct Band: Hashable, Sendable {
    public let id: String
    public let label: String
    public let ink: Ink
    public let lower: [Double?]
    public let upper: [Double?]
    /// How much of the colour there is, from 0 to 1.
    public let strength: Double

    public init(
      id: String, label: String, ink: Ink, lower: [Double?], upper: [Double?],
      strength: Double = 0.25
    ) {
      self.id = id
      self.label = label
      self.ink = ink
      self.lower = lower
      self.upper = upper
      self.strength = strength
    }
  }

  /// A line; it has gaps where values are missing.
  public struct Line: Hashable, Sendable {
    public let id: String
    public let label: String
    public let ink: Ink
    public let values: [Double?]
    /// From this position on the line is dashed: a projection; nil for a line that is none.
    public let projectedFrom: Double?

    public init(
      id: String, label: String, ink: Ink, values: [Double?], projectedFrom: Double? = nil
    ) {
      self.id = id
      self.label = label
      self.ink = ink
      self.values = values
      self.projectedFrom = projectedFrom
    }
  }

  /// A point with words: a peak, a mean, a median.
  public struct Note: Hashable, Sendable {
    public let position: Double
    public let value: Double
    public let text: String
    public let ink: Ink
    /// Which of two notes stays where only one has room.
    public let importance: Double
    /// Whether it is a ring rather than a dot.
    public let isHollow: Bool

    public init(
      position: Double, value: Double, text: String, ink: Ink = .main, importance: Double = 1,
      isHollow: Bool = false
    ) {
      self.position = position
      self.value = value
      self.text = text
      self.ink = ink
      self.importance = importance
      self.isHollow = isHollow
    }
  }

  /// The colour of a line or band by what it means, the same on all charts.
  public enum Ink: Hashable, Sendable {
    /// The colour of an end use, by its identifier.
    case endUse(String)
    /// Metal from ore, or what enters.
    case primary
    /// What leaves use, or is lost.
    case spent
    /// What comes back.
    case secondary
    /// What is added to stock.
    case addition
    case main
    /// What others are compared with.
    case reference
  }

  /// What the horizontal axis counts.
  public enum Horizontal: String, Hashable, Sendable {
    case year, age
  }

  public let caption: Caption
  /// What the chart is called in its alternative text, such as "Line chart".
  public let kind: String
  public let horizontal: Horizontal
  public let panels: [Panel]
  /// The chart in words: what follows after kind, data and title.
  public let message: String
  /// How many panels stand side by side; nil to fit the size.
  let columns: Int?

  /// Checks the data and makes a chart.
  ///
  /// - Throws: every fault of the data at once: blank title or unit; no years or panels; years that
  ///   don't increase; lines and bands of another length than the years; values that are not finite.
  public init(
    caption: Caption, kind: String, horizontal: Horizontal = .year, panels: [Panel],
    message: String,
    columns: Int? = nil
  ) throws(ChartError) {
    var faults = caption.faults
    if panels.isEmpty { faults.append(.noBands) }
    for panel in panels { faults += panel.faults }
    guard faults.isEmpty else { throw ChartError(faults: faults) }
    self.caption = caption
    self.kind = kind
    self.horizontal = horizontal
    self.panels = panels
    self.message = message
    self.columns = columns
  }
}

extension PanelChart.Panel {
  /// The lines in it.
  var lines: [PanelChart.Line] {
    layers.compactMap { if case .line(let line) = $0 { line } else { nil } }
  }

  /// The bands in it.
  var bands: [PanelChart.Band] {
    layers.compactMap { if case .band(let band) = $0 { band } else { nil } }
  }

  /// The notes in it.
  var notes: [PanelChart.Note] {
    layers.compactMap { if case .note(let note) = $0 { note } else { nil } }
  }

  /// All values in it.
  private var values: [Double] {
    (lines.flatMap(\.values) + bands.flatMap { $0.lower + $0.upper }).compactMap { $0 }
  }

  /// The largest value in it.
  var maximum: Double { values.max() ?? 0 }

  /// The smallest value in it, if it is negative.
  var minimum: Double { min(0, values.min() ?? 0) }

  fileprivate var faults: [ChartError.Fault] {
    var faults = ChartError.faults(ofYears: positions)
    if unit.isBlank { faults.append(.missingText(name: "unit")) }
    for line in lines {
      faults += self.faults(line.id, line.label, line.values)
    }
    for band in bands {
      faults += self.faults(band.id, band.label, band.lower)
      faults += self.faults(band.id, band.label, band.upper)
    }
    return faults
  }

  private func faults(_ id: String, _ label: String, _ values: [Double?]) -> [ChartError.Fault] {
    var faults: [ChartError.Fault] = []
    if label.isBlank { faults.append(.missingText(name: "label of band '\(id)'")) }
    if values.count != positions.count {
      faults.append(.unequalLengths(band: id, values: values.count, years: positions.count))
    }
    for (position, value) in zip(positions, values) {
      guard let value else { continue }
      if !value.isFinite { faults.append(.notFinite(band: id, year: position, value: value)) }
    }
    return faults
  }
}
