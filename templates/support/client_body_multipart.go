package support

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"maps"
	"mime"
	"mime/multipart"
	"net/textproto"
	"net/url"
	"slices"
	"strings"
)

// A formWriter collects the parts of a multipart body. Its error is sticky.
type formWriter struct {
	*multipart.Writer              // into buf
	buf               bytes.Buffer // what stands behind the last file
	body              []io.Reader
	related           bool   // multipart/related: its parts have no names
	root              string // media type of the first part
	err               error
}

// multipartBody makes the parts that write gives the body of the request. Files are read while they are sent, but what is wrong with a
// part is known before.
func (k *call) multipartBody(contentType string, write func(*formWriter)) {
	t, params, _ := mime.ParseMediaType(contentType)
	if params == nil {
		params = map[string]string{}
	}
	w := formWriter{related: t == "multipart/related"}
	w.Writer = multipart.NewWriter(&w.buf)
	if write(&w); w.err == nil {
		w.err = w.Close()
	}
	if w.err != nil {
		k.fail(w.err)
	}
	if w.related && params["type"] == "" {
		params["type"] = w.root // RFC 2387, section 3.1
	}
	params["boundary"] = w.Boundary()
	k.contentType = mime.FormatMediaType(t, params)
	if w.body == nil {
		k.body = w.buf.Bytes()
		return
	}
	k.source = newUpload(append(w.body, bytes.NewReader(w.buf.Bytes()))...)
}

// begin begins a part. Package multipart writes headers as they are, so that a line break would be one more header.
func (w *formWriter) begin(part string, header textproto.MIMEHeader) {
	for _, name := range slices.Sorted(maps.Keys(header)) {
		if strings.ContainsFunc(name, isNoToken) || name == "" {
			w.err = fmt.Errorf("part %q: the header name %q is not valid", part, name)
			return
		}
		if slices.ContainsFunc(header[name], hasControl) {
			w.err = fmt.Errorf("part %q: the header %s has a control character", part, name)
			return
		}
	}
	if w.root == "" {
		w.root, _, _ = mime.ParseMediaType(cmp.Or(header.Get("Content-Type"), "text/plain"))
	}
	_, w.err = w.CreatePart(header)
}

// isNoToken reports whether a character cannot be in a header name (RFC 9110, section 5.6.2).
func isNoToken(c rune) bool {
	return (c < '0' || c > '9') && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z') && !strings.ContainsRune("!#$%&'*+-.^_`|~", c)
}

// hasControl reports whether a text cannot be the value of a header (RFC 9110, section 5.5).
func hasControl(text string) bool {
	return strings.ContainsFunc(text, func(c rune) bool { return c < ' ' && c != '\t' || c == 0x7f })
}

// file adds a file as one part. Its content belongs to the body even if the part is refused: somebody must close it.
func (w *formWriter) file(how partStyle, f *FormFile) {
	if f.Content == nil {
		w.err = cmp.Or(w.err, errors.New("the file "+how.name+" has no content"))
		return
	}
	if w.err == nil {
		w.begin(how.name, w.fileHeader(how, f))
	}
	w.body = append(w.body, bytes.NewReader(bytes.Clone(w.buf.Bytes())), f.Content)
	w.buf.Reset()
}

// fileHeader makes the header of the part for a file.
func (w *formWriter) fileHeader(how partStyle, f *FormFile) textproto.MIMEHeader {
	header := textproto.MIMEHeader(f.Header.Clone())
	if header == nil {
		header = textproto.MIMEHeader{}
	}
	maps.DeleteFunc(header, func(name string, _ []string) bool { // in any spelling
		return !w.related && strings.EqualFold(name, "Content-Disposition") || strings.EqualFold(name, "Content-Type")
	})
	switch {
	case !w.related:
		header.Set("Content-Disposition", multipart.FileContentDisposition(how.name, cmp.Or(f.Name, how.name)))
	case f.Name != "" && header.Get("Content-Disposition") == "":
		header.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": f.Name}))
	}
	header.Set("Content-Type", fileType(f.ContentType, how.mediaType))
	return header
}

// fileType gives the media type of a file: its own, or the only one that the document names.
func fileType(own, document string) string {
	switch {
	case own != "":
		return own
	case document == "" || strings.ContainsAny(document, ",*"):
		return "application/octet-stream"
	}
	return document
}

// value writes a JSON value: a scalar as text, an array as one part for each element, an object as JSON.
func (w *formWriter) value(how partStyle, write func(*jsonWriter)) {
	var j jsonWriter
	write(&j)
	if w.err = errors.Join(w.err, j.err); w.err != nil {
		return
	}
	if how.style.name != "" {
		w.styled(how, j.buf)
		return
	}
	elements, kind := splitJSON(j.buf)
	if kind != '[' || isJSONType(how.mediaType) {
		w.part(how, j.buf, kind)
		return
	}
	for _, e := range elements {
		_, kind := splitJSON(e.value)
		w.part(how, e.value, kind)
	}
}

func (w *formWriter) part(how partStyle, value []byte, kind byte) {
	if how.mediaType == "" && (kind == '{' || kind == '[') {
		how.mediaType = "application/json"
	}
	w.text(how.name, how.mediaType, how.valueText(value))
}

// styled writes a value in a style that the document asks for: a part for each pair of the same value in a query.
func (w *formWriter) styled(how partStyle, value []byte) {
	if how.style.isNothing(value) {
		return
	}
	for pair := range strings.SplitSeq(how.style.text(how.name, value, queryEscape), "&") {
		name, text, _ := strings.Cut(pair, "=")
		name, _ = url.QueryUnescape(name)
		text, _ = url.QueryUnescape(text)
		w.text(name, how.mediaType, text)
	}
}

func (w *formWriter) text(name, mediaType, text string) {
	if w.err != nil {
		return
	}
	header := textproto.MIMEHeader{}
	if !w.related {
		header.Set("Content-Disposition", strings.TrimSuffix(multipart.FileContentDisposition(name, ""), `; filename=""`))
	}
	if mediaType != "" {
		header.Set("Content-Type", mediaType)
	}
	if w.begin(name, header); w.err == nil {
		w.buf.WriteString(text)
	}
}
