package generator

import (
	"fmt"
	"go/token"
	"go/types"
	"os"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/source"
)

// A Config says what to generate.
type Config struct {
	Spec        string   // path of the OpenAPI document
	Package     string   // name of the Go package
	File        string   // path of a configuration file, "" for none; what it says is added
	AllowRefs   []string // folders with files that the document may refer to, beside its own
	Initialisms []string // words that are written in capitals in Go names, beside the usual ones
	Annotate    bool     // formats without a Go type say nothing about what is valid
	Lenient     bool     // make the best of a document with errors
	Strict      bool     // refuse what generated code would not enforce
}

// check returns what is wrong with c and adds what its file says.
func (c *Config) check() error {
	if err := checkSpec(c.Spec); err != nil {
		return &UsageError{err}
	}
	for _, dir := range c.AllowRefs {
		if err := checkFolder(dir); err != nil {
			return &UsageError{err}
		}
	}
	if err := checkPackage(c.Package); err != nil {
		return &UsageError{err}
	}
	if c.File == "" {
		return nil
	}
	if err := c.readFile(); err != nil {
		return &UsageError{err}
	}
	return nil
}

func checkSpec(path string) error {
	if strings.Contains(path, "://") {
		return fmt.Errorf("%s: documents are not read from the network; download it first", path)
	}
	return checkFile(path)
}

// checkFile returns why the file at path cannot be read, in words without system calls.
func checkFile(path string) error {
	info, err := os.Stat(path)
	switch {
	case os.IsNotExist(err):
		return fmt.Errorf("%s: there is no such file", path)
	case err != nil:
		return err
	case info.IsDir():
		return fmt.Errorf("%s is a folder, not a file", path)
	}
	return nil
}

// checkFolder returns why dir cannot be a folder of files to refer to.
func checkFolder(dir string) error {
	info, err := os.Stat(dir)
	switch {
	case os.IsNotExist(err):
		return fmt.Errorf("%s: there is no such folder", dir)
	case err != nil:
		return err
	case !info.IsDir():
		return fmt.Errorf("%s is a file, not a folder", dir)
	}
	return nil
}

// checkPackage refuses names that Go or its users cannot import.
func checkPackage(name string) error {
	reason := ""
	switch {
	case token.IsKeyword(name):
		reason = "is a keyword of Go"
	case !token.IsIdentifier(name):
		reason = "is no Go identifier: letters and digits, a letter first"
	case name == "_" || name == "main" || name == "init":
		reason = "cannot be imported"
	case types.Universe.Lookup(name) != nil:
		reason = "is a predeclared name of Go, which importers would lose"
	case name == "documentation" || strings.HasSuffix(name, "_test"):
		reason = "has a meaning of its own for the go command"
	default:
		return nil
	}
	return &PackageNameError{name, reason}
}

// configKeys are the keys of a configuration file.
func configKeys() []string { return []string{"formats", "initialisms"} }

// readFile adds what the configuration file of c says.
func (c *Config) readFile() error {
	if err := checkFile(c.File); err != nil {
		return err
	}
	data, err := os.ReadFile(c.File)
	if err != nil || onlyComments(string(data)) {
		return err
	}
	var findings diag.List
	d, err := source.ReadFile(c.File, &findings)
	if err != nil {
		return err
	}
	if d.Root != nil {
		c.readRoot(d, &findings)
	}
	if findings.Count(diag.Error) == 0 {
		return nil
	}
	var b strings.Builder
	if err := diag.WriteText(&b, findings.All()); err != nil {
		return err
	}
	return fmt.Errorf("the configuration cannot be used:\n%s", strings.TrimSuffix(b.String(), "\n"))
}

// onlyComments reports whether a YAML file says nothing, which is no error for a configuration.
func onlyComments(text string) bool {
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			return false
		}
	}
	return true
}

func (c *Config) readRoot(d *source.Document, findings *diag.List) {
	if d.Root.Kind != source.Object {
		findings.Error(d.Pos(d.Root, nil), diag.RuleType, "a configuration is an object, not %s", d.Root.Kind)
		return
	}
	for _, m := range d.Root.Members {
		path := (*diag.Path)(nil).Child(m.Name)
		switch m.Name {
		case "formats":
			c.readFormats(d, m.Value, path, findings)
		case "initialisms":
			c.readInitialisms(d, m.Value, path, findings)
		default:
			pos := diag.Pos{File: d.File, Path: path, Line: m.Line, Column: m.Column}
			f := findings.Error(pos, diag.RuleUnknownKey, "unknown key %q", m.Name)
			f.Hint = "known are " + strings.Join(configKeys(), ", ")
			if like := diag.Closest(m.Name, configKeys()); like != "" {
				f.Hint = "did you mean " + strconv.Quote(like) + "?"
			}
		}
	}
}

// readFormats reads what format means: an assertion, as OpenAPI tools take it, or an annotation, as JSON Schema does by default.
func (c *Config) readFormats(d *source.Document, n *source.Node, path *diag.Path, findings *diag.List) {
	switch {
	case n.Kind == source.String && n.Text == "assert":
		c.Annotate = false
	case n.Kind == source.String && n.Text == "annotate":
		c.Annotate = true
	default:
		findings.Error(d.Pos(n, path), diag.RuleValue, "formats is assert or annotate")
	}
}

func (c *Config) readInitialisms(d *source.Document, n *source.Node, path *diag.Path, findings *diag.List) {
	if n.Kind != source.Array {
		findings.Error(d.Pos(n, path), diag.RuleType, "initialisms is an array of words, not %s", n.Kind)
		return
	}
	for i, item := range n.Items {
		if item.Kind != source.String || !token.IsIdentifier("X"+item.Text) || strings.Contains(item.Text, "_") || item.Text == "" {
			findings.Error(d.Pos(item, path.Child(strconv.Itoa(i))), diag.RuleValue, "an initialism is a word of letters and digits")
			continue
		}
		c.Initialisms = append(c.Initialisms, item.Text)
	}
}
