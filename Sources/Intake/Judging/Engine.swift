/// The part of a verdict's state that is the program itself. It changes whenever the same certificate, register,
/// standards and policy could come to another verdict.
public enum Engine {
    public static let version = "0.4"
}
