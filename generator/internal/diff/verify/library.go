package verify

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/decide"
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/decided"
	"github.com/oas2go/oas2go/generator/internal/source"
)

type object = map[string]any

// A unit is a schema that somebody asks about or a reference leads to. It becomes a document of its own for the validator, so that
// only what is reached is read, translated and compiled.
type unit struct {
	schema    *api.Schema
	at        decide.Position // what it is meant as
	fromModel bool            // not from the text of the document
	tree      any             // what it says in JSON Schema 2020-12, with references to units; nil: not read yet
}

// A library has the schemas of a document as JSON Schema 2020-12.
type library struct {
	doc     *api.Document
	options Options
	units   []*unit
	numbers map[unitKey]int
	heirs   *decide.Heirs         // nil if discriminators say nothing
	places  map[place]*api.Schema // nil: not made yet
	// resources are the schemas with $id, which $dynamicRef asks for; nil if the document has no $dynamicRef: then the places that
	// references lead to are all that counts.
	resources  map[place]*api.Schema
	directions bool // something is readOnly or writeOnly
	distrusted int  // how many units are read from the model because the validator did not understand their text
}

// A unitKey is a schema in a position.
type unitKey struct {
	schema *api.Schema
	at     decide.Position
}

// A place is where a file has something.
type place struct {
	file    *diag.File
	pointer string
}

func placeOf(p diag.Pos) place { return place{p.File, p.Path.Original().Pointer()} }

func newLibrary(doc *api.Document, o Options) *library {
	if o.Trees == nil {
		o.Trees = source.NewTrees()
	}
	l := &library{doc: doc, options: o, numbers: map[unitKey]int{}}
	dynamic := false
	for _, s := range doc.Schemas {
		l.directions = l.directions || s.Meta != nil && (s.Meta.ReadOnly || s.Meta.WriteOnly)
		dynamic = dynamic || s.Ref != nil && s.Ref.Dynamic || s.Core != nil && s.Core.DynamicRef != nil
	}
	if dynamic {
		l.resources = map[place]*api.Schema{}
		for _, s := range doc.Schemas {
			if s.Core != nil && s.Core.ID != "" {
				l.resources[placeOf(s.Pos)] = s
			}
		}
	}
	if !dynamic && !o.AnnotateDiscriminators && decided.HasAny(doc.Schemas) {
		l.heirs = decide.NewHeirs(decided.SchemasOf(doc.Schemas))
	}
	return l
}

// number returns the number of the unit of a schema in a position.
func (l *library) number(s *api.Schema, at decide.Position) int {
	if l.heirs == nil {
		at = decide.Value
	} else {
		at = l.heirs.At(decided.Schema{Model: s}, at)
	}
	key := unitKey{s, at}
	n, ok := l.numbers[key]
	if !ok {
		n = len(l.units)
		l.units = append(l.units, &unit{schema: s, at: at, fromModel: !l.hasSource(s)})
		l.numbers[key] = n
	}
	return n
}

// hasSource reports whether the text of the document has a schema: it was neither made of another one nor by parse. A value of Swagger 2.0
// that is no JSON has no schema there, and what is closed as a whole means something else than its text.
func (l *library) hasSource(s *api.Schema) bool {
	if int(s.ID) >= len(l.doc.Schemas) || l.doc.Schemas[s.ID] != s || s.Synth || s.Pos.File == nil || isWhole(s) {
		return false
	}
	at := l.file(s.Pos.File)
	return at != nil && (l.dialectOf(at.Root) != dialect20 || inSwagger(s.Pos.Path.Original()))
}

// isWhole reports whether parse has closed a schema as a whole.
func isWhole(s *api.Schema) bool {
	return s.Object != nil && s.Object.UnevaluatedProperties != nil && s.Object.UnevaluatedProperties.Synth
}

// inSwagger reports whether a document of Swagger 2.0 has a Schema Object at a place.
func inSwagger(path *diag.Path) bool {
	for ; path != nil; path = path.Parent {
		if path.Token == "schema" || path.Token == "definitions" && path.Parent == nil {
			return true
		}
	}
	return false
}

// file returns the tree of a file, nil if there is none.
func (l *library) file(f *diag.File) *source.Document {
	if d := l.options.Trees.Of(f); d.Root != nil {
		return d
	}
	return nil
}

// at returns the schema that parse read at a place.
func (l *library) at(p place) *api.Schema {
	if l.places == nil {
		l.places = make(map[place]*api.Schema, len(l.doc.Schemas))
		for _, s := range l.doc.Schemas {
			if !s.Synth {
				l.places[placeOf(s.Pos)] = s
			}
		}
	}
	return l.places[p]
}

// reference returns what a tree has for a reference to a schema: the number of a unit, and the way from its schema. The unit is the schema
// itself, but the resource around it if $dynamicRef counts.
func (l *library) reference(target *api.Schema, at decide.Position) string {
	way := ""
	if l.resources != nil {
		for path := target.Pos.Path; path != nil; path = path.Parent {
			around := l.resources[placeOf(diag.Pos{File: target.Pos.File, Path: path})]
			if around != nil && around != target {
				return "/" + strconv.Itoa(l.number(around, decide.Value)) + "#" + way
			}
			if around == target {
				break
			}
			way = "/" + escapeFragment(path.Token) + way
		}
	}
	return "/" + strconv.Itoa(l.number(target, at))
}

// escapeFragment writes a token of a JSON pointer in a URI.
func escapeFragment(token string) string {
	return url.PathEscape(escapeToken(token))
}

// unitOf returns the unit of a reference, and the way in it.
func (l *library) unitOf(reference string) (u *unit, way string, err error) {
	number, way, _ := strings.Cut(reference, "#")
	n, err := strconv.Atoi(strings.TrimPrefix(number, "/"))
	if err != nil || n < 0 || n >= len(l.units) {
		return nil, "", fmt.Errorf("%q is no schema of the document", reference)
	}
	return l.units[n], way, nil
}

// tree returns what a unit says.
func (l *library) tree(u *unit) (any, error) {
	if u.tree != nil {
		return u.tree, nil
	}
	if tree := l.decided(u); tree != nil {
		u.tree = tree
		return tree, nil
	}
	if !u.fromModel && !l.allModel() {
		tree, found, err := l.fromSource(u.schema, u.at)
		if found {
			u.tree = tree
			return tree, err
		}
		u.fromModel = true // parse reads some things as if they were written elsewhere
	}
	w := modelReader{library: l}
	u.tree = w.schema(u.schema, u.at, true)
	return u.tree, w.err
}

// maxDistrust is how many units are read from the model one by one before all are.
const maxDistrust = 5

// distrust makes the text of a unit count no more: the validator does not understand it, and the model has what parse made of it.
// It returns false if nothing is left to distrust.
func (l *library) distrust(u *unit) bool {
	if u.fromModel || l.allModel() {
		return false
	}
	u.fromModel, u.tree = true, nil
	if l.distrusted++; l.allModel() {
		for _, u := range l.units {
			u.tree = nil
		}
	}
	return true
}

// allModel reports whether all units are read from the model.
func (l *library) allModel() bool { return l.distrusted > maxDistrust }
