package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	_ "github.com/google/jsonschema-go/jsonschema" // its module holds the test data

	"github.com/oas2go/oas2go/golden/conformance/jsontext"
)

// A draft is a version of JSON Schema, and the version of OpenAPI that its schemas are put to.
type draft struct {
	name    string // of its folder
	openAPI string
}

// drafts are those that are run, if they are there.
func drafts() []draft {
	return []draft{{"draft2020-12", "3.1.0"}, {"draft7", "3.0.3"}, {"draft4", "3.0.3"}}
}

// A group is one schema of the suite with its cases, and what became of it.
type group struct {
	draft       draft
	file        string // such as optional/bignum
	description string
	schema      json.RawMessage
	cases       []testCase

	name        string // of its package and component, such as p007.Group0123
	outOfReach  string // why OpenAPI or one document cannot say it
	hasRemotes  bool   // it refers to other documents, which only oas2go is told the files of
	failure     string // why there is no code
	notEnforced string // what the generator says that the code does not enforce
}

// A testCase is one value and whether the schema accepts it.
type testCase struct {
	description string
	data        json.RawMessage
	valid       bool

	accepted bool
	problem  string // what the code said, or how it died
	judged   bool
	encoded  json.RawMessage // what the value became by decoding and encoding

	peers map[string]bool // whether other libraries accept the value, by their names, if they say anything
}

func (c *testCase) right() bool { return c.judged && c.accepted == c.valid }

// formats reports whether format is an assertion in a file. Elsewhere it is an annotation.
func (g *group) formats() bool { return strings.HasPrefix(g.file, "optional/format/") }

// A source is where the suite is read from.
type source struct {
	module string // folder of the module with the test data
	suite  string // folder of a checkout, "" for none
}

// newSource finds the folder of the module.
func newSource(suite string) (source, error) {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/google/jsonschema-go").Output()
	if err != nil {
		return source{}, fmt.Errorf("go list: %w", err)
	}
	s := source{module: filepath.Join(strings.TrimSpace(string(out)), "jsonschema"), suite: suite}
	if suite != "" && !isFolder(filepath.Join(suite, "tests")) {
		return source{}, fmt.Errorf("%s has no folder tests: it is no checkout of the suite", suite)
	}
	return s, nil
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// groups reads the groups of a draft and says where from, none if neither place has it.
func (s source) groups(d draft) (list []*group, place string, err error) {
	dir, place := filepath.Join(s.module, "testdata", d.name), "module"
	if own := filepath.Join(s.suite, "tests", d.name); s.suite != "" && isFolder(own) {
		dir, place = own, "suite"
	}
	err = filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(path) != ".json" {
			return err
		}
		rel, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		groups, err := readFile(path, d, strings.TrimSuffix(filepath.ToSlash(rel), ".json"))
		list = append(list, groups...)
		return err
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil, place, nil
	}
	return list, place, err
}

// readFile reads the groups of one file.
func readFile(path string, d draft, name string) ([]*group, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var read []struct {
		Description string
		Schema      json.RawMessage
		Tests       []struct {
			Description string
			Data        json.RawMessage
			Valid       bool
		}
	}
	if err := json.Unmarshal(data, &read); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	var list []*group
	for _, r := range read {
		g := &group{draft: d, file: name, description: r.Description, schema: r.Schema}
		for _, t := range r.Tests {
			g.cases = append(g.cases, testCase{description: t.Description, data: t.Data, valid: t.Valid})
		}
		list = append(list, g)
	}
	return list, nil
}

// library reads the documents that schemas of the suite refer to, by URI: those of the suite and the schemas of JSON Schema itself.
func (s source) library() (library, error) {
	const metaURI = "https://json-schema.org/draft/2020-12"
	found := library{}
	if err := readRemotes(found, filepath.Join(s.module, "meta-schemas", "draft2020-12"), metaURI, true); err != nil {
		return nil, err
	}
	dirs := []string{filepath.Join(s.module, "testdata", "remotes")}
	if own := filepath.Join(s.suite, "remotes"); s.suite != "" && isFolder(own) {
		dirs = append(dirs, own)
	}
	for _, dir := range dirs {
		if err := readRemotes(found, dir, "http://localhost:1234", false); err != nil {
			return nil, err
		}
	}
	return found, nil
}

// readRemotes adds the documents of a folder. The URIs of the schemas of JSON Schema have no file extension.
func readRemotes(found library, dir, uri string, meta bool) error {
	return filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(path) != ".json" {
			return err
		}
		rel, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		schema, err := jsontext.Decode(data)
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		name := filepath.ToSlash(rel)
		if meta {
			name = strings.TrimSuffix(name, ".json")
		}
		found[uri+"/"+name] = schema
		return nil
	})
}

// files returns the names of the files of groups, in their order.
func files(groups []*group) (names []string) {
	for _, g := range groups {
		if !slices.Contains(names, g.file) {
			names = append(names, g.file)
		}
	}
	return names
}
