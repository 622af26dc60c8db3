/// The known name that a misspelt one was probably meant to be.
public enum Suggestion {
  /// The name in `known` that is nearest to `name`, or `nil` if none is near.
  ///
  /// Near means: a Damerau–Levenshtein distance of at most `max(2, length / 3)` edits, and fewer
  /// edits than `name` has characters (else `x` would suggest `t`). Upper and lower case count as
  /// the same letter. Of equally near names the one that comes first in `known` wins.
  ///
  /// - Complexity: O(*n·m*) per known name for names of *n* and *m* characters.
  public static func nearest(to name: String, in known: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased())
    var limit = min(max(2, wanted.count / 3), wanted.count - 1)
    var best: String?
    for candidate in known {
      let letters = Array(candidate.lowercased())
      guard abs(letters.count - wanted.count) <= limit else { continue }
      let edits = distance(wanted, letters)
      if edits <= limit {
        best = candidate
        limit = edits - 1
      }
    }
    return best
  }

  /// The same as a fault's hint: `did you mean 'lifetime'?`.
  public static func hint(for name: String, in known: some Sequence<String>) -> String? {
    nearest(to: name, in: known).map { "did you mean '\($0)'?" }
  }

  /// The Damerau–Levenshtein distance: the least number of insertions, deletions, replacements and
  /// swaps of neighbours that turn one word into the other (no part edited twice).
  static func distance(_ left: [Character], _ right: [Character]) -> Int {
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for row in 1...left.count {
      var current = [row] + [Int](repeating: 0, count: right.count)
      for column in 1...right.count {
        let replaced = last[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1)
        var edits = min(last[column] + 1, current[column - 1] + 1, replaced)
        let swapped =
          row > 1 && column > 1 && left[row - 1] == right[column - 2]
          && left[row - 2] == right[column - 1]
        if swapped { edits = min(edits, beforeLast[column - 2] + 1) }
        current[column] = edits
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}
