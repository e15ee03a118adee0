/// What a workbook stores where it shows another text: JSON object of the stored texts by the index of the sample, in
/// its order; empty where there is none.
enum PackedStoredTexts {
    static func json(_ texts: [Int: String]) -> String {
        guard !texts.isEmpty else { return "" }
        var json = PackedJSON()
        json.object(texts.sorted { $0.key < $1.key }.map { (String($0.key), $0.value) })
        return json.text
    }
}
