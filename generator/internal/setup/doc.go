// Package setup looks at a repository and proposes the configuration that lists its APIs. A folder of files comes in, the text of a
// configuration goes out. It knows what other generators of Go call their settings, and nothing of how oas2go generates.
package setup
