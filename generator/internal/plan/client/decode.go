package client

import (
	"slices"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/plan/words"
)

// addNeeds says which credentials an operation takes, what its errors hold, and that a response may be readable in part only: in the first
// paragraph, if that is all, to save a line.
func (b *Builder) addNeeds(doc gomodel.Doc, needs gomodel.Text, r gomodel.Result) gomodel.Doc {
	if readsParts(r) {
		line := &words.Text{Spans: needs}
		if first, ok := doc[0].(gomodel.Text); ok && len(doc) == 1 && len(needs) == 0 {
			line.Spans, doc = slices.Clone(first), nil
		}
		needs = line.Space().Add("A ").Link(b.Names.Own("DecodeError"), true, "").Add(" comes with a result.").Spans
	}
	if len(needs) == 0 {
		return doc
	}
	return append(doc, needs)
}

// readsParts reports whether a result is JSON of which parts can be unreadable.
func readsParts(r gomodel.Result) bool {
	switch r := r.(type) {
	case gomodel.ValueResult:
		return hasParts(r.Form, r.Codec)
	case gomodel.SequenceResult:
		return hasParts(r.Form, r.Codec)
	case gomodel.OneOfResult:
		return slices.ContainsFunc(r.Cases, func(c gomodel.ResultCase) bool { return hasParts(c.Form, c.Codec) })
	}
	return false
}

func hasParts(form gomodel.BodyForm, codec gomodel.Codec) bool {
	return form == gomodel.FormJSON && codec != gomodel.Codec(gomodel.RawCodec{})
}
