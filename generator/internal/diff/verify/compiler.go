package verify

import (
	"errors"
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/oas2go/oas2go/generator/decide"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
)

// root is the URI that all units are below. Nothing is loaded from there.
const root = "https://document.invalid/"

// A compiler compiles the units of a library for one value that travels in one direction. The validator asks it for a unit when a
// reference leads there.
type compiler struct {
	library *library
	way     change.Direction
	met     *met
	doubts  *doubts
	inner   *jsonschema.Compiler
}

func newCompiler(l *library, way change.Direction) *compiler {
	c := &compiler{library: l, way: way, doubts: &doubts{}}
	c.reset()
	return c
}

// reset forgets what was compiled.
func (c *compiler) reset() {
	c.inner = jsonschema.NewCompiler()
	c.inner.DefaultDraft(jsonschema.Draft2020)
	c.inner.UseLoader(c)
	c.inner.UseRegexpEngine(c.doubts.compile)
	c.inner.AssertFormat()
	registerFormats(c.inner)
	c.inner.RegisterVocabulary(c.doubts.vocabulary())
	c.inner.AssertVocabs()
}

// Load returns a unit, as the validator's loader of URLs.
func (c *compiler) Load(uri string) (any, error) {
	u, _, err := c.library.unitOf(strings.TrimPrefix(uri, root))
	if err != nil {
		return nil, err
	}
	tree, err := c.library.tree(u)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", u.schema.Pos.Key(), err)
	}
	t := traveller{library: c.library, way: c.way, unit: u, met: c.met, base: root}
	tree = t.schema(tree, nil)
	return tree, t.err
}

// compile compiles what a value meets of a schema. If the validator does not understand the text of the document, it gets what parse
// made of it.
func (c *compiler) compile(s *api.Schema, value any) (*jsonschema.Schema, error) {
	reference := c.library.reference(s, decide.Value)
	for {
		var err error
		if c.met, err = metBy(c.library, reference, value); err != nil {
			return nil, err
		}
		compiled, err := c.inner.Compile(root + strings.TrimPrefix(reference, "/"))
		if err == nil || !c.recover(err) {
			return compiled, err
		}
	}
}

// recover makes the unit that a failure is about be read from the model, and reports whether it is worth trying again.
func (c *compiler) recover(err error) bool {
	invalid, ok := errors.AsType[*jsonschema.SchemaValidationError](err)
	if !ok {
		return false
	}
	uri, _, _ := strings.Cut(strings.TrimPrefix(invalid.URL, root), "#")
	u, _, err := c.library.unitOf(uri)
	if err != nil || !c.library.distrust(u) {
		return false
	}
	c.reset()
	return true
}

// judge returns what is wrong with a value.
func (c *compiler) judge(s *jsonschema.Schema, value any) ([]Place, error) {
	c.doubts.problem = nil
	err := s.Validate(value)
	problem := c.doubts.problem
	if err == nil {
		return nil, problem
	}
	invalid, ok := errors.AsType[*jsonschema.ValidationError](err)
	if !ok {
		return nil, err
	}
	places, err := c.collect(invalid)
	if problem != nil || err != nil { // under "not", what is wrong may be a consequence of it
		return nil, errors.Join(problem, err)
	}
	return places, nil
}

// address returns where the document has what a URI of the validator means.
func (c *compiler) address(uri string) string {
	number, way, _ := strings.Cut(strings.TrimPrefix(uri, root), "#")
	u, _, err := c.library.unitOf(number)
	if err != nil {
		return ""
	}
	if way, err = url.PathUnescape(way); err != nil {
		way = ""
	}
	return u.schema.Pos.Key() + way
}

func unescapeFragment(token string) string {
	text, err := url.PathUnescape(token)
	if err != nil {
		text = token
	}
	return strings.ReplaceAll(strings.ReplaceAll(text, "~1", "/"), "~0", "~")
}

func indexes(n int) []string {
	list := make([]string, n)
	for i := range list {
		list[i] = strconv.Itoa(i)
	}
	return list
}
