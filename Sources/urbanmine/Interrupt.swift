internal import Dispatch
internal import Foundation
internal import Synchronization

/// Ctrl-C (or a request to end) as a fact that long work looks at, instead of an end at once.
enum Interrupt {
  private static let hasCome = Atomic<Bool>(false)

  /// Starts to listen; a second Ctrl-C ends the program at once, as usual.
  static func listen() -> [any DispatchSourceSignal] {
    [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        hasCome.store(true, ordering: .relaxed)
        signal(number, SIG_DFL)
      }
      source.resume()
      return source
    }
  }

  static var isRequested: Bool { hasCome.load(ordering: .relaxed) }
}

/// A line on a terminal that says how far long work is; nothing where nobody watches.
struct Progress {
  private let start = Date()
  private let isWatched = isatty(FileHandle.standardError.fileDescriptor) == 1

  /// Shows what share is done, counting from the share at which it began.
  func show(_ share: Double, from first: Double) {
    guard isWatched else { return }
    let elapsed = Date().timeIntervalSince(start)
    let left = share > first ? elapsed * (1 - share) / (share - first) : 0
    let filled = Int(share * 30)
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: 30 - filled)
    let text = "\r[\(bar)] \(Figures.fixed(share * 100, 0)) %, \(Progress.words(left)) left   "
    FileHandle.standardError.write(Data(text.utf8))
  }

  /// Clears the line.
  func end() {
    if isWatched { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
  }

  private static func words(_ seconds: Double) -> String {
    seconds < 90
      ? "\(Figures.fixed(seconds, 0)) s"
      : seconds < 5400
        ? "\(Figures.fixed(seconds / 60, 0)) min" : "\(Figures.fixed(seconds / 3600, 1)) h"
  }
}
