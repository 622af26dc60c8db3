extension QuestionMarker {
  /// Grades a number for each year: the share of years that are right, and the first that isn't.
  func series(_ item: SeriesItem, _ response: Response) -> QuestionMarking {
    guard case .series(let years, let right) = entry.answer else {
      return outcome(.missing, "There is no answer yet.")
    }
    var given: [Int: Double] = [:]
    for cell in response.series ?? [] where !cell.text.trimmed.isEmpty {
      guard years.contains(cell.year) else {
        return outcome(.unreadable, "The year \(cell.year) is not asked for.")
      }
      guard given[cell.year] == nil else {
        return outcome(.unreadable, "The year \(cell.year) stands there twice.")
      }
      do {
        let quantity = try QuantityReader.read(cell.text, unit: item.unit)
        given[cell.year] = quantity.value(in: item.unit) ?? quantity.value
      } catch {
        return outcome(.unreadable, "In \(cell.year): \(error).")
      }
    }
    func isRight(_ index: Int, _ values: [Double]) -> Bool {
      guard let value = given[years[index]] else { return false }
      return abs(value - values[index]) <= item.tolerance.width(at: values[index])
    }
    let wrong = years.indices.filter { !isRight($0, right) }
    guard let first = wrong.first else {
      return outcome(.right, credit: 1, "Right in all \(years.count) years.", series: given)
    }
    for slip in entry.mistakes {
      guard case .series(_, let values) = slip.answer else { continue }
      if years.indices.allSatisfy({ isRight($0, values) }) { return slipped(slip, series: given) }
    }
    let count = years.count - wrong.count
    let missing = wrong.filter { given[years[$0]] == nil }
    var message = "Right in \(count) of \(years.count) years; "
    message +=
      given[years[first]] == nil
      ? "the first that is missing is \(years[first])."
      : "the first that deviates is \(years[first])."
    if missing.count == wrong.count, count > 0 { message += " What is there is right." }
    let credit = Double(count) / Double(years.count)
    return outcome(
      count > 0 ? .partial : .wrong, credit: credit, message, series: given)
  }
}
