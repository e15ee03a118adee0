import CertificateReading
import Ledger
import Logging

extension Pipeline {
    enum Sealing {
        case ready(SealedFile)
        case settled(Outcome.Result)
    }

    /// Seals a file, and settles at once what needs no reading.
    func seal(_ delivery: Delivered) -> Sealing {
        let facts: FileFacts?
        do {
            facts = try delivery.folder.facts(delivery.name)
        } catch {
            return .settled(.postponed("\(error)"))
        }
        guard let facts else { return .settled(.missing) }
        guard facts.kind == .regular else {
            return .settled(refuse(delivery, facts: facts, .notAFile(facts.kind)))
        }
        let unfinished = attempts.unfinished(facts)
        guard unfinished < Attempts.limit - 1 || !delivery.leavesFolder else {
            return .settled(refuse(delivery, facts: facts, .endedTheProgram(times: unfinished)))
        }

        do throws(SealedFile.Failure) {
            let file = try SealedFile(delivery.name, in: delivery.folder, limit: Int64(root.limits.deliveredBytes))
            if isStillArriving(file, delivery) { return .settled(.unfinished("it is not complete yet")) }
            let before: Int64?
            do {
                before = try takenBefore(file, delivery)
            } catch {
                return .settled(.postponed("\(error)"))
            }
            if let id = before {
                let trouble = leave(delivery, facts: file.facts, deliveryID: id)
                return .settled(trouble.map { .postponed($0) } ?? .duplicate)
            }
            Failpoint.sealed.reach()
            return .ready(file)
        } catch {
            return .settled(settle(delivery, facts, error))
        }
    }

    private func settle(_ delivery: Delivered, _ facts: FileFacts, _ failure: SealedFile.Failure) -> Outcome.Result {
        switch failure {
        case .missing: .missing
        case .stillChanging: .unfinished("it is still being written")
        case .tooLarge(let size, let limit): refuse(delivery, facts: facts, .tooLarge(size: size, limit: limit))
        case .notRegular(let kind): refuse(delivery, facts: facts, .notAFile(kind))
        case .file(let failure) where failure.isPermission && !delivery.leavesFolder:
            refuse(delivery, facts: facts, .notPermitted(failure))
        // A copying program may set the mode when all is written.
        case .file(let failure) where failure.isPermission && isYoung(delivery): .unfinished("it may not be read yet")
        case .file(let failure) where failure.isPermission:
            .notPermitted(
                "cupel is not allowed to read \(failure.path). It stays where it is, and is taken as soon as its group may "
                    + "read it (chmod g+r) and the group is one of cupel's"
            )
        case .file(let failure): .postponed("\(failure)")
        }
    }

    /// An empty file, or a container without its end, that was written in place a moment ago, is waited for.
    private func isStillArriving(_ file: SealedFile, _ delivery: Delivered) -> Bool {
        guard delivery.leavesFolder, !delivery.arrivedWhole,
            file.content.isEmpty || !Container.isStructurallyComplete(file.content)
        else { return false }
        return isYoung(delivery)
    }

    /// Changed so lately that the rest of it may still be on the way. Its own time says nothing here: the sender's clock
    /// may be ahead, and ours be set.
    private func isYoung(_ delivery: Delivered) -> Bool {
        delivery.unchangedNanoseconds < UInt64(root.patienceSeconds) * 1_000_000_000
    }

    /// The ledger has taken in this very file already: the process died before it could leave the folder. Nothing is
    /// recorded a second time.
    ///
    /// A delivery that was refused is not in the archive. Where the process died before the file reached quarantine, it
    /// is refused once more.
    private func takenBefore(_ file: SealedFile, _ delivery: Delivered) throws -> Int64? {
        guard delivery.leavesFolder,
            let recorded = try unsettledDelivery(delivery, facts: file.facts, sha256: file.sha256),
            recorded.delivery.disposition != .quarantined
        else { return nil }
        return recorded.id
    }

    /// The record of this very file, where it has been recorded and has not left incoming/ yet.
    func unsettledDelivery(
        _ delivery: Delivered,
        facts: FileFacts,
        sha256: String
    ) throws -> RecordedDelivery? {
        let recorded = try ledger.read {
            try $0.delivery(fileName: delivery.name.display, identity: facts.identity, sha256: sha256)
        }
        guard let recorded, !recorded.isSettled, !settled.contains(recorded.id) else { return nil }
        return recorded
    }

    /// Contents that the ledger has certificates or a register of.
    func knownContents(_ hashes: [String]) -> Set<String> {
        let known = try? ledger.read { reader in
            try hashes.filter { try reader.content(sha256: $0)?.isTaken ?? false }
        }
        return Set(known ?? [])
    }

    /// Takes a recorded file out of incoming/.
    /// - Returns: what is in the way; nil where it is gone.
    func leave(_ delivery: Delivered, facts: FileFacts, deliveryID: Int64) -> String? {
        if delivery.leavesFolder {
            do {
                // Somebody may have put another file under this name meanwhile; that one has not been read.
                guard try delivery.folder.facts(delivery.name)?.identity == facts.identity else { return nil }
                try delivery.folder.remove(delivery.name)
            } catch {
                return "it is recorded, and cannot leave incoming/: \(error)"
            }
        }
        Failpoint.leftIncoming.reach()
        attempts.end(facts)
        settled.append(deliveryID)
        return nil
    }
}

extension KnownContent {
    /// Certificates or a register were stored from it. What was only quarantined is read again: layouts get better.
    var isTaken: Bool { !certificates.isEmpty || isRegister }
}
