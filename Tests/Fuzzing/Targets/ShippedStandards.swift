import CertificateReading
import Foundation
import Geochemistry
import Standards
import TestSupport

/// The Standards of this repository.
enum ShippedStandards {
    static let analytes = snapshot.analytes
    static let laboratories = snapshot.laboratories

    private static let snapshot: StandardsSnapshot = {
        do throws(StandardsProblems) {
            return try StandardsFolder(SharedFiles.packageRoot.appending(path: "Standards").path).load()
        } catch {
            fatalError("the Standards of this repository cannot be read: \(error)")
        }
    }()
}
