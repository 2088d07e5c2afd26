// Package support is the code that every generated package needs and that no
// document changes: it reads and writes JSON, checks values, and sends
// requests. The generator copies the files that a package needs into it, with
// the package clause and the error prefix "support: " replaced, and puts those
// together whose names begin with the same word: json, check, rule, client and
// server, in the order of order.txt. README.md tells the families of files.
//
// A file is one subject, so that a package without floats, times or maps does
// not get their code. A file is needed if emitted code or a needed file uses
// one of its top-level names, or one of its methods on a type that is used;
// the test of the closure in this package is the exact rule. No top-level name
// begins with keys, values, pattern, list, map, read, write or rule and a
// capital: those belong to emitted code.
package support
