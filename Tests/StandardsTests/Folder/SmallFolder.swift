import Foundation
import Standards
import TestSupport

/// A small sound Standards folder, of which a test breaks one file.
struct SmallFolder {
    let temporary: TemporaryFolder
    let folder: StandardsFolder

    static let analytes = """
        symbol,name,kind,element,factor,aliases
        Au,Gold,element,,,Gold
        Cu,Copper,element,,,
        Fe,Iron,element,,,
        Si,Silicon,element,,,
        Fe2O3,Iron oxide,oxide,Fe,1.429734,Fe2O3(T);Fe2O3T
        SiO2,Silica,oxide,Si,2.139327,
        LOI,Loss on ignition,other,,,

        """

    static let material = """
        # a comment, with a comma and a "quote
        material,analyte,digestion,unit,value,sd,uncertainty,kind,certificate
        TEST 1,Au,fire_assay,ppm,1.48,0.045,,,TEST 1 of 2020
        TEST 1,Cu,four_acid,%,0.783,0.022,,,TEST 1 of 2020

        """

    static let policy = """
        [tiers]
        decision = ["Au", "Cu"]
        information = ["LOI"]
        [tiers.unsuitable]
        aqua_regia = ["Si"]
        [crm]
        warn_sd = 2
        fail_sd = 3
        consecutive = 2
        warn_percent = 5
        fail_percent = 10
        detection_limit_gate = 10
        unusable_rsd_percent = 15
        [blank]
        warn_detection_limits = 3
        fail_detection_limits = 5
        background_sd = 3
        [duplicate]
        floor_detection_limits = 2
        field = { percent = 60, outcome = "warn" }
        coarse = { percent = 40, outcome = "warn" }
        pulp = { percent = 20, outcome = "fail" }
        [insertion]
        crms = 1
        blanks = 1
        duplicates = 0
        uncovered_decision_analyte = "warn"
        [laboratory]
        worst_outcome = "warn"
        [laboratory.crm]
        warn_sd = 2
        fail_sd = 3
        consecutive = 2
        warn_percent = 10
        fail_percent = 20
        detection_limit_gate = 10
        unusable_rsd_percent = 15
        [laboratory.blank]
        warn_detection_limits = 3
        fail_detection_limits = 5
        background_sd = 3
        [laboratory.duplicate]
        percent = 20
        outcome = "warn"
        floor_detection_limits = 2
        [reassay]
        window = "between_passing"

        """

    /// - Parameter changes: texts of files by path; nil removes one.
    init(_ changes: [String: String?] = [:]) throws {
        var files: [String: String?] = [
            "analytes.csv": Self.analytes, "sampling.toml": "# none\n", "materials/TEST_1.csv": Self.material,
            "laboratories/.keep": "", "policies/default.toml": Self.policy,
        ]
        for (path, text) in changes { files.updateValue(text, forKey: path) }
        temporary = try TemporaryFolder()
        for (path, text) in files { if let text { _ = try temporary.file(path, text) } }
        folder = StandardsFolder(temporary.path)
    }

    /// What the check says, a line a problem.
    var told: [String] {
        withExtendedLifetime(temporary) { folder.check().map(\.description) }
    }

    /// The snapshot; the folder stays until it is read.
    func load() throws(StandardsProblems) -> StandardsSnapshot {
        defer { withExtendedLifetime(temporary) {} }
        return try folder.load()
    }

    /// What loading refuses with; empty where it loads.
    var refusals: [String] {
        do throws(StandardsProblems) {
            _ = try load()
            return []
        } catch {
            return error.problems.map(\.description)
        }
    }
}
