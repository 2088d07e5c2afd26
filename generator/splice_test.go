package generator

import (
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/golden/documents"
)

// FuzzSpliced generates code from documents in which parts of the golden cases have changed places, some of them with references
// into a second one. Whatever they say now, the
// result is code that is Go or findings, and never a defect of ours.
func FuzzSpliced(f *testing.F) {
	specs := goldenSpecs(f)
	for seed := range uint64(60) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		random := rand.New(rand.NewPCG(seed, 1))
		text := splice(random, specs)
		other := ""
		if seed%2 == 1 {
			other = text // where all references lead to something
			if seed%4 == 3 {
				other = splice(random, specs)
			}
			text = strings.ReplaceAll(text, "$ref: '#/", "$ref: 'other.yaml#/")
			other = strings.Replace(other, "$ref: '#/", "$ref: 'api.yaml#/", 3)
		}
		spec := document(t, text)
		require.NoError(t, os.WriteFile(filepath.Join(filepath.Dir(spec), "other.yaml"), []byte(other), 0o600))
		_, err := Generate(t.Context(), Config{Spec: spec, Package: "spliced", Lenient: true})
		if defect, ok := errors.AsType[*InternalError](err); ok {
			if defect.Saved != "" {
				details, _ := os.ReadFile(defect.Saved)
				t.Log(string(details[:min(len(details), 4000)]))
				_ = os.Remove(defect.Saved)
			}
			t.Errorf("%v\n%s\n---\n%s", defect, text, other)
		}
	})
}

// goldenSpecs returns the documents of the golden cases that are YAML.
func goldenSpecs(f *testing.F) (specs []string) {
	cases, err := documents.ReadCases("../golden/cases")
	require.NoError(f, err)
	for _, c := range cases {
		if data, ok := c.File("spec.yaml"); ok {
			specs = append(specs, string(data))
		}
	}
	return specs
}

// splice puts parts in braces, of any document, into the place of others.
func splice(random *rand.Rand, specs []string) string {
	text := specs[random.IntN(len(specs))]
	for range 1 + random.IntN(6) {
		other := specs[random.IntN(len(specs))]
		at, size := braces(random, text)
		from, length := braces(random, other)
		if size > 0 && length > 0 {
			text = text[:at] + other[from:from+length] + text[at+size:]
		}
	}
	return text
}

// braces returns a part of a text from { to the } that belongs to it, nothing if it does not find one.
func braces(random *rand.Rand, text string) (at, size int) {
	opens := strings.Count(text, "{")
	if opens == 0 {
		return 0, 0
	}
	for range 1 + random.IntN(opens) {
		at += strings.IndexByte(text[at:], '{') + 1
	}
	at--
	depth := 0
	for i := at; i < len(text); i++ {
		switch text[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return at, i + 1 - at
			}
		}
	}
	return 0, 0
}
