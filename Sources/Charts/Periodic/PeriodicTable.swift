/// Where the elements stand.
enum PeriodicTable {
  struct Element: Hashable, Sendable {
    let number: Int
    let symbol: String
    /// 1 to 18.
    let column: Int
    /// 1 to 7; 9 and 10 for the lanthanides and actinides, which stand below.
    let row: Int
  }

  /// All 118, by atomic number.
  static let elements: [Element] = symbols.split(separator: " ").enumerated().map { index, symbol in
    let (column, row) = position(of: index + 1)
    return Element(number: index + 1, symbol: String(symbol), column: column, row: row)
  }

  /// The place of a symbol among the elements.
  static func place(of symbol: String) -> Int? { elements.firstIndex { $0.symbol == symbol } }

  private static let symbols = """
    H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se Br Kr \
    Rb Sr Y Zr Nb Mo Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Pm Sm Eu Gd Tb Dy Ho Er Tm \
    Yb Lu Hf Ta W Re Os Ir Pt Au Hg Tl Pb Bi Po At Rn Fr Ra Ac Th Pa U Np Pu Am Cm Bk Cf Es Fm Md No \
    Lr Rf Db Sg Bh Hs Mt Ds Rg Cn Nh Fl Mc Lv Ts Og
    """

  private static func position(of number: Int) -> (column: Int, row: Int) {
    switch number {
    case 1: (1, 1)
    case 2: (18, 1)
    case 3...4: (number - 2, 2)
    case 5...10: (number + 8, 2)
    case 11...12: (number - 10, 3)
    case 13...18: (number, 3)
    case 19...36: (number - 18, 4)
    case 37...54: (number - 36, 5)
    case 55...56: (number - 54, 6)
    case 57...71: (number - 54, 9)
    case 72...86: (number - 68, 6)
    case 87...88: (number - 86, 7)
    case 89...103: (number - 86, 10)
    default: (number - 100, 7)
    }
  }
}
