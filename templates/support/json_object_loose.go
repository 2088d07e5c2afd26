package support

import "encoding/json"

// misfit runs read, which reads one value. It reports whether the value does not fit; then nothing was read or noted.
func (r *jsonReader) misfit(read func()) bool {
	pos, depth, noted, misread := r.pos, r.depth, len(r.problems), len(r.misread)
	read()
	if r.stopped || len(r.problems) == noted && len(r.misread) == misread {
		return false
	}
	r.pos, r.depth, r.problems, r.misread = pos, depth, r.problems[:noted], r.misread[:misread]
	return true
}

// keep reads a member that does not fit its field as an extra one.
func (o *objectReader) keep(r *jsonReader, extra map[string]json.RawMessage, name string) map[string]json.RawMessage {
	if extra == nil {
		extra = map[string]json.RawMessage{}
	}
	extra[name] = r.raw()
	o.other.count++
	return extra
}
