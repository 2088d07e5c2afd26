// Package documents finds the OpenAPI documents that the tools of golden work on: those of the golden cases and those of a folder.
package documents

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/txtar"
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

// ConfigName is the name of the configuration in a golden case.
const ConfigName = "oas2go.yaml"

// IsInput reports whether a file of a golden case is read by the generator: the document, its configuration, what it refers to.
func IsInput(name string) bool {
	switch path.Ext(name) {
	case ".yaml", ".yml", ".json":
		return !strings.HasPrefix(name, "want/")
	}
	return false
}

// Cases unpacks the golden cases of a folder into dir, each into a folder with its name.
func Cases(folder, dir string) (list []Document, err error) {
	paths, err := filepath.Glob(filepath.Join(folder, "*.txtar"))
	if err != nil {
		return nil, err
	}
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			return nil, err
		}
		name := strings.TrimSuffix(filepath.Base(path), ".txtar")
		d, err := Unpack(name, archive, filepath.Join(dir, name))
		if err != nil {
			return nil, err
		}
		list = append(list, d)
	}
	return list, nil
}

// Unpack writes the inputs of the golden case with a name into dir.
func Unpack(name string, archive *txtar.Archive, dir string) (Document, error) {
	d := Document{Name: name, Package: strings.ReplaceAll(name, "-", "")}
	for _, f := range archive.Files {
		if !IsInput(f.Name) {
			continue
		}
		path := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, f.Data, 0o600)); err != nil {
			return d, err
		}
		switch {
		case f.Name == ConfigName:
			d.Config = path
		case d.Path == "" && slices.Contains([]string{"spec.yaml", "spec.json"}, f.Name):
			d.Path, d.Size = path, int64(len(f.Data))
		default:
			d.Others = append(d.Others, f.Name)
		}
	}
	if d.Path == "" {
		return d, &fs.PathError{Op: "unpack", Path: name, Err: errors.New("it has no spec.yaml and no spec.json")}
	}
	return d, nil
}
