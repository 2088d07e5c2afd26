package revision

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"path"
	"time"
)

// Open opens a file or a folder.
func (t *Tree) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	info, n, err := t.stat(name)
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	if n.kind == isFolder {
		return &folder{info: info, tree: t, node: n}, nil
	}
	data, err := t.objects.read(n.hash)
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	return &file{info, bytes.NewReader(data)}, nil
}

func (t *Tree) stat(name string) (info, *node, error) {
	n, err := t.find(name)
	if err != nil {
		return info{}, nil, err
	}
	x := info{name: path.Base(name), kind: n.kind}
	if n.kind == isFolder {
		_, err = t.children(n)
		return x, n, err
	}
	data, err := t.objects.read(n.hash)
	x.size = int64(len(data))
	return x, n, err
}

// An info describes a file or a folder.
type info struct {
	name string
	kind kind
	size int64
}

// Name returns the last part of the path.
func (i info) Name() string { return i.name }

// Size returns the number of bytes.
func (i info) Size() int64 { return i.size }

// Mode says what it is.
func (i info) Mode() fs.FileMode {
	switch i.kind {
	case isFolder:
		return fs.ModeDir | 0o555
	case isLink:
		return fs.ModeSymlink | 0o444
	case isModule:
		return fs.ModeIrregular
	}
	return 0o444
}

// Type is the part of Mode that is no permission.
func (i info) Type() fs.FileMode { return i.Mode().Type() }

// ModTime is not known: a commit has no times of files.
func (i info) ModTime() time.Time { return time.Time{} }

// IsDir reports whether it is a folder.
func (i info) IsDir() bool { return i.kind == isFolder }

// Sys returns nothing.
func (i info) Sys() any { return nil }

// A file is open for reading.
type file struct {
	info
	*bytes.Reader
}

// Stat describes the file.
func (f *file) Stat() (fs.FileInfo, error) { return f.info, nil }

// Size returns the number of bytes.
func (f *file) Size() int64 { return f.info.size }

// Close does nothing: the bytes are in memory.
func (f *file) Close() error { return nil }

// A folder is open for its entries.
type folder struct {
	info
	tree *Tree
	node *node
	read int // how many entries were given
}

// Stat describes the folder.
func (f *folder) Stat() (fs.FileInfo, error) { return f.info, nil }

// Read fails: a folder has no bytes.
func (f *folder) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: f.name, Err: errors.New("is a folder")}
}

// Close does nothing.
func (f *folder) Close() error { return nil }

// ReadDir returns the next entries, all for a count of 0.
func (f *folder) ReadDir(count int) ([]fs.DirEntry, error) {
	names := f.node.names()[f.read:]
	if count > 0 && len(names) == 0 {
		return nil, io.EOF
	}
	if count > 0 {
		names = names[:min(count, len(names))]
	}
	f.read += len(names)
	var list []fs.DirEntry
	for _, name := range names {
		n := f.node.children[name]
		list = append(list, entry{info{name: name, kind: n.kind}, f.tree, n})
	}
	return list, nil
}

// An entry is one of a folder.
type entry struct {
	info
	tree *Tree
	node *node
}

// Info describes the entry itself, also if it is a link.
func (e entry) Info() (fs.FileInfo, error) {
	if e.kind == isFolder || e.kind == isModule {
		return e.info, nil
	}
	data, err := e.tree.objects.read(e.node.hash)
	x := e.info
	x.size = int64(len(data))
	return x, err
}

// ReadFile returns the bytes of a file.
func (t *Tree) ReadFile(name string) ([]byte, error) {
	f, err := t.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(f)
}
