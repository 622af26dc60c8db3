internal import UrbanMining

/// What `fit` prints: the estimates with their uncertainty, how well they fit, and what to beware of.
struct FitText {
  private let fit: ModelFit
  private let posterior: PosteriorFit?

  init(_ fit: ModelFit, _ posterior: PosteriorFit?) {
    self.fit = fit
    self.posterior = posterior
  }

  var text: String {
    ([heading, ""] + estimates + [""] + quality + chains + warnings + [""] + settings)
      .joined(separator: "\n")
  }

  private var heading: String {
    "\(fit.model.header.title)\n\(fit.estimates.count) fitted to \(fit.observations.count) "
      + "observations, amounts in \(fit.model.header.unit.rawValue), inflow enters use at: "
      + fit.model.timing.description
  }

  private var estimates: [String] {
    var table = TextTable(
      headers: ["Parameter", "", "Start", "Estimate", "±", "95 % from", "to"], wordColumns: 2)
    for own in fit.estimates {
      table.add([
        own.key, own.meaning, Figures.digits(own.start), Figures.digits(own.value),
        own.isAtBound
          ? "at bound" : own.standardError.isFinite ? Figures.digits(own.standardError) : "∞",
        own.low.map(Figures.digits) ?? "open", own.high.map(Figures.digits) ?? "open",
      ])
    }
    return table.lines()
  }

  private var quality: [String] {
    let intervals =
      "Intervals are profiles: where the fit with all other parameters fitted anew becomes "
      + "too bad. 'open': the data set no end before the bound."
    let rest =
      "\(fit.degreesOfFreedom) \(fit.degreesOfFreedom == 1 ? "degree" : "degrees") of freedom"
    let what =
      fit.isAbsolute
      ? "Sum of \(fit.loss == .squared ? "squared" : fit.loss.rawValue) residuals over uncertainties: "
        + "\(Figures.digits(fit.cost)), with \(rest)."
      : fit.warnings.contains(.noScatter)
        ? "As many values as observations: there is nothing left over."
        : "Without given uncertainties: the residuals scatter by "
          + "\(Figures.percent(fit.scatter)) of the size of their series "
          + "(\(rest))."
    let worst =
      fit.scatter == 0 ? nil : fit.observations.max { abs($0.residual) < abs($1.residual) }
    let furthest = worst.map {
      "Furthest off: \($0.observation.series) in \(Figures.fixed($0.observation.year, 0)), observed "
        + "\(Figures.amount($0.observation.value)), fitted \(Figures.amount($0.fitted)) "
        + "(\(Figures.fixed($0.residual, 1)) standard deviations)."
    }
    return [what, furthest, intervals].compactMap { $0 }
      .flatMap { TextTable.wrapped($0, to: 96) }
  }

  private var chains: [String] {
    guard let posterior else { return [] }
    var table = TextTable(
      headers: [
        "Posterior", "Mean", "sd", "95 % from", "to", "R̂", "Effective draws", "in the tails",
      ])
    for own in posterior.parameters {
      let summary = own.summary
      table.add(
        [own.key]
          + [summary.mean, summary.standardDeviation, summary.low, summary.high]
          .map(Figures.digits) + [
            Figures.fixed(summary.rHat, 3), Figures.fixed(summary.effectiveSize, 0),
            Figures.fixed(summary.tailSize, 0),
          ])
    }
    let note =
      "\(posterior.chains) chains of \(posterior.draws) draws (random walk, seed \(posterior.seed)), "
      + "\(Figures.percent(posterior.acceptance)) accepted. "
      + (posterior.hasMixed
        ? "The chains agree."
        : "The chains have not mixed well enough to be cited (R̂ up to \(PosteriorFit.largestRHat), "
          + "\(Figures.fixed(PosteriorFit.leastEffectiveSize, 0)) effective draws): ask for more draws.")
    return [""] + table.lines() + [""] + TextTable.wrapped(note, to: 96)
  }

  private var warnings: [String] {
    fit.warnings.isEmpty
      ? [] : [""] + fit.warnings.flatMap { TextTable.wrapped("Beware: \($0.description).", to: 96) }
  }

  /// The options that put the values into a run, where all of them can be set.
  private var settings: [String] {
    let all = fit.changes.map { change -> String? in
      switch change.value {
      case .lifetime(let lifetime): "--set '\(change.key)=\(lifetime.description)'"
      case .number(let value): "--set '\(change.key)=\(value)'"
      case .factors: nil
      }
    }
    guard all.allSatisfy({ $0 != nil }) else {
      return ["With '-o fitted.yaml' the values are kept as a scenario of the model."]
    }
    return ["To run the model with them (or keep them as a scenario with '-o fitted.yaml'):"]
      + all.compactMap { $0 }.map { "  " + $0 }
  }
}
