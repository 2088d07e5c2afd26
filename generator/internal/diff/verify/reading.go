package verify

import (
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/verify/wire"
)

// readings judges all readings of a text. If none is right, the errors are those of the reading that is nearest to the schema: of the right
// kind, and with the fewest of them.
func (j *Judge) readings(schema *api.Schema, way change.Direction, v any) Result {
	values := wire.Expand(v, wire.MaxReadings)
	best := Result{}
	for i, value := range values {
		r := j.value(schema, way, value)
		if r.Valid {
			return r
		}
		if i == 0 || badness(r) < badness(best) {
			best = r
		}
	}
	if len(values) >= wire.MaxReadings {
		return Result{Problem: problemError("the text has too many readings")}
	}
	return best
}

// badness orders the results of readings: of two with as many errors, the one with the deeper errors is nearer to the schema. What was not
// judged may be right, so it counts as the nearest.
func badness(r Result) int {
	if r.Problem != nil {
		return 0
	}
	const more = 100
	bad := more * len(r.Errors)
	for _, e := range r.Errors {
		if e.Pointer == "" && e.Keyword == "type" {
			bad += more * more
		}
		bad -= min(strings.Count(e.Pointer, "/"), more/10)
	}
	return max(bad, 1)
}
