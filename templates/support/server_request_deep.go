package support

import (
	"slices"
	"strings"
)

// maxBrackets is how deep an object of style deepObject is read: each level goes through all pairs.
const maxBrackets = 16

// deep writes a value of style deepObject, name[member]=value and so on inside, and reports whether it is there. The items of a list have
// indexes, empty brackets, or nothing that tells them apart.
func (f shape) deep(w *jsonWriter, name string, pairs []rawPair) bool {
	var keys, texts []string
	for i := range pairs {
		p := &pairs[i]
		rest, isInside := strings.CutPrefix(p.name, name+"[")
		key, _, closed := strings.Cut(rest, "]")
		switch {
		case p.name == name || p.name == name+"[]":
			p.used, texts = true, append(texts, unescape(p.value))
		case isInside && closed && !slices.Contains(keys, key) && strings.Count(name, "[") < maxBrackets:
			keys = append(keys, key)
		}
	}
	inside := func(i int) string { return name + "[" + keys[i] + "]" }
	switch {
	case f.items != nil && !slices.ContainsFunc(keys, func(key string) bool { return !isNumeric(key) }) && keys != nil:
		w.list(len(keys), func(i int) { f.items.deep(w, inside(i), pairs) })
	case f.items != nil && texts != nil:
		f.list(w, texts)
	case keys != nil:
		start := w.beginObject()
		for i, key := range keys {
			f.of(key).deep(w.member(key), inside(i), pairs)
		}
		w.endObject(start)
	case texts != nil:
		f.value(w, texts[0])
	default:
		w.null()
	}
	return keys != nil || texts != nil
}
