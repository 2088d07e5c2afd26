package generator

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// How much Go a package may have, in bytes: so much for each byte of the document, or so much at least. What people write stays below
// five for a byte, or is small. Printing takes half a second for a megabyte.
const (
	codePerByte = 6
	codeAtLeast = 4_000_000
)

// A purse is what the code of a document may cost.
type purse struct {
	scale    *gomodel.Scale
	left     int
	most     int
	limits   int
	findings *diag.List
}

// purse returns a full one. Each part of a package may cost the same again.
func (r *run) purse() *purse {
	most := max(codeAtLeast, codePerByte*(r.bytes+int(r.input.loader.Bytes()))) * max(1, r.config.Limits) * (1 + len(r.config.Parts))
	return &purse{scale: gomodel.NewScale(), left: most, most: most, limits: r.config.Limits, findings: &r.findings}
}

// afford pays for a declaration and reports whether there was enough left. The first that is too much has a finding: parts that many
// operations or schemas share are printed for each, so a small document could ask for a package without end.
func (p *purse) afford(d gomodel.Decl) bool {
	if p.left < 0 {
		return false
	}
	if p.left -= p.scale.Weigh(d); p.left >= 0 {
		return true
	}
	f := p.findings.Error(d.Common().From, diag.RuleTooLarge, "the package would have more than %d MB of Go", p.most/1_000_000)
	f.Hint = source.Larger(p.limits)
	return false
}

// affordAll pays for what was not paid for while it was planned.
func (p *purse) affordAll(m *gomodel.Package) bool {
	for _, file := range m.Files {
		for _, d := range file.Decls {
			if !p.afford(d) {
				return false
			}
		}
	}
	return true
}
