package support

import (
	"net/mail"
	"net/netip"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// formatCases are values of each format, and others that come near, with the section that decides.
func formatCases() map[string]struct {
	valid        func(string) bool
	right, wrong []string
} {
	type cases = struct {
		valid        func(string) bool
		right, wrong []string
	}
	label, long := strings.Repeat("a", 63), strings.Repeat("a.", 126)
	return map[string]cases{
		"date-time (RFC 3339, 5.6)": {validDateTime,
			[]string{"1985-04-12T23:20:50.52Z", "1996-12-19T16:39:57-08:00", "1990-12-31T23:59:60Z", "1990-12-31T15:59:60-08:00", "2024-02-29t00:00:00z"},
			[]string{"", "1985-04-12", "1985-04-12 23:20:50Z", "1990-12-31T23:58:60Z", "2023-02-29T00:00:00Z", "1985-04-12T23:20:50", "1985-04-12T23:20:50,5Z", "1985-04-12T24:00:00Z"}},
		"date (RFC 3339, 5.6)": {validDate, []string{"2024-02-29", "0000-01-01"}, []string{"", "2023-02-29", "2024-1-1", "2024-01-01Z", "1998-13-01", "২০২৪-01-01"}},
		"time (RFC 3339, 5.6)": {validTime, []string{"08:30:06Z", "08:30:06.283185+00:20", "23:59:60Z", "01:29:60+01:30"}, []string{"", "08:30:06", "8:30:06Z", "24:00:00Z", "22:59:60Z", "08:30Z"}},
		"duration (RFC 3339, A)": {validDuration,
			[]string{"P1Y2M3DT4H5M6S", "PT0S", "P2W", "P1M", "PT1M", "P1YT1H"},
			[]string{"", "P", "PT", "P1YT", "P1Y2D", "PT1H2S", "P1W1D", "P1W1", "P1.5D", "p1d", "-P1D", "P1D ", "PW", "P1S"}},
		"email (RFC 5321, 4.1.2)": {validEmail,
			[]string{"a@b", "a.b+c@example.com", `"a b\"c"@example.com`, "a@[127.0.0.1]", "a@[IPv6:::1]"},
			[]string{"", "a", "@b", "a@", ".a@b", "a.@b", "a..b@c", "a b@c", `"a@b`, `"@b`, "a@[1.2.3]", "a@[IPv6:1]", "a@[127.0.0.1", "a@b_c", strings.Repeat("a", 65) + "@b", "ä@b", "a@b@c"}},
		"idn-email (RFC 6531, 3.3)": {validIDNEmail, []string{"δ@example.com", "a@실례.테스트", `"δ"@b`}, []string{"", "a", "a@", "a@-b", "a@b-", "a@b..c", "a@b_c", "a＠b"}},
		"hostname (RFC 1123, 2.1)": {validHostname,
			[]string{"a", "1host", "a--b.com", label, long + "a", "xn--9n2bp8q", "XN--9N2BP8Q"},
			[]string{"", ".", "a.", ".a", "-a", "a-", "a_b", "ä", label + "a", long + "aa", "xn--", "xn--a", "xn--X", "a b"}},
		"idn-hostname (RFC 5890, 2.3.2.3)": {validIDNHostname,
			[]string{"a.b", "실례。테스트", "l·l", "α͵β", "א׳", "・あ", "क्\u200dष", "بي\u200cبي"},
			[]string{"", "a.", "a·b", "α͵a", "a׳", "a・", "क\u200dष", "ـ", "٠۰", "-ä", "ä-", "ää--ä", "☃", "Ä"}},
		"ipv4 (RFC 2673, 3.2)": {validIPv4, []string{"127.0.0.1", "255.255.255.255"}, []string{"", "1.2.3", "256.0.0.1", "01.2.3.4", "1.2.3.4/8", "0x7f.0.0.1", "::1", "1.2.3.4\n"}},
		"ipv6 (RFC 4291, 2.2)": {validIPv6, []string{"::", "::1", "2001:db8::7", "::ffff:1.2.3.4"}, []string{"", "1.2.3.4", ":", "1::2::3", "::1%eth0", "12345::", "::ffff:1.2.3.04", "[::1]", "::1/64"}},
		"uri (RFC 3986, A)": {validURI,
			[]string{"a:", "http://a", "http://u:p@[::1]:80/a;b?c/d?#e/f?", "urn:a:b", "http://a//b", "http://[v1.a:b]/", "mailto:a@b", "a+b-c.1:/%41"},
			[]string{"", "a", "/a", "//a", "1a:b", "http://a b", "http://a/%4", "http://a/[b]", "http://[::1", "http://[a]/", "http://a:b/", "http://a#b#c", "http://ä", "http://[v.a]", "http://[::1]x", "a:\\"}},
		"uri-reference (RFC 3986, A)":   {validURIReference, []string{"", "a", "/a", "//a/b", "?a", "#a", "a:b", "./a:b", "a/b:c"}, []string{"1:a", "a b", "\\a", "%", "ä"}},
		"iri (RFC 3987, 2.2)":           {validIRI, []string{"http://ä/ö?ü\ue000#ß", "a:\U0001f600"}, []string{"", "ä", "http://ä ö", "http://a/\ue000", "http://[ä]", "http://a/\ufdd0", "http://a/\U000e0001"}},
		"iri-reference (RFC 3987, 2.2)": {validIRIReference, []string{"", "ä", "#ö"}, []string{"ä ö", "ä:b", "\u0085"}},
		"uri-template (RFC 6570, 2)": {validURITemplate,
			[]string{"", "a", "{a}", "/{a,b*}{?c:3,d.e}{#f}", "%41{%41}", "ä'"},
			[]string{"{", "}", "{}", "{a", "{a,}", "{a:0}", "{a:10000}", "{a:}", "{a*:1}", "{a..b}", "{-a}", "{a b}", "a b", "%4", "<", "{+}", "{a:1*}", "\ufdd0"}},
		"uuid (RFC 9562, 4)": {validUUID,
			[]string{"123e4567-e89b-12d3-a456-426614174000", "123E4567-E89B-12D3-A456-426614174000", "00000000-0000-0000-0000-000000000000"},
			[]string{"", "123e4567e89b12d3a456426614174000", "{123e4567-e89b-12d3-a456-42661417400}", "123e4567-e89b-12d3-a456-42661417400g", "123e4567-e89b-12d3-a4564-26614174000"}},
		"json-pointer (RFC 6901, 5)": {validJSONPointer, []string{"", "/", "/a~0b~1c/0", "//"}, []string{"a", "#", "#/a", "/~", "/~2", "/a~"}},
		"relative-json-pointer":      {validRelativeJSONPointer, []string{"0", "1/a", "10#", "0+1", "0-1/a", "2-3#"}, []string{"", "#", "/a", "-1", "01/a", "0##", "0+", "0a", "1+01"}},
		"regex (ECMA-262, 22.2.1)": {validRegex,
			[]string{"", "a|b", "^(?:a)(?=b)(?<!c)$", `[^\w\-\]a-z]`, "a{2}b{2,}?c{2,3}", `\u{1F600}\u0041\x41\cA\0`, `(?<n>a)\k<n>\1`, `\p{Lu}\P{Script=Greek}`, "[]", `[\b]`, `\/\.`, "ä", "(a*)+"},
			[]string{"(", ")", "[", "a**", "*", "a{3,2}", "a{2", "{2}", "]", "}", `\`, `\a`, `\Z`, `\-`, `\1`, `(?<n>a)(?<n>b)`, `\k<n>`, `\k`, "(?a)", "(?=a)*", "^*", `\u{110000}`, `\u12`, `\x1`, `[b-a]`, `[\w-a]`, `\p`, `\p{}`, `\00`, "(?<1>a)", `\c1`, `\b+`, "(?<"}},
		"byte (RFC 4648, 4)": {validBase64, []string{"", "aGk=", "aGkh"}, []string{"aGk", "aGl=", "a-_=", "aGk=\n", "a"}},
		"int32":              {validInt32, []string{"0", "-2147483648", "2147483647", "1e2", "5.0"}, []string{"2147483648", "-2147483649", "1.5", "1e10", "1e99999999999"}},
		"int64":              {validInt64, []string{"9223372036854775807", "-9223372036854775808"}, []string{"9223372036854775808", "0.1", "1e400"}},
		"int8":               {validInt8, []string{"-128", "127", "1e2"}, []string{"-129", "128", "0.5"}},
		"int16":              {validInt16, []string{"-32768", "32767"}, []string{"-32769", "32768"}},
		"uint8":              {validUint8, []string{"0", "255", "-0"}, []string{"-1", "256", "1.5"}},
		"uint16":             {validUint16, []string{"0", "65535"}, []string{"-1", "65536"}},
		"uint32":             {validUint32, []string{"0", "4294967295"}, []string{"-1", "4294967296"}},
		"uint64":             {validUint64, []string{"0", "9223372036854775808", "18446744073709551615", "1e2"}, []string{"-1", "18446744073709551616", "0.1", "1e400"}},
		"float":              {validFloat, []string{"3.4028235e38", "-1e-400", "0.1"}, []string{"3.5e38", "-3.4028236e38", "1e309"}},
		"double":             {validDouble, []string{"1e308", "-1e-400", "0.1"}, []string{"1e309", "-1e400"}},
	}
}

func TestFormats(t *testing.T) {
	for name, c := range formatCases() {
		for _, s := range c.right {
			assert.True(t, c.valid(s), "%s: %q", name, s)
		}
		for _, s := range c.wrong {
			assert.False(t, c.valid(s), "%s: %q", name, s)
		}
	}
}

func TestFormatViolations(t *testing.T) {
	var c checker
	c.format("a", "x", "email", validEmail)
	c.format("b", "x@y", "email", validEmail)
	c.numberFormat("c", "1.5", "int32", validInt32)
	assert.EqualError(t, c.result("T"), "invalid T, 2 violations:\n\t/a: format email, got \"x\"\n\t/c: format int32, got 1.5")
	p := program{rule{&textFormat{"ipv4", validIPv4}, &numericFormat{"int32", validInt32}, &patternAhead}}
	for text, want := range map[string]int{`"127.0.0.1"`: 0, `"1"`: 1, `7`: 0, `7.5`: 1, `null`: 0, `"admin"`: 2} {
		assert.Len(t, p.findings(0, []byte(text)), want, text)
	}
}

var patternAhead = backtracking{source: "^(?!admin)"}

// TestBacktracking: an expression that takes exponential time ends.
func TestBacktracking(t *testing.T) {
	slow := &backtracking{source: "^(?!x)(a+)+$"}
	var w stopwatch
	assert.False(t, slow.match(strings.Repeat("a", 60)+"!", &w))
	assert.Equal(t, slow.source, w.late)
	assert.True(t, slow.match("aaa", &stopwatch{}))
	assert.Equal(t, "^(?!x)(a+)+$", slow.String())
	legacy := backtracking{source: `^(?=\-)`, legacy: true}
	assert.True(t, legacy.match("-", &stopwatch{}))
}

// TestBacktrackingTime: all matches of a validation share the time, and what could not be told is a violation of its own, below not too.
func TestBacktrackingTime(t *testing.T) {
	slow := &backtracking{source: "^(?!x)(a+)+$"}
	hard := strings.Repeat("a", 450) + "!"
	start := time.Now()
	var c checker
	for range 50 {
		c.pattern("", hard, slow)
	}
	c.judgeRaw("", []byte(`["`+strings.Repeat(hard+`","`, 50)+`"]`), program{rule{&items{rest: rule{slow}}}}, 0)
	assert.Less(t, time.Since(start), 4*maxMatching)
	assert.Len(t, c.findings, 101)
	for _, f := range c.findings[:100] {
		assert.Equal(t, "pattern time", f.rule)
	}
	for name, r := range map[string]rule{
		"not":               {not{slow}},
		"oneOf":             {oneOf{rule{not{slow}}, rule{kindNull}}},
		"patternProperties": {&properties{patterned: []patternedMember{{slow, rule{kindNull}}}}},
	} {
		c := checker{matching: stopwatch{spent: int64(maxMatching)}}
		text := `"` + hard + `"`
		if name == "patternProperties" {
			text = `{` + text + `:1}`
		}
		c.judgeRaw("", []byte(text), program{r}, 0)
		require.Len(t, c.findings, 1, name)
		assert.Equal(t, "pattern time", c.findings[0].rule, name)
		assert.Empty(t, c.matching.late)
	}
}

// TestConjunction: all must match, and none of the others.
func TestConjunction(t *testing.T) {
	x := &conjunction{source: `^(?!-)[a-z-]+$`, all: []regex{{source: `^[a-z-]+$`}}, none: []regex{{source: `^(?:-)`}}}
	for text, want := range map[string]bool{"a-b": true, "-a": false, "a1": false, "": false} {
		assert.Equal(t, want, x.match(text, nil), text)
		assert.Equal(t, want, len(program{rule{x}}.findings(0, []byte(`"`+text+`"`))) == 0, text)
	}
	assert.Equal(t, x.source, x.String())
}

// FuzzFormats compares with the standard library where that has an opinion, and otherwise looks for panics.
func FuzzFormats(f *testing.F) {
	for _, c := range formatCases() {
		for _, s := range append(c.right, c.wrong...) {
			f.Add(s)
		}
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, c := range formatCases() {
			c.valid(s)
		}
		a, err := netip.ParseAddr(s)
		assert.Equal(t, err == nil && a.Is4(), validIPv4(s))
		assert.Equal(t, err == nil && a.Is6() && a.Zone() == "", validIPv6(s))
		if validDateTime(s) && !strings.ContainsAny(s, "tz") && !strings.Contains(s, ":60") {
			_, err := time.Parse(time.RFC3339, s)
			assert.NoError(t, err)
		}
		if validURIReference(s) && !strings.ContainsAny(s, "[]@:") { // package url refuses some hosts, and schemes in paths
			_, err := url.Parse(s)
			assert.NoError(t, err, s)
		}
		if validEmail(s) && !strings.ContainsAny(s, `"[\`) {
			_, err := mail.ParseAddress(s)
			assert.NoError(t, err, s)
		}
		if _, err := regexp.Compile(s); err == nil && isPlainRegex(s) {
			assert.True(t, validRegex(s), s)
		}
	})
}

// isPlainRegex reports whether an expression has only what package regexp and ECMA-262 spell alike.
func isPlainRegex(s string) bool {
	return !strings.ContainsAny(s, `\[]{}^$?`) && !strings.Contains(s, "**") && isASCII(s)
}

// TestFormatsAllocateNothing: a check of a format costs no allocation, but for a few that go through a library or a table of their own.
func TestFormatsAllocateNothing(t *testing.T) {
	may := func(name, value string) bool {
		return strings.HasPrefix(name, "regex") || strings.HasPrefix(name, "idn-") || strings.HasPrefix(name, "byte") ||
			strings.HasPrefix(strings.ToLower(value), "xn--") || strings.HasPrefix(name, "uint64") || strings.Contains(value, "[v") || value == "5.0" || len(value) > 32
	}
	for name, c := range formatCases() {
		for _, s := range c.right {
			if !may(name, s) {
				assert.Zero(t, testing.AllocsPerRun(10, func() { c.valid(s) }), "%s: %q", name, s)
			}
		}
	}
}
