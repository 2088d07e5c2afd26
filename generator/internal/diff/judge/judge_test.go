package judge_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/classes"
	"github.com/oas2go/oas2go/generator/internal/diff/judge"
	"github.com/oas2go/oas2go/generator/internal/diff/language"
)

func newJudge() *judge.Judge {
	return judge.New(func(string, bool) bool { return true }, classes.New())
}

// TestFormats: each format that generated code checks is known, and what is surely of it may be of it.
func TestFormats(t *testing.T) {
	j := newJudge()
	for _, name := range gomodel.FormatNames() {
		if gomodel.FormatFunc(gomodel.Format{Name: name}) == "" {
			_, ok := judge.NumberFormatOf(name)
			assert.True(t, ok, name)
			continue
		}
		f, known := j.Format(name)
		require.True(t, known, name)
		words, all, err := language.Intersect(f.Inner, f.Outer.Complement()).Words(0, -1, 1)
		require.NoError(t, err, name)
		assert.True(t, all && len(words) == 0, "%s: %q", name, words)
		words, _, err = f.Inner.Words(0, -1, 1)
		require.NoError(t, err, name)
		assert.NotEmpty(t, words, name)
		words, _, err = f.Outer.Complement().Words(0, -1, 1)
		require.NoError(t, err, name)
		if name != "idn-hostname" && name != "idn-email" {
			assert.NotEmpty(t, words, name)
		}
	}
}

func TestStringsOfFormats(t *testing.T) {
	j := newJudge()
	for _, c := range []struct {
		format, text string
		want         judge.Status
	}{
		{"date", "2024-02-29", judge.Yes}, {"date", "2023-02-29", judge.No}, {"date", "1900-02-29", judge.No}, {"date", "2000-02-29", judge.Yes},
		{"date", "2024-04-31", judge.No}, {"date", "2024-04-30", judge.Yes}, {"date", "2024-12-31", judge.Yes}, {"date", "2024-13-01", judge.No},
		{"date-time", "2024-02-29T00:00:00Z", judge.Yes}, {"date-time", "2024-02-29", judge.No}, {"date-time", "1990-12-31T23:59:60Z", judge.Unknown},
		{"uuid", "123e4567-e89b-12d3-a456-426614174000", judge.Yes}, {"uuid", "", judge.No}, {"ipv4", "127.0.0.1", judge.Yes}, {"ipv4", "256.0.0.1", judge.No},
		{"ipv6", "::1", judge.Yes}, {"ipv6", "1", judge.No}, {"email", "a@b", judge.Yes}, {"email", "a", judge.No}, {"uri", "http://a/b", judge.Yes}, {"uri", "a", judge.No},
		{"byte", "aGk=", judge.Yes}, {"byte", "aGl=", judge.Unknown}, {"byte", "-", judge.No}, {"json-pointer", "/a~0", judge.Yes}, {"json-pointer", "/~", judge.No},
		{"unheard-of", "a", judge.Unknown},
	} {
		s := &api.Schema{Format: c.format}
		assert.Equal(t, c.want, j.Check(s, api.String(c.text)), "%s: %q", c.format, c.text)
	}
	j.Formats = func(name, text string) (valid, known bool) { return text == "a", name == "unheard-of" }
	assert.Equal(t, judge.Yes, j.Check(&api.Schema{Format: "unheard-of"}, api.String("a")))
	assert.Equal(t, judge.No, j.Check(&api.Schema{Format: "unheard-of"}, api.String("b")))
}
