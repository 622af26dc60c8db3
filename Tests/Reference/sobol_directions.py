#!/usr/bin/env python3
"""Writes Sources/UrbanMining/Uncertainty/Sampling/SobolDirections.swift.

    python3 sobol_directions.py      # SciPy only, which carries Joe and Kuo's table

The table is that of S. Joe and F. Y. Kuo (new-joe-kuo-6.21201, BSD licence): for
each dimension after the first a primitive polynomial over GF(2) and the first
direction numbers m1 ... ms, with mi odd and below 2^i.

Packed in characters of six bits, highest bit first, each dimension starting
with a new character: the inner coefficients of the polynomial (s - 1 bits),
padded to whole characters, then the free bits of m2 ... ms (mi without its
last bit: i - 1 bits each), padded too.
"""

import os

import numpy as np
import scipy.stats

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
# All polynomials up to this degree.
DEGREE = 13
HERE = os.path.dirname(os.path.abspath(__file__))
TARGET = os.path.join(
    HERE, "../../Sources/UrbanMining/Uncertainty/Sampling/SobolDirections.swift"
)


def packed(bits):
    bits = bits + "0" * (-len(bits) % 6)
    return "".join(ALPHABET[int(bits[i : i + 6], 2)] for i in range(0, len(bits), 6))


def main():
    folder = os.path.dirname(scipy.stats.__file__)
    table = np.load(os.path.join(folder, "_sobol_direction_numbers.npz"))
    text, degrees = "", []
    for polynomial, numbers in zip(table["poly"][1:], table["vinit"][1:]):
        degree = int(polynomial).bit_length() - 1
        if degree > DEGREE:
            break
        degrees.append(degree)
        inner = (int(polynomial) >> 1) & ((1 << (degree - 1)) - 1)
        text += packed(format(inner, f"0{degree - 1}b") if degree > 1 else "")
        assert all(m % 2 == 1 and m < 2 ** (i + 1) for i, m in enumerate(numbers[:degree]))
        text += packed(
            "".join(format(int(m) >> 1, f"0{i}b") for i, m in enumerate(numbers[:degree]) if i)
        )
    counts = [degrees.count(d) for d in range(1, DEGREE + 1)]
    lines = [text[i : i + 96] for i in range(0, len(text), 96)]
    with open(TARGET, "w") as file:
        file.write(HEAD.format(count=len(degrees) + 1, counts=", ".join(map(str, counts))))
        file.write("\\\n".join("    " + line for line in lines))
        file.write('\n    """\n}\n')


HEAD = '''/// The primitive polynomials and first direction numbers of Sobol's sequence, by Joe & Kuo (2008),
/// doi:10.1137/070709359 (their table new-joe-kuo-6, cut after degree 13).
///
/// Copyright (c) 2008, Frances Y. Kuo and Stephen Joe. All rights reserved. The licence (BSD, three
/// clauses) is in Documentation/Licences/joe-kuo.txt. Written by Tests/Reference/sobol_directions.py.
enum SobolDirections {{
  /// What the direction numbers of a dimension follow from.
  struct Initial: Hashable, Sendable {{
    /// The coefficients, that of the highest power first; 1 for the first dimension, which has none.
    let polynomial: UInt64
    /// m₁, m₂ and so on: as many as the degree.
    let numbers: [UInt64]
  }}

  /// The number of dimensions.
  static let dimensions = {count}
  /// How many polynomials there are of degree 1, 2 and so on.
  private static let counts = [{counts}]

  /// The first dimensions.
  static func all(_ count: Int) -> [Initial] {{
    var reader = BitReader(characters: Array(packed.utf8))
    var found = [Initial(polynomial: 1, numbers: [])]
    for (index, size) in counts.enumerated() {{
      let degree = index + 1
      for _ in 0..<size where found.count < count {{
        let inner = reader.bits(degree - 1)
        reader.skipToNext()
        let polynomial = UInt64(1) << UInt64(degree) | inner << 1 | 1
        let numbers = (0..<degree).map {{ reader.bits($0) << 1 | 1 }}
        reader.skipToNext()
        found.append(Initial(polynomial: polynomial, numbers: numbers))
      }}
    }}
    return Array(found.prefix(count))
  }}

  /// Reads bits out of characters that hold six each.
  private struct BitReader {{
    let characters: [UInt8]
    private var position = 0

    init(characters: [UInt8]) {{
      self.characters = characters
    }}

    mutating func bits(_ count: Int) -> UInt64 {{
      var value: UInt64 = 0
      for _ in 0..<count {{
        let six = BitReader.value(of: characters[position / 6])
        value = value << 1 | six >> UInt64(5 - position % 6) & 1
        position += 1
      }}
      return value
    }}

    mutating func skipToNext() {{
      position = (position + 5) / 6 * 6
    }}

    private static func value(of character: UInt8) -> UInt64 {{
      switch character {{
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt64(character - UInt8(ascii: "A"))
      case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt64(character - UInt8(ascii: "a")) + 26
      case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(character - UInt8(ascii: "0")) + 52
      case UInt8(ascii: "-"): 62
      default: 63
      }}
    }}
  }}

  /// Six bits a character: for each dimension the inner coefficients of its polynomial, then m₂, m₃ and
  /// so on without their last bit, which is 1.
  private static let packed = """
'''

if __name__ == "__main__":
    main()
