package generator

import (
	"cmp"
	"context"
	"os"
	"path/filepath"

	"github.com/oas2go/oas2go/generator/internal/source"
	"github.com/oas2go/oas2go/generator/internal/source/revision"
	"github.com/oas2go/oas2go/generator/output"
)

// A GitDiff is what git tells a diff driver about a file that has changed: gitattributes(5), "Defining an external diff driver". Files are
// temporary ones, or that of the work tree.
type GitDiff struct {
	Path             string // in the repository
	NewPath          string // of a file that is renamed, otherwise ""
	OldFile, OldHash string
	NewFile, NewHash string
}

// open opens both versions.
func (d *GitDiff) open(ctx context.Context, c Config) ([]namedInput, error) {
	old, err := gitFile{"a/", d.Path, d.OldFile, d.OldHash}.open(ctx, c)
	if err != nil {
		return nil, err
	}
	in, err := gitFile{"b/", cmp.Or(d.NewPath, d.Path), d.NewFile, d.NewHash}.open(ctx, c)
	if err != nil {
		old.close()
		return nil, err
	}
	return []namedInput{old, in}, nil
}

// A gitFile is one version of a file.
type gitFile struct {
	prefix string // of its name, if it is of no known commit
	path   string // in the repository
	file   string // that has its text
	hash   string
}

// open opens the version. Git does not say which commit it is of, and other files that it refers to are there: so HEAD and the index
// are asked whether they have it. Otherwise it is read alone, and refers to the files of the work tree.
func (v gitFile) open(ctx context.Context, c Config) (namedInput, error) {
	if filepath.Clean(v.file) == filepath.FromSlash(v.path) {
		c.Spec = v.file
		in := &input{loader: source.NewLoader(v.file, c.AllowRefs...), document: output.Document(v.file)}
		return namedInput{v.file, in}, checkFile(v.file)
	}
	if repository, err := revision.Open(ctx, ".", c.Fetching); err == nil {
		for _, name := range []revision.Name{revision.Head(v.path), {Path: v.path}} {
			in, err := openCommit(ctx, repository, name, c.AllowRefs)
			if err != nil {
				continue
			}
			if in.commit.Files.Hash(in.commit.Path) == v.hash {
				return namedInput{name.Prefix() + v.path, in}, nil
			}
			in.close()
		}
	}
	data, err := os.ReadFile(v.file)
	if err != nil {
		return namedInput{}, err
	}
	loader := source.NewTextLoader(v.prefix+v.path, filepath.FromSlash(v.path), data, c.AllowRefs...)
	return namedInput{v.prefix + v.path, &input{loader: loader, document: output.Document(v.path)}}, nil
}
