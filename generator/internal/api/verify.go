package api

// Verify returns which promises of parse a document breaks, one text each. Tests call it on every document; in a run without
// --lenient it finds nothing.
func Verify(d *Document) []string {
	v := verifier{d: d, seen: make([]bool, len(d.Schemas))}
	for root := range d.Roots() {
		for s := range root.All() {
			v.own(s)
		}
	}
	for i, s := range d.Schemas {
		if !v.seen[i] {
			v.fail(s, "is in Schemas but nothing owns it")
		}
		v.schema(s)
	}
	return v.problems
}

type verifier struct {
	d        *Document
	seen     []bool
	problems []string
}

func (v *verifier) fail(s *Schema, text string) {
	v.problems = append(v.problems, s.Pos.Address()+" "+text)
}

func (v *verifier) own(s *Schema) {
	switch {
	case int(s.ID) >= len(v.d.Schemas) || v.d.Schemas[s.ID] != s:
		v.fail(s, "is not at its ID")
	case v.seen[s.ID]:
		v.fail(s, "has two owners")
	default:
		v.seen[s.ID] = true
	}
}

func (v *verifier) schema(s *Schema) {
	if s.Pos.File == nil || s.Pos.Line == 0 {
		v.fail(s, "has no position")
	}
	v.ref(s, s.Ref)
	if s.Core != nil {
		v.ref(s, s.Core.DynamicRef)
	}
	if d := s.OpenAPI; d != nil && d.Discriminator != nil {
		for _, m := range d.Discriminator.Mapping {
			if m.Target == nil {
				v.fail(s, "has a mapping without target")
			}
		}
		if m := d.Discriminator.DefaultMapping; m != nil && m.Target == nil {
			v.fail(s, "has a default mapping without target")
		}
	}
	if s.Form != FormObject && (len(s.Marks) > 0 || s.Types != nil || s.Object != nil) {
		v.fail(s, "is a boolean with keywords")
	}
	if o := s.Object; o != nil && (twice(o.Properties) || twice(o.PatternProperties)) {
		v.fail(s, "has a property twice")
	}
	v.marks(s)
}

func (v *verifier) ref(s *Schema, r *Ref) {
	if r != nil && (r.Target == nil || int(r.Target.ID) >= len(v.d.Schemas) || v.d.Schemas[r.Target.ID] != r.Target) {
		v.fail(s, "has a reference that leads out of Schemas")
	}
}

func twice(list []Named[*Schema]) bool {
	seen := make(map[string]bool, len(list))
	for _, n := range list {
		if seen[n.Name] {
			return true
		}
		seen[n.Name] = true
	}
	return false
}

// marks: what is in a field was written or rewritten; no keyword of 3.0 is kept; no keyword stands twice.
func (v *verifier) marks(s *Schema) {
	if s.Synth || s.Form != FormObject {
		return
	}
	seen := [keywordCount]bool{}
	for _, m := range s.Marks {
		if m.Keyword != KwUnknown && seen[m.Keyword] {
			v.fail(s, "has the keyword "+m.Keyword.String()+" twice")
		}
		seen[m.Keyword] = true
		if m.Fate == Kept && (m.Keyword == KwNullable || m.Keyword == KwExample) {
			v.fail(s, "keeps "+m.Keyword.String())
		} else if m.Fate == Kept && !s.set(m.Keyword) {
			v.fail(s, "lost "+m.Keyword.String())
		}
	}
	for child := range s.Children() {
		if !seen[child.Keyword] && !seen[KwNullable] {
			v.fail(s, "has "+child.Keyword.String()+" without a mark")
		}
	}
	if s.Ref != nil && !seen[KwRef] && !seen[KwDynamicRef] {
		v.fail(s, "has a reference without a mark")
	}
}
