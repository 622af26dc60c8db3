extension Uncertainty {
  /// What is uncertain, in words: key and what is drawn for it.
  public var lines: [(key: String, text: String)] {
    parameters.map { ($0.key, $0.text) } + groups.map { ("group \($0.name)", $0.text) }
  }

  /// The same on another model, such as that of a scenario.
  /// - Throws: what does not fit the other model.
  public func applied(to model: SystemModel) throws(UncertaintyError) -> Uncertainty {
    try Uncertainty(model: model, parameters: parameters, groups: groups)
  }

  /// A number that stands for everything the results depend on but the draws: the model's numbers and
  /// rules, and what is uncertain. The same on every machine.
  public var fingerprint: String {
    var words: [String] = [
      model.header.name, model.header.unit.rawValue, model.timing.description,
      model.time.labels.map(plainNumber).joined(separator: " "),
    ]
    func add(_ parameter: Parameter?) {
      guard let parameter else { return }
      words += parameter.dimensions
      words += parameter.cells.map { $0.map { String($0.bitPattern, radix: 36) }.joined() }
    }
    words += model.dimensions.map { ([$0.name] + $0.elements).joined(separator: ",") }
    for input in model.inputs {
      words.append(input.name)
      add(input.parameter)
    }
    for process in model.processes {
      words += [process.name] + process.dimensions
      words += (process.lifetimesByCell(periods: model.time.count) ?? []).joined().map(
        \.description)
    }
    for flow in model.flows {
      words += [flow.key, flow.from, flow.to, flow.rule.word, flow.role?.rawValue ?? ""]
      add(flow.values.flatMap(model.parameter))
    }
    words += lines.flatMap { [$0.key, $0.text] }
    let hash = Philox.stream(named: words.joined(separator: "\n"))
    return String(hash, radix: 16)
  }
}

extension UncertainParameter {
  /// What is drawn, in words.
  var text: String {
    var parts: [String]
    switch change {
    case .relative(let distribution): parts = ["times \(distribution.description)"]
    case .absolute(let distribution): parts = [distribution.description]
    case .odds(let distribution): parts = ["odds times \(distribution.description)"]
    case .dirichlet(let concentration):
      parts = ["dirichlet(concentration: \(plainNumber(concentration)))"]
    case .oneOf(let choices):
      let names = choices.map { choice in
        switch choice.lifetime {
        case .lifetime(let lifetime): "\(plainNumber(choice.weight)): \(lifetime.description)"
        case .family(let family): "\(plainNumber(choice.weight)): \(family.rawValue)"
        }
      }
      parts = ["one of " + names.joined(separator: ", ")]
    }
    if !over.isEmpty { parts.append("for each \(over.joined(separator: ", "))") }
    switch path {
    case .once: break
    case .yearly: parts.append("each year")
    case .autoregressive(let correlation):
      parts.append("ar1(correlation: \(plainNumber(correlation)))")
    }
    if let from = passage.from {
      parts.append(
        passage.until.map { "growing from \(plainNumber(from)) to \(plainNumber($0))" }
          ?? "from \(plainNumber(from)) on")
    }
    switch normalization {
    case nil: break
    case .proportional: parts.append("normalised")
    case .priority(let elements):
      parts.append("normalised, first \(elements.joined(separator: ", "))")
    }
    return parts.joined(separator: ", ")
  }
}

extension CorrelatedGroup {
  /// Its members and correlation, in words.
  var text: String {
    let rank =
      switch ranks {
      case .same(let value): plainNumber(value)
      case .matrix(let rows):
        rows.map { $0.map(plainNumber).joined(separator: " ") }.joined(separator: "; ")
      }
    return "rank correlation \(rank) of \(keys.joined(separator: ", "))"
  }
}
