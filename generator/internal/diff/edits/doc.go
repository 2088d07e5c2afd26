// Package edits collects the changes of two documents: each edit at one place once, with all operations that it reaches, and the verdict
// that follows from what it does to the set of messages.
package edits
