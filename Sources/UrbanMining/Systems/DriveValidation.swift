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
    switch (process.drive, process.kind) {
    case (.supply, _): return []
    case (.demand, .transform): return []
    case (.demand, _):
      return fault(
        "'\(process.name)' can't be driven by demand: only a process that passes everything on can")
    case (.target(let inflow, let stock), .use):
      guard inflow != nil || stock != nil else {
        return fault("'\(process.name)' has neither an inflow nor a stock that it must reach")
      }
      return targetFaults(process, inflow, stock)
    case (.target, _):
      return fault(
        "'\(process.name)' has no lifetime: only a stock in service can have an inflow or a stock to "
          + "reach")
    }
  }

  /// In each cell and period one of the two numbers counts, and is not negative.
  private func targetFaults(
    _ process: SystemModel.Process, _ inflow: SystemModel.Values?, _ stock: SystemModel.Values?
  ) -> [SystemFault] {
    let own = model.space(over: process.dimensions)
    var faults: [SystemFault] = []
    var series: [[[Double]]] = []
    for (values, what) in [(inflow, "inflow"), (stock, "stock")] {
      guard let values else { continue }
      guard let whole = model.parameter(values) else {
        if case .input(let name) = values {
          faults.append(
            SystemFault(
              .process(process.name), "there is no data '\(name)'",
              unknown: .init(name: name, known: model.inputs.map(\.name))))
        }
        continue
      }
      let parameter = process.blanked(whole, isStock: what == "stock")
      let narrow = model.space(over: parameter.dimensions)
      let untold = own.dimensions.map(\.name).filter { !parameter.dimensions.contains($0) }
      guard narrow.dimensions.map(\.name) == parameter.dimensions,
        narrow.dimensions.allSatisfy(own.dimensions.contains),
        parameter.cells.count == narrow.count,
        parameter.cells.allSatisfy({ $0.count == model.time.count })
      else {
        faults.append(
          SystemFault(
            .process(process.name),
            "the \(what) of '\(process.name)' is not over its dimensions and periods"))
        continue
      }
      guard untold.isEmpty else {
        faults.append(
          SystemFault(
            .process(process.name),
            "the \(what) of '\(process.name)' is not told apart by \(untold.joined(separator: ", "))"
          ))
        continue
      }
      series.append(own.places(in: narrow).map { parameter.cells[$0] })
    }
    guard faults.isEmpty else { return faults }
    for cell in 0..<own.count {
      for period in 0..<model.time.count {
        let known = series.map { $0[cell][period] }.filter { !$0.isNaN }
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

  private func initialFaults(_ process: SystemModel.Process) -> [SystemFault] {
    guard !process.initialStocks.isEmpty else { return [] }
    let cells = model.space(over: process.dimensions).count
    let problem: String?
    switch process.kind {
    case .use, .sink:
      let given = process.initialStocks.count
      problem = given == cells ? nil : "has \(given) initial stocks for \(cells) cells"
    case .source, .destination, .transform:
      problem = "holds nothing and can't have an initial stock"
    }
    return problem.map { [SystemFault(.process(process.name), "'\(process.name)' \($0)")] } ?? []
  }
}
