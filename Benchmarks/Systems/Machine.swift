import Foundation

/// The machine, and what the process has used of it so far.
enum Machine {
  /// The largest resident size, in MB; 0 where the system doesn't tell.
  static var peakMemory: Int {
    (field("VmHWM", in: "/proc/self/status")?.split(separator: " ").first).flatMap { Int($0) }
      .map { $0 / 1024 } ?? 0
  }

  static var processor: String {
    field("model name", in: "/proc/cpuinfo") ?? "an unnamed processor"
  }

  static var cores: Int { ProcessInfo.processInfo.processorCount }

  private static func field(_ name: String, in path: String) -> String? {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8),
      let line = text.split(separator: "\n").first(where: { $0.hasPrefix(name) }),
      let colon = line.firstIndex(of: ":")
    else { return nil }
    return line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
  }
}
