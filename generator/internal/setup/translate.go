package setup

import (
	"slices"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// maxConfig is the size in bytes from which on a file is no configuration of a generator.
const maxConfig = 1 << 20

// A kind is another generator, and what becomes of its configuration.
type kind struct {
	name        string // as people know it
	tool        string // the program
	outFlag     string // of the program: where the code goes
	outIsFolder bool
	flags       []string // of the program, without a value
	fits        func(file string, root *source.Node) bool
	rules       map[string]rule // by the path of a key, such as generate.models
	lists       []string        // keys whose items are keys of their own
	end         func(*translation)
}

func kinds() []*kind { return []*kind{oapiCodegen(), ogen()} }

// kindOf returns the generator that a configuration is for, nil if it is for none that is known.
func kindOf(file string, root *source.Node) *kind {
	for _, k := range kinds() {
		if k.fits(file, root) {
			return k
		}
	}
	return nil
}

func (k *kind) switches(flag string) bool { return slices.Contains(k.flags, flag) }

// A rule says what becomes of a key.
type rule struct {
	said  string                                // of the translation, or what to do in place of it
	apply func(*translation, *source.Node) bool // whether the configuration can say it; nil if it never can
}

// A Note says what became of one line of another configuration.
type Note struct {
	Pos        diag.Pos
	Key, Text  string
	Translated bool
}

// A translation is what one configuration becomes.
type translation struct {
	pkg, out         string   // the package and its folder, as the other generator has them
	parts            []string // of generate
	include, exclude []Setting
	settings         []Setting
	noPrune          bool
	notes            []Note
}

// translate translates a configuration.
func (k *kind) translate(d *source.Document) *translation {
	t := &translation{}
	k.object(t, d, d.Root, nil, "")
	k.end(t)
	return t
}

// object translates the members of an object.
func (k *kind) object(t *translation, d *source.Document, n *source.Node, at *diag.Path, prefix string) {
	for _, m := range n.Members {
		key, inner := prefix+m.Name, at.Child(m.Name)
		r, known := k.rules[key]
		pos := diag.Pos{File: d.File, Path: inner, Line: m.Line, Column: m.Column}
		switch {
		case known:
			k.one(t, r, m.Value, Note{Pos: pos, Key: key})
		case slices.Contains(k.lists, key) && m.Value.Kind == source.Array:
			for i, item := range m.Value.Items {
				r, known := k.rules[key+"."+item.Text]
				if !known {
					r.said = unknown
				}
				k.one(t, r, item, Note{Pos: d.Pos(item, inner.Child(strconv.Itoa(i))), Key: key + ": " + item.Text})
			}
		case m.Value.Kind == source.Object && k.hasBelow(key):
			k.object(t, d, m.Value, inner, key+".")
		default:
			t.notes = append(t.notes, Note{Pos: pos, Key: key, Text: unknown})
		}
	}
}

const unknown = "this key is not known here; oas2go init lists all that oas2go has"

// one translates one key. What is turned off has nothing to say.
func (k *kind) one(t *translation, r rule, n *source.Node, note Note) {
	if n.Kind == source.Bool && n.Text == "false" || n.Kind == source.Array && len(n.Items) == 0 {
		return
	}
	note.Text, note.Translated = r.said, r.apply != nil && r.apply(t, n)
	t.notes = append(t.notes, note)
}

// hasBelow reports whether there are rules for the members of a key.
func (k *kind) hasBelow(key string) bool {
	for name := range k.rules {
		if strings.HasPrefix(name, key+".") {
			return true
		}
	}
	return false
}

// part is a rule for a part of the package.
func part(said string, names ...string) rule {
	return rule{said, func(t *translation, _ *source.Node) bool {
		t.parts = append(t.parts, names...)
		return true
	}}
}

// same is a rule for what oas2go always does.
func same(said string) rule { return rule{said, func(*translation, *source.Node) bool { return true }} }

// not is a rule for what has no translation.
func not(said string) rule { return rule{said: said} }

// items is a rule for a list of texts, which add takes in YAML.
func items(said string, add func(t *translation, value string)) rule {
	return rule{said, func(t *translation, n *source.Node) bool {
		var texts []string
		for _, item := range n.Items {
			texts = append(texts, item.Text)
		}
		add(t, quoteAll(texts))
		return true
	}}
}

func setting(key string) func(*translation, string) {
	return func(t *translation, value string) { t.settings = append(t.settings, Setting{key, value}) }
}

func including(key string) func(*translation, string) {
	return func(t *translation, value string) { t.include = append(t.include, Setting{key, value}) }
}

func excluding(key string) func(*translation, string) {
	return func(t *translation, value string) { t.exclude = append(t.exclude, Setting{key, value}) }
}

// into puts what a translation says into an API. What an earlier one has said stays.
func (t *translation) into(a *API) {
	set := func(key, value string) {
		if !slices.ContainsFunc(a.Settings, func(s Setting) bool { return s.Key == key }) {
			a.Settings = append(a.Settings, Setting{key, value})
		}
	}
	if len(t.include) > 0 {
		set("include", object(t.include))
	}
	if len(t.exclude) > 0 {
		set("exclude", object(t.exclude))
	}
	for _, s := range t.settings {
		set(s.Key, s.Value)
	}
}

func object(list []Setting) string {
	var members []string
	for _, s := range list {
		members = append(members, s.Key+": "+s.Value)
	}
	return "{" + strings.Join(members, ", ") + "}"
}

// generate returns the value of generate for parts, "" if it is what there is without the key.
func generate(parts []string) string {
	order := []string{"models", "client", "service", "server", "fakes", "tests", "docs"}
	var list []string
	for _, p := range order {
		if slices.Contains(parts, p) || p == "models" {
			list = append(list, p)
		}
	}
	if slices.Contains(list, "client") {
		list = slices.DeleteFunc(list, func(p string) bool { return p == "models" || p == "client" })
	}
	if len(list) == 0 {
		return ""
	}
	return quoteAll(list)
}
