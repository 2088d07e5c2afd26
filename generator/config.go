package generator

import (
	"fmt"
	"go/token"
	"go/types"
	"io"
	"os"
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/policy"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// A Config says what to generate.
type Config struct {
	Spec        string              // the OpenAPI document: a path, [Stdin], or REF:PATH for what a commit of git has
	Stdin       io.Reader           // is read if Spec says so
	Package     string              // name of the Go package
	File        string              // path of a configuration file, "" for none; what it says is added
	API         string              // of those in File: its settings are added, not only those that stand above all APIs
	AllowRefs   []string            // folders with files that the document may refer to, beside its own
	Refs        []Mapping           // files that stand for what the document refers to elsewhere
	Overlays    []string            // paths of Overlay documents, which are applied to the document one after the other
	Initialisms []string            // words that are written in capitals in Go names, beside the usual ones
	Tolerate    []gomodel.Tolerance // wrong JSON types in responses that clients read all the same
	// IdempotencyKey is the name of the header parameters that are idempotency keys, "" for Idempotency-Key.
	IdempotencyKey string
	Annotate       bool // formats without a Go type say nothing about what is valid
	// AnnotateDiscriminators: a discriminator says nothing about what is valid, as the letter of OpenAPI has it.
	AnnotateDiscriminators bool
	ClosedByLetter         bool              // additionalProperties: false forbids the members of other parts of allOf
	KeepExtra              bool              // structs keep the members that no schema describes
	EnumLists              bool              // enums have a method that gives all values
	Group                  bool              // the client has a field for each first tag
	Structs                bool              // bases with heirs are structs, also where they are the type of a value
	Filter                 api.Filter        // of operations
	Paging                 api.Paging        // how their pages follow each other
	Policy                 policy.Config     // how severe findings are, which changes are approved
	Parts                  []Part            // what is generated beside models and client
	ImportPath             string            // of the package, for its tests; "" if it is in no module
	Prune                  bool              // leave out the schemas that no operation leads to
	Lenient                bool              // make the best of a document with errors
	Limits                 int               // multiplies the limits of what a document may hold and ask for; 0 is 1
	Progress               func(what string) // is told what the run begins to do; nil: nobody is
	Fetching               func(what string) // is told what is fetched for REF:PATH; nil: nobody is
	Strict                 bool              // refuse what generated code would not enforce

	StrictObjects bool // for Diff: members that a schema does not describe are refused
}

// A Mapping says which file stands for a URI, or which folder for all URIs that begin with one that ends with a slash.
type Mapping = source.Mapping

// check returns what is wrong with c and adds what its file says.
func (c *Config) check() error {
	if err := checkSpec(c); err != nil {
		return &UsageError{err}
	}
	return c.checkSettings()
}

// checkSettings is check without the document.
func (c *Config) checkSettings() error {
	for _, dir := range c.AllowRefs {
		if err := checkFolder(dir); err != nil {
			return &UsageError{err}
		}
	}
	for _, path := range c.Overlays {
		if err := checkFile(path); err != nil {
			return &UsageError{fmt.Errorf("overlay %w", err)}
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
