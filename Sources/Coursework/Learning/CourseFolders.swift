internal import Foundation

/// The assignments that were started beside each other in one folder.
public struct CourseFolders: Sendable {
  /// By the identifier of their assignment.
  public let folders: [String: AssignmentFolder]
  /// Why some can't be used any more.
  public let faults: [String]

  /// Looks into every folder in a folder; those that are none of ours are left alone.
  public init(in parent: String) {
    var (folders, faults) = ([String: AssignmentFolder](), [String]())
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent))?.sorted() ?? []
    for name in names {
      let path = (parent as NSString).appendingPathComponent(name)
      let mark = (path as NSString).appendingPathComponent(AssignmentFolder.progressName)
      guard FileManager.default.fileExists(atPath: mark) else { continue }
      do throws(CourseError) {
        let folder = try AssignmentFolder(path: path)
        folders[folder.assignment.id] = folder
      } catch {
        faults.append("\(name): \(error)")
      }
    }
    self.folders = folders
    self.faults = faults
  }

  /// The first assignment of a course that wasn't submitted, of those for a pathway.
  public func next(in course: Course, pathway: Pathway?) -> Assignment? {
    course.assignments.first { assignment in
      pathway.map { assignment.pathways.contains($0) } ?? true
        && (folders[assignment.id]?.progress.submissions ?? 0) == 0
    }
  }
}
