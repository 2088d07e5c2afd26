package plan

import (
	"math"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// A Format is a format of strings, or of the text of numbers.
type Format struct {
	Name   string
	Number bool
}

// assertsFormats reports whether formats are constraints at all.
func (p *planner) assertsFormats() bool { return p.asserts != nil }

// formats returns what the format of s asserts: of strings, of numbers, or of both. An unknown format asserts nothing (Validation 7.2.3),
// and none does if formats are annotations.
func (p *planner) formats(s *api.Schema) (list []Format) {
	if s.Format == "" || p.asserts == nil {
		return nil
	}
	for _, f := range []Format{{Name: s.Format}, {Name: s.Format, Number: true}} {
		if p.asserts(f) {
			list = append(list, f)
		}
	}
	return list
}

// formatKinds returns the kinds of values that the format of s says something about.
func (p *planner) formatKinds(s *api.Schema) (kinds kindSet) {
	for _, f := range p.formats(s) {
		if f.Number {
			kinds |= kindNumber
		} else {
			kinds |= kindString
		}
	}
	return kinds
}

// formatChecks returns the check of the format of a scalar, unless its Go type takes only what the format allows.
func (p *planner) formatChecks(s *api.Schema, kind gomodel.ScalarKind) (checks []gomodel.Check) {
	if ensures(kind, s.Format) {
		return nil
	}
	for _, f := range p.formats(s) {
		isNumber := kind == gomodel.Int32 || kind == gomodel.Int64 || kind == gomodel.Float64
		if f.Number && isNumber || !f.Number && kind == gomodel.String {
			checks = append(checks, gomodel.Format(f))
		}
	}
	return checks
}

// ensures reports whether a Go type takes only what a format allows.
func ensures(kind gomodel.ScalarKind, format string) bool {
	switch format {
	case "int32":
		return kind == gomodel.Int32
	case "int64":
		return kind == gomodel.Int64 || kind == gomodel.Int32
	case "float", "double":
		return true
	}
	return false
}

// asksForNothing reports whether a format is known and no constraint: a hint for user interfaces or, for binary, any string.
func asksForNothing(format string) bool {
	switch format {
	case "password", "binary", "commonmark", "html":
		return true
	}
	return false
}

// isRegistered reports whether a format is in the registry of OpenAPI, https://spec.openapis.org/registry/format, and nothing here
// checks it.
func isRegistered(format string) bool {
	switch format {
	case "base64url", "char", "date-time-local", "decimal", "decimal128", "double-int", "http-date", "media-range", "time-local", "unixtime",
		"sf-binary", "sf-boolean", "sf-decimal", "sf-integer", "sf-string", "sf-token":
		return true
	}
	return false
}

// likeFormat is the hint for an unknown format that is spelled like a known one: datetime, Date-Time, date_time.
func likeFormat(format string) string {
	plain := func(name string) string {
		return strings.NewReplacer("-", "", "_", "", " ", "").Replace(strings.ToLower(name))
	}
	for _, name := range gomodel.FormatNames() {
		if plain(name) == plain(format) {
			return "did you mean " + strconv.Quote(name) + "?"
		}
	}
	return ""
}

// reportUint64 says what the Go type of a format cannot hold.
func (p *planner) reportUint64(s *api.Schema) {
	if s.Format != "uint64" || s.Number != nil && s.Number.Maximum != nil && s.Number.Maximum.Cmp(api.Int(math.MaxInt64)) <= 0 {
		return
	}
	p.findings.Info(s.At(api.KwFormat), diag.RuleNotEnforced, "the Go type int64 does not hold the values of uint64 above %d, so they are refused", int64(math.MaxInt64))
}
