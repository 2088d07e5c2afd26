package judge

import (
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/language"
)

// A Format is between two languages: what is in inner is of the format for every validator, what is outside of outer for none.
type Format struct {
	Inner, Outer *language.Language
	Exact        bool // they are the same
}

// Format returns the languages of a format; known is false if nothing is known of it.
func (s *Judge) Format(name string) (f Format, known bool) {
	f = Format{Inner: language.Every().Complement(), Outer: language.Every()}
	e, ok := formats[name]
	if !ok {
		return f, false
	}
	f.Inner = s.Pattern("^(?:" + e.inner + ")$").Language
	if e.outer == "" {
		f.Outer, f.Exact = f.Inner, true
		return f, true
	}
	f.Outer = s.Pattern("^(?:" + e.outer + ")$").Language
	return f, true
}

// formatHolds says whether a string is of a format.
func (s *Judge) formatHolds(name, text string) Status {
	f, _ := s.Format(name)
	switch {
	case f.Inner.Has(text):
		return Yes
	case !f.Outer.Has(text):
		return No
	}
	if s.Formats != nil {
		if valid, known := s.Formats(name, text); known {
			return Truth(valid)
		}
	}
	return Unknown
}

// An extent is what a format has, as patterns between ^ and $. Without outer, inner is exact.
type extent struct{ inner, outer string }

const (
	leapYear = `(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)`
	fullDate = `(?:[0-9]{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)|` +
		leapYear + `-02-29)`
	clock = `(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]+)?(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])`
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
	low, high := f.Bounds()
	a, b := n.Cmp(low), n.Cmp(high)
	if f.Whole {
		return Truth(n.IsInteger() && a >= 0 && b <= 0)
	}
	return Truth(a > 0 && b < 0)
}
