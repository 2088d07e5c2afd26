package documents

import (
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"

	"golang.org/x/tools/txtar"
)

const (
	// ConfigName is the name of the configuration in a golden case.
	ConfigName = "oas2go.yaml"
	// WantPrefix is before the names of the generated files in a golden case.
	WantPrefix = "want/"
)

// A Case is one golden case.
type Case struct {
	Name    string // of the file, without .txtar: union-by-kind
	Package string // that is generated: unionbykind
	Path    string
	Archive *txtar.Archive
}

// ReadCases reads the golden cases of a folder.
func ReadCases(folder string) (list []*Case, err error) {
	paths, err := filepath.Glob(filepath.Join(folder, "*.txtar"))
	if err != nil {
		return nil, err
	}
	if len(paths) == 0 {
		return nil, errors.New(folder + " has no golden cases")
	}
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			return nil, err
		}
		name := strings.TrimSuffix(filepath.Base(path), ".txtar")
		list = append(list, &Case{Name: name, Package: strings.ReplaceAll(name, "-", ""), Path: path, Archive: archive})
	}
	return list, nil
}

// File returns a file of the case.
func (c *Case) File(name string) (data []byte, ok bool) {
	for _, f := range c.Archive.Files {
		if f.Name == name {
			return f.Data, true
		}
	}
	return nil, false
}

// Spec returns the document of the case.
func (c *Case) Spec() (name string, data []byte, err error) {
	for _, name := range []string{"spec.yaml", "spec.json"} {
		if data, ok := c.File(name); ok {
			return name, data, nil
		}
	}
	return "", nil, fmt.Errorf("%s has no spec.yaml and no spec.json", c.Path)
}

// Unusable reports whether the case expects no code.
func (c *Case) Unusable() bool {
	_, ok := c.File(WantPrefix + "doc_gen.go")
	return !ok
}

// IsInput reports whether a file of a golden case is read by the generator: the document, its configuration, what it refers to.
func IsInput(name string) bool {
	switch path.Ext(name) {
	case ".yaml", ".yml", ".json":
		return !strings.HasPrefix(name, WantPrefix)
	}
	return false
}

// Unpack writes the inputs of the case into dir.
func (c *Case) Unpack(dir string) (Document, error) {
	d := Document{Name: c.Name, Package: c.Package}
	spec, _, err := c.Spec()
	if err != nil {
		return d, err
	}
	for _, f := range c.Archive.Files {
		if !IsInput(f.Name) {
			continue
		}
		path := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, f.Data, 0o600)); err != nil {
			return d, err
		}
		switch f.Name {
		case ConfigName:
			d.Config = path
		case spec:
			d.Path, d.Size = path, int64(len(f.Data))
		default:
			d.Others = append(d.Others, f.Name)
		}
	}
	return d, nil
}

// Cases unpacks the golden cases of a folder into dir, each into a folder with its name.
func Cases(folder, dir string) (list []Document, err error) {
	cases, err := ReadCases(folder)
	if err != nil {
		return nil, err
	}
	for _, c := range cases {
		d, err := c.Unpack(filepath.Join(dir, c.Name))
		if err != nil {
			return nil, err
		}
		list = append(list, d)
	}
	return list, nil
}
