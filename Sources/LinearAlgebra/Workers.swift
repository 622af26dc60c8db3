private import Dispatch
private import Synchronization

/// Work that is done by several threads, each with a state of its own.
package enum Workers {
  /// Calls `body` once for each item, on as many threads as there are states.
  ///
  /// Which state an item meets is left open, so what is gathered in the states must not depend on it:
  /// counts that are added up, or results that are put in the place of their item. With one state the items
  /// come in order, on the calling thread.
  /// - Complexity: O(items) calls.
  package static func forEach<State: Sendable>(
    items: Int, states: inout [State], _ body: @escaping @Sendable (Int, inout State) -> Void
  ) {
    guard states.count > 1, items > 1 else {
      if !states.isEmpty { for item in 0..<items { body(item, &states[0]) } }
      return
    }
    // A state is taken out while its thread works, so that nothing is copied.
    let shared = Mutex(states.map(Optional.some))
    states = []
    let next = Mutex(0)
    let count = shared.withLock { $0.count }
    DispatchQueue.concurrentPerform(iterations: count) { worker in
      let taken = shared.withLock { states -> State? in
        defer { states[worker] = nil }
        return states[worker]
      }
      guard var state = taken else { return }
      while true {
        let item = next.withLock { next in
          defer { next += 1 }
          return next
        }
        guard item < items else { break }
        body(item, &state)
      }
      let done = state
      shared.withLock { $0[worker] = done }
    }
    states = shared.withLock { $0.compactMap { $0 } }
  }
}
