package verify_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/verify"
)

// formatCases has values that generated code accepts and refuses, for each format that it checks.
func formatCases() map[string][2][]any {
	n := func(text string) json.Number { return json.Number(text) }
	return map[string][2][]any{
		"date-time":             {{"1985-04-12T23:20:50.52Z", "1990-12-31T23:59:60Z", "2024-02-29t00:00:00z", 1}, {"", "2023-02-29T00:00:00Z", "1985-04-12T23:20:50", "1985-04-12 23:20:50Z"}},
		"date":                  {{"2024-02-29"}, {"", "2023-02-29", "2024-1-1", "2024-01-01Z"}},
		"time":                  {{"08:30:06Z", "08:30:06.283185+00:20"}, {"", "08:30:06", "24:00:00Z"}},
		"duration":              {{"P1Y2M3DT4H5M6S", "PT0S", "P2W", "P1YT1H"}, {"", "P", "PT", "P1Y2D", "P1W1D", "P1.5D", "p1d"}},
		"email":                 {{"a@b", "a.b+c@example.com", "a@[127.0.0.1]", "a@[IPv6:::1]"}, {"", "a", "@b", ".a@b", "a b@c", "a@[1.2.3]", "a@b_c", "ä@b", "a@b@c"}},
		"idn-email":             {{"δ@example.com", "a@실례.테스트"}, {"", "a", "a@", "a@-b", "a@b..c"}},
		"hostname":              {{"a", "1host", "a--b.com", "xn--9n2bp8q"}, {"", ".", "a.", "-a", "a_b", "ä", strings.Repeat("a", 64)}},
		"idn-hostname":          {{"a.b", "실례。테스트"}, {"", "a.", "-ä", "☃"}},
		"ipv4":                  {{"127.0.0.1"}, {"", "1.2.3", "256.0.0.1", "01.2.3.4", "::1"}},
		"ipv6":                  {{"::1", "::ffff:1.2.3.4"}, {"", "1.2.3.4", "1::2::3", "::1%eth0"}},
		"uri":                   {{"a:", "http://u:p@[::1]:80/a;b?c/d?#e/f?", "urn:a:b"}, {"", "a", "//a", "1a:b", "http://a b", "http://a/%4", "http://[a]/", "http://a:b/", "http://ä"}},
		"uri-reference":         {{"", "a", "//a/b", "?a", "#a", "a/b:c"}, {"1:a", "a b", "\\a", "%", "ä"}},
		"iri":                   {{"http://ä/ö?ü#ß"}, {"", "ä", "http://ä ö"}},
		"iri-reference":         {{"", "ä", "#ö"}, {"ä ö"}},
		"uri-template":          {{"", "/{a,b*}{?c:3,d.e}{#f}", "%41{%41}"}, {"{", "{}", "{a,}", "{a:0}", "{a..b}", "{-a}", "a b"}},
		"uuid":                  {{"123e4567-e89b-12d3-a456-426614174000"}, {"", "123e4567e89b12d3a456426614174000", "123e4567-e89b-12d3-a456-42661417400g"}},
		"json-pointer":          {{"", "/a~0b~1c/0"}, {"a", "#/a", "/~2"}},
		"relative-json-pointer": {{"0", "1/a", "10#", "0+1"}, {"", "#", "-1", "01/a", "0##"}},
		"regex":                 {{"", "a|b", "^(?<n>a)(?=b)$"}, {"(", "a**", `\`}},
		"byte":                  {{"", "aGk="}, {"aGk", "a-_=", "aGk=\n"}},
		"int8":                  {{n("-128"), n("1e2"), "x"}, {n("128"), n("0.5")}},
		"int16":                 {{n("32767")}, {n("32768")}},
		"int32":                 {{n("2147483647"), n("5.0")}, {n("2147483648"), n("1.5"), n("1e99")}},
		"int64":                 {{n("9223372036854775807")}, {n("9223372036854775808"), n("1e400")}},
		"uint8":                 {{n("255")}, {n("256"), n("-1")}},
		"uint16":                {{n("65535")}, {n("65536")}},
		"uint32":                {{n("4294967295")}, {n("4294967296")}},
		"uint64":                {{n("18446744073709551615")}, {n("18446744073709551616"), n("-1")}},
		"float":                 {{n("3.4028235e38")}, {n("3.5e38"), n("1e309")}},
		"double":                {{n("0.1")}, {n("-1e400")}},
		"period":                {{"x"}, nil},
		"semver":                {{"x"}, nil},
		"unknown":               {{"x", 1}, nil},
	}
}

func TestFormats(t *testing.T) {
	doc := read(t, head30+"    A: {}\n")
	judge, annotate := verify.New(doc, verify.Options{}), verify.New(doc, verify.Options{AnnotateFormats: true})
	cases := formatCases()
	for _, name := range gomodel.FormatNames() {
		assert.Contains(t, cases, name, "generated code checks it")
	}
	for name, values := range cases {
		s := &api.Schema{Format: name}
		for i, list := range values {
			for _, v := range list {
				text, err := json.Marshal(v)
				assert.NoError(t, err)
				r := judge.Value(s, change.Request, text)
				assert.Equal(t, i == 0, r.Valid, "%s %s: %s", name, text, lines(r))
				assert.NoError(t, r.Problem)
				assert.True(t, annotate.Value(s, change.Request, text).Valid, "an annotation")
			}
		}
	}
}
