extension Int128 {
    /// The nearest Double. The general conversion goes digit by digit; almost every coefficient fits 64 bits.
    var nearestDouble: Double {
        Int64(exactly: self).map { Double($0) } ?? Double(self)
    }
}
