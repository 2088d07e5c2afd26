package shapes

import (
	"math"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/classes"
	"github.com/oas2go/oas2go/generator/internal/plan/words"
)

// AsksForNothing reports whether a format is known and no constraint: a hint for user interfaces or, for binary, any string.
func AsksForNothing(format string) bool {
	switch format {
	case "password", "binary", "commonmark", "html":
		return true
	}
	return false
}

// IsRegistered reports whether a format is in the registry of OpenAPI, https://spec.openapis.org/registry/format, and nothing here
// checks it.
func IsRegistered(format string) bool {
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

// ReportBeyond tells of integers that bounds allow, or a constant, and no Go type holds.
func (p *Planner) ReportBeyond(s *api.Schema) {
	if s.Number == nil || p.classes.Classify(s) != classes.Scalar || classes.Limited(s.Format) {
		return
	}
	kind := p.classes.ScalarKind(s)
	for _, k := range []api.Keyword{api.KwMinimum, api.KwExclusiveMinimum, api.KwMaximum, api.KwExclusiveMaximum} {
		if n := boundOf(s.Number, k); n != nil && !s.Has(api.TypeNumber) && beyond(*n, kind, k) {
			p.findings.Info(s.At(k), diag.RuleNotEnforced, "the Go type %s does not hold all integers that %s %s allows: those beyond it are refused", kind, k, words.Number(n.String()))
		}
	}
}

func boundOf(r *api.NumberRules, k api.Keyword) *api.Number {
	return map[api.Keyword]*api.Number{
		api.KwMinimum: r.Minimum, api.KwExclusiveMinimum: r.ExclusiveMinimum, api.KwMaximum: r.Maximum, api.KwExclusiveMaximum: r.ExclusiveMaximum,
	}[k]
}

// beyond reports whether a bound is outside of a Go type, on the side where it allows more.
func beyond(n api.Number, kind gomodel.ScalarKind, k api.Keyword) bool {
	isLower := k == api.KwMinimum || k == api.KwExclusiveMinimum
	switch {
	case kind == gomodel.Uint64:
		return !isLower && n.Cmp(api.Uint(math.MaxUint64)) > 0
	case kind != gomodel.Int64:
		return false
	case isLower:
		return n.Cmp(api.Int(math.MinInt64)) < 0
	}
	return n.Cmp(api.Int(math.MaxInt64)) > 0
}
