// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "urban-mining",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "UrbanMining", targets: ["UrbanMining"]),
    .library(name: "ModelFiles", targets: ["ModelFiles"]),
    .library(name: "Charts", targets: ["Charts"]),
    .library(name: "Datasets", targets: ["Datasets"]),
    .library(name: "Coursework", targets: ["Coursework"]),
    .executable(name: "urbanmine", targets: ["urbanmine"]),
  ],
  traits: [
    .trait(name: "OpenBLAS", description: "BLAS and LAPACK from OpenBLAS (Linux)"),
    .trait(name: "Excel", description: "Excel workbooks, read and written by the system's libzip"),
    .trait(name: "NetCDF", description: "Results as NetCDF files, by the system's libnetcdf"),
    .trait(name: "MPI", description: "Ensembles shared by the ranks of mpirun (the system's MPI)"),
    .default(enabledTraits: ["OpenBLAS"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
  ],
  targets: [
    .systemLibrary(
      name: "COpenBLAS", pkgConfig: "openblas",
      providers: [.apt(["libopenblas-dev", "liblapack-dev"]), .brew(["openblas"])]),
    .target(
      name: "CKernels",
      dependencies: [
        .target(
          name: "COpenBLAS", condition: .when(platforms: [.linux], traits: ["OpenBLAS"]))
      ],
      cSettings: [
        .define("USE_OPENBLAS", .when(platforms: [.linux], traits: ["OpenBLAS"])),
        .define("ACCELERATE_NEW_LAPACK", .when(platforms: [.macOS])),
      ],
      linkerSettings: [.linkedFramework("Accelerate", .when(platforms: [.macOS]))]),
    .target(name: "LinearAlgebra", dependencies: ["CKernels"]),
    .target(
      name: "UrbanMining",
      dependencies: ["LinearAlgebra", .product(name: "RealModule", package: "swift-numerics")]),
    .target(name: "CEmbedded", path: "Datasets/CEmbedded"),
    .target(name: "Datasets", dependencies: ["CEmbedded"], path: "Datasets/Sources"),
    // No system-library targets: pkg-config would run, and warn, also where the traits are off
    // (Documentation/Decisions/0010).
    .target(
      name: "CFileFormats",
      cSettings: [
        .define("USE_LIBZIP", .when(traits: ["Excel"])),
        .define("USE_NETCDF", .when(traits: ["NetCDF"])),
      ],
      linkerSettings: [
        .linkedLibrary("zip", .when(traits: ["Excel"])),
        .linkedLibrary("netcdf", .when(traits: ["NetCDF"])),
      ]),
    .target(name: "FileFormats", dependencies: ["CFileFormats"]),
    .target(name: "ModelFiles", dependencies: ["FileFormats", "UrbanMining", "Yams"]),
    .systemLibrary(
      name: "CCairo", pkgConfig: "cairo",
      providers: [.apt(["libcairo2-dev"]), .brew(["cairo"])]),
    .target(name: "Charts", dependencies: ["UrbanMining", "CCairo"]),
    .target(
      name: "Coursework",
      dependencies: [
        "UrbanMining", "ModelFiles", "Charts", "Datasets",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .target(
      name: "CMPI", cSettings: [.define("USE_MPI", .when(traits: ["MPI"]))],
      linkerSettings: [.linkedLibrary("mpi", .when(traits: ["MPI"]))]),
    .executableTarget(
      name: "urbanmine",
      dependencies: [
        "UrbanMining", "ModelFiles", "Charts", "Datasets", "Coursework", "CMPI",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "one-stock", dependencies: ["UrbanMining"], path: "Examples/one-stock",
      exclude: ["output.txt"]),
    .executableTarget(
      name: "small-cycle", dependencies: ["UrbanMining"], path: "Examples/small-cycle",
      exclude: ["output.txt"]),
    .executableTarget(
      name: "scrap-first-in-swift", dependencies: ["UrbanMining"],
      path: "Examples/scrap-first-in-swift", exclude: ["output.txt"]),
    .executableTarget(
      name: "stock-bench",
      dependencies: [
        "UrbanMining", "LinearAlgebra",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "RealModule", package: "swift-numerics"),
      ],
      path: "Benchmarks/Stocks"),
    .executableTarget(
      name: "system-bench", dependencies: ["UrbanMining"], path: "Benchmarks/Systems"),
    .executableTarget(
      name: "kernel-bench", dependencies: ["LinearAlgebra"], path: "Benchmarks/Kernels"),
    .testTarget(name: "LinearAlgebraTests", dependencies: ["LinearAlgebra"]),
    .testTarget(name: "UrbanMiningTests", dependencies: ["UrbanMining", "LinearAlgebra"]),
    .testTarget(name: "FileFormatsTests", dependencies: ["FileFormats"]),
    .testTarget(
      name: "ModelFilesTests",
      dependencies: [
        "ModelFiles", "FileFormats", "UrbanMining", "Datasets", "LinearAlgebra",
        .product(name: "RealModule", package: "swift-numerics"),
      ]),
    .testTarget(name: "ChartsTests", dependencies: ["Charts", "UrbanMining"]),
    .testTarget(
      name: "CourseworkTests",
      dependencies: [
        "Coursework", "Charts", "ModelFiles", "UrbanMining",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "urbanmine", "one-stock", "small-cycle", "scrap-first-in-swift", "ModelFiles",
        "UrbanMining",
        .product(name: "RealModule", package: "swift-numerics"),
      ]),
  ]
)

let cTargets: Set = ["COpenBLAS", "CKernels", "CEmbedded", "CFileFormats", "CCairo", "CMPI"]
for target in package.targets where !cTargets.contains(target.name) {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
  ]
}
