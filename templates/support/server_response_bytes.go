package support

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"
)

// sendsBytes serves a method whose result is sent as it is read. It is closed at the end.
func sendsBytes[T any, P paramsOf[T]](method func(context.Context, P) (io.ReadCloser, error)) sender {
	return sender{serve: func(x *exchange) error {
		p, err := paramsFor[T, P](x)
		if err != nil {
			return err
		}
		body, err := method(x.ctx, p)
		if body == nil && err == nil {
			return x.sendNil()
		}
		if body != nil {
			defer body.Close()
		}
		if err != nil {
			return err
		}
		return x.sendBytes(x.op.bodied(), body)
	}}
}

// sendBytes answers with what body gives, as one of some successes. Of what can seek, clients can ask for a part (RFC 9110, section 14).
func (x *exchange) sendBytes(of []string, body io.Reader) error {
	code, err := x.begin(x.status, x.header, of, http.StatusOK)
	if err != nil {
		return err
	}
	if isBodiless(code) {
		x.began = true
		x.w.WriteHeader(code)
		return nil
	}
	file := seekable(body)
	mediaType, start, err := x.bytesType(body)
	if err != nil {
		return err
	}
	x.w.Header().Set("Content-Type", mediaType)
	x.began = true
	if file != nil && code == http.StatusOK && (x.r.Method == http.MethodGet || x.r.Method == http.MethodHead) {
		changed, _ := http.ParseTime(x.header.Get("Last-Modified"))
		http.ServeContent(x.w, x.r, "", changed, file)
		return nil
	}
	x.w.WriteHeader(code)
	if x.r.Method == http.MethodHead {
		return nil
	}
	return x.copyBytes(io.MultiReader(bytes.NewReader(start), body))
}

// seekable gives a body that can seek, nil for others: a pipe has the method, but it fails.
func seekable(body io.Reader) io.ReadSeeker {
	if file, ok := body.(io.ReadSeeker); ok {
		if _, err := file.Seek(0, io.SeekCurrent); err == nil {
			return file
		}
	}
	return nil
}

// bytesType gives the media type of a body: that of the document. Where that is a range, it is what the method has set, else what the start
// of the body looks like, which is read then.
func (x *exchange) bytesType(body io.Reader) (mediaType string, start []byte, err error) {
	if x.mediaType != "" && !strings.Contains(x.mediaType, "*") {
		return x.mediaType, nil, nil
	}
	mediaType = x.header.Get("Content-Type")
	if mediaType == "" {
		start = make([]byte, 512)
		n, err := io.ReadFull(body, start)
		if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
			return "", nil, err
		}
		start = start[:n]
		mediaType = http.DetectContentType(start)
	}
	if !isOfType(mediaType, cmp.Or(x.mediaType, "*/*")) {
		return "", nil, fmt.Errorf("the response is %s, not %s: set the header Content-Type", mediaType, x.mediaType)
	}
	return mediaType, start, nil
}

// copyBytes sends bytes as they come, each piece in the time that a slow client has.
func (x *exchange) copyBytes(from io.Reader) error {
	out := http.NewResponseController(x.w)
	defer func() { _ = out.SetWriteDeadline(time.Time{}) }() // the connection may have more requests
	buf := make([]byte, 32<<10)
	for {
		n, err := from.Read(buf)
		if n > 0 {
			_ = out.SetWriteDeadline(time.Now().Add(x.h.options.StreamWrite)) // not every writer has one
			if _, err := x.w.Write(buf[:n]); err != nil {
				return nil // nobody reads it
			}
			_ = out.Flush()
		}
		switch {
		case err == io.EOF:
			return nil
		case err != nil:
			return err
		}
	}
}
