package verify

import (
	"errors"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
)

// A Place is what is wrong at one place of a value or of a message.
type Place struct {
	// Part of a message: path, query, header, cookie, body, method, server, status, media type, security. "" for a value.
	Part string
	// Pointer is a JSON pointer inside of that part. What is missing, and what is not allowed to be there, has the pointer of the member.
	Pointer string
	Keyword string // required, maximum, json, ...
	// Schema is where the document has the schema that was broken, as diag.Pos.Key, followed by the way in it. "" if no schema was.
	Schema  string
	Message string
}

// String returns the place and what is wrong with it: query /limit: maximum: got 51, want 50.
func (p Place) String() string {
	var words []string
	if place := strings.TrimSpace(p.Part + " " + p.Pointer); place != "" {
		words = append(words, place)
	}
	if p.Keyword != "" && !strings.HasPrefix(p.Message, p.Keyword+":") {
		words = append(words, p.Keyword)
	}
	if p.Message != "" {
		words = append(words, p.Message)
	}
	return strings.Join(words, ": ")
}

// in returns places as those of a part of a message, below a member.
func in(part, pointer string, places []Place) []Place {
	moved := make([]Place, len(places))
	for i, p := range places {
		p.Part, p.Pointer = part, pointer+p.Pointer
		moved[i] = p
	}
	return moved
}

// A collector makes places of what the validator reports.
type collector struct {
	compiler *compiler
	printer  *message.Printer
	places   []Place
	problem  error
}

// collect returns what is wrong, in the order of pointers.
func (c *compiler) collect(err *jsonschema.ValidationError) ([]Place, error) {
	w := collector{compiler: c, printer: message.NewPrinter(language.English)}
	w.add(err)
	slices.SortStableFunc(w.places, func(a, b Place) int {
		return strings.Compare(a.Pointer+"\x00"+a.Keyword+"\x00"+a.Schema, b.Pointer+"\x00"+b.Keyword+"\x00"+b.Schema)
	})
	return w.places, w.problem
}

func (w *collector) add(e *jsonschema.ValidationError) {
	switch k := e.ErrorKind.(type) {
	case *kind.Schema, *kind.Group, *kind.Reference, *kind.AllOf:
		// what is wrong is below
	case *kind.RefCycle:
		w.problem = errors.New("a reference leads in a circle")
	case *kind.InvalidJsonValue:
		w.problem = errors.New("the value is no JSON")
	case *kind.Required:
		w.members(e, "required", k.Missing)
	case *kind.DependentRequired:
		w.members(e, "dependentRequired", k.Missing)
	case *kind.AdditionalProperties:
		w.members(e, "additionalProperties", k.Properties)
	default:
		w.place(e, w.words(e.ErrorKind))
	}
	for _, cause := range e.Causes {
		w.add(cause)
	}
}

// members adds a place for each of some members of an object.
func (w *collector) members(e *jsonschema.ValidationError, keyword string, names []string) {
	words := "missing"
	if keyword == "additionalProperties" {
		words = "not allowed"
	}
	for _, name := range names {
		at := append(slices.Clone(e.InstanceLocation), name)
		w.places = append(w.places, Place{Pointer: pointerOf(at), Keyword: keyword, Schema: w.compiler.address(e.SchemaURL), Message: words})
	}
}

func (w *collector) place(e *jsonschema.ValidationError, words string) {
	p := Place{Pointer: pointerOf(e.InstanceLocation), Schema: w.compiler.address(e.SchemaURL), Message: words}
	if path := e.ErrorKind.KeywordPath(); len(path) > 0 {
		p.Keyword = path[0]
	} else { // a schema that is false, as that of unevaluatedProperties
		p.Keyword = p.Schema[strings.LastIndexByte(p.Schema, '/')+1:]
	}
	w.places = append(w.places, p)
}

// words says what is wrong. Numbers are written in full: the validator rounds them.
func (w *collector) words(k jsonschema.ErrorKind) string {
	switch k := k.(type) {
	case *kind.Minimum:
		return gotWant(exact(k.Got), exact(k.Want))
	case *kind.Maximum:
		return gotWant(exact(k.Got), exact(k.Want))
	case *kind.ExclusiveMinimum:
		return gotWant(exact(k.Got), exact(k.Want))
	case *kind.ExclusiveMaximum:
		return gotWant(exact(k.Got), exact(k.Want))
	case *kind.MultipleOf:
		return gotWant(exact(k.Got), exact(k.Want))
	case *kind.MinLength:
		return gotWant(strconv.Itoa(k.Got), strconv.Itoa(k.Want))
	case *kind.MaxLength:
		return gotWant(strconv.Itoa(k.Got), strconv.Itoa(k.Want))
	case *kind.MinItems:
		return gotWant(strconv.Itoa(k.Got), strconv.Itoa(k.Want))
	case *kind.MaxItems:
		return gotWant(strconv.Itoa(k.Got), strconv.Itoa(k.Want))
	case *kind.MinProperties:
		return gotWant(strconv.Itoa(k.Got), strconv.Itoa(k.Want))
	case *kind.MaxProperties:
		return gotWant(strconv.Itoa(k.Got), strconv.Itoa(k.Want))
	}
	return k.LocalizedString(w.printer)
}

func gotWant(got, want string) string { return "got " + got + ", want " + want }

// exact writes a number that was a decimal.
func exact(r *big.Rat) string {
	digits, _ := r.FloatPrec()
	return r.FloatString(digits)
}

func pointerOf(tokens []string) string {
	var b strings.Builder
	for _, token := range tokens {
		b.WriteByte('/')
		b.WriteString(escapeToken(token))
	}
	return b.String()
}

func escapeToken(token string) string {
	return strings.ReplaceAll(strings.ReplaceAll(token, "~", "~0"), "/", "~1")
}
