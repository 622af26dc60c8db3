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
    let heading =
      "\(Figures.digits(left)) left, \(Figures.digits(watched)) still in use when last seen (censored)"
      + (data.lateCount > 0
        ? ", \(Figures.digits(data.lateCount)) watched from a later age on" : "")
      + (data.intervalCount > 0
        ? ", \(Figures.digits(data.intervalCount)) known by an interval" : "")
    return
      (TextTable.wrapped(heading, to: 96) + [""] + table.lines() + [""] + curve + [""]
      + TextTable.wrapped(
        "The family with the least AIC comes first. As a lifetime: \(fits[0].lifetime.description)",
        to: 96)).joined(separator: "\n")
  }
  private var curve: [String] {
    guard let steps = KaplanMeier(data)?.steps else {
      return TextTable.wrapped(
        "Where ages are known as intervals there is no Kaplan–Meier curve to compare with.", to: 96)
    }
    var table = TextTable(
      headers: [
        "Age", "At risk", "Left", "Kaplan–Meier", "95 % from", "to", fits[0].family.rawValue,
      ],
      wordColumns: 0)
    let stride = max(1, steps.count / 12)
    for (index, step) in steps.enumerated()
    where index % stride == 0 || index == steps.count - 1 {
      table.add(
        [Figures.digits(step.age), Figures.digits(step.atRisk), Figures.digits(step.left)]
          + [step.survival, step.low, step.high, fits[0].lifetime.survival(atAge: step.age)]
          .map { $0.map { Figures.fixed($0, 3) } ?? "–" })
    }
    return table.lines()
  }
}
