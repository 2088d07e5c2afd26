package directions

import (
	"slices"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// findLosses notes which schemas lose a member in a direction, themselves or in what they lead to.
func (d *Directions) findLosses() {
	if !slices.ContainsFunc(d.Schemas, hasDirection) {
		return
	}
	comesFrom := map[*api.Schema][]*api.Schema{}
	for _, s := range d.Schemas {
		for next := range leadsTo(s) {
			comesFrom[next] = append(comesFrom[next], s)
		}
	}
	for _, s := range d.Schemas {
		if s.Object == nil {
			continue
		}
		for _, property := range s.Object.Properties {
			d.reportBoth(property.Value)
			for _, way := range []Direction{Received, Sent} {
				if d.IsDropped(property.Value, way) {
					d.lose(s, way, comesFrom)
				}
			}
		}
	}
}

func (d *Directions) lose(s *api.Schema, way Direction, comesFrom map[*api.Schema][]*api.Schema) {
	if d.loses[s][way] {
		return
	}
	loses := d.loses[s]
	loses[way] = true
	d.loses[s] = loses
	for _, from := range comesFrom[s] {
		d.lose(from, way, comesFrom)
	}
}

func hasDirection(s *api.Schema) bool { return s.Meta != nil && (s.Meta.ReadOnly || s.Meta.WriteOnly) }

// IsDropped reports whether a property is not there in a direction. The keyword may stand beside a reference or behind it.
// A tag goes both ways: without it nobody could say which heir a value is.
func (d *Directions) IsDropped(s *api.Schema, way Direction) bool {
	if d.bases.IsTag(s) {
		return false
	}
	readOnly, writeOnly := d.Only(s)
	return readOnly != writeOnly && (way == Sent && readOnly || way == Received && writeOnly)
}

// Only reports whether a schema, or what it wraps, is readOnly or writeOnly.
func (d *Directions) Only(s *api.Schema) (readOnly, writeOnly bool) {
	for range len(d.doc.Schemas) {
		if s.Meta != nil {
			readOnly, writeOnly = readOnly || s.Meta.ReadOnly, writeOnly || s.Meta.WriteOnly
		}
		switch {
		case s.Ref != nil && s.Ref.Target != nil:
			s = s.Ref.Target
		case s.Compose != nil && len(s.Compose.AllOf) == 1:
			s = s.Compose.AllOf[0]
		default:
			return readOnly, writeOnly
		}
	}
	return readOnly, writeOnly
}

// reportBoth reports a property that is neither received nor sent, which is taken for both.
func (d *Directions) reportBoth(s *api.Schema) {
	if s.Meta != nil && s.Meta.ReadOnly && s.Meta.WriteOnly {
		d.findings.Warn(s.At(api.KwWriteOnly), diag.RuleNoEffect, "the property is readOnly and writeOnly at once; it is taken for neither")
	}
}
