package generator

import (
	"errors"
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/explain"
	"github.com/oas2go/oas2go/generator/internal/overlay"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// A locator finds the place that somebody means.
type locator struct {
	files     []*diag.File // the entry document first
	explainer *explain.Explainer
	again     func(*diag.File) *source.Document
	overlaid  []overlay.Done // what overlays have changed
}

func (l *locator) explain(place string) (*explain.Explanation, error) {
	if x, ok, err := l.overlay(place); ok {
		return x, err
	}
	name, fragment, isPointer := strings.Cut(place, "#")
	if !isPointer && (place == "" || strings.HasPrefix(place, "/")) && len(l.named(place)) == 0 {
		name, fragment, isPointer = "", place, true
	}
	if !isPointer {
		key, like, ok := l.explainer.Place(place)
		if ok {
			return l.at(key)
		}
		if len(l.named(place)) == 0 {
			return nil, unknownName(place, like)
		}
	}
	file, err := l.file(name)
	if err != nil {
		return nil, err
	}
	return l.pointer(file, fragment)
}

func unknownName(name, like string) error {
	if like != "" {
		return fmt.Errorf("no component, operation or Go name is called %q; did you mean %q?", name, like)
	}
	return fmt.Errorf("no component, operation or Go name is called %q; a JSON pointer begins with #/", name)
}

// at explains a place by its key.
func (l *locator) at(key string) (*explain.Explanation, error) {
	if x := l.explainer.At(key, ""); x != nil {
		return x, nil
	}
	name, fragment, _ := strings.Cut(key, "#")
	file, err := l.file(name)
	if err != nil {
		return nil, err
	}
	return l.pointer(file, fragment)
}

// named returns the files that somebody can mean by a name: the path that findings show, the way from the folder of the document, or the
// end of that, as in a reference from a file beside.
func (l *locator) named(name string) []*diag.File {
	name = path.Clean(filepath.ToSlash(name))
	var ends []*diag.File
	for _, f := range l.files {
		shown := path.Clean(filepath.ToSlash(f.Name))
		if name == shown || name == f.Relative {
			return []*diag.File{f}
		}
		if strings.HasSuffix(shown, "/"+name) {
			ends = append(ends, f)
		}
	}
	return ends
}

// file returns the file of a name, the document for none.
func (l *locator) file(name string) (*diag.File, error) {
	if name == "" {
		return l.files[0], nil
	}
	found := l.named(name)
	if len(found) == 1 {
		return found[0], nil
	}
	var names []string
	for _, f := range l.files {
		if len(found) == 0 || slices.Contains(found, f) {
			names = append(names, f.Name)
		}
	}
	text := fmt.Sprintf("%q is no file of the document", name)
	if len(found) > 0 {
		return nil, fmt.Errorf("%q can be %s", name, strings.Join(names, " or "))
	}
	if like := diag.Closest(name, names); like != "" {
		return nil, fmt.Errorf("%s; did you mean %q?", text, like)
	}
	if len(names) <= 20 {
		text += "; it has " + strings.Join(names, ", ")
	}
	return nil, errors.New(text)
}

// pointer explains a place of a file. The text may be percent-encoded, as fragments are.
func (l *locator) pointer(file *diag.File, text string) (*explain.Explanation, error) {
	tree := l.again(file)
	node, path, ok := tree.Find(text)
	if !ok {
		tokens, valid := source.ParseFragment(text)
		if !valid {
			return nil, fmt.Errorf("%q is no JSON pointer: it begins with /, and ~ is written ~0, / in a name ~1", text)
		}
		if node, path, ok = tree.FindTokens(tokens); !ok {
			return nil, l.missing(tree, tokens)
		}
	}
	pos := tree.Pos(node, path)
	key := l.explainer.Key(pos)
	nearest, ok := l.explainer.Around(key)
	if ok && nearest == key {
		return l.explainer.At(key, ""), nil
	}
	x := &explain.Explanation{Pos: pos, What: describe(node), Place: key}
	if what := objectName(path); what != "" && node.Kind == source.Object && !(ok && l.explainer.At(nearest, "").What == "schema") {
		x.What = what
	}
	var around explain.Part
	if ok {
		keyword, _, _ := strings.Cut(strings.TrimPrefix(key, nearest+"/"), "/")
		outer := l.explainer.At(nearest, keyword)
		around.Rows = append(around.Rows, explain.Row{Label: "in", Text: outer.What + " " + nearest + ", " + outer.Pos.String()})
		if outer.What == "schema" {
			x.Parts = outer.Parts
		}
	}
	for _, inner := range l.explainer.Within(key, 10) {
		around.Rows = append(around.Rows, explain.Row{Label: "holds", Text: l.explainer.At(inner, "").What + " " + inner})
	}
	x.Parts = append([]explain.Part{around}, x.Parts...)
	return x, nil
}

// missing says how far tokens lead, and what was most likely meant.
func (l *locator) missing(tree *source.Document, tokens []string) error {
	var path *diag.Path
	node := tree.Root
	for i, token := range tokens {
		next, nextPath, ok := tree.FindTokens(tokens[:i+1])
		if ok {
			node, path = next, nextPath
			continue
		}
		var names []string
		for _, m := range node.Members {
			names = append(names, m.Name)
		}
		text := fmt.Sprintf("there is no %q in %s, %s", token, l.explainer.Key(tree.Pos(node, path)), tree.Pos(node, path))
		switch like := diag.Closest(token, names); {
		case like != "":
			text += "; did you mean " + l.explainer.Key(tree.Pos(node, path.Child(like))) + "?"
		case node.Get("$ref") != nil:
			text += "; it is a reference to " + node.Get("$ref").Text
		case len(names) > 0 && len(names) <= 20:
			text += "; it has " + strings.Join(names, ", ")
		default:
			text += "; it is " + describe(node)
		}
		return errors.New(diag.OneLine(text))
	}
	return errors.New("there is no such place") // not reached: the tokens lead nowhere
}
