package sets

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/language"
)

// A formatted is a format of strings, or that a string is not of it.
type formatted struct {
	name string
	not  bool
}

func (d formatted) apply(b *branch) bool {
	f := &b.text
	for _, have := range f.formats {
		if have.name == d.name {
			return have.not == d.not
		}
	}
	f.formats = append(f.formats[:len(f.formats):len(f.formats)], d)
	return true
}

// A format is between two languages: what is in inner is of the format for every validator, what is outside of outer for none.
type format struct {
	inner, outer *language.Language
	exact        bool // they are the same
}

// format returns the languages of a format; known is false if nothing is known of it.
func (s *Solver) format(name string) (f format, known bool) {
	f = format{inner: language.Every().Complement(), outer: language.Every()}
	e, ok := formats[name]
	if !ok {
		return f, false
	}
	f.inner = s.pattern("^(?:" + e.inner + ")$").language
	if e.outer == "" {
		f.outer, f.exact = f.inner, true
		return f, true
	}
	f.outer = s.pattern("^(?:" + e.outer + ")$").language
	return f, true
}

// formatHolds says whether a string is of a format.
func (s *Solver) formatHolds(name, text string) Status {
	f, _ := s.format(name)
	switch {
	case f.inner.Has(text):
		return Inhabited
	case !f.outer.Has(text):
		return Empty
	}
	return Unknown
}

// contradict reports whether no string fulfils two demands, because all strings of one format are of another.
func contradict(a, b formatted) bool {
	if b.not {
		a, b = b, a
	}
	return a.not && !b.not && slices.Contains(strings.Fields(within[b.name]), a.name)
}

// within names the formats that all strings of a format are of too.
var within = map[string]string{
	"email": "idn-email", "hostname": "idn-hostname", "uri": "uri-reference iri iri-reference", "uri-reference": "iri-reference",
	"iri": "iri-reference",
}

// An extent is what a format has, as patterns between ^ and $. Without outer, inner is exact.
type extent struct{ inner, outer string }

const (
	leapYear = `(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)`
	fullDate = `(?:[0-9]{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)|` + leapYear + `-02-29)`
	clock    = `(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]+)?(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])`
	// anyClock has leap seconds, and what some validators let pass.
	anyClock = `[0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.,][0-9]+)?(?:[Zz]|[+-][0-9]{2}:[0-9]{2})`
	domain   = `[a-z0-9]{1,8}(?:\.[a-z0-9]{1,8}){0,3}`
	octet    = `(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])`
	group    = `[0-9a-f]{1,4}`
	plainURI = `(?:https?://` + domain + `(?:/[A-Za-z0-9._~-]*)*(?:\?[A-Za-z0-9=&]*)?(?:#[A-Za-z0-9]*)?|urn:[a-z0-9]+:[a-z0-9]+)`
	anyURI   = `[A-Za-z][A-Za-z0-9+.-]*:[^]*`
	pointer  = `(?:/(?:[^~/]|~[01])*)*`
)

var formats = map[string]extent{
	"date":                  {inner: fullDate},
	"date-time":             {fullDate + "T" + clock, fullDate + "[Tt ]" + anyClock},
	"time":                  {clock, anyClock},
	"duration":              {`P(?:[0-9]+W|[0-9]+Y(?:[0-9]+M(?:[0-9]+D)?)?|[0-9]+M(?:[0-9]+D)?|[0-9]+D|T[0-9]+[HMS])`, `P[0-9YMWDTHS]+`},
	"email":                 {`[A-Za-z0-9]{1,8}(?:\.[A-Za-z0-9]{1,8}){0,2}@` + domain, `[^]+@[^]+`},
	"idn-email":             {`[A-Za-z0-9]{1,8}(?:\.[A-Za-z0-9]{1,8}){0,2}@` + domain, `[^]+@[^]+`},
	"hostname":              {domain, `[A-Za-z0-9.-]+`},
	"idn-hostname":          {domain, `[^]+`},
	"ipv4":                  {inner: `(?:` + octet + `\.){3}` + octet},
	"ipv6":                  {`(?:` + group + `:){7}` + group + `|::|::` + group, `[0-9A-Fa-f.]*:[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*`},
	"uri":                   {plainURI, anyURI},
	"iri":                   {plainURI, anyURI},
	"uri-reference":         {plainURI + `|/?(?:[a-z0-9]+(?:/[a-z0-9]+)*)?`, `[^\\]*`},
	"iri-reference":         {plainURI + `|/?(?:[a-z0-9]+(?:/[a-z0-9]+)*)?`, `[^\\]*`},
	"uri-template":          {`[a-z0-9/]*(?:\{[a-z]+\}[a-z0-9/]*)*`, `(?:[^{}]|\{[^{}]*\})*`},
	"uuid":                  {inner: `[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}`},
	"json-pointer":          {inner: pointer},
	"relative-json-pointer": {`(?:0|[1-9][0-9]*)(?:#|` + pointer + `)`, `[0-9]+(?:[+-][0-9]+)?(?:#|` + pointer + `)`},
	"regex":                 {`[a-z0-9]*`, `[^(]*|[^]*\)[^]*`},
	"byte": {`(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?`,
		`(?:[A-Za-z0-9+/\r\n]{4})*[A-Za-z0-9+/\r\n]*=*[\r\n]*`},
}

// numberFormatHolds says whether a number is of a format.
func numberFormatHolds(name string, n api.Number) Status {
	f, ok := numberFormats[name]
	if !ok {
		return Unknown
	}
	low, high := f.bounds()
	a, b := n.Cmp(low), n.Cmp(high)
	if f.whole {
		return truth(n.IsInteger() && a >= 0 && b <= 0)
	}
	return truth(a > 0 && b < 0)
}
