// Package templates holds what generated packages have in common, embedded: support code, which is real Go and is compiled and
// tested in its own folder.
package templates

import (
	"embed"
	"io/fs"
)

//go:embed support/*.go
var support embed.FS

// Support returns the Go files of package support, its tests included: embed patterns cannot leave them out.
func Support() fs.FS {
	sub, err := fs.Sub(support, "support")
	if err != nil {
		return support // cannot happen: "support" is a valid path
	}
	return sub
}
