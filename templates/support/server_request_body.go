package support

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"slices"
	"strconv"
	"strings"
)

// body finds out which of the media types of the document the body has; "" if there is none, or it has another one. A body that does
// not say has the first one.
func (in *requestReader) body(required bool, types ...string) string {
	own := in.r.Header.Get("Content-Type")
	isWhole := own == "" || isJSONType(own) || strings.HasSuffix(baseType(own), "xml") || strings.HasPrefix(own, "multipart/") // others can be empty
	if in.noBody = isWhole && in.isEmpty(); in.noBody {
		if required {
			in.missing("body", "")
		}
		return ""
	}
	if coding := in.r.Header.Get("Content-Encoding"); coding != "" && !strings.EqualFold(coding, "identity") {
		in.err = &requestError{http.StatusUnsupportedMediaType, http.Header{"Accept-Encoding": {"identity"}}, errors.New("the body is encoded as " + strconv.Quote(coding))}
		return ""
	}
	in.mediaType = closestType(own, types)
	if in.mediaType == "" {
		list := strings.Join(types, ", ")
		in.err = &requestError{http.StatusUnsupportedMediaType, http.Header{"Accept": {list}}, errors.New("the body is not one of " + list)}
	}
	return in.mediaType
}

// isEmpty reports whether the body has no byte.
func (in *requestReader) isEmpty() bool {
	if in.r.ContentLength >= 0 {
		return in.r.ContentLength == 0
	}
	body := bufio.NewReader(in.r.Body)
	_, err := body.Peek(1)
	in.r.Body = struct {
		io.Reader
		io.Closer
	}{body, in.r.Body}
	return err == io.EOF
}

// closestType finds the type of a list that own is: the same text, the same type with other parameters, a range; "" for none.
func closestType(own string, types []string) string {
	if own != "" && !strings.Contains(own, "/") {
		return "" // no media type
	}
	for _, isIt := range []func(string) bool{
		func(t string) bool { return own == t || own == "" },
		func(t string) bool { return baseType(own) == baseType(t) },
		func(t string) bool { return isOfType(own, t) },
	} {
		if i := slices.IndexFunc(types, isIt); i >= 0 {
			return types[i]
		}
	}
	return ""
}

// contentType is the media type of the body as the request says it, else the one of the document.
func (in *requestReader) contentType() string {
	switch own := in.r.Header.Get("Content-Type"); {
	case own != "":
		return own
	case strings.Contains(in.mediaType, "*"):
		return "application/octet-stream"
	}
	return in.mediaType
}

// limited gives the body, at most limit bytes of it.
func (in *requestReader) limited(limit int64) io.ReadCloser {
	var w http.ResponseWriter
	if in.x != nil {
		w = in.x.w
	}
	return http.MaxBytesReader(w, in.r.Body, limit)
}

// inUTF8 reports whether the body is a text that is read here (RFC 8259, section 8.1: JSON always is).
func (in *requestReader) inUTF8() bool {
	own := in.r.Header.Get("Content-Type")
	if !strings.Contains(own, ";") {
		return true
	}
	_, params, _ := mime.ParseMediaType(own)
	switch charset := strings.ToLower(params["charset"]); charset {
	case "", "utf-8", "utf8", "us-ascii":
		return true
	default:
		in.err = &requestError{http.StatusUnsupportedMediaType, http.Header{"Accept": {in.mediaType}}, errors.New("the body has the charset " + strconv.Quote(charset) + ", not utf-8")}
		return false
	}
}

// bodyBytes reads a body that is text, at most MaxBody of it.
func (in *requestReader) bodyBytes() []byte {
	if !in.inUTF8() {
		return nil
	}
	const hint = 64 << 10
	body, data := in.limited(in.options.MaxBody), make([]byte, 0, min(max(in.r.ContentLength, 0), hint)+1) // one byte finds the end
	for {
		n, err := body.Read(data[len(data):cap(data)])
		if data = data[:len(data)+n]; err == io.EOF {
			return data
		} else if err != nil {
			in.fail(err)
			return data
		}
		if len(data) == cap(data) {
			data = slices.Grow(data, len(data)+bytes.MinRead)
		}
	}
}

// fail notes why a body cannot be read.
func (in *requestReader) fail(err error) { in.err, in.noBody = bodyError(err), true }

// bodyError says what it means that a body cannot be read: it is too long, or it ends too early.
func bodyError(err error) error {
	if e, ok := errors.AsType[*requestError](err); ok {
		return e
	}
	if e, ok := errors.AsType[*http.MaxBytesError](err); ok {
		return &requestError{status: http.StatusRequestEntityTooLarge, error: fmt.Errorf("the body has more than %d bytes", e.Limit)}
	}
	return &requestError{status: http.StatusBadRequest, error: fmt.Errorf("the body cannot be read: %w", err)}
}
