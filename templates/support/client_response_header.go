package support

import (
	"errors"
	"net/http"
	"strings"
)

// A headerParser reads typed headers. It notes what is wrong and goes on.
type headerParser struct {
	header http.Header
	checker
}

// parse reads a header, if it is there, and reports whether that went well. Its text becomes JSON in a form: text for a string, plain
// for a number, a boolean or JSON, texts and list for lists of them.
func (p *headerParser) parse(name, form string, required bool, read func(*jsonReader)) bool {
	p.in = "header"
	values := p.header.Values(name)
	if len(values) == 0 {
		p.present(name, !required)
		return false
	}
	r := jsonReader{data: headerJSON(strings.Join(values, ","), form)}
	read(&r)
	bad, ok := errors.AsType[*InvalidError](r.finish(name))
	if ok {
		for _, v := range bad.Violations {
			f := finding{in: p.in, rule: v.Rule, limit: v.Limit, value: v.Value}
			for _, s := range strings.Split(v.Pointer, "/")[1:] {
				f.path = append([]string{strings.NewReplacer("~1", "/", "~0", "~").Replace(s)}, f.path...)
			}
			f.path = append(f.path, name)
			p.findings = append(p.findings, f)
		}
	}
	return !ok
}

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
