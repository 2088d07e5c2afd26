// Package gocall writes the Go code that a user of a generated package would write for a request: a call of the method with its
// parameters, in which all that the message has is set and nothing else. With the code comes what it needs of the package, so that it
// can be said whether it still compiles with another one.
//
// Constants of enums are never needed: a text can stand for them, or be converted.
package gocall
