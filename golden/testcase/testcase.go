// Package testcase reads the golden cases, for the tests of several packages.
package testcase

import (
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"

	"golang.org/x/tools/txtar"
)

// What files of a case are.
const (
	WantPrefix = "want/"       // before the names of generated files
	ConfigFile = "oas2go.yaml" // the configuration of the generator
)

// A Case is one file of golden/cases.
type Case struct {
	Name    string // of the file, without .txtar: union-by-kind
	Package string // that is generated: unionbykind
	Path    string
	Archive *txtar.Archive
}

// All reads all cases of a folder.
func All(dir string) (list []*Case, err error) {
	paths, err := filepath.Glob(filepath.Join(dir, "*.txtar"))
	if err != nil {
		return nil, err
	}
	if len(paths) == 0 {
		return nil, errors.New(dir + " has no cases")
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

// IsInput reports whether the generator reads a file of a case: the document, its configuration, what it refers to.
func IsInput(name string) bool {
	switch path.Ext(name) {
	case ".yaml", ".yml", ".json":
		return !strings.HasPrefix(name, WantPrefix)
	}
	return false
}

// Write puts the inputs of the case into a folder.
func (c *Case) Write(dir string) error {
	for _, f := range c.Archive.Files {
		if !IsInput(f.Name) {
			continue
		}
		file := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			return err
		}
		if err := os.WriteFile(file, f.Data, 0o600); err != nil {
			return err
		}
	}
	return nil
}
