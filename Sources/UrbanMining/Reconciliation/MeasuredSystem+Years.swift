extension MeasuredSystem {
  /// The same system with other numbers, of another year.
  /// - Parameters:
  ///   - changes: what is known of some quantities, by their names; the others keep what they have.
  ///   - year: the year.
  ///   - keepsStart: whether what is known of stocks at the start of the year stays; else it is unknown.
  ///   - keepsEnd: the same of their end.
  /// - Throws: every fault that the system then has.
  public func measured(
    _ changes: [String: Knowledge], in year: Int, keepsStart: Bool, keepsEnd: Bool
  ) throws(MeasuredSystemError) -> MeasuredSystem {
    func stock(_ own: Stock?, _ name: String) -> Stock? {
      own.map { own in
        Stock(
          change: changes["\(name).stock_change"] ?? own.change,
          levels: own.levels.map {
            .init(
              start: changes["\(name).stock.start"] ?? (keepsStart ? $0.start : .unknown),
              end: changes["\(name).stock.end"] ?? (keepsEnd ? $0.end : .unknown))
          })
      }
    }
    return try MeasuredSystem(
      header: Header(
        name: header.name, title: header.title, material: header.material, year: year,
        unit: header.unit, labels: header.labels),
      processes: processes.map { process in
        // A stock of goods makes one of each substance, which may be measured too.
        let layers = process.stock == nil ? Array(process.substanceStocks.keys) : substances
        let stocks = layers.compactMap { layer in
          stock(process.substanceStocks[layer] ?? .init(), "\(process.name).\(layer)").map {
            (layer, $0)
          }
        }
        return Process(
          process.name, isBoundary: process.isBoundary, stock: stock(process.stock, process.name),
          substanceStocks: process.isBoundary ? [:] : Dictionary(uniqueKeysWithValues: stocks))
      },
      flows: flows.map { flow in
        let contents = substances.map { layer in
          let own = flow.contents[layer] ?? Content()
          let name = "\(flow.key).\(layer)"
          return (
            layer,
            Content(
              amount: changes[name] ?? own.amount,
              concentration: changes["\(name).concentration"] ?? own.concentration,
              share: own.share.map { changes["\(name).share"] ?? $0 })
          )
        }
        return Flow(
          from: flow.from, to: flow.to, changes[flow.key] ?? flow.amount,
          share: flow.share.map { changes["\(flow.key).share"] ?? $0 },
          contents: Dictionary(uniqueKeysWithValues: contents), name: flow.ownName)
      },
      substances: substances, correlations: correlations,
      relations: relations.map {
        Relation($0.name, $0.terms, total: changes[$0.name] ?? $0.total)
      })
  }

  /// Whether a process was measured at the ends of the year, so that one year starts where the last one ends.
  var hasLevels: Bool {
    quantities.contains { $0.kind == .stockAtEnd }
  }

  /// Several years of a system as one: what is held at the end of a year is held at the start of the next.
  /// - Parameter years: the same system, in rising order.
  init(joining years: [MeasuredSystem]) {
    var quantities: [MeasuredQuantity] = []
    var equations: [BalanceEquation] = []
    var correlations: [Correlation] = []
    for (number, system) in years.enumerated() {
      let offset = quantities.count
      let year = system.header.year
      quantities += system.quantities.map { own in
        MeasuredQuantity(
          name: "\(own.name) in \(year)", kind: own.kind, knowledge: own.knowledge,
          substance: own.substance, flow: own.flow, process: own.process, relation: own.relation)
      }
      equations += system.equations.map { own in
        BalanceEquation(
          name: "\(own.name) in \(year)",
          terms: own.terms.map { term in
            .init(
              coefficient: term.coefficient, first: term.first + offset,
              second: term.second.map { $0 + offset })
          }, constant: own.constant, gives: own.gives.map { $0 + offset })
      }
      correlations += system.correlations.map {
        Correlation("\($0.first) in \(year)", "\($0.second) in \(year)", $0.coefficient)
      }
      guard number > 0, years[number - 1].header.year == year - 1 else { continue }
      for (place, own) in system.quantities.enumerated() where own.kind == .stockAtStart {
        // The end follows the start in the order of quantities.
        equations.append(
          BalanceEquation(
            name: "what '\(own.name)' of \(year) was the year before",
            terms: [
              .init(coefficient: 1, first: place + offset),
              .init(coefficient: -1, first: place + 1 + offset - system.quantities.count),
            ]))
      }
    }
    header = years[0].header
    processes = years[0].processes
    flows = years[0].flows
    substances = years[0].substances
    relations = years[0].relations
    self.correlations = correlations
    self.quantities = quantities
    self.equations = equations
  }
}
