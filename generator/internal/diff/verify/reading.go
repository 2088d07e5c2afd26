package verify

import (
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/verify/wire"
)

// maxJudged is how many values the readings of one text may have inside of them, all together: long texts are judged in fewer readings.
const maxJudged = 1 << 16

// readings judges all readings of a text. If none is right, the errors are those of the reading that is nearest to the schema: of the right
// kind, and with the fewest of them.
func (j *Judge) readings(schema *api.Schema, way change.Direction, v any) Result {
	limit := min(max(maxJudged/wire.Size(v), 2), wire.MaxReadings)
	values := wire.Expand(v, limit)
	if len(values) >= limit {
		if r := j.mended(schema, way, v); r.Valid {
			return r
		}
	}
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
	if len(values) >= limit {
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

// maxMends is how many readings of one member or element are tried.
const maxMends = 8

// mended looks for a reading that is right where there are too many: members and elements that are wrong are read in another way, until
// nothing is wrong. Members depend on each other rarely, so this finds most of what there is. A result with errors says nothing.
func (j *Judge) mended(schema *api.Schema, way change.Direction, v any) (r Result) {
	switch v := v.(type) {
	case wire.Choice:
		for _, reading := range v {
			if r = j.mended(schema, way, reading); r.Valid {
				return r
			}
		}
	case []any:
		list := make([]any, len(v))
		parts := map[string]*mend{}
		for i, element := range v {
			parts["/"+strconv.Itoa(i)] = &mend{readings: wire.Expand(element, maxMends), set: func(value any) { list[i] = value }}
		}
		return j.mend(schema, way, list, parts)
	case wire.Object:
		o := wire.Object{}
		parts := map[string]*mend{}
		for name, member := range v {
			parts["/"+escapeToken(name)] = &mend{readings: wire.Expand(member, maxMends), set: func(value any) { o[name] = value }}
		}
		return j.mend(schema, way, o, parts)
	}
	return r
}

// A mend is a member or an element with the readings of it that are left to try, the one that stands first.
type mend struct {
	readings []any
	set      func(any)
	round    int // in which it was changed
}

// mend judges a whole and changes the parts that are wrong. parts are those by their pointers.
func (j *Judge) mend(schema *api.Schema, way change.Direction, whole any, parts map[string]*mend) (r Result) {
	for _, part := range parts {
		part.set(part.readings[0])
	}
	for round := 1; round <= maxMends; round++ {
		if r = j.value(schema, way, whole); r.Valid {
			return r
		}
		changed := false
		for _, e := range r.Errors {
			if part := parts[firstToken(e.Pointer)]; part != nil && part.round < round && len(part.readings) > 1 {
				part.readings, part.round, changed = part.readings[1:], round, true
				part.set(part.readings[0])
			}
		}
		if !changed {
			break
		}
	}
	return r
}

// firstToken returns the beginning of a JSON pointer: /a of /a/b.
func firstToken(pointer string) string {
	if i := strings.IndexByte(strings.TrimPrefix(pointer, "/"), '/'); i >= 0 {
		return pointer[:i+1]
	}
	return pointer
}
