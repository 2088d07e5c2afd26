// Package generator turns an OpenAPI document into the files of a Go package. The command oas2go is made of it, and programs may use it
// too: [Generate] makes the files, [Lint] only judges the document, [Explain] says what became of one place of it, [Diff] compares
// two versions, [Bundle] writes one document of several files, and [Mock] answers requests.
//
// Each of them takes a configuration struct and returns a result with its findings. A fault of the document is a finding with a
// position, and the error is then [ErrUnusable]. All other errors are those of files, of the configuration, or of oas2go itself
// ([*InternalError]). Nothing is written to disk, but by [Fetch].
//
// docs/stability.md says what may change in which version.
package generator
