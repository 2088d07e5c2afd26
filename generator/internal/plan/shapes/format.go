package shapes

import (
	"math"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
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

// ReportUint64 says what the Go type of a format cannot hold.
func (p *Planner) ReportUint64(s *api.Schema) {
	if s.Format != "uint64" || s.Number != nil && s.Number.Maximum != nil && s.Number.Maximum.Cmp(api.Int(math.MaxInt64)) <= 0 {
		return
	}
	p.findings.Info(s.At(api.KwFormat), diag.RuleNotEnforced, "the Go type int64 does not hold the values of uint64 above %d, so they are refused", int64(math.MaxInt64))
}
