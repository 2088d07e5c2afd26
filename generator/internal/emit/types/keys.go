package types

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
)

// fewNames is how many names the reader compares one by one. More are found by an index.
const fewNames = 24

// keyTable prints the static table that tells the reader the members.
func (e Printer) keyTable(s *gomodel.Struct) jen.Code {
	var parts []jen.Code
	flag := func(name string, set bool) {
		if set {
			parts = append(parts, golang.Pair(name, jen.True()))
		}
	}
	escaped := false
	if len(s.Members) > 0 {
		names := make([]jen.Code, len(s.Members))
		for i, m := range s.Members {
			wire, _ := m.Key()
			names[i] = golang.Text(wire)
			escaped = escaped || needsEscape(wire)
		}
		parts = append(parts,
			golang.Pair("names", jen.Index().String().Values(names...)),
			golang.Pair("required", bitSet(gomodel.RequiredBits(s.Members))))
		if bits, any := e.nullableBits(s.Members); any {
			parts = append(parts, golang.Pair("nullable", bitSet(bits)))
		}
	}
	if len(s.Members) > fewNames {
		parts = append(parts, golang.Pair("index", jen.New(jen.Id("nameIndex"))))
	}
	flag("closed", s.Closed)
	flag("extra", s.Extra != nil)
	flag("escaped", escaped)
	table := jen.Var().Id(keysName(s)).Op("=").Id("keyTable")
	if len(parts) == 0 {
		return table.Values()
	}
	return table.Add(golang.MultiLine(parts...))
}

func keysName(s *gomodel.Struct) string { return "keys" + s.Name }

// nullableBits returns the members whose reader takes null, one bit each. Raw JSON takes it always.
func (e Printer) nullableBits(members []gomodel.Member) (bits []uint64, any bool) {
	bits = make([]uint64, (len(members)+63)/64)
	for i, m := range members {
		if f, ok := m.(*gomodel.Field); ok && (f.Hold.Nullable || e.IsRaw(f.Codec)) {
			bits[i/64] |= 1 << (i % 64)
			any = true
		}
	}
	return bits, any
}

func bitSet(words []uint64) jen.Code {
	return jen.Index().Uint64().ValuesFunc(func(g *jen.Group) {
		for _, w := range words {
			g.Op("0b" + strconv.FormatUint(w, 2))
		}
	})
}

// key prints the literal that jsonWriter.key takes: comma, name and colon.
func key(wire string) *jen.Statement { return golang.RawText("," + jsonString(wire) + ":") }

// jsonString returns s as JSON, escaped as jsonWriter does it: only what RFC 8259 section 7 asks for.
func jsonString(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < ' ':
			b.WriteString(`\u00` + string("0123456789abcdef"[r>>4]) + string("0123456789abcdef"[r&15]))
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// needsEscape reports whether a name may have another form in JSON text than its own bytes.
func needsEscape(wire string) bool {
	return strings.ContainsFunc(wire, func(r rune) bool { return r == '"' || r == '\\' || r < ' ' || r >= utf8.RuneSelf })
}
