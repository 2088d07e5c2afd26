package parse

import (
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/parse/report"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// ref reads $ref and $dynamicRef. Core 8.2.3.
func (r *schemaReader) ref(k api.Keyword, at place) api.Fate {
	if at.node.Kind != source.String {
		r.p.wrongType(at, "a string")
		return api.Invalid
	}
	ref := &api.Ref{Pos: r.p.pos(at), Text: at.node.Text, Dynamic: k == api.KwDynamicRef}
	switch {
	case !ref.Dynamic:
		if r.s.Ref != nil { // a $dynamicRef that stands before it
			group(&r.s.Core).DynamicRef = r.s.Ref
		}
		r.s.Ref = ref
	case r.s.Ref != nil:
		group(&r.s.Core).DynamicRef = ref
	default:
		r.s.Ref = ref
	}
	r.p.queue.schemas = append(r.p.queue.schemas, func() { r.p.followSchema(ref, at) })
	return api.Kept
}

// core reads the other keywords of Core 8.
func (r *schemaReader) core(k api.Keyword, at place) api.Fate {
	c := group(&r.s.Core)
	switch k {
	case api.KwID:
		return r.text(at, &c.ID)
	case api.KwSchema:
		f := r.text(at, &c.Dialect)
		r.p.dialect(at, c.Dialect)
		return f
	case api.KwAnchor:
		return r.anchor(at, &c.Anchor)
	case api.KwDynamicAnchor:
		return r.anchor(at, &c.DynamicAnchor)
	case api.KwComment:
		return r.text(at, &c.Comment)
	case api.KwDefs:
		return r.byName(at, &c.Defs)
	}
	c.Vocabulary = []api.Named[bool]{}
	if at.node.Kind != source.Object {
		r.p.Warn(r.p.pos(at), diag.RuleType, "%s must be an object, not %s; it is ignored", label(at.path), withArticle(at.node.Kind))
		return api.Invalid
	}
	for _, e := range r.p.entries(at) {
		b, _ := r.p.flag(e.place)
		c.Vocabulary = append(c.Vocabulary, api.Named[bool]{Name: e.name, Pos: e.key, Value: b})
	}
	return api.Kept
}

// anchor notes a name that references may use. Core 8.2.2.
func (r *schemaReader) anchor(at place, into *string) api.Fate {
	name, ok := r.p.text(at)
	if !ok {
		return api.Invalid
	}
	if !isAnchor(name) {
		r.p.Fail(r.p.pos(at), diag.RuleValue, "%q is no name of an anchor: it begins with a letter or \"_\" and has no space or slash", name)
		return api.Invalid
	}
	*into = name
	if first, twice := r.resource.anchors[name]; twice && first.node != r.node {
		r.p.Warn(r.p.pos(at), diag.RuleValue, "the anchor %q is declared twice", name).Related =
			[]diag.Related{{Pos: r.p.pos(first), Message: "first in the schema here"}}
		return api.Kept
	}
	r.resource.anchors[name] = r.place
	return api.Kept
}

func isAnchor(s string) bool {
	const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_"
	return s != "" && strings.IndexByte(letters, s[0]) >= 0 && strings.Trim(s, letters+"0123456789.-") == ""
}

// dialect reports dialects that are read as if they were the one of the model.
func (p *parser) dialect(at place, uri string) {
	uri = strings.TrimSuffix(uri, "#")
	if uri == "" || uri == "https://json-schema.org/draft/2020-12/schema" || strings.HasPrefix(uri, "https://spec.openapis.org/oas/3.") {
		return
	}
	p.Warn(p.pos(at), diag.RuleValue, "the dialect %q is not supported; the schema is read as JSON Schema 2020-12", uri)
}

// unknown keeps what the dialect does not define. Core 6.5: it is an annotation.
func (r *schemaReader) unknown(m *source.Member, at place) api.Fate {
	pos := r.p.keyPos(r.place, m)
	r.s.Extensions = append(r.s.Extensions, api.Extension{Pos: pos, Name: m.Name, Value: r.p.value(at)})
	if isExtension(m.Name) {
		return api.Kept
	}
	if r.p.before(1) {
		r.unknown30(m, pos)
		return api.Kept
	}
	if hint := replacedBy(m.Name); hint != "" {
		r.p.Warn(pos, diag.RuleUnknownKey, "%q is no keyword of JSON Schema 2020-12 and has no effect", m.Name).Hint = hint
	} else if hint := report.DidYouMean(m.Name, keywordNames(false)); hint != "" && len(m.Name) > 3 {
		r.p.Warn(pos, diag.RuleUnknownKey, "%q is no keyword of JSON Schema 2020-12 and has no effect", m.Name).Hint = hint
	} else {
		r.p.Info(pos, diag.RuleUnknownKey, "%q is no keyword of JSON Schema 2020-12 and has no effect", m.Name)
	}
	return api.Kept
}

// replacedBy returns what 2020-12 has instead of a keyword of older dialects.
func replacedBy(name string) string {
	switch name {
	case "nullable":
		return "since OpenAPI 3.1, add \"null\" to the list of \"type\""
	case "dependencies":
		return "use \"dependentRequired\" or \"dependentSchemas\""
	case "additionalItems":
		return "use \"prefixItems\" and \"items\""
	case "$recursiveRef":
		return "use \"$dynamicRef\""
	case "$recursiveAnchor":
		return "use \"$dynamicAnchor\""
	}
	return ""
}

// keywordNames returns the keywords of 2020-12 with those of OpenAPI, or those of OpenAPI 3.0.
func keywordNames(old bool) (names []string) {
	for k := api.KwUnknown + 1; k <= api.KwNullable; k++ {
		if old && in30(k) || !old && k != api.KwNullable {
			names = append(names, k.String())
		}
	}
	return names
}
