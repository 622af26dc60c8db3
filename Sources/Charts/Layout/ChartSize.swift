/// The size of a chart, in pixels, with the text sizes that are legible at it.
public enum ChartSize: String, Hashable, Sendable, CaseIterable {
  /// 1600 × 900, for a projector: legible at the back of a hall.
  case slide
  /// 850 × 600, for the width of a printed page.
  case page
  /// 1080 × 1080, for posters and posts.
  case square

  /// The width in pixels.
  public var width: Double {
    switch self {
    case .slide: 1600
    case .page: 850
    case .square: 1080
    }
  }

  /// The height in pixels.
  public var height: Double {
    switch self {
    case .slide: 900
    case .page: 600
    case .square: 1080
    }
  }

  /// The font size of the title in pixels.
  var title: Double {
    switch self {
    case .slide: 46
    case .page: 25
    case .square: 44
    }
  }

  /// The font size of the subtitle in pixels.
  var subtitle: Double { label }

  /// The font size of labels on the data in pixels.
  var label: Double {
    switch self {
    case .slide: 28
    case .page: 15.5
    case .square: 27
    }
  }

  /// The font size of the axes in pixels.
  var axis: Double {
    switch self {
    case .slide: 25
    case .page: 14
    case .square: 25
    }
  }

  /// The font size of the footer in pixels.
  var footer: Double {
    switch self {
    case .slide: 19
    case .page: 11.5
    case .square: 19
    }
  }

  /// The empty border in pixels.
  var margin: Double {
    switch self {
    case .slide: 56
    case .page: 28
    case .square: 48
    }
  }

  /// The width at which labels beside the plot wrap, in pixels.
  var sideLabelWidth: Double {
    switch self {
    case .slide: 300
    case .page: 165
    case .square: 230
    }
  }

  /// The width of the finest line in pixels; other lines are multiples of it.
  var hairline: Double {
    switch self {
    case .slide, .square: 1.5
    case .page: 0.9
    }
  }
}
