package revision

import (
	"context"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
)

type kind uint8

const (
	isFile kind = iota
	isFolder
	isLink
	isModule
)

// A node is one entry of a tree.
type node struct {
	kind     kind
	hash     string
	children map[string]*node // of a folder; nil until somebody looks
}

// A Tree is the files of a commit, or of the index. Symbolic links are followed where they stay inside. It is an [fs.FS].
type Tree struct {
	objects *objects
	root    *node
}

// tree returns the files of a commit.
func (r *Repository) tree(ctx context.Context, commit string) (*Tree, error) {
	hash, err := r.git.output(ctx, "rev-parse", "--verify", "--quiet", commit+"^{tree}")
	if err != nil {
		return nil, err
	}
	o, err := r.git.objects(ctx)
	if err != nil {
		return nil, err
	}
	return &Tree{o, &node{kind: isFolder, hash: hash}}, nil
}

// index returns the files that would be committed now. Files with a conflict are not among them.
func (r *Repository) index(ctx context.Context) (*Tree, error) {
	list, err := r.git.output(ctx, "ls-files", "--stage", "--full-name", "-z", "--", ":/")
	if err != nil {
		return nil, err
	}
	root := &node{kind: isFolder, children: map[string]*node{}}
	for entry := range strings.SplitSeq(list, "\x00") { // <mode> <hash> <stage>\t<path>
		about, name, ok := strings.Cut(entry, "\t")
		if fields := strings.Fields(about); ok && len(fields) == 3 && fields[2] == "0" {
			root.put(name, &node{kind: kindOf(fields[0]), hash: fields[1]})
		}
	}
	o, err := r.git.objects(ctx)
	if err != nil {
		return nil, err
	}
	return &Tree{o, root}, nil
}

// put adds a file below a folder.
func (n *node) put(name string, file *node) {
	for {
		first, rest, nested := strings.Cut(name, "/")
		if !nested {
			n.children[first] = file
			return
		}
		if n.children[first] == nil {
			n.children[first] = &node{kind: isFolder, children: map[string]*node{}}
		}
		n, name = n.children[first], rest
	}
}

// Close ends the process that reads the tree.
func (t *Tree) Close() { t.objects.close() }

// Hash returns the hash of a file, "" if there is none.
func (t *Tree) Hash(name string) string {
	n, err := t.find(name)
	if err != nil {
		return ""
	}
	return n.hash
}

var (
	errLeadsOut = errors.New("it is a symbolic link that leads out of the repository")
	errCircle   = errors.New("it is a symbolic link in a circle")
	errModule   = errors.New("it is in a submodule, whose files the repository does not have")
)

// maxLinks is how many symbolic links are followed on one way.
const maxLinks = 40

// find returns the node at a path; links are followed.
func (t *Tree) find(name string) (*node, error) {
	for range maxLinks {
		n, next, err := t.walk(name)
		if n != nil || err != nil {
			return n, err
		}
		if name = next; name == ".." || strings.HasPrefix(name, "../") {
			return nil, errLeadsOut
		}
	}
	return nil, errCircle
}

// walk goes down a path to its node. At a symbolic link it returns the path to go on with.
func (t *Tree) walk(name string) (n *node, next string, err error) {
	n = t.root
	if name == "." {
		return n, "", nil
	}
	tokens := strings.Split(name, "/")
	for i, token := range tokens {
		children, err := t.children(n)
		if err != nil {
			return nil, "", err
		}
		if n = children[token]; n == nil {
			return nil, "", fs.ErrNotExist
		}
		switch n.kind {
		case isModule:
			return nil, "", errModule
		case isLink:
			target, err := t.objects.read(n.hash)
			if err != nil {
				return nil, "", err
			}
			if path.IsAbs(string(target)) {
				return nil, "", errLeadsOut
			}
			dir := path.Join(tokens[:i]...)
			return nil, path.Join(dir, string(target), path.Join(tokens[i+1:]...)), nil
		}
	}
	return n, "", nil
}

// children returns what a folder holds. Files hold nothing.
func (t *Tree) children(n *node) (map[string]*node, error) {
	if n.kind != isFolder || n.children != nil {
		return n.children, nil
	}
	children, err := t.objects.readFolder(n.hash)
	if err == nil {
		n.children = children
	}
	return children, err
}

// names returns the names of what a folder holds, sorted.
func (n *node) names() (names []string) {
	for name := range n.children {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
