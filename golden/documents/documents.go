// Package documents finds the OpenAPI documents that the tools of golden work on: those of the golden cases and those of a folder.
package documents

import (
	"os"
	"path/filepath"
)

// A Document is a document and what has to be said about it on a command line.
type Document struct {
	Name    string // for people
	Path    string
	Package string // a name for its package, "" if any will do
	Config  string // path of its configuration, "" if it has none
	Size    int64
	Others  []string // other files in its folder that it may refer to, as a reference names them
}

// Folder returns the documents of a folder: all files in it that have at most largest bytes.
func Folder(dir string, largest int64) (list []Document, err error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		d := Document{Name: e.Name(), Path: filepath.Join(dir, e.Name())}
		info, err := os.Stat(d.Path) // a link may lead to a document
		if err != nil || info.IsDir() || info.Size() > largest {
			continue
		}
		d.Size = info.Size()
		list = append(list, d)
	}
	return list, nil
}
