package messages

import (
	"net/url"

	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/texts"
)

// Legible is the text of a value without escapes.
func Legible(text string) string {
	if plain, err := url.PathUnescape(text); err == nil {
		text = plain
	}
	return texts.OrNone(text)
}

// Unlike returns a value of some kinds that two ways write differently, "" if there is none.
func Unlike(before, after api.Serialization, kinds analysis.KindSet) string {
	for _, k := range []struct {
		kind   analysis.KindSet
		sample string
	}{
		{analysis.KindArray, `["1","2"]`}, {analysis.KindObject, `{"a":"1","b":"2"}`}, {^(analysis.KindArray | analysis.KindObject), `"1"`},
	} {
		if kinds&k.kind != 0 && Differ(before, after, k.sample) {
			return k.sample
		}
	}
	return ""
}

// Differ reports whether two ways write a value as different texts. What a style cannot write is written in no other way.
func Differ(before, after api.Serialization, sample string) bool {
	one, canBefore := Style("a", before, sample)
	two, canAfter := Style("a", after, sample)
	return canBefore != canAfter || one != two
}
