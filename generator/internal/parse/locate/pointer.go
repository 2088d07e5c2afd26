package locate

import (
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/parse/tree"
	"github.com/oas2go/oas2go/generator/internal/source"
)

var unescaper = strings.NewReplacer("~1", "/", "~0", "~")

// Unescape returns what a token of a JSON pointer means.
func Unescape(token string) string { return unescaper.Replace(token) }

// Walk follows a JSON pointer (RFC 6901) from the root of a resource, which a reference calls file.
func (fs *Files) Walk(res *tree.Resource, file, pointer string) Located {
	at, through := res.Root, false
	for token := range strings.SplitSeq(pointer[1:], "/") {
		token = Unescape(token)
		next := fs.Step(at.Node, token)
		if next == nil {
			behind, ok := fs.behind(at)
			if next = fs.Step(behind.Node, token); !ok || next == nil {
				return fs.DeadEnd(res, at, file, token)
			}
			at, through = behind, true
		}
		at = fs.enter(at.Child(token, next))
	}
	return Located{Place: at, Through: through}
}

// behind returns what the reference at a place leads to, for pointers that go on as if it stood there.
func (fs *Files) behind(at tree.Place) (tree.Place, bool) {
	const longest = 30
	ref := at.Node.Get("$ref")
	if ref == nil || ref.Kind != source.String || fs.following >= longest {
		return at, false
	}
	fs.following++
	defer func() { fs.following-- }()
	found := fs.Locate(at.Resource, ref.Text, at.Pos())
	if found.Failed() {
		return at, false
	}
	return found.Place, true
}

// DeadEnd says that a pointer goes on at a place that has no such token.
func (fs *Files) DeadEnd(res *tree.Resource, at tree.Place, file, token string) Located {
	found := Located{Problem: "there is no " + strconv.Quote(token) + " in " + strconv.Quote(file+"#"+at.Path.Pointer())}
	switch {
	case at.Path == nil && file != "":
		found.Problem = "there is no " + strconv.Quote(token) + " in " + strconv.Quote(file)
	case at.Path == nil:
		found.Problem = "there is no " + strconv.Quote(token) + " in the document"
	}
	found.Hint = fs.r.Suggest(token, len(at.Node.Members), func() (names []string) {
		for _, m := range at.Node.Members {
			names = append(names, m.Name)
		}
		return names
	})
	if found.Hint == "" && res != res.File.Root {
		found.Hint = "the reference begins at the schema with \"$id\" around it"
	}
	return found
}

// An index has the members of large objects by name: documents refer to thousands of components.
type index map[*source.Node]map[string]*source.Node

// Step returns a member or an element.
func (x index) Step(n *source.Node, token string) *source.Node {
	if n.Kind == source.Array {
		i, err := strconv.Atoi(token)
		if err != nil || i < 0 || i >= len(n.Items) || token != strconv.Itoa(i) {
			return nil
		}
		return n.Items[i]
	}
	if len(n.Members) < 32 {
		return n.Get(token)
	}
	byName := x[n]
	if byName == nil {
		byName = make(map[string]*source.Node, len(n.Members))
		for _, m := range n.Members {
			byName[m.Name] = m.Value
		}
		x[n] = byName
	}
	return byName[token]
}
