import Foundation
import GRDB
import Geochemistry

/// A stored value is not what the schema promises: somebody changed the file by hand. ``Ledger`` answers
/// ``LedgerError/corrupt(path:detail:)``.
struct UnexpectedValue: Error {
    let column: String
    let value: String
}

/// Reading columns without the traps of a wrong type.
extension Row {
    func text(_ column: String) throws -> String {
        guard let value = String.fromDatabaseValue(self[column]) else { throw unexpected(column) }
        return value
    }

    func optionalText(_ column: String) throws -> String? {
        let value: DatabaseValue = self[column]
        return value.isNull ? nil : try text(column)
    }

    func integer(_ column: String) throws -> Int64 {
        guard let value = Int64.fromDatabaseValue(self[column]) else { throw unexpected(column) }
        return value
    }

    func optionalInteger(_ column: String) throws -> Int64? {
        let value: DatabaseValue = self[column]
        return value.isNull ? nil : try integer(column)
    }

    func count(_ column: String) throws -> Int { Int(try integer(column)) }

    func flag(_ column: String) throws -> Bool { try integer(column) != 0 }

    /// One of the words of an enumeration.
    func word<Word: RawRepresentable<String>>(_ column: String, as: Word.Type = Word.self) throws -> Word {
        guard let word = Word(rawValue: try text(column)) else { throw unexpected(column) }
        return word
    }

    func decimal(_ column: String) throws -> ExactDecimal? {
        guard let text = try optionalText(column) else { return nil }
        guard let value = ExactDecimal(text) else { throw unexpected(column) }
        return value
    }

    /// A Double that is kept as text.
    func double(_ column: String) throws -> Double? {
        guard let text = try optionalText(column) else { return nil }
        guard let value = Double(text) else { throw unexpected(column) }
        return value
    }

    /// A REAL of a view.
    func real(_ column: String) throws -> Double? {
        let value: DatabaseValue = self[column]
        if value.isNull { return nil }
        guard let number = Double.fromDatabaseValue(value) else { throw unexpected(column) }
        return number
    }

    func date(_ column: String) throws -> CalendarDate? {
        guard let text = try optionalText(column) else { return nil }
        guard let value = CalendarDate(iso: text) else { throw unexpected(column) }
        return value
    }

    func unexpected(_ column: String) -> UnexpectedValue {
        let value: DatabaseValue = self[column]
        return UnexpectedValue(column: column, value: value.description)
    }
}

/// The same by position, for statements with many rows.
extension Row {
    /// Straight from the statement, because thousands are read for each certificate.
    func text(_ index: Int) throws -> String {
        let value: String? = self[index]
        guard let value else { throw unexpected(index) }
        return value
    }

    func count(_ index: Int) throws -> Int {
        guard let value = Int.fromDatabaseValue(self[index]) else { throw unexpected(index) }
        return value
    }

    func word<Word: RawRepresentable<String>>(_ index: Int, as: Word.Type = Word.self) throws -> Word {
        guard let word = Word(rawValue: try text(index)) else { throw unexpected(index) }
        return word
    }

    func decimal(_ index: Int) throws -> ExactDecimal? {
        let value: DatabaseValue = self[index]
        if value.isNull { return nil }
        guard let decimal = ExactDecimal(try text(index)) else { throw unexpected(index) }
        return decimal
    }

    func double(_ index: Int) throws -> Double? {
        let value: DatabaseValue = self[index]
        if value.isNull { return nil }
        guard let number = Double(try text(index)) else { throw unexpected(index) }
        return number
    }

    /// A number that is packed in a column with others.
    func decimal(_ text: String?, packedIn index: Int) throws -> ExactDecimal? {
        guard let text else { return nil }
        guard let decimal = ExactDecimal(text) else { throw unexpected(index) }
        return decimal
    }

    /// A Double that is packed in a column with others.
    func double(_ text: String?, packedIn index: Int) throws -> Double? {
        guard let text else { return nil }
        guard let number = Double(text) else { throw unexpected(index) }
        return number
    }

    /// The bytes of a BLOB where they lie.
    func withBytes<Result>(at index: Int, _ body: (UnsafeRawBufferPointer) throws -> Result) throws -> Result {
        try withUnsafeData(atIndex: index) { data in
            guard let data else { throw unexpected(index) }
            return try data.withUnsafeBytes(body)
        }
    }

    func date(_ index: Int) throws -> CalendarDate? {
        let value: DatabaseValue = self[index]
        if value.isNull { return nil }
        guard let date = CalendarDate(iso: try text(index)) else { throw unexpected(index) }
        return date
    }

    func unexpected(_ index: Int) -> UnexpectedValue {
        let value: DatabaseValue = self[index]
        let name = columnNames.dropFirst(index).first ?? "column \(index)"
        return UnexpectedValue(column: name, value: value.description)
    }
}
