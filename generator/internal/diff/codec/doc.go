// Package codec says what generated code does with a message, without building it: whether a client with default options can read an
// response, and what it says to a request that breaks the document. It follows the codecs and checks of gomodel as emit prints them and
// support code runs them; tests compare it with compiled packages.
//
// Where it cannot follow, it says so instead of guessing: XML, and for requests the rules and formats that support code judges.
package codec
