internal import UrbanMining

/// What `fit --ages` prints.
struct LifetimeFitText {
  private let fits: [LifetimeFit]
  private let data: SurvivalData

  init(_ fits: [LifetimeFit], _ data: SurvivalData) {
    self.fits = fits
    self.data = data
  }

  var text: String {
    let left = data.leftCount
    let watched = data.counts.reduce(0, +) - left
    var table = TextTable(
      headers: ["Lifetime", "", "Estimate", "±", "95 % from", "to", "Mean", "AIC"], wordColumns: 2)
    for fit in fits {
      for (index, own) in fit.parameters.enumerated() {
        table.add(
          [index == 0 ? fit.family.rawValue : "", own.label]
            + [own.value, own.standardError, own.low, own.high].map(Figures.digits)
            + (index == 0
              ? [Figures.digits(fit.lifetime.mean), Figures.fixed(fit.akaike, 1)] : ["", ""]))
      }
    }
    var curve = TextTable(
      headers: [
        "Age", "At risk", "Left", "Kaplan–Meier", "95 % from", "to", fits[0].family.rawValue,
      ],
      wordColumns: 0)
    let steps = KaplanMeier(data).steps
    let stride = max(1, steps.count / 12)
    for (index, step) in steps.enumerated()
    where index % stride == 0 || index == steps.count - 1 {
      curve.add(
        [Figures.digits(step.age), Figures.digits(step.atRisk), Figures.digits(step.left)]
          + [step.survival, step.low, step.high, fits[0].lifetime.survival(atAge: step.age)]
          .map { $0.map { Figures.fixed($0, 3) } ?? "–" })
    }
    let heading =
      "\(Figures.digits(left)) left, \(Figures.digits(watched)) still in use when last seen (censored)"
    return
      ([heading, ""] + table.lines() + [""] + curve.lines() + [""]
      + TextTable.wrapped(
        "The family with the least AIC comes first. As a lifetime: \(fits[0].lifetime.description)",
        to: 96)).joined(separator: "\n")
  }
}
