/// Why a picture can't be drawn as pixels or pages.
public enum CanvasError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The font that the layout reckons with is not on this machine.
  case noFont(String)
  /// The drawing library says no.
  case cairo(String)

  public var description: String {
    switch self {
    case .noFont(let family):
      "the font '\(family)' isn't on this machine: PNG and PDF need it (package fonts-dejavu-core on "
        + "Debian and Ubuntu, installed by `make deps`); SVG needs none"
    case .cairo(let reason): "cairo can't draw this: \(reason)"
    }
  }
}
