package support

import (
	"slices"
	"strconv"
	"strings"
)

// A deepNode is a value of style deepObject: name[member]=value, and so on inside.
type deepNode struct {
	name   string
	texts  []string
	inside []*deepNode
}

// deep writes a value of style deepObject and reports whether it is there.
func (f shape) deep(w *jsonWriter, name string, pairs []rawPair) bool {
	var root deepNode
	for i := range pairs {
		p := &pairs[i]
		path, begins := strings.CutPrefix(p.name, name+"[")
		path, ends := strings.CutSuffix(path, "]")
		if begins && ends {
			p.used = true
			root.put(strings.SplitN(path, "][", maxDepth/2), unescape(p.value))
		}
	}
	if root.texts == nil && root.inside == nil {
		return false
	}
	root.json(w, f)
	return true
}

// put adds a text at the end of a path. A last step that is empty stands for the next item of a list.
func (n *deepNode) put(path []string, text string) {
	if len(path) == 0 || len(path) == 1 && path[0] == "" {
		n.texts = append(n.texts, text)
		return
	}
	at := slices.IndexFunc(n.inside, func(c *deepNode) bool { return c.name == path[0] })
	if at < 0 {
		at = len(n.inside)
		n.inside = append(n.inside, &deepNode{name: path[0]})
	}
	n.inside[at].put(path[1:], text)
}

// json writes a value in its shape. What has another shape shows it, so that it does not fit.
func (n *deepNode) json(w *jsonWriter, form shape) {
	switch {
	case form.items != nil && n.sort():
		w.list(len(n.texts)+len(n.inside), func(i int) {
			if i < len(n.texts) {
				form.items.value(w, n.texts[i])
			} else {
				n.inside[i-len(n.texts)].json(w, *form.items)
			}
		})
	case n.inside != nil:
		start := w.beginObject()
		for _, c := range n.inside {
			c.json(w.member(c.name), form.of(c.name))
		}
		w.endObject(start)
	default:
		form.value(w, n.texts[0])
	}
}

// sort puts items in the order of their indexes. It reports whether they have such.
func (n *deepNode) sort() bool {
	index := func(n *deepNode) int {
		i, err := strconv.Atoi(n.name)
		if err != nil {
			return -1
		}
		return i
	}
	slices.SortStableFunc(n.inside, func(a, b *deepNode) int { return index(a) - index(b) })
	return len(n.inside) == 0 || index(n.inside[0]) >= 0
}
