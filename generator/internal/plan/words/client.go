package words

import (
	"slices"

	"github.com/oas2go/oas2go/generator/gomodel"
)

// WithoutText removes the paragraphs that say again what was said.
func WithoutText(doc gomodel.Doc, said string) gomodel.Doc {
	return slices.DeleteFunc(doc, func(para gomodel.Para) bool {
		t, ok := para.(gomodel.Text)
		return ok && t[0].Text == said
	})
}
