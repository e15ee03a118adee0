import Geochemistry

/// Where cells stand that are not in their sample's own row, or not in the column's first column.
///
/// A JSON array of two: `[sheet, column]` for each other sheet, and `[sample, sheet, line]` for each such cell, the
/// column and the index of the sample from 0, the line from 1. Empty where all stand as usual.
enum PackedPlaces {
    static func json(of column: ResultColumn) -> String {
        guard !column.places.isEmpty || !column.otherColumns.isEmpty else { return "" }
        var json = PackedJSON()
        json.array { json in
            json.array { json in
                for (sheet, index) in column.otherColumns.sorted(by: { $0.key < $1.key }) {
                    json.array { json in
                        json.string(sheet)
                        json.number(index)
                    }
                }
            }
            json.array { json in
                for (sample, place) in column.places.sorted(by: { $0.key < $1.key }) {
                    json.array { json in
                        json.number(sample)
                        json.string(place.sheet)
                        json.number(place.line)
                    }
                }
            }
        }
        return json.text
    }
}
