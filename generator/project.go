package generator

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// ConfigName is the name of the configuration file that lists the APIs of a repository.
const ConfigName = "oas2go.yaml"

// A Project is a configuration file that lists APIs.
type Project struct {
	File string // its path
	APIs []API  // in the order of the file; none if it lists none
}

// An API is an entry of apis in a configuration file, or a document that was named in place of one.
type API struct {
	Name     string // "" for a document that no configuration lists
	Document string // the path of the document, as [Config.Spec]
	Out      string // the folder of the package, "" if nobody has named one
	Package  string // the name of the package, "" if nobody has given one
	Source   string // the URL that the document is a copy of, "" if there is none
	file     string // the configuration that lists it
}

// Apply returns c for an API: with its document, its settings, and its package if c names none.
func (a API) Apply(c Config) Config {
	if c.Spec = a.Document; a.Name == "" {
		return c
	}
	c.File, c.API = a.file, a.Name
	if c.Package == "" {
		c.Package = a.Package
	}
	return c
}

// ReadProject reads a configuration file. Paths in it are relative to its folder. A [*UsageError] says all that is wrong with it, such as
// two APIs that have the same folder.
func ReadProject(path string) (*Project, error) {
	f, err := openConfig(&Config{File: path})
	if err != nil {
		return nil, &UsageError{err}
	}
	return &Project{File: path, APIs: f.list()}, nil
}

// FindConfig returns the path of the nearest oas2go.yaml in dir or in a folder above it, "" if there is none. The last folder that it looks
// at is the root of the repository. Where there is no repository, it is that of the nearest go.mod, otherwise dir itself.
func FindConfig(dir string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	last := cmp.Or(above(dir, ".git"), above(dir, "go.mod"), dir)
	for at := dir; ; at = filepath.Dir(at) {
		if path := filepath.Join(at, ConfigName); isFile(path) {
			return fromHere(path), nil
		}
		if at == last {
			return "", nil
		}
	}
}

// Select returns the APIs that the argument of a command means. It is the path of a document (also - and REF:PATH), the name of an API, or
// "" for all APIs. file is the configuration, "" for that of [FindConfig], which is not asked about the path of a document. A document
// that one API of file has means that API.
func Select(argument, file string) ([]API, error) {
	list, err := selectAPIs(argument, file)
	if err != nil {
		return nil, &UsageError{err}
	}
	return list, nil
}

func selectAPIs(argument, file string) ([]API, error) {
	document := []API{{Document: argument}}
	isName := apiName.MatchString(argument)
	if argument != "" && !isName && file == "" {
		return document, nil
	}
	p, err := project(file)
	if err != nil {
		return nil, err
	}
	switch {
	case argument == "" && p == nil:
		return nil, ErrNoAPIs
	case argument == "" && len(p.APIs) == 0:
		return nil, fmt.Errorf("%s lists no APIs: add apis, or name a document", p.File)
	case argument == "":
		return p.APIs, nil
	case p == nil || len(p.APIs) == 0:
		return document, nil
	case isName && !isFile(argument):
		return p.named(argument)
	case isName && slices.Contains(names(p.APIs), argument):
		return nil, fmt.Errorf("%[1]s is a file, and an API of %[2]s: write .%[3]c%[1]s for the file", argument, p.File, filepath.Separator)
	case file == "":
		return document, nil
	}
	return p.with(argument)
}

// ErrNoAPIs says that there is no configuration that lists APIs.
var ErrNoAPIs = errors.New("no " + ConfigName + " here or above")

// project reads a configuration, that of the working directory if none is named. It is nil if there is none.
func project(file string) (*Project, error) {
	if file == "" {
		found, err := FindConfig(".")
		if err != nil || found == "" {
			return nil, err
		}
		file = found
	}
	return ReadProject(file)
}

// named returns the API with a name.
func (p *Project) named(name string) ([]API, error) {
	if i := slices.IndexFunc(p.APIs, func(a API) bool { return a.Name == name }); i >= 0 {
		return p.APIs[i : i+1], nil
	}
	return nil, fmt.Errorf("there is no file %s, and %w", name, noSuchAPI(p.File, name, p.APIs))
}

// with returns the API that has a document.
func (p *Project) with(document string) ([]API, error) {
	found := slices.DeleteFunc(slices.Clone(p.APIs), func(a API) bool { return !samePlace(a.Document, document) })
	switch len(found) {
	case 0:
		return []API{{Document: document}}, nil
	case 1:
		found[0].Document = document
		return found, nil
	}
	return nil, fmt.Errorf("%s is the document of several APIs of %s: name one of %s", document, p.File, strings.Join(names(found), ", "))
}

// above returns the nearest of dir and the folders above it that has a file or folder with a name, "" if none has it.
func above(dir, name string) string {
	for {
		if _, err := os.Stat(filepath.Join(dir, name)); err == nil {
			return dir
		}
		up := filepath.Dir(dir)
		if up == dir {
			return ""
		}
		dir = up
	}
}

func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && !info.IsDir()
}

// fromHere returns the path that is relative to the working directory, if there is one.
func fromHere(path string) string {
	here, err := os.Getwd()
	if err != nil {
		return path
	}
	if way, err := filepath.Rel(here, path); err == nil {
		return way
	}
	return path
}
