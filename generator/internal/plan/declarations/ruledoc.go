package declarations

import (
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
	"github.com/oas2go/oas2go/generator/internal/plan/words"
)

// checkTexts says in words what the checks of a value demand. A named type says it itself.
func (b *Builder) checkTexts(u shapes.Use) (parts []string) {
	switch s := u.Shape.(type) {
	case shapes.Scalar:
		bounded := false // one text tells all bounds, of which each may have a check
		for _, c := range b.allScalarChecks(u.Schema, s.Kind, nil) {
			if !bounded || !isBound(c) {
				parts = append(parts, checkWords(c, u.Schema)...)
			}
			bounded = bounded || isBound(c)
		}
		if s.Kind == gomodel.Bytes {
			parts = append(parts, "base64 in JSON")
		}
	case shapes.List:
		if c, ok := ItemsCheck(u.Schema).(gomodel.Items); ok {
			parts = append(parts, words.Amount(c.Min, c.Max, "item", "items"))
		}
		if b.checksUnique(u.Schema) {
			parts = append(parts, "no two the same")
		}
		parts = words.AppendInner(parts, "each ", b.checkTexts(s.Elem))
	case shapes.Map:
		for _, c := range b.mapChecks(u.Schema) {
			switch c := c.(type) {
			case gomodel.Properties:
				parts = append(parts, words.Amount(c.Min, c.Max, "member", "members"))
			case gomodel.Requires:
				parts = append(parts, "with "+words.QuoteAll(c.Names))
			}
		}
		parts = words.AppendInner(parts, "each value ", b.checkTexts(s.Elem))
	}
	return parts
}

func checkWords(c gomodel.Check, s *api.Schema) []string {
	if isBound(c) {
		return words.BoundWords(s.Number)
	}
	switch c := c.(type) {
	case gomodel.Length:
		return []string{words.Amount(c.Min, c.Max, "character", "characters")}
	case gomodel.Match:
		return []string{"must match " + *s.String.Pattern}
	case gomodel.Format:
		return []string{"format " + c.Name}
	case gomodel.MultipleOf:
		return []string{"a multiple of " + words.Number(c.Of)}
	case gomodel.Equals:
		return []string{"always " + words.LiteralText(c.Value)}
	}
	return nil
}

func isBound(c gomodel.Check) bool {
	switch c.(type) {
	case gomodel.IntRange, gomodel.UintRange, gomodel.FloatRange, gomodel.Bound:
		return true
	}
	return false
}
