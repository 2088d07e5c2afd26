package emit

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
)

func (e printer) structDecl(s *gomodel.Struct) jen.Code {
	return lines(
		e.structType(s),
		codecMethods(s.Name, jen.Id(s.Name).Values()),
		e.keyTable(s),
		e.decode(s),
		e.encode(s),
		e.check(s),
	)
}

func (e printer) structType(s *gomodel.Struct) jen.Code {
	return doc(s.Doc, pageWidth).Type().Id(s.Name).StructFunc(func(g *jen.Group) {
		for _, f := range gomodel.Fields(s.Members) {
			g.Add(doc(f.Doc, memberWidth).Id(f.Name).Add(goType(f.FieldType(e.path))).Add(fieldTag(f)))
		}
		if s.Other != "" {
			about := s.Other + " is the value if it is no object, which the document allows. The other fields do not count then."
			g.Add(doc(gomodel.Words(about), memberWidth).Id(s.Other).Qual("encoding/json", "RawMessage").Op("`json:\"-\"`"))
		}
		if x := s.Extra; x != nil {
			about := "Members that the document does not name."
			if hasLoose(s) {
				about = "Members that the document does not name, and those that do not fit their field where the document allows that."
			}
			g.Add(comment(about).Id(x.Name).Map(jen.String()).Add(goType(x.Type)).Op("`json:\"-\"`"))
		}
	})
}

func hasLoose(s *gomodel.Struct) bool {
	return slices.ContainsFunc(gomodel.Fields(s.Members), func(f *gomodel.Field) bool { return f.Loose })
}

// fieldTag prints the tag of a field. Only the reader of the documentation needs it, so a name that encoding/json does not take
// (its isValidTag: quotes, backslashes, commas, nothing at all), or that linters take for a mistake ("-"), has none.
func fieldTag(f *gomodel.Field) jen.Code {
	const punctuation = "!#$%&()*+-./:;<=>?@[]^_{|}~ "
	odd := func(r rune) bool {
		return !strings.ContainsRune(punctuation, r) && !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}
	var tags []string
	if f.Wire != "" && f.Wire != "-" && !strings.ContainsFunc(f.Wire, odd) {
		tag := f.Wire
		if !f.Hold.Required {
			tag += ",omitzero"
		}
		tags = append(tags, "json:"+strconv.Quote(tag))
	}
	if f.XML != "" {
		tags = append(tags, "xml:"+strconv.Quote(f.XML))
	}
	if tags == nil {
		return jen.Null()
	}
	return jen.Op("`" + strings.Join(tags, " ") + "`")
}

// keyTable prints the static table that tells the reader the members.
func (e printer) keyTable(s *gomodel.Struct) jen.Code {
	var parts []jen.Code
	flag := func(name string, set bool) {
		if set {
			parts = append(parts, pair(name, jen.True()))
		}
	}
	escaped := false
	if len(s.Members) > 0 {
		names := make([]jen.Code, len(s.Members))
		for i, m := range s.Members {
			wire, _ := m.Key()
			names[i] = text(wire)
			escaped = escaped || needsEscape(wire)
		}
		parts = append(parts,
			pair("names", jen.Index().String().Values(names...)),
			pair("required", bitSet(gomodel.RequiredBits(s.Members))))
		if bits, any := e.nullableBits(s.Members); any {
			parts = append(parts, pair("nullable", bitSet(bits)))
		}
	}
	flag("closed", s.Closed)
	flag("extra", s.Extra != nil)
	flag("escaped", escaped)
	table := jen.Var().Id(keysName(s)).Op("=").Id("keyTable")
	if len(parts) == 0 {
		return table.Values()
	}
	return table.Add(multiLine(parts...))
}

func keysName(s *gomodel.Struct) string { return "keys" + s.Name }

// nullableBits returns the members whose reader takes null, one bit each. Raw JSON takes it always.
func (e printer) nullableBits(members []gomodel.Member) (bits []uint64, any bool) {
	bits = make([]uint64, (len(members)+63)/64)
	for i, m := range members {
		if f, ok := m.(*gomodel.Field); ok && (f.Hold.Nullable || e.isRaw(f.Codec)) {
			bits[i/64] |= 1 << (i % 64)
			any = true
		}
	}
	return bits, any
}

// isRaw reports whether a value is held as its JSON text.
func (e printer) isRaw(c gomodel.Codec) bool {
	if o, ok := c.(gomodel.ObjectCodec); ok {
		_, raw := e.declared[o.Type.Name].(*gomodel.RawType)
		return raw && o.Type.Path == e.path
	}
	return c == gomodel.RawCodec{}
}

func bitSet(words []uint64) jen.Code {
	return jen.Index().Uint64().ValuesFunc(func(g *jen.Group) {
		for _, w := range words {
			g.Op("0b" + strconv.FormatUint(w, 2))
		}
	})
}
