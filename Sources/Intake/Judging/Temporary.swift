import CertificateReading
import Standards
extension StandardsSnapshot { var laboratories: [Laboratory] { [] } }
