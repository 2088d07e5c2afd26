package support

import (
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"slices"
	"strings"
)

// A formField is a member of a multipart body. For a file one of the pointers says where it belongs.
type formField struct {
	name     string
	required bool
	file     *FormFile
	maybe    **FormFile
	many     *[]FormFile
}

// isFile reports whether the parts of a field are files.
func (f *formField) isFile() bool { return f.file != nil || f.maybe != nil || f.many != nil }

// A formReader reads the parts of a multipart body in their order.
type formReader struct {
	*requestReader
	parts   *multipart.Reader
	fields  []formField
	related bool      // multipart/related: parts without names are those of the fields in their order
	seen    []string  // names of the parts
	texts   []rawPair // of parts that are no files
	left    int64     // of the bytes for texts
	memory  int64     // left for files
	part    *multipart.Part
}

// multipart reads a multipart body, all of it but for a file that the method reads: the last one, if all that the document requires came
// before it. It reports whether there are parts to read now.
func (in *requestReader) multipart(fields ...formField) bool {
	if in.x == nil {
		in.noBody = true // the caller reads it
		return false
	}
	t, params, _ := mime.ParseMediaType(in.contentType())
	if params["boundary"] == "" {
		in.fail(errors.New("it is not multipart with a boundary"))
		return false
	}
	f := &formReader{requestReader: in, fields: fields, related: t == "multipart/related", left: in.options.MaxBody, memory: maxFileMemory}
	f.parts = multipart.NewReader(in.limited(in.options.MaxUpload), params["boundary"])
	in.parts = f
	for more := true; more && in.err == nil; {
		more = f.next()
	}
	return f.isRead()
}

// isRead notes files that are missing, and reports whether the parts could be read.
func (f *formReader) isRead() bool {
	for _, field := range f.fields {
		if field.isFile() && f.err == nil && !slices.Contains(f.seen, field.name) {
			f.absent(field.name)
		}
	}
	return f.err == nil
}

// absent notes that a member of the form is not there, if it must be.
func (in *requestReader) absent(name string) {
	if slices.ContainsFunc(in.parts.fields, func(f formField) bool { return f.name == name && f.required }) {
		in.missing("body", step(name))
	}
}

// next reads the next part. It reports whether another one may be read.
func (f *formReader) next() bool {
	part, err := f.parts.NextPart()
	switch {
	case err == io.EOF:
		return false
	case err == nil && len(f.seen) >= f.options.MaxParams:
		err = errors.New("it has too many parts")
	}
	if err != nil {
		f.fail(err)
		return false
	}
	f.part = part
	name, field := f.field()
	again := slices.Contains(f.seen, name)
	f.seen = append(f.seen, name)
	switch {
	case field == nil || !field.isFile():
		return f.text(name)
	case again && field.many == nil:
		f.violate(Violation{In: "body", Pointer: step(name), Rule: "duplicate"})
		return true
	}
	return f.file(field)
}

// field finds the name of the part and its field, nil if there is none.
func (f *formReader) field() (string, *formField) {
	name := f.part.FormName()
	if name == "" && f.related && len(f.fields) > 0 {
		name = f.fields[min(len(f.seen), len(f.fields)-1)].name
	}
	for i := range f.fields {
		if f.fields[i].name == name {
			return name, &f.fields[i]
		}
	}
	return name, nil
}

// text keeps a part that is no file.
func (f *formReader) text(name string) bool {
	data, err := io.ReadAll(io.LimitReader(f.part, f.left+1))
	if f.left -= int64(len(data)); err == nil && f.left < 0 {
		err = &http.MaxBytesError{Limit: f.options.MaxBody}
	}
	if err != nil {
		f.fail(err)
		return false
	}
	f.texts = append(f.texts, rawPair{name: name, value: unescaped(strings.ToValidUTF8(string(data), "\uFFFD"))})
	return true
}

// file keeps a part that is a file, or leaves it to the method: then it is the last one.
func (f *formReader) file(field *formField) (more bool) {
	file := FormFile{Name: f.part.FileName(), ContentType: f.part.Header.Get("Content-Type"), Header: http.Header(f.part.Header)}
	if !f.mayStream() {
		content, err := f.spool()
		if err != nil {
			f.fail(err)
			return false
		}
		file.Content, more = content, true
	} else {
		file.Content = &lastFile{f.part, f.parts}
	}
	switch {
	case field.file != nil:
		*field.file = file
	case field.maybe != nil:
		*field.maybe = &file
	default:
		*field.many = append(*field.many, file)
	}
	return more
}

// mayStream reports whether the method can read the file of the part: nothing that is required is to come, and no list may go on.
func (f *formReader) mayStream() bool {
	return !f.options.KeepFiles && !slices.ContainsFunc(f.fields, func(field formField) bool {
		return field.many != nil || field.required && !slices.Contains(f.seen, field.name)
	})
}

// part reads a member of the form that is no file, and reports whether it is there. Each item of a list is a part.
func (in *requestReader) part(how partStyle, form shape, read func(*jsonReader)) bool {
	var w jsonWriter
	if how.json(&w, in.parts.texts, form) {
		in.decode(w.buf, "body", how.name, read)
		return true
	}
	in.absent(how.name)
	return false
}
