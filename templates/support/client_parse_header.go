package support

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
)

// A headerParser reads typed headers. It notes what is wrong and goes on.
type headerParser struct {
	header http.Header
	errs   []error
}

// parse reads a header, if it is there. Its text becomes JSON in a form: text for a string, plain for a number, a boolean or JSON,
// texts and list for lists of them.
func (p *headerParser) parse(name, form string, required bool, read func(*jsonReader)) {
	values := p.header.Values(name)
	if len(values) == 0 {
		if required {
			p.errs = append(p.errs, fmt.Errorf("support: header %s is missing", name))
		}
		return
	}
	r := jsonReader{data: headerJSON(strings.Join(values, ","), form)}
	read(&r)
	if err := r.finish("header " + name); err != nil {
		p.errs = append(p.errs, err)
	}
}

// result gives all that is wrong.
func (p *headerParser) result() error { return errors.Join(p.errs...) }

// headerJSON gives the text of a header, style simple, as JSON.
func headerJSON(text, form string) []byte {
	quote := form == "text" || form == "texts"
	items := []string{text}
	if form == "texts" || form == "list" {
		items = strings.Split(text, ",")
	}
	var w jsonWriter
	write := func(i int) {
		if s := strings.TrimSpace(items[i]); quote {
			w.string(strings.ToValidUTF8(s, "\uFFFD"))
		} else {
			w.buf = append(w.buf, s...)
		}
	}
	if form == "text" || form == "plain" {
		write(0)
	} else {
		w.list(len(items), write)
	}
	return w.buf
}
