package analysis

import (
	"github.com/oas2go/oas2go/generator/internal/api"
)

// A Format is a format of strings, or of the text of numbers.
type Format struct {
	Name   string
	Number bool
}

// AssertsFormats reports whether formats are constraints at all.
func (a *Analysis) AssertsFormats() bool { return a.asserts != nil }

// Formats returns what the format of s asserts: of strings, of numbers, or of both. An unknown format asserts nothing (Validation 7.2.3),
// and none does if formats are annotations.
func (a *Analysis) Formats(s *api.Schema) (list []Format) {
	if s.Format == "" || a.asserts == nil {
		return nil
	}
	for _, f := range []Format{{Name: s.Format}, {Name: s.Format, Number: true}} {
		if a.asserts(f) {
			list = append(list, f)
		}
	}
	return list
}

// formatKinds returns the kinds of values that the format of s says something about.
func (a *Analysis) formatKinds(s *api.Schema) (kinds KindSet) {
	for _, f := range a.Formats(s) {
		if f.Number {
			kinds |= KindNumber
		} else {
			kinds |= KindString
		}
	}
	return kinds
}
