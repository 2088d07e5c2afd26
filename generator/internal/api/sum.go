package api

import (
	"crypto/sha256"
	"encoding/binary"
	"slices"
	"strings"
)

// A Sum identifies what a schema means: two schemas with one Sum accept the same values by the same keywords and lead to the
// same Go type. References count by their target, not by its content, so circles are no case of their own and a document is
// summed in one pass. It is made with SHA-256, because a document may be hostile.
type Sum [16]byte

// A Summer computes sums, each once.
type Summer struct {
	Docs bool // annotations and extensions count too: use it to tell whether even comments are the same
	done map[*Schema]Sum
}

// Sum returns the sum of s.
func (m *Summer) Sum(s *Schema) Sum {
	if sum, ok := m.done[s]; ok {
		return sum
	}
	h := hashText{m: m}
	h.schema(s)
	full := sha256.Sum256(h.b)
	sum := Sum(full[:16])
	if m.done == nil {
		m.done = map[*Schema]Sum{}
	}
	m.done[s] = sum
	return sum
}

// hashText is an unambiguous text of one level: every part is a keyword byte, then text with its length before it.
type hashText struct {
	m *Summer
	b []byte
}

func (h *hashText) text(k Keyword, s string) {
	h.b = binary.AppendUvarint(append(h.b, byte(k)), uint64(len(s)))
	h.b = append(h.b, s...)
}

func (h *hashText) schema(s *Schema) {
	h.b = append(h.b, byte(s.Form))
	if s.Types != nil {
		types := slices.Clone(s.Types)
		slices.Sort(types)
		for _, t := range types {
			h.text(KwType, t.String())
		}
	}
	h.ref(s.Ref)
	if s.Core != nil {
		h.ref(s.Core.DynamicRef)
		if s.Core.DynamicAnchor != "" {
			h.text(KwDynamicAnchor, s.Core.DynamicAnchor)
		}
	}
	if s.Format != "" {
		h.text(KwFormat, s.Format)
	}
	h.limits(s)
	h.values(s)
	for c := range s.Children() { // $defs count only where a reference leads into them
		if c.Keyword == KwDefs {
			continue
		}
		sum := h.m.Sum(c.Schema)
		h.text(c.Keyword, c.Name)
		h.b = append(h.b, sum[:]...)
	}
	if s.OpenAPI != nil && s.OpenAPI.Discriminator != nil {
		h.discriminator(s.OpenAPI.Discriminator)
	}
	h.extensions(s)
}

func (h *hashText) ref(r *Ref) {
	if r == nil {
		return
	}
	k := KwRef
	if r.Dynamic {
		k = KwDynamicRef
	}
	h.target(k, r.Target, r.Text)
}

// target counts where a reference leads: one text means two places in two files.
func (h *hashText) target(k Keyword, target *Schema, text string) {
	if target == nil {
		h.text(k, "?"+text)
		return
	}
	h.text(k, target.Pos.Address())
}

func (h *hashText) number(k Keyword, n *Number) {
	if n != nil {
		h.text(k, n.Canonical())
	}
}

func (h *hashText) limits(s *Schema) {
	if n := s.Number; n != nil {
		h.number(KwMultipleOf, n.MultipleOf)
		h.number(KwMinimum, n.Minimum)
		h.number(KwMaximum, n.Maximum)
		h.number(KwExclusiveMinimum, n.ExclusiveMinimum)
		h.number(KwExclusiveMaximum, n.ExclusiveMaximum)
	}
	if t := s.String; t != nil {
		h.number(KwMinLength, t.MinLength)
		h.number(KwMaxLength, t.MaxLength)
		if t.Pattern != nil {
			h.text(KwPattern, *t.Pattern)
		}
	}
	if a := s.Array; a != nil {
		h.number(KwMinItems, a.MinItems)
		h.number(KwMaxItems, a.MaxItems)
		h.number(KwMinContains, a.MinContains)
		h.number(KwMaxContains, a.MaxContains)
		if a.UniqueItems {
			h.text(KwUniqueItems, "")
		}
	}
	if o := s.Object; o != nil {
		h.number(KwMinProperties, o.MinProperties)
		h.number(KwMaxProperties, o.MaxProperties)
		for _, name := range sortedNames(o.Required) {
			h.text(KwRequired, name)
		}
		for _, d := range o.DependentRequired {
			h.text(KwDependentRequired, d.Name)
			for _, name := range d.Value {
				h.text(KwRequired, name)
			}
		}
	}
}

func sortedNames(list []Required) []string {
	names := make([]string, len(list))
	for i, r := range list {
		names[i] = r.Name
	}
	slices.Sort(names)
	return slices.Compact(names)
}

func (h *hashText) values(s *Schema) {
	if s.Enum != nil && len(s.Enum) == 0 {
		h.text(KwEnum, "") // no value fits; no literal has this text
	}
	for _, e := range s.Enum { // in order: it is the order of the constants
		h.text(KwEnum, Canonical(e.Value))
	}
	if s.Const != nil {
		h.text(KwConst, Canonical(s.Const.Value))
	}
	if c := s.Content; c != nil {
		h.text(KwContentEncoding, c.Encoding)
		h.text(KwContentMediaType, c.MediaType)
	}
	if m := s.Meta; m != nil {
		if m.ReadOnly {
			h.text(KwReadOnly, "")
		}
		if m.WriteOnly {
			h.text(KwWriteOnly, "")
		}
		if m.Default != nil {
			h.text(KwDefault, Canonical(m.Default.Value))
		}
		if h.m.Docs {
			h.text(KwTitle, m.Title)
			h.text(KwDescription, m.Description)
			if m.Deprecated {
				h.text(KwDeprecated, "")
			}
		}
	}
}

func (h *hashText) discriminator(d *Discriminator) {
	h.text(KwDiscriminator, d.PropertyName)
	for _, e := range d.Mapping {
		h.text(KwDiscriminator, e.Value)
		h.target(KwRef, e.Target, e.Text)
	}
	if d.DefaultMapping != nil {
		h.target(KwRef, d.DefaultMapping.Target, d.DefaultMapping.Text)
	}
}

// extensions that change the Go code are assertions for us.
func (h *hashText) extensions(s *Schema) {
	for _, e := range s.Extensions {
		if h.m.Docs || ChangesGo(e.Name) {
			h.text(KwUnknown, e.Name)
			h.text(KwUnknown, Canonical(e.Value))
		}
	}
}

// ChangesGo reports whether an extension of a schema changes the names or the types of Go code.
func ChangesGo(extension string) bool {
	switch extension {
	case "x-enum-varnames", "x-enumNames", "x-ms-enum", "x-extensible-enum", "x-oapi-codegen-extra-tags":
		return true
	}
	return strings.HasPrefix(extension, "x-go-")
}
