import Synchronization
import Testing

@testable import LinearAlgebra

struct LaneBlocksTests {
  @Test(arguments: [0, 1, 95, 96, 97, 1000], [1, 2, 5, 1000])
  func everyLaneIsVisitedOnce(_ lanes: Int, _ threads: Int) {
    let visits = Mutex([Int](repeating: 0, count: lanes))
    let blocks = LaneBlocks(lanes: lanes)
    blocks.forEach(threads: threads) { range, worker in
      #expect(worker < blocks.workers(threads: threads))
      visits.withLock { visits in for lane in range { visits[lane] += 1 } }
    }
    #expect(visits.withLock { $0.allSatisfy { $0 == 1 } })
  }

  @Test func blocksBeginAtTheSameLanesForAnyNumberOfThreads() {
    let blocks = LaneBlocks(lanes: 200)
    #expect((0..<blocks.count).map { blocks[$0] } == [0..<96, 96..<192, 192..<200])
    #expect(LaneBlocks(lanes: 0).count == 0)
  }

  @Test func thereAreNeverMoreWorkersThanBlocks() {
    #expect(LaneBlocks(lanes: 200).workers(threads: 64) == 3)
    #expect(LaneBlocks(lanes: 0).workers(threads: 64) == 1)
    #expect(LaneBlocks(lanes: 200).workers(threads: 0) == 1)
  }
}
