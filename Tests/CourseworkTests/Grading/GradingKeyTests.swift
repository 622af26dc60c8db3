import ModelFiles
import Testing

@testable import Coursework

struct GradingKeyTests {
  private let handins = Handins()

  @Test func anAcceptedMistakeIsRightAndSaysWhy() throws {
    let wrong = try handins.mistake("last-year-omitted", "stock", "anna", "w3-stock")
    let submission = try handins.handin("anna", but: ["stock": wrong])
    let key = try handins.gradingKey("2,w3-stock,stock,accept last-year-omitted,2020 was unclear")
    let grade = try handins.grader(key).grade(submission)
    let stock = try #require(grade.questions.first { $0.id == "stock" })
    #expect(stock.state == .right)
    #expect(stock.message == "Accepted: 2020 was unclear")
    #expect(grade.points == grade.mostPoints)
    #expect(grade.keyVersion == "2")
  }

  @Test func aWiderToleranceLetsMorePassAndKeepsTheVariant() throws {
    let right = try #require(try handins.key("anna", "w3-stock")["stock"]?.answer.number)
    let submission = try handins.handin("anna", but: ["stock": "\(right * 1.008)"])
    let strict = try handins.grader().grade(submission)
    #expect(strict.questions[0].state == .wrong)
    let key = try handins.gradingKey("2,w3-stock,stock,tolerance 0.01,spreadsheets round")
    let lenient = try handins.grader(key).grade(submission)
    #expect(lenient.questions[0].state == .right)
    #expect(lenient.questions[0].right == strict.questions[0].right)
  }

  @Test func aVoidQuestionIsRightForEverybody() throws {
    let submission = try handins.handin("anna", but: ["stock": ""])
    let key = try handins.gradingKey("2,w3-stock,stock,void,the table had a typing error")
    let grade = try handins.grader(key).grade(submission)
    #expect(grade.points == grade.mostPoints)
  }

  @Test func creditOfAMistakeCanBeChanged() throws {
    let wrong = try handins.mistake("mean-as-scale", "stock", "anna", "w3-stock")
    let submission = try handins.handin("anna", but: ["stock": wrong])
    let key = try handins.gradingKey("2,w3-stock,stock,credit mean-as-scale 0,it was said twice")
    let grade = try handins.grader(key).grade(submission)
    #expect(grade.questions[0].credit == 0)
    #expect(grade.questions[0].state == .wrong)
  }

  @Test func reportsEveryFaultWithTheNearestName() throws {
    do {
      _ = try handins.gradingKey(
        "2,w3-stok,stock,void,a", "2,w3-stock,stck,void,b",
        "2,w3-stock,stock,accept mean-as-scal,c",
        "2,w3-stock,stock,forgive,d", "2,w3-stock,stock,void,", "original,w3-stock,stock,void,e",
        "2,w3-stock,stock,tolerance 5,f", "2,w3-balance,flow,tolerance 0.1,g")
      Issue.record("a wrong key was read")
    } catch let error as ModelFileError {
      #expect(error.faults.map(\.line) == [2, 3, 4, 5, 6, 7, 8, 9])
      for word in ["'w3-stock'?", "'stock'?", "'mean-as-scale'?", "accept MISTAKE, credit"] {
        #expect(error.description.contains(word), "\(error)")
      }
    }
  }

  @Test func versionsAreInTheOrderOfTheFile() throws {
    let key = try handins.gradingKey(
      "2,w3-stock,stock,void,a", "b,w3-stock,outflow,void,b", "2,w3-stock,net,void,c")
    #expect(key.versions == ["original", "2", "b"])
    #expect(key.version == "2")
    #expect(try handins.gradingKey().version == "original")
  }
}
