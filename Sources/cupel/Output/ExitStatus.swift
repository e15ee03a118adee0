import ArgumentParser
import CertificateReading
import Intake
import Ledger
import Standards

/// The exit statuses of the contract (sysexits.h).
enum ExitStatus {
    static let heldBack = ExitCode(1)
    static let usage = ExitCode(64)
    static let unreadable = ExitCode(65)
    static let ourFault = ExitCode(70)
    static let cannotCreate = ExitCode(73)
    static let inputOutput = ExitCode(74)
    static let tryAgain = ExitCode(75)

    /// The status for an error that ended a command.
    static func of(_ error: any Error) -> ExitCode {
        switch error {
        case let code as ExitCode: code
        case is ReadingRefusal, is NoSuggestion, is StandardsProblems, is UnknownPolicy, is ArchiveFailure: unreadable
        case let error as LedgerError: of(error)
        case let error as ImportRefusal: error.isOurFault ? ourFault : unreadable
        case let error as FileFailure: error.isMissing ? unreadable : inputOutput
        case is SealedFile.Failure: unreadable
        case RootProblem.inUse: tryAgain
        case is RootProblem: usage
        case let error as CommandFailure: error.status
        default: ourFault
        }
    }

    private static func of(_ error: LedgerError) -> ExitCode {
        switch error {
        case .busy: tryAgain
        case .full, .readOnly, .inputOutput, .corrupt, .notALedger, .newerSchema, .olderSchema: inputOutput
        case .cannotOpen, .fileExists: cannotCreate
        case .unknownBatch, .ambiguousBatch, .unknownSample, .unknownAnalyte, .unknownMethod, .reversedSamples,
            .unknownVerdict, .unknownMaterial,
            .unusedPolicy, .unknownRegister, .wrongState, .notJudged,
            .preliminary, .missingReason, .missingName, .secondPerson:
            usage
        case .refused, .unknownCertificate, .inconsistentCertificate: ourFault
        }
    }
}

/// A failure that a command itself found.
struct CommandFailure: Error, CustomStringConvertible {
    let status: ExitCode
    let description: String

    init(_ status: ExitCode, _ description: String) {
        self.status = status
        self.description = description
    }
}

/// A command whose errors become one line on standard error and the status of the contract.
protocol CupelCommand: ParsableCommand {
    func perform() throws
}

extension CupelCommand {
    func run() throws {
        do {
            try perform()
        } catch let code as ExitCode {
            throw code
        } catch {
            Terminal.complain("\(error)")
            throw ExitStatus.of(error)
        }
    }
}
