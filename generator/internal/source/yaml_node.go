package source

import (
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/oas2go/oas2go/generator/diag"
)

// A measured is a node with the size of the tree below it, where a node that several aliases share counts every time.
type measured struct {
	node   *Node
	size   int // nodes
	levels int // of objects and arrays
	way    int // bytes of the names to the value that has most of them above it
}

// An anchored is the value of a node with an anchor.
type anchored struct {
	value measured
	done  bool
}

// convert returns the value of a node.
func (r *yamlReader) convert(y *yaml.Node) measured {
	if y.Anchor == "" {
		return r.convertPlain(y)
	}
	a := &anchored{}
	r.anchors[y] = a
	a.value = r.convertPlain(y)
	a.done = true
	return a.value
}

func (r *yamlReader) convertPlain(y *yaml.Node) measured {
	if at := r.place(y); r.stopped || r.tooFar(0, at.line, at.column) || r.full(at.line, at.column) {
		r.stopped = true
		return measured{node: &Node{}, size: 1}
	}
	switch y.Kind {
	case yaml.MappingNode:
		return r.mapping(y)
	case yaml.SequenceNode:
		return r.sequence(y)
	case yaml.AliasNode:
		return r.alias(y)
	}
	return measured{node: r.scalar(y), size: 1}
}

// place returns where y begins.
func (r *yamlReader) place(y *yaml.Node) place {
	return place{uint32(y.Line), r.lines.column(y.Line, y.Column)}
}

// at returns where y begins, as a position in the value that is being read.
func (r *yamlReader) at(y *yaml.Node) diag.Pos {
	p := r.place(y)
	return r.pos(p.line, p.column)
}

// start returns a new node at the place of y.
func (r *yamlReader) start(kind Kind, y *yaml.Node) *Node {
	p := r.place(y)
	return r.node(kind, p.line, p.column)
}

func (r *yamlReader) sequence(y *yaml.Node) measured {
	n := r.start(Array, y)
	v := measured{node: n, size: 1, levels: 1}
	if !r.fits(0, y) {
		return v
	}
	r.checkTag(y, "!!seq", "an array")
	base := len(r.items)
	for i, child := range y.Content {
		r.enterItem(i)
		item := r.convert(child)
		r.leave()
		r.items = append(r.items, item.node)
		v.include(0, item)
	}
	r.closeArray(base, n)
	return v
}

func (r *yamlReader) mapping(y *yaml.Node) measured {
	n := r.start(Object, y)
	v := measured{node: n, size: 1, levels: 1}
	if !r.fits(0, y) {
		return v
	}
	r.checkTag(y, "!!map", "an object")
	o := r.open()
	var merge []*yaml.Node // keys and values
	for i := 0; i+1 < len(y.Content); i += 2 {
		key, child := y.Content[i], y.Content[i+1]
		if isMergeKey(key) {
			merge = append(merge, key, child)
			continue
		}
		name, ok := r.key(key)
		if !ok {
			continue
		}
		at := r.place(key)
		r.enter(name)
		value := r.convert(child)
		r.leave()
		r.addNew(&o, Member{Name: name, Line: at.line, Column: at.column, Value: value.node})
		v.include(len(name), value)
	}
	r.mergeAll(&o, &v, merge)
	r.closeObject(&o, n)
	return v
}

// include adds a child with a name of so many bytes to the measures of v.
func (v *measured) include(name int, child measured) {
	v.size += child.size
	v.levels = max(v.levels, child.levels+1)
	v.way = max(v.way, name+child.way)
}

// key returns the name that a key stands for: its text as it is written, so that 200 and 1.10 keep their form.
func (r *yamlReader) key(key *yaml.Node) (string, bool) {
	written := key
	if key.Kind == yaml.AliasNode && key.Alias != nil {
		key = key.Alias
	}
	if key.Kind != yaml.ScalarNode {
		f := r.findings.Error(r.at(written), diag.RuleScalar, "a key must be a string")
		f.Hint = "a value that begins with { or [ needs quotes if it is meant as text"
		return "", false
	}
	if plain := key.Style&^yaml.TaggedStyle == 0; plain && isNull(key.Value) && !isTagged(key, "!!str") {
		f := r.findings.Error(r.at(written), diag.RuleScalar, "a key must be a string, and this one is null")
		f.Hint = "put the key in quotes"
		return "", false
	}
	return r.restored(key.Value), true
}

// fits reports whether there may be a collection here with more levels below it.
func (r *yamlReader) fits(below int, y *yaml.Node) bool {
	if r.stopped {
		return false
	}
	at := r.place(y)
	r.stopped = r.tooDeep(below, at.line, at.column)
	return !r.stopped
}

// restored returns the text that stands in the file for the text that the library read.
func (r *yamlReader) restored(text string) string {
	if r.restore == nil {
		return text
	}
	return r.restore.Replace(text)
}

// isTagged reports whether y has the explicit tag.
func isTagged(y *yaml.Node, tag string) bool {
	return y.Style&yaml.TaggedStyle != 0 && y.Tag == tag
}

// checkTag warns about a tag that has no meaning in JSON.
func (r *yamlReader) checkTag(y *yaml.Node, known, read string) {
	if y.Style&yaml.TaggedStyle != 0 && y.Tag != known {
		r.findings.Warn(r.at(y), diag.RuleScalar, "the tag %s has no meaning in JSON: the value is read as %s", tagText(y.Tag), read)
	}
}

// tagText returns a tag as people write it.
func tagText(tag string) string {
	if strings.HasPrefix(tag, "!") {
		return tag
	}
	return "!<" + tag + ">"
}
