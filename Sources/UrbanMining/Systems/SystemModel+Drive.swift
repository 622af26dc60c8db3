extension SystemModel.Process {
  /// What the throughput of a process follows from.
  public enum Drive: Hashable, Sendable {
    /// From what its inflows bring: x = Σ inflows. The default.
    case supply
    /// From what its outflows ask for: x = Σ outflows; its inflows are input shares or fill what it
    /// needs.
    case demand
    /// From data, for a stock in service: an inflow per year that it must receive, or the stock that it
    /// must hold at the end of each period. Where a number of one is NaN, the other one counts.
    case target(inflow: SystemModel.Values?, stock: SystemModel.Values?)
    /// From something else in each cell: the way of each, in the order of the cells, and the inflow and
    /// stock of those that must reach one. Numbers of other cells are not read.
    case byCell([Way], inflow: SystemModel.Values?, stock: SystemModel.Values?)

    /// What the throughput of a single cell follows from.
    public enum Way: String, Hashable, Sendable, CaseIterable {
      /// What its inflows bring.
      case supply
      /// What its outflows ask for.
      case demand
      /// The inflow that it must receive.
      case inflow
      /// The stock that it must hold.
      case stock
    }

    /// The same with other numbers to reach.
    func with(inflow: SystemModel.Values?, stock: SystemModel.Values?) -> Drive {
      switch self {
      case .supply, .demand: self
      case .target: .target(inflow: inflow, stock: stock)
      case .byCell(let ways, _, _): .byCell(ways, inflow: inflow, stock: stock)
      }
    }
  }

  /// The inflow and the stock that it must reach, in all cells or some.
  var required: (inflow: SystemModel.Values?, stock: SystemModel.Values?) {
    switch drive {
    case .supply, .demand: (nil, nil)
    case .target(let inflow, let stock), .byCell(_, let inflow, let stock): (inflow, stock)
    }
  }

  /// What a cell is driven by; by the stock, where an inflow comes first and the stock later.
  func way(ofCell cell: Int) -> Drive.Way {
    switch drive {
    case .supply: .supply
    case .demand: .demand
    case .target(_, let stock): stock == nil ? .inflow : .stock
    case .byCell(let ways, _, _): ways.indices.contains(cell) ? ways[cell] : .supply
    }
  }

  /// Which of the numbers to reach count in a cell.
  func requirements(ofCell cell: Int) -> (inflow: Bool, stock: Bool) {
    let (inflow, stock) = required
    if case .target = drive { return (inflow != nil, stock != nil) }
    switch way(ofCell: cell) {
    case .supply, .demand: return (false, false)
    case .inflow: return (true, false)
    case .stock: return (stockFrom != nil && inflow != nil, true)
    }
  }

  /// Whether a cell asks for what enters it, instead of taking what it is given.
  func asks(cell: Int) -> Bool { way(ofCell: cell) != .supply }

  /// Whether its cells are driven in more than one way.
  var hasMixedDrives: Bool { if case .byCell = drive { true } else { false } }

  /// Numbers of an inflow that it must reach, or of a stock, without those that the other replaces.
  func blanked(_ parameter: Parameter, isStock: Bool) -> Parameter {
    guard let stockFrom else { return parameter }
    return Parameter(
      dimensions: parameter.dimensions,
      cells: parameter.cells.enumerated().map { cell, series in
        // A cell that only has an inflow keeps it.
        if hasMixedDrives, way(ofCell: cell) == .inflow { return series }
        return series.indices.map { ($0 >= stockFrom) == isStock ? series[$0] : .nan }
      })
  }
}
