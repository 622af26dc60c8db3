import Coursework
import Testing

/// The right answers and typical mistakes of weeks 1, 2, 4 and 5 against plain arithmetic and SciPy.
struct AssignmentAnswersTests {
  /// A variant with its answers, from `coursework_answers.py`.
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    let assignment: String
    let numbers: [String: Double]
    let words: [String: String]
    let answers: [String: Double]
    let mistakes: [String: [String: Double]]

    var testDescription: String { assignment }

    func key() throws -> AnswerKey {
      let assignment = try Course.metals.assignment(assignment)
      let values = numbers.mapValues { Parameter.Value.number($0) }
        .merging(words.mapValues { .word($0) }) { number, _ in number }
      return try AnswerKey(assignment, Variant(of: assignment, values: values))
    }
  }

  static let cases: [Case] = (try? Reference.read("coursework-answers.json", as: [Case].self)) ?? []

  @Test
  func thereAreReferencesForEveryAssignmentOfTheseWeeks() {
    let referenced = Set(AssignmentAnswersTests.cases.map(\.assignment))
    let own = Course.metals.assignments.filter { $0.week != 3 }.map(\.id)
    #expect(referenced.isSuperset(of: own))
  }

  @Test(arguments: cases)
  func rightAnswersAreThoseOfPlainArithmetic(_ reference: Case) throws {
    let key = try reference.key()
    for (question, wanted) in reference.answers {
      let answer = try #require(key[question]?.answer.number, "\(question)")
      #expect(abs(answer - wanted) <= 1e-9 * abs(wanted), "\(question): \(answer), not \(wanted)")
    }
    let numeric = key.entries.filter { $0.answer.number != nil }.map(\.question.id)
    #expect(Set(numeric) == Set(reference.answers.keys))
  }

  @Test(arguments: cases)
  func mistakesAreRecognisedAndKeepTheirCredit(_ reference: Case) throws {
    let key = try reference.key()
    for (question, mistakes) in reference.mistakes {
      for (id, value) in mistakes {
        let slip = try #require(key[question]?.mistakes.first { $0.id == id }, "\(question): \(id)")
        let marking = try Marker.mark(
          [Response(question: question, text: "\(value)", convention: "discrete")], with: key)
        #expect(marking[question]?.mistake == id, "\(question): \(id), \(value)")
        #expect(marking[question]?.credit == slip.credit)
        #expect(marking[question]?.message.contains(slip.feedback) == true)
      }
    }
  }

  @Test(arguments: cases)
  func theReferenceVariantsCouldBeGiven(_ reference: Case) throws {
    #expect(VariantLint.faults(of: try reference.key()) == [])
  }
}
