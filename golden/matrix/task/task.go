// Package task has what the matrix and the programs that it runs say to each other.
package task

// A Task is one pair to try.
type Task struct {
	Pair              string // its name, which operations and types have too
	Do                string // model, new, send, receive, echo, fail, header or webhook
	Where             string // in the request: path, query, querystring, header, cookie, json, text, form, multipart or xml
	Value             string // JSON that is valid
	Null              string // JSON with null in its place, "" if that is not valid
	Invalid           string // JSON that is not valid, "" for none
	At                string // the pointer to what is wrong
	Above             bool   // the pointer may be one above: to a union
	Text, InvalidText string // what a header has for Value and Invalid
	Want              string // what must arrive, "" for anything
	JSON              bool   // Want is JSON
	Status            int    // of the response
	Media             string
	Back              string // what is written of Value, "" for the same
	Examples          []Example
}

// An Example is one more value of a pair.
type Example struct {
	Value   string // JSON
	Refused bool
	At      string // the pointer to what is wrong
	Above   bool   // the pointer may be one above: to a union
	As      string // the Go type that a union holds, without "Input"; "" for any
	Set     bool   // the tag is set in Go before the value is written
	Member  string // that is the tag
	Tag     string // what it is set to
	Back    string // what is written then, "" for Value
	Want    string // what must arrive, "" for anything
}

// A Result is what came of a task: "" for success.
type Result struct {
	Pair, Problem string
}
