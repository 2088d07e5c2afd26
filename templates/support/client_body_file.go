package support

import (
	"io"
	"net/http"
)

// A FormFile is a file in a multipart body. A client reads it while it is
// sent. If the content of all files can seek, the request has a Content-Length
// and can be sent again, from where the content stood.
type FormFile struct {
	// Name is the file name that the server is told. If it is empty, that is
	// the name of the part, for without one servers see no file.
	Name string
	// ContentType is the media type of the content, one of those that the
	// document allows. If it is empty, it is the only one that the document
	// names, else application/octet-stream.
	ContentType string
	// Content is what is sent. When the call is over nothing reads it any more,
	// and it is closed if it is an io.Closer. The only exception is a Read
	// that never returns, not even after Close: it outlives the call. In a
	// server it is there until the method returns, and what Read gives is the
	// whole file only when io.EOF has come.
	Content io.Reader
	// Header has more headers of the part, such as the document may describe.
	// One that is not valid is an error before anything is sent.
	Header http.Header
}
