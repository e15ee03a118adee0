// swift-tools-version: 6.2
import PackageDescription

// The house of Cupel, from the ground up. A target may import only what stands in its row here;
// `.ci/check-imports` holds the sources to it.

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "cupel",
    products: [
        .executable(name: "cupel", targets: ["cupel"])
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
        .package(url: "https://github.com/LebJe/TOMLKit", exact: "0.6.0"),
    ],
    targets: [
        // System libraries, and the calls that `import Glibc` hides.
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .target(name: "CLinux"),

        // Pure: no file, no clock, no Foundation.
        .target(name: "Geochemistry", swiftSettings: strict),
        .target(name: "QualityControl", dependencies: ["Geochemistry"], swiftSettings: strict),

        .target(
            name: "CertificateReading",
            dependencies: ["CZlib", "CArchive", "CExpat", "Geochemistry"],
            swiftSettings: strict
        ),
        .target(
            name: "Standards",
            dependencies: [
                "Geochemistry", "QualityControl", "CertificateReading", "TOMLKit",
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: strict
        ),
        .target(
            name: "Ledger",
            dependencies: [
                "Geochemistry", "QualityControl",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: strict
        ),
        .target(
            name: "Intake",
            dependencies: [
                "CLinux", "Geochemistry", "QualityControl", "CertificateReading", "Standards", "Ledger",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict
        ),
        .target(
            name: "CupelService",
            dependencies: [
                "CLinux", "Intake",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "cupel",
            dependencies: [
                "Geochemistry", "QualityControl", "CertificateReading", "Standards", "Ledger", "Intake", "CupelService",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict
        ),

        .target(
            name: "TestSupport",
            dependencies: ["CArchive", "Geochemistry", .product(name: "GRDB", package: "GRDB.swift")],
            path: "Tests/TestSupport",
            swiftSettings: strict
        ),
        .testTarget(
            name: "GeochemistryTests",
            dependencies: ["Geochemistry", "TestSupport"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "QualityControlTests",
            dependencies: ["QualityControl", "Geochemistry", "TestSupport"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "CertificateReadingTests",
            dependencies: ["CertificateReading", "Geochemistry", "TestSupport"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "StandardsTests",
            dependencies: ["Standards", "CertificateReading", "QualityControl", "Geochemistry", "TestSupport"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "LedgerTests",
            dependencies: [
                "Ledger", "QualityControl", "Geochemistry", "TestSupport",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "IntakeTests",
            dependencies: [
                "Intake", "Ledger", "Standards", "CertificateReading", "QualityControl", "Geochemistry", "TestSupport",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "CupelServiceTests",
            dependencies: [
                "CupelService", "Intake", "Ledger", "TestSupport",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict
        ),
        .target(
            name: "FuzzTargets",
            dependencies: ["Geochemistry", "CertificateReading", "Standards", "TestSupport"],
            path: "Tests/Fuzzing/Targets",
            swiftSettings: strict
        ),
        .testTarget(
            name: "FuzzingTests",
            dependencies: ["FuzzTargets", "TestSupport"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "CommandLineTests",
            dependencies: [
                "cupel", "QualityControl", "TestSupport",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict
        ),
    ]
)

// What nobody installs: known to `make fuzz` and `make bench` only, which set CUPEL_EXTRAS.
if Context.environment["CUPEL_EXTRAS"] != nil {
    package.targets += [
        // Needs the runtime of libFuzzer, see Tests/Fuzzing/fuzz.
        .executableTarget(
            name: "cupel-fuzz",
            dependencies: ["FuzzTargets"],
            path: "Tests/Fuzzing/Program",
            swiftSettings: strict,
            // Gold fails at the tables that coverage adds.
            linkerSettings: [.unsafeFlags(["-use-ld=lld"])]
        ),
        .executableTarget(
            name: "cupel-reading",
            dependencies: ["Geochemistry", "CertificateReading", "Standards"],
            path: "Tests/Benchmarks/Reading",
            swiftSettings: strict
        ),
    ]
}
