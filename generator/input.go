package generator

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/source"
	"github.com/oas2go/oas2go/generator/internal/source/revision"
	"github.com/oas2go/oas2go/generator/output"
)

// Stdin is the [Config.Spec] of a document on standard input.
const Stdin = "-"

// stdinName is what findings call standard input, as compilers do, and stdinDocument what the headers of files call it.
const (
	stdinName     = "<stdin>"
	stdinDocument = "standard input"
)

// ShownAs returns what findings call the document with a [Config.Spec].
func ShownAs(spec string) string {
	if spec == Stdin {
		return stdinName
	}
	return spec
}

// An input is a document that is open for reading: a file, standard input, or what a commit has.
type input struct {
	loader   *source.Loader
	document string             // its name in the headers of files
	commit   *revision.Document // nil unless git has it
	inside   func(path string) (string, bool)
}

// overlay reads an overlay: of the same commit as the document, if the repository has it.
func (i *input) overlay(path string, findings *diag.List) (*source.Document, error) {
	if i.commit != nil {
		if way, ok := i.inside(path); ok {
			return i.loader.BesideInTree(i.commit.Files, way, findings)
		}
	}
	return i.loader.Beside(path, findings)
}

// checkSpec returns why spec cannot be a document. Whether git has it turns out when it is opened.
func checkSpec(c *Config) error {
	switch {
	case strings.Contains(c.Spec, "://"):
		return fmt.Errorf("%s: documents are not read from the network; download it first", c.Spec)
	case c.Spec == Stdin && c.Stdin == nil:
		return errors.New("there is no standard input")
	case c.Spec == Stdin || isRevision(c.Spec):
		return nil
	}
	return checkFile(c.Spec)
}

// isRevision reports whether spec names a document of a commit. A file with such a name wins.
func isRevision(spec string) bool {
	_, ok := revision.Split(spec)
	_, err := os.Stat(spec)
	return ok && err != nil
}

// open opens the document of c.
func (c *Config) open(ctx context.Context) (*input, error) {
	switch {
	case c.Spec == Stdin:
		data, err := io.ReadAll(source.Limit(c.Stdin))
		if err != nil {
			return nil, fmt.Errorf("cannot read standard input: %w", err)
		}
		return &input{loader: source.NewTextLoader(stdinName, stdinName, data, c.AllowRefs...), document: stdinDocument}, nil
	case isRevision(c.Spec):
		in, err := c.openRevision(ctx)
		if err != nil && ctx.Err() == nil {
			err = fmt.Errorf("%s: %w", c.Spec, err)
		}
		return in, err
	}
	return &input{loader: source.NewLoader(c.Spec, c.AllowRefs...), document: output.Document(c.Spec)}, nil
}

func (c *Config) openRevision(ctx context.Context) (*input, error) {
	name, _ := revision.Split(c.Spec)
	repository, err := revision.Open(ctx, ".", c.Fetching)
	if err != nil {
		return nil, fmt.Errorf("there is no such file, and %w", err)
	}
	return openCommit(ctx, repository, name, c.AllowRefs)
}

// openCommit opens a document of a repository. Of the folders that it may refer to those in the repository count.
func openCommit(ctx context.Context, repository *revision.Repository, name revision.Name, allowed []string) (*input, error) {
	found, err := repository.Find(ctx, name)
	if err != nil {
		return nil, err
	}
	var inside []string
	for _, dir := range allowed {
		if way, ok := repository.Inside(dir); ok {
			inside = append(inside, way)
		}
	}
	loader := source.NewTreeLoader(found.Files, found.Path, name.Prefix(), inside...)
	return &input{loader: loader, document: output.Document(filepath.FromSlash(path.Base(found.Path))), commit: found, inside: repository.Inside}, nil
}

// close lets go of the files.
func (i *input) close() {
	i.loader.Close()
	if i.commit != nil {
		i.commit.Files.Close()
	}
}
