// Package rules has what people read about the kinds of changes: what each rule means, with the smallest documents that show it, and
// what to do about one change. It compares nothing. The texts are made of the rule and the facts of a change alone.
package rules
