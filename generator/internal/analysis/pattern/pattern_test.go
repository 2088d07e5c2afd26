package pattern

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// matchRuns is what support code does with runs.
func matchRuns(runs []Run, empty bool, s string) bool {
	if empty && s == "" {
		return true
	}
	for _, run := range runs {
		n := 0
		for n < len(s) && (run.Max < 0 || n < run.Max) && s[n] < 128 && run.Class[s[n]/64]>>(s[n]%64)&1 != 0 {
			n++
		}
		if n < run.Min {
			return false
		}
		s = s[n:]
	}
	return s == ""
}

// Every expression that becomes runs means what package regexp says, on all short strings over its interesting characters.
func TestClassRunsAgreeWithRegexp(t *testing.T) {
	alphabet := []string{"", "a", "b", "Z", "0", "9", "_", "-", "/", ".", "é", "\n", "]", "^"}
	for source, want := range map[string]bool{
		`^[A-Za-z0-9_-]{1,3}$`: true, `^(?:[A-Za-z0-9_][A-Za-z0-9_/]*)?$`: true, `^[a-z]+$`: true, `^a$`: true, `^a?b$`: true, `^[a]{2}$`: true,
		`^\d{2,}$`: true, `^\w+$`: true, `^[\w/]*$`: true, `^[a\-z]$`: true, `^\.$`: true, `^([ab]{1,2})$`: true, `^[a-]$`: true, `^a*b+0?$`: true,
		`^[a-b]{0,2}/[0-9]+$`: true,
		// not runs: greedy loops would take too much, or it is no sequence of classes
		`^a*a$`: false, `^[ab]*b$`: false, `^a?[a-z]b$`: false, `^(a|b)$`: false, `^[^a]$`: false, `a`: false, `^a`: false, `a$`: false, `^$`: false,
		`^a+?$`: false, `^(a)(b)$`: false, `^.$`: false, `^\s$`: false, `^é$`: false, `^a\$`: false, `^[b-a]$`: false, `^[]$`: false, `^a{b}$`: false,
		`^a**$`: false, `^\b$`: false,
	} {
		runs, empty, ok := classRuns(source)
		require.Equal(t, want, ok, source)
		if !ok {
			continue
		}
		re := regexp.MustCompile(source)
		for _, x := range alphabet {
			for _, y := range alphabet {
				for _, z := range alphabet {
					s := x + y + z
					assert.Equal(t, re.MatchString(s), matchRuns(runs, empty, s), "%s on %q", source, s)
				}
			}
		}
	}
}

func FuzzClassRuns(f *testing.F) {
	f.Add(`^[A-Za-z0-9_-]{1,64}$`, "abc")
	f.Add(`^(?:[a-z][0-9]*)?$`, "")
	f.Add(`^a{2}\d+$`, "aa1")
	f.Add(`^a{02}\d$`, "aa0")
	f.Add(`^a{+2}$`, "aa")
	f.Fuzz(func(t *testing.T, source, s string) {
		runs, empty, ok := classRuns(source)
		if !ok || len(source) > 40 {
			return
		}
		expression, err := translate(source)
		if err != nil {
			t.Errorf("%s has runs and no translation: %v", source, err)
		}
		re, err := regexp.Compile(expression)
		if err != nil {
			t.Skip("package regexp allows 1,000 repetitions, runs any number")
		}
		if re.MatchString(s) != matchRuns(runs, empty, s) {
			t.Errorf("%s on %q", source, s)
		}
	})
}

// The meaning of ECMA-262 after translation.
func TestTranslate(t *testing.T) {
	for _, c := range []struct {
		source   string
		yes, no  string // characters or texts, with | between
		mistaken string // why it has no translation
	}{
		{source: `^\s$`, yes: " |\t|\u00a0|\u2028|\ufeff|\v", no: "a|\u200b|\u0085"},
		{source: `^[\s]$`, yes: " |\u3000", no: "a"},
		{source: `^\S$`, yes: "a|\u200b|\u0085|😀", no: " |\u00a0|\ufeff"},
		{source: `^[\Sa]$`, yes: "a", no: " |\u2028"},
		{source: `^.$`, yes: "a|😀|\u0085", no: "\n|\r|\u2028|\u2029"},
		{source: `^[.]$`, yes: ".", no: "a"},
		{source: `^\u0041\u{1F600}$`, yes: "A😀", no: "A"},
		{source: `^\uD83D\uDE00$`, yes: "😀", no: "x"},
		{source: `^\x41\cA\0$`, yes: "A\x01\x00", no: "A"},
		{source: `^[\b]$`, yes: "\b", no: "b"},
		{source: `^a\/b$`, yes: "a/b", no: "ab"},
		{source: `^[^]$`, yes: "a|\n", no: "ab"},
		{source: `^a[]b$`, no: "ab|a[]b"},
		{source: `^[[:alpha:]]$`, yes: "[]|:]|a]", no: "b|z"},
		{source: `\d`, yes: "1", no: "१"},
		{source: `^\w$`, yes: "a|_|0", no: "é"},
		{source: `^(?<year>\d{4})$`, yes: "2026", no: "26"},
		{source: `^a$`, yes: "a", no: "a\n"},
		{source: `^\p{Lu}$`, yes: "Ä", no: "ä"},
		{source: `^a{02}$`, yes: "aa", no: "a{02}"},
		{source: `^a{00,002}$`, yes: "a|aa|", no: "aaa"},
		{source: `^a{01,}$`, yes: "a|aaaa", no: ""},
		{source: `^a{,2}$`, yes: "a{,2}", no: "aa"},
		{source: `^a{+2}$`, yes: "a{2}|a{{2}", no: "aa"},
		{source: `^[{01}]$`, yes: "{|0|}", no: "a"},
		{source: `(?=a)`, mistaken: "ahead"},
		{source: `(?<!a)b`, mistaken: "behind"},
		{source: `(a)\1`, mistaken: "back"},
		{source: `\k<a>`, mistaken: "back"},
		{source: `\y`, mistaken: "does not know"},
		{source: `a\`, mistaken: "escape"},
		{source: `\u00`, mistaken: "escape"},
	} {
		expression, err := translate(c.source)
		if c.mistaken != "" {
			assert.ErrorContains(t, err, c.mistaken, c.source)
			continue
		}
		require.NoError(t, err, c.source)
		re, err := regexp.Compile(expression)
		require.NoError(t, err, "%s became %s", c.source, expression)
		for _, s := range strings.Split(c.yes, "|") {
			if c.yes != "" {
				assert.True(t, re.MatchString(s), "%s on %q", c.source, s)
			}
		}
		for _, s := range strings.Split(c.no, "|") {
			assert.False(t, re.MatchString(s), "%s on %q", c.source, s)
		}
	}
}

func FuzzTranslate(f *testing.F) {
	f.Add(`^[\s\S]\u{10FFFF}(?:a|b)$`)
	f.Fuzz(func(t *testing.T, source string) {
		_, _ = translate(source) // no panic; what package regexp then refuses is a finding
	})
}
