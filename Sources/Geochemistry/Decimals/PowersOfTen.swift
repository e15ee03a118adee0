/// 10^0 ... 10^38, every power that fits an Int128.
enum PowersOfTen {
    static let exact: [Int128] = {
        var powers: [Int128] = [1]
        for _ in 1...38 { powers.append(powers[powers.count - 1] * 10) }
        return powers
    }()
}
