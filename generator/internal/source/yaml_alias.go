package source

import (
	"go.yaml.in/yaml/v3"

	"github.com/oas2go/oas2go/generator/diag"
)

// alias returns the value of the node that an alias stands for. The node is shared, not copied.
func (r *yamlReader) alias(y *yaml.Node) measured {
	target := y.Alias
	a := r.anchors[target]
	if a == nil { // the anchor stands in a part that was skipped, such as the value of a broken key
		r.convert(target)
		a = r.anchors[target]
	}
	if !a.done {
		r.findings.Error(r.at(y), diag.RuleSyntax, "the alias *%s stands inside the value that it is an alias of", y.Value)
		return measured{node: r.start(Null, y), size: 1}
	}
	if at := r.place(y); r.tooFar(a.value.way, at.line, at.column) {
		r.stopped = true
	}
	if a.value.levels > 0 && !r.fits(a.value.levels-1, y) || !r.expand(a.value.size, y) {
		return measured{node: r.start(Null, y), size: 1}
	}
	return a.value
}

// expand counts nodes that stand in the tree once more.
func (r *yamlReader) expand(nodes int, y *yaml.Node) bool {
	if r.stopped {
		return false
	}
	r.room.aliased += nodes
	most := r.room.most(maxAliased)
	if r.room.aliased <= most {
		return true
	}
	r.stopped = true
	r.findings.Error(r.at(y), diag.RuleTooLarge, "aliases blow the document up by more than %d values", most).Hint = Larger(r.room.times)
	return false
}

// isMergeKey reports whether a key is the merge key of YAML 1.1, which YAML 1.2 documents go on to use.
func isMergeKey(key *yaml.Node) bool {
	if key.Kind != yaml.ScalarNode || key.Value != "<<" {
		return false
	}
	return key.Style == 0 || isTagged(key, "!!merge")
}

// mergeAll adds to o the members of the mappings that a merge key names and that o does not have; they come after its own. Of several
// mappings the first wins. pairs is the merge key and its value, and what follows them if it stands there more than once.
func (r *yamlReader) mergeAll(o *openObject, v *measured, pairs []*yaml.Node) {
	if len(pairs) == 0 {
		return
	}
	r.enter("<<")
	defer r.leave()
	for i := 2; i < len(pairs); i += 2 {
		f := r.findings.Error(r.at(pairs[i]), diag.RuleDuplicateKey, "the merge key << is here a second time")
		f.Hint = "name all mappings in one list: <<: [*a, *b]"
		f.Related = []diag.Related{{Pos: r.at(pairs[0]), Message: "first here"}}
	}
	from := pairs[1]
	if list := dereference(from); list.Kind == yaml.SequenceNode {
		for _, one := range list.Content {
			r.mergeOne(o, v, one)
		}
		return
	}
	r.mergeOne(o, v, from)
}

func (r *yamlReader) mergeOne(o *openObject, v *measured, from *yaml.Node) {
	if dereference(from).Kind != yaml.MappingNode {
		f := r.findings.Error(r.at(from), diag.RuleSyntax, "the merge key << needs a mapping or a list of mappings")
		f.Hint = `put the key in quotes if it is meant as text: "<<"`
		return
	}
	value := r.convert(from)
	if r.stopped || value.node.Kind != Object { // an alias inside its own value
		return
	}
	for _, m := range value.node.Members {
		r.add(o, m)
	}
	v.size += value.size
	v.levels, v.way = max(v.levels, value.levels), max(v.way, value.way)
}

// dereference returns the node that y or its alias stands for.
func dereference(y *yaml.Node) *yaml.Node {
	if y.Kind == yaml.AliasNode {
		return y.Alias
	}
	return y
}
