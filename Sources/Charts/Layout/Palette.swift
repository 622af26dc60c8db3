/// Fill colours of bands: one fixed colour for each well-known end use and metal, a list for all others.
///
/// Light theme: Paul Tol's "muted" scheme (Technical Note SRON/EPS/TN/09-002, issue 3.2, 2021) with
/// the grey of his "bright" scheme. Dark theme: the same hues, moved by random search until the least
/// CIELAB distance of any two colours under simulated colour blindness was largest and each had a
/// contrast of at least 3 with the dark background; muted's indigo and wine vanish on it.
/// Tests measure both lists with the matrices of Machado et al. 2009 (doi 10.1109/TVCG.2009.113).
struct Palette: Hashable, Sendable {
  /// The colours in the order in which end uses without a fixed colour take them.
  let list: [Color]
  /// The colour of what is left over.
  let grey: Color
  private let background: Color

  /// The palette of a theme.
  init(_ theme: Theme) {
    background = theme.background
    switch theme {
    case .light:
      list = [
        0x332288, 0xDDCC77, 0x117733, 0x88CCEE, 0xCC6677, 0x44AA99, 0x882255, 0x999933, 0xAA4499,
      ].map { Color($0) }
      grey = Color(0xBBBBBB)
    case .dark:
      list = [
        0x8F80E8, 0xDFCC52, 0x387B4A, 0x95C5F0, 0xCF8288, 0x2EBCA2, 0xB0407A, 0xA3A33A, 0xB972C8,
      ].map { Color($0) }
      grey = Color(0xCACBCE)
    }
  }

  /// One colour for each identifier: its own if it is a well-known end use and the colour is still
  /// free, else the first free one of the list. When all are taken, the list comes again half-way to
  /// the background, and then as it is for as long as needed.
  func colors(for ids: [String]) -> [Color] {
    var taken = Set<Int>()
    let slots = ids.map { id in
      Palette.slot(for: id).flatMap { taken.insert($0).inserted ? $0 : nil }
    }
    let free = list.indices.filter { !taken.contains($0) }.map { list[$0] }
    let more = free + list.map { $0.mixed(with: background) }
    var next = 0
    return slots.map { slot in
      if let slot { return slot < list.count ? list[slot] : grey }
      defer { next += 1 }
      return next < more.count ? more[next] : list[(next - more.count) % list.count]
    }
  }

  /// Colours for lines, for each identifier: its own, moved towards the ink until it has a contrast of
  /// 3 with the background.
  func lineColors(for ids: [String]) -> [Color] {
    let ink = background.readableInk
    return colors(for: ids).map { color in
      (0...10).lazy.map { color.mixed(with: ink, share: Double($0) / 20) }
        .first { $0.contrast(with: background) >= 3.1 } ?? ink
    }
  }

  /// The place of an end use in the list (or just after it: grey), found by a word of its identifier.
  private static func slot(for id: String) -> Int? {
    let words = id.lowercased().split { !$0.isLetter }.map(String.init)
    for (slot, names) in wellKnown {
      let isNamed = words.contains { word in
        names.contains { $0.count > 4 ? word.hasPrefix($0) : word == $0 }
      }
      if isNamed { return slot }
    }
    return nil
  }

  /// Words, or beginnings of words if longer than four letters, by which end uses and metals are known,
  /// most telling first ("other packaging" is packaging, "construction machinery" is machinery).
  private static let wellKnown: [(slot: Int, names: [String])] = [
    (6, ["batter"]),
    (7, ["can", "cans", "bever"]),
    (8, ["foil"]),
    (5, ["packag"]),
    (2, ["industr", "machin", "equipment"]),
    (0, ["construct", "build", "infrastr"]),
    (1, ["electri", "electro", "power", "grid"]),
    (3, ["transp", "vehicle", "car", "cars", "auto"]),
    (4, ["consum", "applian", "household"]),
    (9, ["other", "rest", "misc"]),
    // Metals, where they are what is told apart.
    (4, ["copper"]), (3, ["alumin"]), (5, ["zinc"]), (0, ["lead"]), (9, ["iron", "steel"]),
    (1, ["gold"]), (2, ["nickel"]), (8, ["cobalt"]), (6, ["neodym"]), (7, ["lithi"]),
  ]
}
