import CExpat
import Glibc

/// Reads the XML of one part, piece by piece, by expat.
///
/// A document type declaration refuses the file at once: parts have none, and it is what entity bombs and external
/// entities are made of. Nothing outside the part is ever read.
final class PartParser {
    /// How deep elements may stand in each other; those of a workbook stand in a dozen.
    private static let deepest = 256
    /// How long one tag may be: expat keeps it whole.
    private static let longestTag = 1 << 20

    private let parser: OpaquePointer
    private let part: String
    private let namespaces: [[UInt8]]
    private let handler: any PartHandler
    private var depth = 0
    /// The depth of the outermost element of a foreign namespace; 0 where none is open.
    private var foreignDepth = 0
    private var fed = 0
    private var refusal: ReadingRefusal?

    init(part: String, namespace: PartNamespace, handler: any PartHandler) throws(ReadingRefusal) {
        // A line break cannot stand in the name of a namespace.
        guard let parser = XML_ParserCreateNS(nil, XML_Char(UInt8(ascii: "\n"))) else {
            throw .corruptWorkbook("expat did not start")
        }
        self.parser = parser
        self.part = part
        self.namespaces = namespace.names
        self.handler = handler
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser,
            { reading, name, attributes in PartParser.from(reading)?.started(name, attributes) },
            { reading, name in PartParser.from(reading)?.ended(name) }
        )
        XML_SetCharacterDataHandler(parser) { reading, text, count in PartParser.from(reading)?.took(text, count) }
        XML_SetStartDoctypeDeclHandler(parser) { reading, _, _, _, _ in PartParser.from(reading)?.sawDocumentType() }
    }

    deinit { XML_ParserFree(parser) }

    /// - Throws: `corrupt_workbook`, `document_type`, and what the handler throws.
    func parse(_ piece: UnsafeBufferPointer<UInt8>, isLast: Bool) throws(ReadingRefusal) {
        guard let count = Int32(exactly: piece.count) else { throw .corruptWorkbook("a piece is too long") }
        let status = piece.withMemoryRebound(to: CChar.self) {
            XML_Parse(parser, $0.baseAddress, count, isLast ? 1 : 0)
        }
        if let refusal { throw placed(refusal) }
        guard status == XML_STATUS_OK else {
            let reason = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "no reason given"
            throw placed(.damagedPart(part, line: Int(XML_GetCurrentLineNumber(parser)), reason))
        }
        fed += piece.count
        // What is not told yet is a tag without its end.
        let told = Int(XML_GetCurrentByteIndex(parser))
        if !isLast, fed - max(told, 0) > Self.longestTag { throw placed(.longTag(part, limit: Self.longestTag)) }
    }

    private func placed(_ refusal: ReadingRefusal) -> ReadingRefusal {
        guard refusal.place.sheet.isEmpty else { return refusal }
        var placed = refusal
        placed.place.sheet = handler.sheetTitle
        return placed
    }
}

// MARK: - Events of expat

extension PartParser {
    private static func from(_ reading: UnsafeMutableRawPointer?) -> PartParser? {
        reading.map { Unmanaged<PartParser>.fromOpaque($0).takeUnretainedValue() }
    }

    private func started(_ name: UnsafePointer<CChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
        depth += 1
        guard depth <= Self.deepest else { return stop(.deepPart(part, limit: Self.deepest)) }
        guard foreignDepth == 0, let name else { return }
        guard let name = ownName(name) else {
            if depth == 1 { stop(.unexpectedPart(part)) }
            foreignDepth = depth
            return
        }
        if depth == 1, name != handler.root { return stop(.unexpectedPart(part)) }
        perform { () throws(ReadingRefusal) in
            try handler.start(PartElement(name: name, attributes: attributes))
        }
    }

    private func ended(_ name: UnsafePointer<CChar>?) {
        defer { depth -= 1 }
        guard foreignDepth == 0 else {
            if depth == foreignDepth { foreignDepth = 0 }
            return
        }
        guard let name, let name = ownName(name) else { return }
        perform { () throws(ReadingRefusal) in try handler.end(name) }
    }

    private func took(_ text: UnsafePointer<CChar>?, _ count: Int32) {
        guard foreignDepth == 0, let text else { return }
        let bytes = UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
        perform { () throws(ReadingRefusal) in
            try handler.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
        }
    }

    private func sawDocumentType() { stop(.documentType(part)) }

    /// After a refusal expat may still send an event or two.
    private func perform(_ body: () throws(ReadingRefusal) -> Void) {
        guard refusal == nil else { return }
        do throws(ReadingRefusal) { try body() } catch { stop(error) }
    }

    private func stop(_ refusal: ReadingRefusal) {
        guard self.refusal == nil else { return }
        self.refusal = refusal
        XML_StopParser(parser, XML_Bool(0))
    }

    /// The element, if it stands in the namespace of the part.
    private func ownName(_ text: UnsafePointer<CChar>) -> PartName? {
        let bytes = PartElement.bytes(of: text)
        for namespace in namespaces where bytes.count > namespace.count && bytes[namespace.count] == 0x0A {
            let isOwn = namespace.withUnsafeBytes { name in
                name.baseAddress.map { memcmp(text, $0, name.count) == 0 } ?? false
            }
            if isOwn { return PartName(UnsafeBufferPointer(rebasing: bytes[(namespace.count + 1)...])) }
        }
        return nil
    }
}
