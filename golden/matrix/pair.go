package main

import (
	"fmt"
	"strings"

	"github.com/oas2go/oas2go/golden/matrix/task"
)

// A pair is a kind at a place.
type pair struct {
	id    string // Pair12
	kind  kind
	place place
	fit   fit
	name  string // of the component that this is about, "" for others
	shape string // of that component
	outcome
}

// An outcome is what became of a pair.
type outcome struct {
	findings []string // all but infos about names
	problem  string   // "" if it works
	tried    bool
}

func (p *pair) String() string { return p.kind.name + " as " + p.place.name }

// version is that of the document that can have the pair.
func (p *pair) version() string {
	switch {
	case p.kind.version == v30:
		return v30
	case p.kind.version == v31 && p.place.version != v32:
		return v31
	}
	return v32
}

// share is the part of the kinds made of others that a place is combined with: one of so many. Each kind of the tables meets all places.
const share = 16

// pairs are all pairs. The seed chooses which kinds made of others a place is combined with.
func pairs(seed uint64) (list []*pair) {
	kinds, places := kinds(), places()
	for i := range places {
		for j, k := range kinds {
			if k.derived && (uint64(i+j)+seed)%share != 0 {
				continue
			}
			if f := places[i].fit(&k); f != never {
				list = append(list, &pair{id: fmt.Sprintf("Pair%d", len(list)+1), kind: k, place: places[i], fit: f})
			}
		}
	}
	return list
}

// fill puts the schema, or one with a keyword, into a text of a place.
func (p *pair) fill(text string) string {
	s, version := p.kind.schema, p.version()
	keyword := func(variable, keyword string) {
		if strings.Contains(text, variable) {
			text = strings.ReplaceAll(text, variable, with(s, version, keyword))
		}
	}
	keyword("$D", "default: "+p.kind.valid)
	keyword("$X", "default: "+p.kind.invalid)
	keyword("$R", "readOnly: true")
	keyword("$W", "writeOnly: true")
	text = strings.ReplaceAll(text, "$S", s)
	return own(strings.ReplaceAll(text, "$ID", p.id), p.id)
}

// task is what the runner does. There is none for a pair that must only be a finding.
func (p *pair) task() (t task.Task, ok bool) {
	h := p.place.how
	if p.fit == wrong || h.do == "" {
		return t, false
	}
	wrap := func(value string) string { return own(strings.ReplaceAll(h.value, "$V", value), p.id) }
	t = task.Task{Pair: p.id, Do: h.do, Where: h.where, Value: wrap(p.kind.valid), Status: h.status, Media: h.media, At: h.at + p.kind.at}
	if p.kind.null && p.carriesNull() {
		t.Null = wrap("null")
	}
	if p.kind.invalid != "" {
		t.Invalid = wrap(p.kind.invalid)
	}
	isText := h.where == "text" && h.do != "send"
	if isText && p.fit == unclear || isText && strings.HasPrefix(p.kind.valid, `"`) && !strings.HasPrefix(p.kind.invalid, `"`) {
		t.Invalid = "" // every text is one
	}
	if p.want(&t, p.kind.valid); h.do == "header" {
		t.Text, t.Want = h.style.write(own(p.kind.valid, p.id)), ""
		if t.InvalidText = h.style.write(p.kind.invalid); p.fit != works {
			t.Invalid = ""
		}
	}
	t.Examples = p.examples()
	t.Above = p.kind.anything || strings.Contains(p.place.model, "Of: [")
	return t, true
}

// carriesNull reports whether null can be told from nothing at the place.
func (p *pair) carriesNull() bool {
	switch p.place.where {
	case "form", "multipart", "text", "xml":
		return false
	}
	return p.place.style.in == "" && p.place.name != "optional JSON body"
}

// want says what must arrive. Where OpenAPI does not define that, anything may.
func (p *pair) want(t *task.Task, valid string) {
	h := p.place.how
	valid = own(valid, p.id)
	switch {
	case p.fit != works:
	case h.style.name != "":
		t.Want = h.style.write(valid)
	case h.where == "text":
		_, members, _ := flatten(valid)
		t.Want = members[0].text
	case h.where == "form", h.where == "multipart":
		t.Want = formText(valid)
	case h.style.in != "":
		t.Want, t.JSON = t.Value, true
	case h.do == "send":
		t.Want, t.JSON = t.Value, true
	}
}
