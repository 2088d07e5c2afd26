package support

import (
	"bytes"
	"errors"
	"slices"
)

// decodeJSON reads the JSON of a response. If it is read tolerantly, partly says that err is about values that Go cannot hold, and that
// the rest was read.
func (k *call) decodeJSON(data []byte, tolerant bool, read func(*jsonReader)) (partly bool, err error) {
	r := jsonReader{data: data, tolerant: tolerant, loose: k.tolerate}
	if string(bytes.TrimSpace(data)) == "null" {
		r.tolerant = false // members may be null in place of absent, a whole response only where the document allows it
	}
	read(&r)
	if err = r.finish(k.subject()); err == nil || r.stopped || !tolerant {
		return false, err
	}
	if r.tolerant {
		again := jsonReader{data: data, tolerant: true, loose: k.tolerate, left: r.misread}
		slices.Sort(again.left)
		read(&again)
	}
	return true, err
}

// isWhole reports whether err is about a JSON value as a whole, of which nothing was read.
func isWhole(err error) bool {
	bad, ok := errors.AsType[*InvalidError](err)
	return ok && bad.Violations[0].Pointer == ""
}
