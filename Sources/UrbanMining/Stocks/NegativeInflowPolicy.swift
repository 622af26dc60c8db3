/// What to do where a given stock falls faster than its outflow allows.
public enum NegativeInflowPolicy: String, Hashable, Sendable, CaseIterable {
  /// Keep the negative inflow and report it: a fact about the data.
  case keep
  /// Set the inflow to zero and let the stock lie above the given one until outflow catches up.
  case clip
  /// Set the inflow to zero and retire the same share of every older cohort, so that the stock is met.
  case retire
}
