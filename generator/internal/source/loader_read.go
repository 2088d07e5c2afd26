package source

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"path/filepath"
	"strconv"

	"github.com/oas2go/oas2go/generator/diag"
)

// read returns the bytes of a file, given by its absolute path with slashes.
func (l *Loader) read(name string) ([]byte, *Refusal) {
	f, inside, refusal := l.find(name)
	if refusal != nil {
		return nil, refusal
	}
	return l.readFrom(f, inside)
}

// readFrom returns the bytes of a file of a folder.
func (l *Loader) readFrom(f *folder, inside string) ([]byte, *Refusal) {
	if l.files++; l.files > maxFiles {
		return nil, tooLarge("is one file too many: a document can refer to %d", maxFiles)
	}
	file, err := f.files.Open(inside)
	if err != nil {
		return nil, unreadable(err)
	}
	defer file.Close()
	var data bytes.Buffer
	_, err = data.ReadFrom(io.LimitReader(file, maxLoaded-l.bytes+1))
	if l.bytes += int64(data.Len()); l.bytes > maxLoaded {
		l.bytes = maxLoaded
		return nil, tooLarge("makes the files that the document refers to larger than %d MiB", maxLoaded>>20)
	}
	if err != nil {
		return nil, unreadable(err)
	}
	return data.Bytes(), nil
}

func tooLarge(format string, limit int) *Refusal {
	return &Refusal{Rule: diag.RuleTooLarge, Problem: fmt.Sprintf(format, limit)}
}

// find returns the folder that a file is in. A symbolic link may lead from one folder into another one, but not out of all.
func (l *Loader) find(name string) (f *folder, inside string, refusal *Refusal) {
	f, inside, refusal = l.lookUp(name)
	if f != nil || !l.disk {
		return f, inside, refusal
	}
	real, err := filepath.EvalSymlinks(diskPath(name))
	if err != nil || uriPath(real) == name {
		return nil, "", refusal
	}
	if f, inside, again := l.lookUp(uriPath(real)); again == nil || again.Problem != outside().Problem {
		return f, inside, again
	}
	if refusal.Problem == outside().Problem {
		return nil, "", refusal
	}
	refusal = outside()
	refusal.Problem = "is a symbolic link that leads out of the folder of the document"
	return nil, "", refusal
}

func outside() *Refusal {
	return refuse("is outside of the folder of the document", "if it may be read, name its folder with --allow-refs")
}

// lookUp finds a file by a path that it follows no link from outside for. f is nil if there is a refusal.
func (l *Loader) lookUp(name string) (f *folder, inside string, refusal *Refusal) {
	return l.lookUpIn(l.folders, name)
}

func (l *Loader) lookUpIn(folders []*folder, name string) (f *folder, inside string, refusal *Refusal) {
	refusal = outside()
	for _, f := range folders {
		inside, ok := f.holds(name)
		if !ok {
			continue
		}
		if err := f.open(); err != nil {
			return nil, "", unreadable(err)
		}
		info, err := fs.Stat(f.files, inside)
		switch {
		case errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrInvalid):
			refusal = refuse("does not exist", l.guess(f, inside))
			refusal.Missing = true
		case err != nil:
			refusal = unreadable(err)
		case info.IsDir():
			refusal = refuse("is a folder, not a file", "")
		case !info.Mode().IsRegular():
			refusal = refuse("is no regular file", "")
		default:
			return f, inside, nil
		}
	}
	return nil, "", refusal
}

func unreadable(err error) *Refusal {
	if inner, ok := errors.AsType[*fs.PathError](err); ok {
		err = inner.Err // the message names the file already
	}
	return refuse("cannot be read: "+err.Error(), "")
}

// guess returns a hint with the file of a folder that is named almost like a missing one. Folders can be large, so it stops guessing.
func (l *Loader) guess(f *folder, inside string) string {
	const enough = 50
	if l.guesses++; l.guesses > enough {
		return ""
	}
	entries, err := fs.ReadDir(f.files, path.Dir(inside))
	if err != nil {
		return ""
	}
	var names []string
	for _, e := range entries {
		if e.Name() != filepath.Base(l.path) {
			names = append(names, e.Name())
		}
	}
	if like := diag.Closest(path.Base(inside), names); like != "" {
		return "did you mean " + strconv.Quote(like) + "?"
	}
	return ""
}
