/// Takes what a part of a workbook says, as it comes.
protocol PartHandler: AnyObject {
    /// The element that the part has to begin with; anything else is another kind of document.
    var root: PartName { get }
    /// The sheet that the part describes, for messages; empty for other parts.
    var sheetTitle: String { get }

    func start(_ element: PartElement) throws(ReadingRefusal)
    func end(_ name: PartName) throws(ReadingRefusal)
    /// A piece of text; texts come in as many pieces as the parser likes.
    func text(_ piece: UnsafeBufferPointer<UInt8>) throws(ReadingRefusal)
}

extension PartHandler {
    var sheetTitle: String { "" }
    func end(_ name: PartName) throws(ReadingRefusal) {}
    func text(_ piece: UnsafeBufferPointer<UInt8>) throws(ReadingRefusal) {}
}
