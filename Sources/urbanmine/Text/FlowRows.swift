internal import UrbanMining

/// Flows and stocks as rows with names: each cell, or where they are many each flow with its cells added up.
struct FlowRows {
  let rows: [(name: String, values: [Double])]

  /// More rows than this are added up over the elements of each flow.
  private static let mostRows = 40

  /// - Parameters:
  ///   - series: of one kind, in the order of the model.
  ///   - model: gives the labels.
  init(_ series: [Series], of model: SystemModel) {
    let cells = series.map { one in
      (name: FlowRows.name(one, in: model), one: one, values: one.values.map { $0 ?? 0 })
    }
    guard cells.count > FlowRows.mostRows else {
      rows = cells.map { ($0.name + FlowRows.place($0.one, in: model), $0.values) }
      return
    }
    var sums: [(name: String, values: [Double])] = []
    for cell in cells {
      if sums.last?.name == cell.name {
        sums[sums.count - 1].values = zip(sums[sums.count - 1].values, cell.values).map(+)
      } else {
        sums.append((cell.name, cell.values))
      }
    }
    rows = sums
  }

  private static func name(_ one: Series, in model: SystemModel) -> String {
    guard let from = one.from, let to = one.to else { return model.label(for: one.name) }
    return name(one.name, from, to, one.role, in: model)
  }

  /// `scrap: yard → furnace`, or the ends alone where the name says no more.
  static func name(
    _ name: String, _ from: String, _ to: String, _ role: SystemModel.Role?, in model: SystemModel
  ) -> String {
    let ends = "\(model.label(for: from)) → \(model.label(for: to))"
    let hasName = name != "\(from)->\(to)" && name != role?.rawValue
    return hasName ? "\(model.label(for: name)): \(ends)" : ends
  }

  /// The elements in the order of the model's dimensions.
  private static func place(_ one: Series, in model: SystemModel) -> String {
    let elements = model.dimensions.compactMap { one.elements[$0.name] }.map(model.label(for:))
    return elements.isEmpty ? "" : " (\(elements.joined(separator: ", ")))"
  }
}
