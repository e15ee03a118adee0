/// Standard atomic weights, to check that a conversion factor is not a slip. Nothing is converted with them.
///
/// IUPAC Commission on Isotopic Abundances and Atomic Weights, abridged values of 2021; where an interval is given,
/// its conventional value.
enum AtomicWeights {
    static let oxygen = 15.999

    static let weights: [String: Double] = [
        "H": 1.008, "Li": 6.94, "Be": 9.0122, "B": 10.81, "C": 12.011, "N": 14.007, "F": 18.998, "Na": 22.990,
        "Mg": 24.305, "Al": 26.982, "Si": 28.085, "P": 30.974, "S": 32.06, "Cl": 35.45, "K": 39.098, "Ca": 40.078,
        "Sc": 44.956, "Ti": 47.867, "V": 50.942, "Cr": 51.996, "Mn": 54.938, "Fe": 55.845, "Co": 58.933,
        "Ni": 58.693, "Cu": 63.546, "Zn": 65.38, "Ga": 69.723, "Ge": 72.630, "As": 74.922, "Se": 78.971,
        "Br": 79.904, "Rb": 85.468, "Sr": 87.62, "Y": 88.906, "Zr": 91.224, "Nb": 92.906, "Mo": 95.95, "Ru": 101.07,
        "Rh": 102.91, "Pd": 106.42, "Ag": 107.87, "Cd": 112.41, "In": 114.82, "Sn": 118.71, "Sb": 121.76,
        "Te": 127.60, "I": 126.90, "Cs": 132.91, "Ba": 137.33, "La": 138.91, "Ce": 140.12, "Pr": 140.91,
        "Nd": 144.24, "Sm": 150.36, "Eu": 151.96, "Gd": 157.25, "Tb": 158.93, "Dy": 162.50, "Ho": 164.93,
        "Er": 167.26, "Tm": 168.93, "Yb": 173.05, "Lu": 174.97, "Hf": 178.49, "Ta": 180.95, "W": 183.84,
        "Re": 186.21, "Os": 190.23, "Ir": 192.22, "Pt": 195.08, "Au": 196.97, "Hg": 200.59, "Tl": 204.38,
        "Pb": 207.2, "Bi": 208.98, "Th": 232.04, "U": 238.03,
    ]

    /// Mass of the oxide for a mass of 1 of its element; nil where `formula` is not the element and oxygen
    /// (`Pr6O11`), or the element is unknown.
    static func oxideFactor(_ formula: String, of element: String) -> Double? {
        guard let weight = weights[element], formula.hasPrefix(element) else { return nil }
        let parts = formula.dropFirst(element.count).split(separator: "O", omittingEmptySubsequences: false)
        guard parts.count == 2, let atoms = count(parts[0]), let oxygens = count(parts[1]) else { return nil }
        let mass = Double(atoms) * weight
        return (mass + Double(oxygens) * oxygen) / mass
    }

    private static func count(_ digits: Substring) -> Int? {
        if digits.isEmpty { return 1 }
        guard let count = Int(digits), (1...99).contains(count) else { return nil }
        return count
    }
}
