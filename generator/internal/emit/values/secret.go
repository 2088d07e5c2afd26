package values

import (
	"slices"

	"github.com/oas2go/oas2go/generator/gomodel"
)

// secretTypes returns the types whose JSON may hold a secret. A rule shows what it refuses, and does not know what of it is one.
func secretTypes(declared map[string]gomodel.Decl) map[string]bool {
	found := map[string]bool{}
	for grown := true; grown; {
		grown = false
		for name, d := range declared {
			if !found[name] && holdsSecret(d, found) {
				found[name], grown = true, true
			}
		}
	}
	return found
}

// holdsSecret reports whether a type has a secret, or a value of a type that is known to have one.
func holdsSecret(d gomodel.Decl, known map[string]bool) bool {
	switch d := d.(type) {
	case *gomodel.Struct:
		return d.Extra != nil && (d.Extra.Secret || secretIn(d.Extra.Codec, known)) ||
			slices.ContainsFunc(gomodel.Fields(d.Members), func(f *gomodel.Field) bool { return f.Secret || secretIn(f.Codec, known) })
	case *gomodel.Tuple:
		return d.Rest != nil && secretIn(d.Rest.Codec, known) ||
			slices.ContainsFunc(d.Items, func(f *gomodel.Field) bool { return f.Secret || secretIn(f.Codec, known) })
	case *gomodel.Params:
		return slices.ContainsFunc(ParamFields(d), func(f *gomodel.Field) bool { return f.Secret || secretIn(f.Codec, known) })
	case *gomodel.Form:
		return slices.ContainsFunc(d.Fields, func(f gomodel.FormField) bool { return f.Secret || secretIn(f.Codec, known) })
	case *gomodel.HeaderType:
		return slices.ContainsFunc(d.Fields, func(f gomodel.HeaderField) bool { return f.Secret || secretIn(f.Codec, known) })
	case *gomodel.ListType:
		return secretIn(d.Codec, known)
	case *gomodel.MapType:
		return secretIn(d.Codec, known)
	case *gomodel.Union:
		return slices.ContainsFunc(d.Variants, func(v gomodel.Variant) bool { return secretIn(v.Codec, known) })
	}
	return false
}

func secretIn(c gomodel.Codec, known map[string]bool) bool {
	switch c := c.(type) {
	case gomodel.ObjectCodec:
		return known[c.Type.Name]
	case gomodel.UnionCodec:
		return known[c.Type.Name]
	case gomodel.ListCodec:
		return secretIn(c.Elem, known)
	case gomodel.MapCodec:
		return secretIn(c.Elem, known)
	case gomodel.OrNull:
		return secretIn(c.Elem, known)
	}
	return false
}
