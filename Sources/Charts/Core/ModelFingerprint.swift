internal import UrbanMining

/// A hash of all that a model computes with, so that two charts tell whether they show the same input.
///
/// It is the 64-bit FNV-1a hash of names, periods, rules and the bits of every number: the same on every
/// machine and in every run, and another as soon as one number differs. It is no proof against forgery.
/// Fowler, Noll and Vo; RFC 9923.
enum ModelFingerprint {
  /// Sixteen hexadecimal digits.
  static func text(of model: SystemModel) -> String {
    var hash = FNV()
    hash.add(model.header.name)
    hash.add(model.header.unit.rawValue)
    hash.add(model.timing.description)
    for bound in model.time.bounds { hash.add(bound) }
    for dimension in model.dimensions {
      hash.add(dimension.name)
      for element in dimension.elements { hash.add(element) }
    }
    for input in model.inputs {
      hash.add(input.name)
      hash.add(input.parameter)
    }
    for process in model.processes {
      hash.add(process.name)
      for name in process.dimensions { hash.add(name) }
      hash.add(word(process.kind))
      for lifetime in process.lifetimes ?? [] { hash.add(lifetime.description) }
      if process.lifetimes != nil && !process.isInService { hash.add("waits") }
      for stock in process.initialStocks { hash.add("\(stock)") }
      switch process.drive {
      case .supply: hash.add("supply")
      case .demand: hash.add("demand")
      case .target(let inflow, let stock):
        hash.add("target")
        for values in [inflow, stock] {
          if let values { hash.add(values) } else { hash.add("") }
        }
      case .byCell(let ways, let inflow, let stock):
        for way in ways { hash.add(way.rawValue) }
        for values in [inflow, stock] {
          if let values { hash.add(values) } else { hash.add("") }
        }
      }
      if process.negativeInflow != .keep { hash.add(process.negativeInflow.rawValue) }
    }
    for flow in model.flows {
      hash.add(flow.key)
      hash.add(flow.role?.rawValue ?? "")
      hash.add(flow.rule.word)
      switch flow.rule {
      case .given(let values), .share(let values), .shareOfRest(let values), .input(let values):
        hash.add(values)
      case .fill(let priority): hash.add(Double(priority))
      case .remainder: break
      }
      switch flow.limit {
      case .amount(let values): hash.add(values)
      case .available: hash.add("available")
      case nil: hash.add("")
      }
      for (name, elements) in flow.only.sorted(by: { $0.key < $1.key }) {
        hash.add(name)
        for element in elements { hash.add(element) }
      }
      for (name, other) in flow.across.sorted(by: { $0.key < $1.key }) {
        hash.add(name)
        hash.add(other)
      }
    }
    let digits = String(hash.value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private static func word(_ kind: SystemModel.Process.Kind) -> String {
    switch kind {
    case .source: "source"
    case .destination: "destination"
    case .transform: "transform"
    case .use: "use"
    case .sink: "sink"
    }
  }
}

private struct FNV {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  private mutating func add(byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  /// A text, and a byte that no text holds to end it.
  mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte: byte) }
    add(byte: 0xFF)
  }

  mutating func add(_ number: Double) {
    for shift in stride(from: 0, to: 64, by: 8) {
      add(byte: UInt8(truncatingIfNeeded: number.bitPattern >> UInt64(shift)))
    }
  }

  mutating func add(_ parameter: Parameter) {
    for name in parameter.dimensions { add(name) }
    for cell in parameter.cells { for number in cell { add(number) } }
  }

  mutating func add(_ values: SystemModel.Values) {
    switch values {
    case .inline(let parameter): add(parameter)
    case .points(let points):
      for (year, value) in points.sorted(by: { $0.key < $1.key }) {
        add(year)
        add(value)
      }
    case .input(let name): add(name)
    }
  }
}
