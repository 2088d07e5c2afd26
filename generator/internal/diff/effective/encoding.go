package effective

import (
	"slices"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// PropertyOf finds the schema of a property behind references and allOf.
func PropertyOf(s *api.Schema, name string, seen map[*api.Schema]bool) *api.Schema {
	if s == nil || seen[s] {
		return nil
	}
	seen[s] = true
	if s.Object != nil {
		if p, ok := api.Find(s.Object.Properties, name); ok {
			return p
		}
	}
	if s.Ref != nil {
		if p := PropertyOf(s.Ref.Target, name, seen); p != nil {
			return p
		}
	}
	if s.Compose != nil {
		for _, part := range s.Compose.AllOf {
			if p := PropertyOf(part, name, seen); p != nil {
				return p
			}
		}
	}
	return nil
}

// An Encoding is the effective encoding of a part.
type Encoding struct {
	Types  []string // media types; nil if a style counts instead
	Serial api.Serialization
}

// Text is the encoding as sentences have it.
func (e Encoding) Text() string {
	if e.Types != nil {
		return strings.Join(e.Types, ", ")
	}
	text := string(e.Serial.Style) + ", explode " + strconv.FormatBool(e.Serial.Explode)
	if e.Serial.AllowReserved {
		text += ", allowReserved"
	}
	return text
}

// EncodingOf returns what counts for a part whose schema is given. In a form, the default is a style.
func EncodingOf(s *Document, form bool, e *api.Encoding, schema *api.Schema) Encoding {
	if e.Serial.HasStyle || e.Serial.HasExplode || e.Serial.AllowReserved || form && e.ContentType == "" {
		return Encoding{Serial: e.Serial}
	}
	if e.ContentType == "" {
		return Encoding{Types: defaultTypes(s.Kinds, schema), Serial: e.Serial}
	}
	var types []string
	for t := range strings.SplitSeq(e.ContentType, ",") {
		types = append(types, MediaKey(t))
	}
	slices.Sort(types)
	return Encoding{Types: types, Serial: e.Serial}
}

// defaultTypes is the media type that a part has if nobody says: OAS, Encoding Object, contentType.
func defaultTypes(a *analysis.Analysis, s *api.Schema) []string {
	if s == nil {
		return []string{"application/octet-stream"}
	}
	core := a.Core(s)
	kinds := a.Kinds(s) &^ analysis.KindNull
	switch {
	case core.Format == "binary" || core.Content != nil && core.Content.Encoding == "" && core.Content.MediaType != "":
		return []string{"application/octet-stream"}
	case kinds == analysis.KindArray && core.Array != nil && core.Array.Items != nil && a.Kinds(core.Array.Items)&analysis.KindArray == 0:
		return defaultTypes(a, core.Array.Items)
	case kinds == analysis.KindObject || kinds == analysis.KindArray:
		return []string{"application/json"}
	case kinds&(analysis.KindObject|analysis.KindArray) == 0:
		return []string{"text/plain"}
	}
	return []string{"application/octet-stream"}
}

// AllIn reports whether each media type of a is one of b, or in a range of it.
func AllIn(a, b []string) bool {
	return !slices.ContainsFunc(a, func(t string) bool {
		kind, _, _ := strings.Cut(t, "/")
		return !slices.ContainsFunc(b, func(u string) bool { return u == t || u == "*/*" || u == kind+"/*" })
	})
}
