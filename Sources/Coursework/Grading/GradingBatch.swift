internal import Foundation

/// The submissions of a folder, graded: one broken file never stops the others.
public struct GradingBatch: Sendable {
  /// A submission with its grade.
  public struct Graded: Hashable, Sendable {
    public let submission: Submission
    public let grade: Grade
  }

  /// In the order of the files' names.
  public let graded: [Graded]
  /// The files that were not graded, in the same order.
  public let refused: [Refusal]
  /// What is odd about files that were graded, in the same order.
  public let remarks: [Refusal]

  /// Grades files.
  ///
  /// The outcome is the same for any number of threads.
  ///
  /// - Parameters:
  ///   - folder: the folder with the submissions, in folders of it too.
  ///   - files: the files in it, as ``files(in:)`` lists them.
  ///   - grader: what grades.
  ///   - roster: whose submissions are graded.
  ///   - now: this machine's time (ISO 8601); files sealed later are remarked.
  ///   - progress: told the share that is done, from time to time.
  /// - Complexity: O(files); a variant's right answers are worked out for each.
  public init(
    folder: String, files: [String], grader: Grader, roster: Roster, now: String? = nil,
    progress: (Double) -> Void = { _ in }
  ) {
    let root = URL(fileURLWithPath: folder, isDirectory: true)
    let outcomes = Parallel.map(files, progress: progress) { file in
      GradingBatch.outcome(of: file, in: root, grader, roster)
    }
    let sorting = GradingBatch.withoutCopies(zip(files, outcomes))
    graded = sorting.graded
    refused = sorting.refused
    remarks = GradingBatch.remarks(on: graded, now: now.flatMap(CourseMarks.seconds))
  }

  /// Why a file was not graded.
  private struct Failure: Error {
    let reason: String
  }

  /// The files in a folder and in the folders of it, without hidden ones, in the order of their names.
  public static func files(in folder: String) -> [String] {
    let root = URL(fileURLWithPath: folder, isDirectory: true)
    let found = FileManager.default.enumerator(
      at: root, includingPropertiesForKeys: [.isRegularFileKey], options: [.skipsHiddenFiles])
    let start = root.standardizedFileURL.pathComponents.count
    var files: [String] = []
    while let url = found?.nextObject() as? URL {
      let isFile = (try? url.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile ?? false
      guard isFile else { continue }
      files.append(url.standardizedFileURL.pathComponents.dropFirst(start).joined(separator: "/"))
    }
    return files.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
  }

  private static func outcome(
    of file: String, in folder: URL, _ grader: Grader, _ roster: Roster
  ) -> Result<Graded, Failure> {
    do {
      let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent(file)))
      let submission = try Submission(bytes: bytes, file: file)
      guard roster[submission.content.learner] != nil else {
        throw GradingError.stranger(submission.content.learner)
      }
      return .success(Graded(submission: submission, grade: try grader.grade(submission)))
    } catch let error as IntegrityError {
      return .failure(Failure(reason: "\(error)"))
    } catch let error as GradingError {
      return .failure(Failure(reason: "\(error)"))
    } catch {
      return .failure(Failure(reason: "it can't be read: \(error.localizedDescription)"))
    }
  }

  private static func withoutCopies(
    _ outcomes: some Sequence<(String, Result<Graded, Failure>)>
  ) -> (graded: [Graded], refused: [Refusal]) {
    var first: [String: String] = [:]
    var (graded, refused) = ([Graded](), [Refusal]())
    for (file, outcome) in outcomes {
      switch outcome {
      case .failure(let failure): refused.append(Refusal(file: file, reason: failure.reason))
      case .success(let one):
        if let earlier = first[one.submission.sha256] {
          refused.append(Refusal(file: file, reason: "\(GradingError.copyOf(earlier))"))
        } else {
          first[one.submission.sha256] = file
          graded.append(one)
        }
      }
    }
    return (graded, refused)
  }
}
