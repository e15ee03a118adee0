import Glibc
import Intake

/// Who sits at the keyboard, as the system knows it.
enum SystemUser {
    /// The login under which the session began, which `sudo` does not change, with the account that it acts under
    /// where that is another: `mroy as cupel`. nil where the system knows neither.
    static var name: String? {
        let account = name(of: getuid())
        guard let login = loginNumber.flatMap(name(of:)) ?? caller, login != account else { return account }
        return login + (account.map { " as \($0)" } ?? "")
    }

    private static func name(of number: uid_t) -> String? {
        getpwuid(number).map { String(cString: $0.pointee.pw_name) }
    }

    /// Who called sudo, where the kernel keeps no logins. The word can be trusted where nobody becomes the account but by
    /// sudo: a service's, which is neither a person's nor root.
    private static var caller: String? {
        guard (1..<1000).contains(getuid()), let word = getenv("SUDO_USER") else { return nil }
        let name = String(cString: word)
        return name.isEmpty ? nil : name
    }

    /// The kernel's record of the login (audit); unset for services, and where the kernel keeps none.
    private static var loginNumber: uid_t? {
        guard let file = fopen("/proc/self/loginuid", "r") else { return nil }
        defer { fclose(file) }
        var digits = [CChar](repeating: 0, count: 16)
        guard fgets(&digits, Int32(digits.count), file) != nil else { return nil }
        let text = String(decoding: digits.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        return uid_t(text).flatMap { $0 == uid_t.max ? nil : $0 }
    }
}
