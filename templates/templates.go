// Package templates holds what oas2go copies, embedded: support code of generated packages, which is real Go and is compiled and
// tested in its own folder, and a first configuration file.
package templates

import (
	"embed"
	"io/fs"
	"slices"
)

//go:embed init/oas2go.yaml
var configuration []byte

// Configuration returns a configuration file in which everything is a comment.
func Configuration() []byte { return slices.Clone(configuration) }

//go:embed support/*.go support/order.txt
var support embed.FS

// Support returns the Go files of package support and their order. Its tests are included: embed patterns cannot leave them out.
func Support() fs.FS {
	sub, err := fs.Sub(support, "support")
	if err != nil {
		return support // cannot happen: "support" is a valid path
	}
	return sub
}
