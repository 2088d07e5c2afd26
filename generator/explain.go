package generator

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/output"
	"github.com/oas2go/oas2go/generator/plan"
	"github.com/oas2go/oas2go/generator/source"
)

// An Explanation is what became of one place of a document.
type Explanation = plan.Explanation

// Explain says what became of one place of a document: a JSON pointer, with or without #, or what people call it (a component, an
// operation, a Go type). It makes no files. A place that is not there is a [*UsageError].
func Explain(ctx context.Context, c Config, place string) (*Explanation, *Result, error) {
	r := &run{config: c, explainer: &plan.Explainer{}}
	var tree *source.Document
	keep := stage{"source", "", func() error {
		tree = r.source // parse lets go of it
		return nil
	}}
	err := r.through(ctx, slices.Insert(r.modelStages(), 2, keep))
	if err != nil && !errors.Is(err, ErrUnusable) {
		return nil, nil, err
	}
	result := &Result{Document: output.Document(c.Spec), Findings: r.findings.All()}
	if err != nil {
		return nil, result, err
	}
	x, err := (&locator{tree, r.explainer}).explain(place)
	if err != nil {
		return nil, result, &UsageError{err}
	}
	return x, result, nil
}

// A locator finds the place that somebody means.
type locator struct {
	tree      *source.Document
	explainer *plan.Explainer
}

func (l *locator) explain(place string) (*plan.Explanation, error) {
	file, fragment, isPointer := strings.Cut(place, "#")
	if !isPointer && (place == "" || strings.HasPrefix(place, "/")) {
		fragment, isPointer = place, true
	}
	if !isPointer {
		pointer, like, ok := l.explainer.Pointer(place)
		switch {
		case ok:
			return l.explainer.At(pointer, ""), nil
		case like != "":
			return nil, fmt.Errorf("no component, operation or Go type is called %q; did you mean %q?", place, like)
		}
		return nil, fmt.Errorf("no component, operation or Go type is called %q; a JSON pointer begins with #/", place)
	}
	if x := l.explainer.At(place, ""); x != nil && file != "" { // of another file, as findings name it
		return x, nil
	}
	return l.pointer(fragment)
}

// pointer explains a place of the document. The text may be percent-encoded, as fragments are.
func (l *locator) pointer(text string) (*plan.Explanation, error) {
	node, path, ok := l.tree.Find(text)
	if !ok {
		tokens, valid := source.ParseFragment(text)
		if !valid {
			return nil, fmt.Errorf("%q is no JSON pointer: it begins with /, and ~ is written ~0, / in a name ~1", text)
		}
		if node, path, ok = l.tree.FindTokens(tokens); !ok {
			return nil, l.missing(tokens)
		}
	}
	pointer := path.Pointer()
	nearest, ok := l.explainer.Around(pointer)
	if ok && nearest == pointer {
		return l.explainer.At(pointer, ""), nil
	}
	x := &plan.Explanation{Pos: l.tree.Pos(node, path), What: describe(node), Pointer: pointer}
	if what := objectName(path); what != "" && node.Kind == source.Object && !(ok && l.explainer.At(nearest, "").What == "schema") {
		x.What = what
	}
	var around plan.Part
	if ok {
		keyword, _, _ := strings.Cut(strings.TrimPrefix(pointer, nearest+"/"), "/")
		outer := l.explainer.At(nearest, keyword)
		around.Rows = append(around.Rows, plan.Row{Label: "in", Text: outer.What + " #" + nearest + ", " + outer.Pos.String()})
		if outer.What == "schema" {
			x.Parts = outer.Parts
		}
	}
	for _, inner := range l.explainer.Within(pointer, 10) {
		around.Rows = append(around.Rows, plan.Row{Label: "holds", Text: l.explainer.At(inner, "").What + " #" + inner})
	}
	x.Parts = append([]plan.Part{around}, x.Parts...)
	return x, nil
}

// missing says how far tokens lead, and what was most likely meant.
func (l *locator) missing(tokens []string) error {
	var path *diag.Path
	node := l.tree.Root
	for i, token := range tokens {
		next, nextPath, ok := l.tree.FindTokens(tokens[:i+1])
		if ok {
			node, path = next, nextPath
			continue
		}
		var names []string
		for _, m := range node.Members {
			names = append(names, m.Name)
		}
		text := fmt.Sprintf("there is no %q in #%s, %s", token, path.Pointer(), l.tree.Pos(node, path))
		switch like := diag.Closest(token, names); {
		case like != "":
			text += "; did you mean #" + path.Child(like).Pointer() + "?"
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

// describe says what a node is.
func describe(n *source.Node) string {
	switch n.Kind {
	case source.Object:
		return fmt.Sprintf("object of %d", len(n.Members))
	case source.Array:
		return fmt.Sprintf("array of %d", len(n.Items))
	case source.Null:
		return "null"
	}
	return n.Kind.String()
}

// objectName says what OpenAPI calls the object at a place outside of schemas, "" if its place does not tell.
func objectName(path *diag.Path) string {
	if path == nil || path.Parent == nil {
		return ""
	}
	for above := path.Parent.Parent; above != nil; above = above.Parent {
		if strings.HasPrefix(above.Token, "x-") || strings.HasPrefix(above.Token, "example") {
			return "" // values of the user's
		}
	}
	if path.Token == "requestBody" {
		return "request body"
	}
	switch path.Parent.Token {
	case "paths", "webhooks", "pathItems":
		return "path item"
	case "parameters", "responses", "headers", "examples", "links", "callbacks", "servers", "tags", "variables":
		return strings.TrimSuffix(path.Parent.Token, "s")
	case "requestBodies":
		return "request body"
	case "securitySchemes":
		return "security scheme"
	case "content":
		return "media type"
	}
	return ""
}
