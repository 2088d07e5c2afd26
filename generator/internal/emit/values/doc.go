// Package values prints what is done with one value: how it is read, how it is written, whether it is there, how it is checked. The
// methods of types and of the client are made of these statements.
//
// It takes codecs, checks and the expression that holds the value, and the declarations of the package to look others up ([Scope]). It
// returns expressions and statements, and the methods that support code calls, whose parameters those statements use: r for the reader, w
// for the writer, c for the checker. It declares no type, and knows nothing of clients.
package values
