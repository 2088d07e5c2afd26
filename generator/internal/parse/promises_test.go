package parse

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// Each case breaks one promise of a sound document; verify must notice.
func TestVerifyNotices(t *testing.T) {
	for name, c := range map[string]struct {
		breakIt func(d *api.Document, s *api.Schema)
		want    string
	}{
		"ID":             {func(d *api.Document, s *api.Schema) { s.ID++ }, "is not at its ID"},
		"owner":          {func(d *api.Document, s *api.Schema) { s.Array.Items = s.Array.Contains }, "has two owners"},
		"nobody's":       {func(d *api.Document, s *api.Schema) { s.Array.Items = nil }, "nothing owns it"},
		"target":         {func(d *api.Document, s *api.Schema) { s.Ref.Target = nil }, "leads out of Schemas"},
		"dynamic target": {func(d *api.Document, s *api.Schema) { s.Core.DynamicRef.Target = nil }, "leads out of Schemas"},
		"mapping":        {func(d *api.Document, s *api.Schema) { s.OpenAPI.Discriminator.Mapping[0].Target = nil }, "mapping without target"},
		"default mapping": {func(d *api.Document, s *api.Schema) { s.OpenAPI.Discriminator.DefaultMapping.Target = nil },
			"default mapping without target"},
		"position":      {func(d *api.Document, s *api.Schema) { s.Pos = diag.Pos{} }, "has no position"},
		"keyword twice": {func(d *api.Document, s *api.Schema) { s.Marks = append(s.Marks, s.Marks[0]) }, "twice"},
		"property twice": {func(d *api.Document, s *api.Schema) {
			s.Object.Properties = append(s.Object.Properties, s.Object.Properties[0])
		}, "property twice"},
		"keyword of 3.0": {func(d *api.Document, s *api.Schema) { s.Written(api.KwExample).Fate = api.Kept }, "keeps example"},
		"no mark":        {func(d *api.Document, s *api.Schema) { *s.Written(api.KwItems) = api.Mark{} }, "items without a mark"},
		"no mark of a ref": {func(d *api.Document, s *api.Schema) {
			*s.Written(api.KwRef) = api.Mark{}
			*s.Written(api.KwDynamicRef) = api.Mark{}
		}, "reference without a mark"},
		"boolean":        {func(d *api.Document, s *api.Schema) { s.Form = api.FormTrue }, "boolean with keywords"},
		"lost limit":     {func(d *api.Document, s *api.Schema) { s.Number.Maximum = nil }, "lost maximum"},
		"lost text":      {func(d *api.Document, s *api.Schema) { s.Format = "" }, "lost format"},
		"lost list":      {func(d *api.Document, s *api.Schema) { s.Object.Required = nil }, "lost required"},
		"lost group":     {func(d *api.Document, s *api.Schema) { s.Content = nil }, "lost contentEncoding"},
		"lost extension": {func(d *api.Document, s *api.Schema) { s.Extensions = nil }, "lost "},
	} {
		t.Run(name, func(t *testing.T) {
			d := sound(t, kitchenSink)
			c.breakIt(d, component(t, d, "S"))
			problems := verify(d)
			require.NotEmpty(t, problems)
			assert.Contains(t, strings.Join(problems, "\n"), c.want)
		})
	}
}

// Every keyword of a schema is checked by the promise that nothing is lost.
func TestEveryKeywordCanBeLost(t *testing.T) {
	for _, name := range keywordNames(false) {
		k := api.KeywordOf(name)
		if k == api.KwExample { // always rewritten
			continue
		}
		d := sound(t, kitchenSink)
		s := component(t, d, "S")
		*s = api.Schema{Pos: s.Pos, ID: s.ID, Marks: s.Marks}
		assert.Contains(t, strings.Join(verify(d), "\n"), "lost "+name+"\n", name)
	}
}

// Two readings of one tree give the same findings, and the same schemas at the same IDs.
func TestSameTreeSameResult(t *testing.T) {
	a, b := sound(t, kitchenSink), sound(t, kitchenSink)
	assert.Equal(t, a.Info, b.Info)
	require.Equal(t, len(a.Schemas), len(b.Schemas))
	for i := range a.Schemas {
		assert.Equal(t, a.Schemas[i].Pos.Address(), b.Schemas[i].Pos.Address())
		assert.Equal(t, a.Schemas[i].Marks, b.Schemas[i].Marks)
	}
}
