package generator

import (
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
	OldFile, OldHash string
	NewFile, NewHash string
}

// open opens both versions.
func (d *GitDiff) open(ctx context.Context, c Config) ([]namedInput, error) {
	old, err := d.version(ctx, c, "a/", d.OldFile, d.OldHash)
	if err != nil {
		return nil, err
	}
	in, err := d.version(ctx, c, "b/", d.NewFile, d.NewHash)
	if err != nil {
		old.close()
		return nil, err
	}
	return []namedInput{old, in}, nil
}

// version opens one version. Git does not say which commit it is of, and other files that it refers to are there: so HEAD and the index
// are asked whether they have it. Otherwise it is read alone, and refers to the files of the work tree.
func (d *GitDiff) version(ctx context.Context, c Config, prefix, file, hash string) (namedInput, error) {
	if filepath.Clean(file) == filepath.FromSlash(d.Path) {
		c.Spec = file
		in := &input{loader: source.NewLoader(file, c.AllowRefs...), document: output.Document(file)}
		return namedInput{file, in}, checkFile(file)
	}
	if repository, err := revision.Open(ctx, ".", c.Fetching); err == nil {
		for _, name := range []revision.Name{revision.Head(d.Path), {Path: d.Path}} {
			in, err := openCommit(ctx, repository, name, c.AllowRefs)
			if err != nil {
				continue
			}
			if in.commit.Files.Hash(in.commit.Path) == hash {
				return namedInput{name.Prefix() + d.Path, in}, nil
			}
			in.close()
		}
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return namedInput{}, err
	}
	loader := source.NewTextLoader(prefix+d.Path, filepath.FromSlash(d.Path), data, c.AllowRefs...)
	return namedInput{prefix + d.Path, &input{loader: loader, document: output.Document(d.Path)}}, nil
}
