package revision

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
)

// A Repository is a clone that documents are read from.
type Repository struct {
	git    git
	top    string // the folder of the work tree, "" for a bare repository
	prefix string // the way from there to the folder that it was opened for, "" for none
	log    func(string)
}

// Open finds the repository that a folder belongs to. log is told what is fetched; it may be nil.
func Open(ctx context.Context, dir string, log func(string)) (*Repository, error) {
	if log == nil {
		log = func(string) {}
	}
	r := &Repository{git: git{workTree(dir)}, log: log}
	up, err := r.git.output(ctx, "rev-parse", "--is-bare-repository", "--show-cdup")
	switch {
	case isFailure(err) && strings.Contains(err.Error(), "not a git repository"):
		return nil, errors.New("there is no git repository here")
	case err != nil:
		return nil, err
	}
	bare, up, _ := strings.Cut(up, "\n")
	if bare == "true" {
		return r, nil
	}
	r.top = real(filepath.Join(r.git.dir, filepath.FromSlash(up)))
	r.prefix, _ = r.inside(dir)
	return r, nil
}

// inside returns the way to a folder or file of the work tree, with slashes. ok is false if it is elsewhere.
func (r *Repository) inside(at string) (way string, ok bool) {
	way, err := filepath.Rel(r.top, real(at))
	if way = filepath.ToSlash(way); r.top == "" || err != nil || way == ".." || strings.HasPrefix(way, "../") {
		return "", false
	}
	if way == "." {
		way = ""
	}
	return way, true
}

// A Document is a file of a commit, beside all others of it.
type Document struct {
	Files  *Tree
	Path   string // in Files
	Commit string // "" for the index
	Name   Name
}

// Find returns the document that a name means. The caller closes its files. The error is a [fs.ErrNotExist] if only the file is missing.
func (r *Repository) Find(ctx context.Context, name Name) (*Document, error) {
	if err := name.check(); err != nil {
		return nil, err
	}
	d := &Document{Name: name}
	var err error
	if name.Ref == "" {
		d.Files, err = r.index(ctx)
	} else if d.Commit, err = r.commit(ctx, name); err == nil {
		d.Files, err = r.tree(ctx, d.Commit)
	}
	if err != nil {
		return nil, err
	}
	if d.Path, err = r.locate(d.Files, name); err != nil {
		d.Files.Close()
		return nil, err
	}
	return d, nil
}

// HeadOf returns the name of what HEAD has for a file of the work tree.
func (r *Repository) HeadOf(file string) (Name, error) {
	folder, ok := r.inside(filepath.Dir(file))
	if !ok {
		return Name{}, errors.New("it is outside of the work tree")
	}
	return Head(path.Join(folder, filepath.Base(file))), nil
}

// Inside returns the way to a folder of the work tree in trees. ok is false if it is elsewhere.
func (r *Repository) Inside(dir string) (way string, ok bool) {
	if way, ok = r.inside(dir); way == "" {
		way = "."
	}
	return way, ok
}

func (n Name) check() error {
	for _, ref := range []string{n.Ref, n.With} {
		if strings.HasPrefix(ref, "-") {
			return fmt.Errorf("a revision cannot begin with -")
		}
	}
	switch {
	case n.Path == "":
		return fmt.Errorf("which file of %s? Write %spath/of/the/document.yaml", n.Ref, n.Prefix())
	case strings.HasPrefix(n.Path, "/"):
		return fmt.Errorf("paths in a commit begin at the root of the repository, without /")
	}
	return nil
}

// locate returns where the tree has the document. A path begins at the root of the repository, with ./ or ../ in the current folder,
// as for git. What the root does not have may be below the current folder too: there it is what completion writes.
func (r *Repository) locate(files *Tree, name Name) (string, error) {
	given := filepath.ToSlash(name.Path)
	relative := strings.HasPrefix(given, "./") || strings.HasPrefix(given, "../")
	fromRoot, fromHere := path.Clean(given), path.Join(r.prefix, given)
	if relative {
		fromRoot = fromHere
	}
	if fromRoot == ".." || strings.HasPrefix(fromRoot, "../") {
		return "", fmt.Errorf("%s leads out of the repository", name.Path)
	}
	err := readable(files, fromRoot)
	if errors.Is(err, fs.ErrNotExist) && !relative && r.prefix != "" && fromHere != fromRoot && !strings.HasPrefix(fromHere, "../") {
		if there := readable(files, fromHere); !errors.Is(there, fs.ErrNotExist) {
			fromRoot, err = fromHere, there
		}
	}
	if errors.Is(err, fs.ErrNotExist) {
		return "", missing(files, name, fromRoot)
	}
	return fromRoot, err
}

// readable returns why a path is no document.
func readable(files fs.FS, at string) error {
	info, err := fs.Stat(files, at)
	if inner, ok := errors.AsType[*fs.PathError](err); ok && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s: %w", inner.Path, inner.Err)
	}
	if err == nil && info.IsDir() {
		return fmt.Errorf("%s is a folder, not a file", at)
	}
	return err
}

// A missingError says that a tree does not have a file.
type missingError struct{ text string }

// Error returns what is missing.
func (e *missingError) Error() string { return e.text }

// Unwrap tells the kind of the error.
func (e *missingError) Unwrap() error { return fs.ErrNotExist }

// missing is the error for a path that a tree does not have, with the one that was most likely meant.
func missing(files fs.FS, name Name, at string) error {
	where := "the index"
	if name.Ref != "" {
		where = strings.TrimSuffix(name.Prefix(), ":")
	}
	text := fmt.Sprintf("there is no %s in %s", strconv.Quote(at), where)
	dir, base := ".", at
	for {
		first, rest, nested := strings.Cut(base, "/")
		entries, err := fs.ReadDir(files, dir)
		if err != nil {
			return &missingError{text}
		}
		var names []string
		for _, e := range entries {
			names = append(names, e.Name())
		}
		like := diag.Closest(first, names)
		if like == first && nested {
			dir, base = path.Join(dir, first), rest
			continue
		}
		if like != "" && like != first {
			text += fmt.Sprintf("; did you mean %s?", strconv.Quote(path.Join(dir, like, rest)))
		} else if _, err := os.Stat(filepath.FromSlash(name.Path)); err == nil && name.Ref != "" {
			text += "; the file was not committed there"
		}
		return &missingError{text}
	}
}
