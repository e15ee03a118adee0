/// All places where bytes of strangers come in.
public enum FuzzTargets {
    public static let all: [any FuzzTarget] = [
        DecimalTarget(), DelimitedTarget(), WorkbookTarget(), RegisterTarget(), ContainerTarget(), LaboratoryTarget(),
        CertificateTarget(),
    ]
}
