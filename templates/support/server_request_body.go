package support

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"strings"
)

// body finds out which of the media types of the document the body has; "" if there is none, or it has another one. A body that does
// not say has the first one.
func (in *requestReader) body(required bool, types ...string) string {
	own := in.r.Header.Get("Content-Type")
	if in.noBody = own == "" && in.isEmpty(); in.noBody {
		if required {
			in.missing("body", "")
		}
		return ""
	}
	in.mediaType = closestType(own, types)
	switch t := in.mediaType; {
	case t == "":
		list := strings.Join(types, ", ")
		in.err = &requestError{http.StatusUnsupportedMediaType, http.Header{"Accept": {list}}, errors.New("the body is not " + strings.Join(types, " or "))}
	case (isNoEmptyType(t) || strings.Contains(t, "*") && isNoEmptyType(own)) && in.isEmpty():
		in.noBody, in.mediaType = true, ""
		if required {
			in.missing("body", "")
		}
	}
	return in.mediaType
}

// isNoEmptyType reports whether a body of a media type has at least a byte.
func isNoEmptyType(t string) bool {
	return isJSONType(t) || strings.HasSuffix(baseType(t), "xml") || strings.HasPrefix(t, "multipart/")
}

// isEmpty reports whether the body has no byte.
func (in *requestReader) isEmpty() bool {
	if in.r.ContentLength >= 0 || in.r.Body == nil {
		return in.r.ContentLength == 0 || in.r.Body == nil
	}
	first := make([]byte, 1)
	if _, err := io.ReadFull(in.r.Body, first); err != nil {
		return err == io.EOF // another error comes again
	}
	in.r.Body = struct {
		io.Reader
		io.Closer
	}{io.MultiReader(bytes.NewReader(first), in.r.Body), in.r.Body}
	return false
}

// closestType finds the type of a list that says most about own: the same one, with the same parameters or not, or a range.
func closestType(own string, types []string) (closest string) {
	if own == "" || own == types[0] {
		return types[0]
	}
	t, params, err := mime.ParseMediaType(own)
	family, _, hasSubtype := strings.Cut(t, "/")
	if err != nil || !hasSubtype {
		return ""
	}
	best := 0
	for _, wanted := range types {
		near := 0
		switch base, asked, _ := mime.ParseMediaType(wanted); base {
		case t:
			near = 3
			for name, value := range asked {
				if params[name] == value {
					near++
				}
			}
		case family + "/*":
			near = 2
		case "*/*":
			near = 1
		}
		if near > best {
			best, closest = near, wanted
		}
	}
	return closest
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

// bodyBytes reads the body, at most MaxBody of it.
func (in *requestReader) bodyBytes() []byte {
	const hint = 64 << 10
	room := int(min(max(in.r.ContentLength, 0), hint))
	buf := bytes.NewBuffer(make([]byte, 0, room+bytes.MinRead))
	if _, err := buf.ReadFrom(in.limited(in.options.MaxBody)); err != nil {
		in.fail(err)
	}
	return buf.Bytes()
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
