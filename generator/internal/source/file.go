package source

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/oas2go/oas2go/generator/diag"
)

// ReadFile reads a document from disk. The error is about the file itself (missing, a directory, no permission); what is wrong with
// its text goes to findings.
func ReadFile(path string, findings *diag.List) (*Document, error) {
	return readFile(path, &room{}, findings)
}

func readFile(path string, in *room, findings *diag.List) (*Document, error) {
	data, err := readLimited(path)
	if err != nil {
		if inner, ok := errors.AsType[*fs.PathError](err); ok {
			err = inner.Err // the message names the path already
		}
		return nil, fmt.Errorf("cannot read %s: %w", path, err)
	}
	return readText(&diag.File{Name: path}, data, in, findings), nil
}

// readLimited reads a file up to the limit.
func readLimited(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var data bytes.Buffer
	if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
		data.Grow(int(min(info.Size(), maxBytes)) + bytes.MinRead)
	}
	_, err = data.ReadFrom(Limit(f))
	return data.Bytes(), err
}

// Limit returns a reader that gives at most one byte more than a document may have: enough for it to be refused.
func Limit(r io.Reader) io.Reader { return io.LimitReader(r, maxBytes+1) }
