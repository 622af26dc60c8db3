/// The words of a lifetime: its form with the numbers, which become text when someone reads them, or a text.
enum LifetimeWording: Hashable, Sendable {
  case numbers(LifetimeForm, Double, Double)
  case text(String)

  var text: String {
    switch self {
    case .text(let text): text
    case .numbers(let form, let first, let second):
      lifetimeText(form.family, Array(zip(form.labels, [first, second])))
    }
  }
}
