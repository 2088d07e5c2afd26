package support

import (
	"bytes"
	"errors"
	"io"
	"mime/multipart"
	"net/http"
	"os"
)

// maxFileMemory is how much of the files of a form is kept in memory.
const maxFileMemory = 1 << 20

// spool keeps a file in memory, or else in a temporary file that is removed at the end.
func (f *formReader) spool() (io.ReadSeeker, error) {
	var buf bytes.Buffer
	_, err := io.CopyN(&buf, f.part, f.memory+1)
	if err == io.EOF {
		f.memory -= int64(buf.Len())
		return bytes.NewReader(buf.Bytes()), nil
	}
	if err != nil {
		return nil, err
	}
	file, err := os.CreateTemp("", "upload-*")
	if err != nil {
		return nil, notKept(err)
	}
	f.x.cleanup = append(f.x.cleanup, func() {
		_ = file.Close()
		_ = os.Remove(file.Name())
	})
	if _, err = file.Write(buf.Bytes()); err != nil {
		return nil, notKept(err)
	}
	if _, err = io.Copy(file, f.part); err != nil {
		return nil, err
	}
	_, err = file.Seek(0, io.SeekStart)
	return file, err
}

// notKept is the failure of a server that has no room for a file.
func notKept(err error) error {
	return &requestError{status: http.StatusInternalServerError, error: hiddenReason{"the file cannot be kept", err}}
}

// A lastFile is a file that a method reads from the network.
type lastFile struct {
	part  *multipart.Part
	parts *multipart.Reader
}

// Read implements [io.Reader]. A part after the file is an error at its end.
func (f *lastFile) Read(data []byte) (int, error) {
	n, err := f.part.Read(data)
	if err == nil {
		return n, nil
	}
	if err == io.EOF {
		after, next := f.parts.NextPart()
		if err = next; err == io.EOF {
			return n, io.EOF
		}
		if err == nil {
			text := "part " + after.FormName() + " comes after the file " + f.part.FormName() + ", which must be last"
			err = &requestError{status: http.StatusBadRequest, error: errors.New(text)}
		}
	}
	return n, bodyError(err)
}
