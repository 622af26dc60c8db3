/// The colours of a chart's surroundings.
public enum Theme: String, Hashable, Sendable, CaseIterable {
  /// Dark ink on white, for paper and bright rooms.
  case light
  /// Light ink on near-black, for dark rooms.
  case dark

  /// What everything is drawn on; also the colour of the separators between bands.
  var background: Color {
    switch self {
    case .light: Color(0xFFFFFF)
    case .dark: Color(0x14171C)
    }
  }

  /// Title, total line and its label, labels beside the plot.
  var ink: Color {
    switch self {
    case .light: Color(0x16191D)
    case .dark: Color(0xF2F4F7)
    }
  }

  /// Subtitle, axis labels, footer.
  var mutedInk: Color {
    switch self {
    case .light: Color(0x4E555E)
    case .dark: Color(0xB4BBC6)
    }
  }

  /// Leader lines and axis ticks.
  var rule: Color {
    switch self {
    case .light: Color(0x7A828C)
    case .dark: Color(0x8B939E)
    }
  }

  /// Grid lines.
  var grid: Color {
    switch self {
    case .light: Color(0xDFE3E8)
    case .dark: Color(0x333942)
    }
  }

  /// What is made of metal from ore, or enters.
  var primary: Color {
    switch self {
    case .light: Color(0x0072B2)
    case .dark: Color(0x56B4E9)
    }
  }

  /// What leaves use, or is lost.
  var spent: Color {
    switch self {
    case .light: Color(0xC04A00)
    case .dark: Color(0xF08A4B)
    }
  }

  /// What comes back as scrap.
  var secondary: Color {
    switch self {
    case .light: Color(0x00805C)
    case .dark: Color(0x2EC49C)
    }
  }

  /// What is added to a stock.
  var addition: Color {
    switch self {
    case .light: Color(0x7A5195)
    case .dark: Color(0xB99AD6)
    }
  }
}
