package parse

import (
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/parse/locate"
	"github.com/oas2go/oas2go/generator/internal/parse/report"
	"github.com/oas2go/oas2go/generator/internal/parse/tree"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// ref reads $ref and $dynamicRef. Core 8.2.3.
func (r *schemaReader) ref(k api.Keyword, at tree.Place) api.Fate {
	if at.Node.Kind != source.String {
		r.p.WrongType(at, "a string")
		return api.Invalid
	}
	ref := &api.Ref{Pos: at.Pos(), Text: at.Node.Text, Dynamic: k == api.KwDynamicRef}
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
	r.p.refs.schemas = append(r.p.refs.schemas, func() { r.p.followSchema(ref, at) })
	return api.Kept
}

// core reads the other keywords of Core 8.
func (r *schemaReader) core(k api.Keyword, at tree.Place) api.Fate {
	c := group(&r.s.Core)
	switch k {
	case api.KwID:
		return r.text(at, &c.ID)
	case api.KwSchema:
		f := r.text(at, &c.Dialect)
		dialect(r.p.Reader, at, c.Dialect)
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
	if at.Node.Kind != source.Object {
		r.p.Warn(at.Pos(), diag.RuleType, "%s must be an object, not %s; it is ignored", tree.Label(at.Path), tree.WithArticle(at.Node.Kind))
		return api.Invalid
	}
	for _, e := range r.p.Entries(at) {
		b, _ := r.p.Flag(e.Place)
		c.Vocabulary = append(c.Vocabulary, api.Named[bool]{Name: e.Name, Pos: e.Key, Value: b})
	}
	return api.Kept
}

// anchor notes a name that references may use. Core 8.2.2.
func (r *schemaReader) anchor(at tree.Place, into *string) api.Fate {
	name, ok := r.p.Text(at)
	if !ok {
		return api.Invalid
	}
	if !locate.IsAnchor(name) {
		r.p.Fail(at.Pos(), diag.RuleValue, "%q is no name of an anchor: it begins with a letter or \"_\" and has no space or slash", name)
		return api.Invalid
	}
	*into = name
	if first, twice := r.Resource.Anchors[name]; twice && first.Node != r.Node {
		r.p.Warn(at.Pos(), diag.RuleValue, "the anchor %q is declared twice", name).Related =
			[]diag.Related{{Pos: first.Pos(), Message: "first in the schema here"}}
		return api.Kept
	}
	r.Resource.Anchors[name] = r.Place
	return api.Kept
}

// dialect reports dialects that are read as if they were the one of the model.
func dialect(r *tree.Reader, at tree.Place, uri string) {
	uri = strings.TrimSuffix(uri, "#")
	if uri == "" || uri == "https://json-schema.org/draft/2020-12/schema" || strings.HasPrefix(uri, "https://spec.openapis.org/oas/3.") {
		return
	}
	r.Warn(at.Pos(), diag.RuleValue, "the dialect %q is not supported; the schema is read as JSON Schema 2020-12", uri)
}

// unknown keeps what the dialect does not define. Core 6.5: it is an annotation.
func (r *schemaReader) unknown(m *source.Member, at tree.Place) api.Fate {
	pos := r.KeyPos(m)
	r.s.Extensions = append(r.s.Extensions, api.Extension{Pos: pos, Name: m.Name, Value: r.p.Value(at)})
	if tree.IsExtension(m.Name) {
		r.p.CheckExtension(pos, m.Name, tree.SchemaFields)
		return api.Kept
	}
	if r.p.Before(1) {
		r.unknown30(m, pos)
		return api.Kept
	}
	if hint := replacedBy(m.Name); hint != "" {
		r.p.Warn(pos, diag.RuleUnknownKey, "%q is not a keyword of JSON Schema 2020-12 and has no effect", m.Name).Hint = hint
	} else if hint := report.DidYouMean(m.Name, keywordNames(false)); hint != "" && len(m.Name) > 3 {
		r.p.Warn(pos, diag.RuleUnknownKey, "%q is not a keyword of JSON Schema 2020-12 and has no effect", m.Name).Hint = hint
	} else {
		r.p.Info(pos, diag.RuleUnknownKey, "%q is not a keyword of JSON Schema 2020-12 and has no effect", m.Name)
	}
	return api.Kept
}

// replacedBy returns what 2020-12 has instead of a keyword of older dialects.
func replacedBy(name string) string {
	switch name {
	case "nullable":
		return nullHint(false)
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
