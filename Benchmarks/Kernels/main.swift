import Foundation
import LinearAlgebra

// swift run -c release kernel-bench              all tables
// swift run -c release kernel-bench crossover    only where transforms overtake direct sums
// swift run -c release kernel-bench blas         only our tiles beside the triangular kernels of BLAS
// swift run -c release kernel-bench vectors      only the vector code for elementary functions
// kernel-bench --set                             the instruction set that the kernels would use
// kernel-bench --once NAME                       one kernel, few times, for callgrind; `--once` lists them
let arguments = CommandLine.arguments.dropFirst()
switch (arguments.first, arguments.dropFirst().first) {
case (nil, _):
  let machine = Machine()
  print(machine.description, terminator: "\n\n")
  kernelTable(machine)
  print()
  vectorTable()
  print()
  crossoverTable()
  print()
  blasTable()
case ("crossover", nil):
  crossoverTable()
case ("blas", nil):
  print(Machine().description, terminator: "\n\n")
  blasTable()
case ("vectors", nil):
  vectorTable()
case ("--set", nil):
  print(InstructionSet.best)
case ("--once", nil):
  print(Once.allCases.map(\.rawValue).joined(separator: "\n"))
case ("--once", let name?):
  guard let kernel = Once(rawValue: name) else { fallthrough }
  kernel.run()
default:
  FileHandle.standardError.write(
    Data("usage: kernel-bench [crossover | blas | vectors | --set | --once [NAME]]\n".utf8))
  exit(64)
}
