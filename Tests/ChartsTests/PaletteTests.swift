import Foundation
import Testing

@testable import Charts

struct PaletteTests {
  @Test(arguments: Theme.allCases)
  func coloursStayApartForColourBlindEyes(_ theme: Theme) {
    let palette = Palette(theme)
    let colors = palette.list + [palette.grey]
    for (name, matrix) in Vision.all {
      let seen = colors.map { Vision.lab($0, matrix) }
      for (index, one) in seen.enumerated() {
        for other in seen[(index + 1)...] {
          let distance = zip(one, other).map { ($0 - $1) * ($0 - $1) }.reduce(0, +).squareRoot()
          // A distance of 2.3 is just noticeable; matplotlib's tab10 reaches 5 here.
          #expect(distance > 10, "\(theme), \(name)")
        }
      }
    }
  }

  @Test func darkColoursStandOutFromTheDarkBackground() {
    let palette = Palette(.dark)
    for color in palette.list + [palette.grey] {
      #expect(color.contrast(with: Theme.dark.background) >= 3)
    }
  }

  @Test(arguments: Theme.allCases)
  func labelsAreReadableOnEveryFill(_ theme: Theme) {
    for color in Palette(theme).colors(for: (0..<30).map { "b\($0)" }) {
      #expect(color.contrast(with: color.readableInk) >= 4.5)
    }
  }

  @Test func endUsesKeepTheirColourWhereverTheyStand() {
    let palette = Palette(.light)
    let one = palette.colors(for: ["construction", "electrical", "transport", "other"])
    let two = palette.colors(for: ["unknown", "other", "transportation", "building"])
    #expect(two[1] == one[3])
    #expect(two[2] == one[2])
    #expect(two[3] == one[0])
    #expect(Set(two).count == 4)
  }

  @Test func metalsKeepTheirColourToo() {
    let palette = Palette(.light)
    let metals = ["copper", "aluminium", "zinc", "lead"]
    let colors = palette.colors(for: metals)
    #expect(Set(colors).count == 4)
    #expect(palette.colors(for: metals.reversed()) == colors.reversed())
    // An end use says more than the metal in its name.
    #expect(
      palette.colors(for: ["galvanised_steel_vehicles"]) == palette.colors(for: ["transport"]))
  }

  @Test func readsWordsOfIdentifiers() {
    let palette = Palette(.light)
    #expect(palette.colors(for: ["other_packaging"]) == palette.colors(for: ["packaging"]))
    #expect(palette.colors(for: ["construction machinery"]) == palette.colors(for: ["industrial"]))
    #expect(palette.colors(for: ["other"]) == [palette.grey])
    #expect(palette.colors(for: ["card"]) == [palette.list[0]])
  }

  @Test func theFirstOfTwoWithTheSameColourGetsIt() {
    let palette = Palette(.light)
    let colors = palette.colors(for: ["packaging", "other_packaging"])
    #expect(colors[0] == palette.list[5])
    #expect(colors[1] == palette.list[0])
  }

  @Test func eighteenUnknownBandsDiffer() {
    #expect(Set(Palette(.light).colors(for: (0..<18).map { "b\($0)" })).count == 18)
    #expect(Palette(.light).colors(for: (0..<50).map { "b\($0)" }).count == 50)
  }
}

/// Colours as colour-blind people see them: Machado, Oliveira and Fernandes 2009, severity 1
/// (doi 10.1109/TVCG.2009.113), in CIELAB with white D65.
private enum Vision {
  static let all: [(String, [[Double]])] = [
    ("normal", [[1, 0, 0], [0, 1, 0], [0, 0, 1]]),
    (
      "protanopia",
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    ),
    (
      "deuteranopia",
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    ),
    (
      "tritanopia",
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
      ]
    ),
  ]

  static func lab(_ color: Color, _ matrix: [[Double]]) -> [Double] {
    let linear = [color.red, color.green, color.blue].map { channel -> Double in
      let value = Double(channel) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    let seen = apply(matrix, to: linear).map { min(max($0, 0), 1) }
    let toXYZ = [
      [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
      [0.0193339, 0.1191920, 0.9503041],
    ]
    let ratios = zip(apply(toXYZ, to: seen), [0.95047, 1, 1.08883]).map { value, white in
      value / white > 0.008856 ? cbrt(value / white) : 7.787 * value / white + 16.0 / 116
    }
    return [
      116 * ratios[1] - 16, 500 * (ratios[0] - ratios[1]), 200 * (ratios[1] - ratios[2]),
    ]
  }

  private static func apply(_ matrix: [[Double]], to vector: [Double]) -> [Double] {
    matrix.map { row in zip(row, vector).map(*).reduce(0, +) }
  }
}
