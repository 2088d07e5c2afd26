// Package messages writes requests and responses that show a change: the smallest that one document allows. It knows how the value of a
// parameter or a body becomes text, and asks for the values themselves.
package messages
