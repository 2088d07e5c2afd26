package language

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/internal/analysis/pattern"
)

func from(t *testing.T, source string) *Language {
	t.Helper()
	l, err := FromPattern(source)
	require.NoError(t, err, source)
	return l
}

// shortest returns the first word, "-" for none.
func shortest(t *testing.T, l *Language, minimum, maximum int) string {
	t.Helper()
	words, all, err := l.Words(minimum, maximum, 1)
	require.NoError(t, err)
	if len(words) == 0 {
		assert.True(t, all)
		return "-"
	}
	return words[0]
}

func TestShortestWords(t *testing.T) {
	for _, c := range []struct {
		source           string
		minimum, maximum int
		want             string
	}{
		{"", 0, -1, ""},
		{"", 3, -1, "aaa"},
		{"^[a-z]+$", 0, -1, "a"},
		{"^[^a]+$", 0, -1, "b"},
		{"foo", 0, -1, "foo"},
		{"foo", 5, -1, "aafoo"},
		{"foo", 0, 2, "-"},
		{"^.$", 0, -1, "a"},
		{"^(ab)+$", 3, -1, "abab"},
		{"^(ab)+$", 3, 3, "-"},
		{"^$", 1, -1, "-"},
		{"^(aaaa)*$", 50_001, -1, strings.Repeat("a", 50_004)},
		{"^[a-z]{1,4000}$", 4000, -1, strings.Repeat("a", 4000)},
		{`\bfoo\b`, 4, -1, "foo-"},
		{`^\bx`, 0, -1, "x"},
		{`\Bx`, 0, -1, "ax"},
		{`^\n$`, 0, -1, "\n"},
		{`^[\u0000-\u0008]$`, 0, -1, "\x00"},
		{`^[\uD800-\uDFFF]$`, 0, -1, "-"},
		{`^(?=.*[A-Z])(?=.*\d).{4,}$`, 0, -1, "aa0A"},
		{`^(?!a)[a-c]+$`, 0, -1, "b"},
		{`^(?!.*--)[a-]+$`, 3, 3, "aaa"},
	} {
		assert.Equal(t, c.want, shortest(t, from(t, c.source), c.minimum, c.maximum), c.source)
	}
}

func TestAlgebra(t *testing.T) {
	inside := func(a, b string) string {
		return shortest(t, Intersect(from(t, a), from(t, b).Complement()), 0, -1)
	}
	assert.Equal(t, "-", inside("^[a-f]{2,4}$", "^[a-z]+$"))
	assert.Equal(t, "g", inside("^[a-z]+$", "^[a-f]+$"))
	assert.Equal(t, "-", inside("^.*foo$", "foo"))
	assert.Equal(t, "foo\n", inside("foo", "^.*foo.*$"))
	assert.Equal(t, "-", inside("^(a|b)*$", "^[ab]*$"))
	assert.Equal(t, "-", inside(`^.{0,999}$`, `^.{0,1000}$`))
	assert.Equal(t, strings.Repeat("a", 1000), inside(`^.{0,1000}$`, `^.{0,999}$`))
	assert.Equal(t, "0", shortest(t, Union(from(t, "^[0-9]$"), from(t, "^[A-Z]$")), 0, -1))

	words, all, err := from(t, "^[ab]{1,2}$").Words(0, -1, 10)
	require.NoError(t, err)
	assert.True(t, all)
	assert.Equal(t, []string{"a", "b", "aa", "ab", "ba", "bb"}, words)
	words, all, err = from(t, "^[ab]{1,2}$").Words(0, -1, 6)
	require.NoError(t, err)
	assert.True(t, all, "there are exactly six")
	assert.Len(t, words, 6)
	words, all, err = Every().Words(0, 65_536, 3)
	require.NoError(t, err)
	assert.False(t, all)
	assert.Equal(t, []string{"", "a", "b"}, words)
}

func TestLimits(t *testing.T) {
	for _, source := range []string{`(a)\1`, `^a*(?=b)`, `(?<=a)b`, `^(?=a)|b`, `^a{1,65535}?b$`} {
		_, err := FromPattern(source)
		assert.ErrorIs(t, err, ErrUnsupported, source)
	}
	_, err := FromPattern(`^[a-z]{1,65536}$`)
	assert.ErrorIs(t, err, ErrTooLarge)
	_, _, err = from(t, `^(a|b)*a(a|b){30}$`).Words(0, -1, 1)
	assert.ErrorIs(t, err, ErrTooLarge)
}

// randomPattern makes a pattern over a few characters that regexp and ECMA-262 spell alike.
func randomPattern(r *rand.Rand, depth int) string {
	if depth == 0 {
		return []string{"a", "b", "[ab]", "[^a]", ".", "c", `\d`, "^", "$", `\b`}[r.IntN(10)]
	}
	one := func() string { return randomPattern(r, depth-1) }
	switch r.IntN(6) {
	case 0:
		return one() + one()
	case 1:
		return "(?:" + one() + "|" + one() + ")"
	case 2:
		return "(?:" + one() + ")" + []string{"*", "+", "?", "{2}", "{1,2}"}[r.IntN(5)]
	case 3:
		return "^" + one() + "$"
	}
	return one() + one()
}

// Languages have the strings that package regexp matches, and their words are right: shortest, in the product and outside of it.
func TestRandomPatterns(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	var pool []string
	for _, a := range []string{"", "a", "b", "c", "0", "\n", "é"} {
		for _, b := range []string{"", "a", "b", "c", "0", " "} {
			for _, c := range []string{"", "a", "b", "-"} {
				pool = append(pool, a+b+c)
			}
		}
	}
	for range 1500 {
		p, q := randomPattern(r, 3), randomPattern(r, 2)
		x, y := pattern.Matcher(p), pattern.Matcher(q)
		require.NotNil(t, x, p)
		l := Intersect(from(t, p), from(t, q).Complement())
		words, all, err := l.Words(0, -1, 3)
		require.NoError(t, err)
		for _, w := range words {
			assert.True(t, x(w) && !y(w), "%q is in %s and not in %s", w, p, q)
		}
		for _, s := range pool {
			is := x(s) && !y(s)
			require.Equal(t, is, l.Has(s), "%s, not %s: %q", p, q, s)
			if is && all {
				assert.Contains(t, words, s, "%s, not %s", p, q)
			}
			if is && len(words) > 0 {
				assert.LessOrEqual(t, len([]rune(words[0])), len([]rune(s)), "%s, not %s: %q", p, q, s)
			}
		}
	}
}

func FuzzPattern(f *testing.F) {
	f.Add("^(?!a)[a-z]{2,5}$", "abc")
	f.Add(`\b[^\d]+\B|\p{L}`, "é")
	f.Fuzz(func(t *testing.T, source, s string) {
		l, err := FromPattern(source)
		if err != nil || len(source) > 50 || strings.ToValidUTF8(s, "") != s {
			return
		}
		match := pattern.Matcher(source)
		if match(s) != l.Has(s) {
			t.Errorf("%q on %q", source, s)
		}
		words, _, err := l.Words(0, 20, 2)
		for _, w := range words {
			if !match(w) {
				t.Errorf("%q is no word of %q", w, source)
			}
		}
		if _, re := regexp.Compile(source); re == nil && err == nil && len(words) == 0 && match(s) && len([]rune(s)) <= 20 {
			t.Errorf("%q has the word %q", source, s)
		}
	})
}
