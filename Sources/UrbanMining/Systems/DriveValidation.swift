/// Checks what processes are driven by: the inflow or stock that they must reach, and what they hold at the
/// start.
struct DriveValidation {
  let model: SystemModel

  func faults() -> [SystemFault] {
    model.processes.flatMap { driveFaults($0) + initialFaults($0) }
  }

  private func driveFaults(_ process: SystemModel.Process) -> [SystemFault] {
    func fault(_ message: String) -> [SystemFault] {
      [SystemFault(.process(process.name), message)]
    }
    let isStock = process.lifetimes != nil
    var isDemanded = false
    var isTarget = false
    switch process.drive {
    case .supply: return []
    case .demand: isDemanded = true
    case .target: isTarget = true
    case .byCell(let ways, _, _):
      let cells = model.space(over: process.dimensions).count
      guard ways.count == cells else {
        return fault("'\(process.name)' has \(ways.count) drives for \(cells) cells")
      }
      isDemanded = ways.contains(.demand)
      isTarget = ways.contains(.inflow) || ways.contains(.stock)
    }
    if isDemanded, process.kind != .transform {
      return fault(
        "'\(process.name)' can't be driven by demand: only a process that passes everything on can")
    }
    guard isTarget else { return [] }
    guard isStock else {
      return fault(
        "'\(process.name)' has no lifetime: only a stock in service can have an inflow or a stock to "
          + "reach")
    }
    guard process.required.inflow != nil || process.required.stock != nil else {
      return fault("'\(process.name)' has neither an inflow nor a stock that it must reach")
    }
    return targetFaults(process)
  }

  /// In each cell and period that asks for it one of the two numbers counts, and is not negative.
  private func targetFaults(_ process: SystemModel.Process) -> [SystemFault] {
    let own = model.space(over: process.dimensions)
    var faults: [SystemFault] = []
    let required = [(process.required.inflow, false), (process.required.stock, true)]
    let series = required.map { values, isStock -> [[Double]]? in
      guard let values else { return nil }
      switch numbers(values, isStock: isStock, of: process, own) {
      case .success(let series): return series
      case .failure(let error): faults += error.faults
      }
      return nil
    }
    guard faults.isEmpty else { return faults }
    for cell in 0..<own.count {
      let (hasInflow, hasStock) = process.requirements(ofCell: cell)
      guard hasInflow || hasStock else { continue }
      let counting = zip([hasInflow, hasStock], series).compactMap { $0 ? $1?[cell] : nil }
      for period in 0..<model.time.count {
        let known = counting.map { $0[period] }.filter { !$0.isNaN }
        let problem: String? =
          if known.isEmpty {
            "has neither an inflow nor a stock to reach"
          } else if known.count > 1 {
            "has both an inflow and a stock to reach: only one can hold"
          } else if known[0] < 0 || !known[0].isFinite {
            "must reach \(plainNumber(known[0])), which is not zero or more"
          } else {
            nil
          }
        guard let problem else { continue }
        let elements = own.elements(of: cell).joined(separator: ", ")
        let place = elements.isEmpty ? "" : " (\(elements))"
        return [
          SystemFault(
            .process(process.name),
            "'\(process.name)'\(place) \(problem) in \(model.time.label(of: period))")
        ]
      }
    }
    return []
  }

  /// The numbers that a process must reach, for each of its cells.
  private func numbers(
    _ values: SystemModel.Values, isStock: Bool, of process: SystemModel.Process, _ own: CellSpace
  ) -> Result<[[Double]], SystemModelError> {
    func failure(
      _ message: String, unknown: SystemFault.UnknownName? = nil
    ) -> Result<[[Double]], SystemModelError> {
      .failure(
        SystemModelError(faults: [SystemFault(.process(process.name), message, unknown: unknown)]))
    }
    guard let whole = model.parameter(values) else {
      guard case .input(let name) = values else { return .success([]) }
      return failure(
        "there is no data '\(name)'", unknown: .init(name: name, known: model.inputs.map(\.name)))
    }
    let parameter = process.blanked(whole, isStock: isStock)
    let narrow = model.space(over: parameter.dimensions)
    let what = "the \(isStock ? "stock" : "inflow") of '\(process.name)'"
    guard narrow.dimensions.map(\.name) == parameter.dimensions,
      narrow.dimensions.allSatisfy(own.dimensions.contains),
      parameter.cells.count == narrow.count,
      parameter.cells.allSatisfy({ $0.count == model.time.count })
    else { return failure("\(what) is not over its dimensions and periods") }
    let untold = own.dimensions.map(\.name).filter { !parameter.dimensions.contains($0) }
    guard untold.isEmpty else {
      return failure("\(what) is not told apart by \(untold.joined(separator: ", "))")
    }
    return .success(own.places(in: narrow).map { parameter.cells[$0] })
  }

  private func initialFaults(_ process: SystemModel.Process) -> [SystemFault] {
    guard !process.initialStocks.isEmpty else { return [] }
    let cells = model.space(over: process.dimensions).count
    let problem: String?
    switch process.kind {
    case .use, .sink:
      let given = process.initialStocks.count
      let isBelowZero = process.initialStocks.contains { stock in
        if case .total(let amount, _) = stock { !(amount >= 0) } else { false }
      }
      problem =
        given != cells
        ? "has \(given) initial stocks for \(cells) cells"
        : isBelowZero ? "has an initial stock below zero" : inputProblem(process)
    case .source, .destination, .transform:
      problem = "holds nothing and can't have an initial stock"
    }
    return problem.map { [SystemFault(.process(process.name), "'\(process.name)' \($0)")] } ?? []
  }

  private func inputProblem(_ process: SystemModel.Process) -> String? {
    guard let name = process.initialStockInput else { return nil }
    guard let input = model.inputs.first(where: { $0.name == name }) else {
      return "holds '\(name)' at the start, which is no input"
    }
    return Set(input.parameter.dimensions) == Set(process.dimensions)
      ? nil : "holds '\(name)' at the start, which is not over the same dimensions"
  }
}
