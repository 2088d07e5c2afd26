package plan

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// findLosses notes which schemas lose a member in a direction, themselves or in what they lead to.
func (d *directions) findLosses() {
	comesFrom := map[*api.Schema][]*api.Schema{}
	for _, s := range d.doc.Schemas {
		for next := range leadsTo(s) {
			comesFrom[next] = append(comesFrom[next], s)
		}
	}
	for _, s := range d.doc.Schemas {
		if s.Object == nil {
			continue
		}
		for _, property := range s.Object.Properties {
			d.reportBoth(property.Value)
			for _, way := range []direction{received, sent} {
				if d.isDropped(property.Value, way) {
					d.lose(s, way, comesFrom)
				}
			}
		}
	}
}

func (d *directions) lose(s *api.Schema, way direction, comesFrom map[*api.Schema][]*api.Schema) {
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

// isDropped reports whether a property is not there in a direction. The keyword may stand beside a reference or behind it.
func (d *directions) isDropped(s *api.Schema, way direction) bool {
	readOnly, writeOnly := d.only(s)
	return readOnly != writeOnly && (way == sent && readOnly || way == received && writeOnly)
}

func (d *directions) only(s *api.Schema) (readOnly, writeOnly bool) {
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
func (d *directions) reportBoth(s *api.Schema) {
	if s.Meta != nil && s.Meta.ReadOnly && s.Meta.WriteOnly {
		d.findings.Warn(s.At(api.KwWriteOnly), diag.RuleNoEffect, "the property is readOnly and writeOnly at once; it is taken for neither")
	}
}
