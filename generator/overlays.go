package generator

import (
	"errors"
	"fmt"
	"io/fs"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/overlay"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// overlay reads the overlays of the configuration and applies them to the document that was read. An overlay that cannot be used is an
// error also where the best is made of a document: what it changes is not known.
func (r *run) overlay() error {
	for _, path := range r.config.Overlays {
		d, err := r.input.overlay(path, &r.findings)
		if errors.Is(err, fs.ErrNotExist) && r.input.commit != nil {
			pos := diag.Pos{File: r.source.File, Line: 1, Column: 1}
			r.findings.Info(pos, diag.RuleOverlay, "the revision does not have the overlay %s, which is not applied", path)
			continue
		}
		if err != nil {
			r.input.close()
			return &UsageError{fmt.Errorf("overlay %s: %w", path, err)}
		}
		if o := overlay.Read(d, &r.findings); o != nil {
			r.overlays = append(r.overlays, o)
		}
	}
	if r.source.Root != nil && len(r.overlays) > 0 && r.findings.Count(diag.Error) == 0 {
		room := overlay.Room{Take: r.input.loader.Take, Times: r.config.Limits}
		r.overlaid = overlay.Apply(r.source, r.overlays, room, &r.findings)
	}
	return nil
}

// edit changes a file that is read again as overlays have changed it.
func (r *run) edit(d *source.Document) {
	if len(r.overlays) == 0 || d.File != r.entry {
		return
	}
	overlay.Apply(d, r.overlays, overlay.Room{Take: func(int) bool { return true }, Times: 1 << 20}, &diag.List{})
}

// again reads a file of the document again, for what needs its tree when it is gone.
func (r *run) again(file *diag.File) *source.Document {
	d := source.Again(file)
	if d.Root != nil {
		r.edit(d)
	}
	return d
}
