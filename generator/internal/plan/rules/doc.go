// Package rules compiles what no Go type shows to a table of rules (docs/adr/0006), and reports what nobody enforces. It takes shapes and
// operations and returns a [Table]: the rules, which type has which, and which structs must keep the members that a rule looks at.
package rules
