import UrbanMining

// Times the solution of large systems and prints a table in Markdown:
// `system-bench [REGIONS END-USES YEARS]`.
let arguments = CommandLine.arguments.dropFirst().compactMap { Int($0) }
let sizes = arguments.count == 3 ? arguments : [200, 20, 121]

print(
  """
  # Large systems

  \(sizes[0]) regions × \(sizes[1]) end uses × \(sizes[2]) years: mines, refining, fabrication, stocks in use,
  collection, new and old scrap back to refining in the same year. *Apart*, regions never mix and become lanes;
  *trading*, each region ships refined metal to each other one. Written by `make bench-systems`; the numbers are of
  one run on \(Machine.processor), \(Machine.cores) cores.

  | | unknowns a year | largest loop | of it solved for | check | compile | solve | peak memory | residual ÷ tolerance |
  | --- | --: | --: | --: | --: | --: | --: | --: | --: |
  """)
for (trades, threads) in [(false, 1), (false, 2), (true, 1)] {
  let world = WorldModel(regions: sizes[0], endUses: sizes[1], years: sizes[2], trades: trades)
  print(try Report(world, threads: threads).row)
}
