/// The files that a command line names, and, in the place of `-`, the lines of standard input.
///
/// Of a list of any length only as much is in memory as is asked for at a time.
struct PathList {
    private var words: ArraySlice<String>
    /// How many there are; nil while a list on standard input is not read.
    let total: Int?

    init(_ words: [String]) {
        self.words = words[...]
        total = words.contains("-") ? nil : words.count
    }

    /// The next files, at most `count`; fewer only where there are no more.
    mutating func next(_ count: Int) -> [String] {
        var paths: [String] = []
        while paths.count < count, let word = words.first {
            if word != "-" {
                paths.append(words.removeFirst())
            } else if let line = readLine() {
                if !line.isEmpty { paths.append(line) }
            } else {
                words.removeFirst()
            }
        }
        return paths
    }
}
