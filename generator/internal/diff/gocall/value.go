package gocall

import (
	"encoding/base64"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// An expr is an expression in Go.
type expr struct {
	text    string // that has its type by itself
	literal string // an untyped constant for it, "" for none
	pointer bool   // text is a pointer already: &T{...}
}

// field writes name: value for a field that is set.
func (w *writer) field(owner string, f *gomodel.Field, v api.Value) (string, error) {
	n := Need{Name: owner + "." + f.Name, Type: w.spell(f.FieldType(w.path))}
	text, literal, err := w.held(f, v)
	if err != nil {
		return "", fmt.Errorf("%s: %w", f.Name, err)
	}
	n.Literal = literal
	w.need(n)
	return f.Name + ": " + text, nil
}

// held writes a value in the way a field holds it.
func (w *writer) held(f *gomodel.Field, v api.Value) (text, literal string, err error) {
	_, null := v.(api.Null)
	_, raw := f.Codec.(gomodel.RawCodec)
	if null && !raw {
		return w.null(f)
	}
	switch f.Hold.Box {
	case gomodel.Plain, gomodel.NilBox:
		e, err := w.value(f.Type, f.Codec, v)
		if err == nil && e.literal != "" {
			return e.literal, e.literal, nil
		}
		return e.plain(), "", err
	case gomodel.Pointing:
		e, err := w.typed(f.Type, f.Codec, v)
		return e.address(), "", err
	case gomodel.Boxed:
		e, err := w.typed(f.Type, f.Codec, v)
		w.need(Need{Name: "NewNullable"})
		argument := ""
		if _, union := f.Codec.(gomodel.UnionCodec); union { // Go would infer the type of the variant
			argument = "[" + w.typeText(f.Type) + "]"
		}
		return w.name + ".NewNullable" + argument + "(" + e.plain() + ")", "", err
	}
	e, err := w.typed(f.Type, f.Codec, v)
	w.need(Need{Name: "NewNullable"})
	return w.name + ".NewNullable(" + e.address() + ")", "", err
}

// null writes a member that is null.
func (w *writer) null(f *gomodel.Field) (text, literal string, err error) {
	switch {
	case !f.Hold.Nullable:
		return "", "", errors.New("it cannot be null")
	case f.Hold.Box == gomodel.Boxed:
		w.need(Need{Name: "NewNull"})
		return w.name + ".NewNull[" + w.typeText(f.Type) + "]()", "", nil
	case f.Hold.Box == gomodel.BoxedPointer:
		w.need(Need{Name: "NewNull"})
		return w.name + ".NewNull[*" + w.typeText(f.Type) + "]()", "", nil
	}
	return "nil", "", nil
}

// plain returns the expression for a value.
func (e expr) plain() string {
	if e.pointer {
		return strings.TrimPrefix(e.text, "&")
	}
	return e.text
}

// address returns the expression for a pointer to the value.
func (e expr) address() string {
	if e.pointer {
		return e.text
	}
	return "new(" + e.text + ")"
}

// typed writes a value where nothing around gives it a type.
func (w *writer) typed(t gomodel.TypeExpr, c gomodel.Codec, v api.Value) (expr, error) {
	e, err := w.value(t, c, v)
	if e.literal != "" && e.literal != e.text {
		w.typeText(t) // its name is in the text
	}
	return e, err
}

// value writes a value of a type.
func (w *writer) value(t gomodel.TypeExpr, c gomodel.Codec, v api.Value) (expr, error) {
	switch c := c.(type) {
	case gomodel.Scalar:
		return w.scalar(t, c, v)
	case gomodel.EnumCodec:
		return w.converted(t, v, gomodel.String)
	case gomodel.ObjectCodec:
		return w.object(t, c.Type.Name, v)
	case gomodel.UnionCodec:
		return w.union(c.Type.Name, v)
	case gomodel.ListCodec:
		return w.list(t, c, v)
	case gomodel.MapCodec:
		return w.dict(t, c, v)
	case gomodel.RawCodec:
		w.imports("encoding/json")
		return expr{text: "json.RawMessage(" + quoted(api.JSON(v)) + ")"}, nil
	}
	return expr{}, fmt.Errorf("no code for %T", c)
}

// quoted writes a text as a Go string.
func quoted(s string) string {
	if strconv.CanBackquote(s) && strings.Contains(s, `"`) {
		return "`" + s + "`"
	}
	return strconv.Quote(s)
}

// scalar writes a scalar, whose type may have a name.
func (w *writer) scalar(t gomodel.TypeExpr, c gomodel.Scalar, v api.Value) (expr, error) {
	s, isText := v.(api.String)
	text := strconv.Quote(string(s))
	if isText && !holds(c.Kind, string(s)) {
		return expr{}, fmt.Errorf("%s is no %s", text, c.Kind)
	}
	switch c.Kind {
	case gomodel.Time:
		w.helper("instant")
		text = "instant(" + text + ")"
	case gomodel.Date:
		w.helper("day")
		text = "day(" + text + ")"
	case gomodel.UUID:
		w.imports("github.com/google/uuid")
		text = "uuid.MustParse(" + text + ")"
	case gomodel.Bytes:
		data, err := base64.StdEncoding.DecodeString(string(s))
		if err != nil {
			return expr{}, fmt.Errorf("%q is no base64", s)
		}
		text = "[]byte(" + strconv.Quote(string(data)) + ")"
	default:
		return w.converted(t, v, c.Kind)
	}
	if !isText {
		return expr{}, errors.New("it must be a string")
	}
	if c.As.Name != "" {
		text = w.typeText(t) + "(" + text + ")"
	}
	return expr{text: text}, nil
}

// holds reports whether a Go value can be made of a text.
func holds(kind gomodel.ScalarKind, text string) bool {
	var err error
	switch kind {
	case gomodel.Time:
		_, err = time.Parse(time.RFC3339, text)
	case gomodel.Date:
		_, err = time.Parse(time.DateOnly, text)
	case gomodel.UUID:
		_, err = uuid.Parse(text)
	}
	return err == nil
}

// converted writes a constant, converted to its type where it has none by itself.
func (w *writer) converted(t gomodel.TypeExpr, v api.Value, kind gomodel.ScalarKind) (expr, error) {
	literal, natural, err := constant(v, kind)
	if err != nil {
		return expr{}, err
	}
	if w.spell(t) == natural {
		return expr{text: literal, literal: literal}, nil
	}
	text := w.spell(t)
	if n, ok := t.(gomodel.Named); ok && n.Ident.Path == w.path {
		text = w.name + "." + n.Ident.Name
	} else if kind == gomodel.Decimal {
		text = w.typeText(t)
	}
	// The type is needed only where the literal does not do: in the text.
	return expr{text: text + "(" + literal + ")", literal: literal}, nil
}

// constant returns a constant and the type that it has by itself.
func constant(v api.Value, kind gomodel.ScalarKind) (literal, natural string, err error) {
	switch v := v.(type) {
	case api.String:
		if kind == gomodel.String {
			return strconv.Quote(string(v)), "string", nil
		}
	case api.Bool:
		if kind == gomodel.Bool {
			return strconv.FormatBool(bool(v)), "bool", nil
		}
	case api.Number:
		return number(v, kind)
	}
	return "", "", fmt.Errorf("%s is no %s", api.JSON(v), kind)
}

func number(v api.Number, kind gomodel.ScalarKind) (literal, natural string, err error) {
	i, whole := v.Int64()
	switch {
	case kind == gomodel.Float64:
		f, err := strconv.ParseFloat(v.String(), 64)
		literal = strconv.FormatFloat(f, 'g', -1, 64)
		if natural = "float64"; !strings.ContainsAny(literal, ".e") {
			natural = "int" // new(5) is an *int
		}
		return literal, natural, err
	case kind == gomodel.Decimal:
		return strconv.Quote(v.String()), "string", nil
	case kind == gomodel.Uint64:
		u, ok := v.Uint64()
		if !ok {
			break
		}
		return strconv.FormatUint(u, 10), "int", nil
	case kind == gomodel.Int64 && whole, kind == gomodel.Int32 && whole && int64(int32(i)) == i:
		return strconv.FormatInt(i, 10), "int", nil
	}
	return "", "", fmt.Errorf("%s is no %s", api.JSON(v), kind)
}

func (w *writer) list(t gomodel.TypeExpr, c gomodel.ListCodec, v api.Value) (expr, error) {
	items, ok := v.(api.Array)
	elem := w.elementType(t)
	if !ok || elem == nil {
		return expr{}, errors.New("it must be an array")
	}
	parts := make([]string, len(items))
	for i, item := range items {
		e, err := w.element(elem, c.Elem, item)
		if err != nil {
			return expr{}, fmt.Errorf("%d: %w", i, err)
		}
		parts[i] = e
	}
	return expr{text: w.typeText(t) + "{" + strings.Join(parts, ", ") + "}"}, nil
}

func (w *writer) dict(t gomodel.TypeExpr, c gomodel.MapCodec, v api.Value) (expr, error) {
	members, ok := v.(api.Object)
	elem := w.elementType(t)
	if !ok || elem == nil {
		return expr{}, errors.New("it must be an object")
	}
	text, err := w.entries(elem, c.Elem, members)
	return expr{text: w.typeText(t) + "{" + text + "}"}, err
}

func (w *writer) entries(elem gomodel.TypeExpr, c gomodel.Codec, members []api.Member) (string, error) {
	parts := make([]string, len(members))
	for i, m := range members {
		e, err := w.element(elem, c, m.Value)
		if err != nil {
			return "", fmt.Errorf("%s: %w", m.Name, err)
		}
		parts[i] = strconv.Quote(m.Name) + ": " + e
	}
	return strings.Join(parts, ", "), nil
}

// element writes an item of a list or a value of a map, for which the literal around gives the type.
func (w *writer) element(t gomodel.TypeExpr, c gomodel.Codec, v api.Value) (string, error) {
	or, may := c.(gomodel.OrNull)
	if may {
		if _, null := v.(api.Null); null {
			return "nil", nil
		}
		e, err := w.typed(or.Type, or.Elem, v)
		if or.Bare {
			return e.plain(), err
		}
		return e.address(), err
	}
	e, err := w.value(t, c, v)
	if e.literal != "" {
		return e.literal, err
	}
	return e.plain(), err
}

// elementType returns the type of the elements of a list or a map, which may have a name.
func (w *writer) elementType(t gomodel.TypeExpr) gomodel.TypeExpr {
	switch t := t.(type) {
	case gomodel.Slice:
		return t.Elem
	case gomodel.Map:
		return t.Elem
	case gomodel.Named:
		if t.Ident.Path != w.path {
			return nil
		}
		switch d := w.decl[t.Ident.Name].(type) {
		case *gomodel.ListType:
			return d.Elem
		case *gomodel.MapType:
			return d.Elem
		case *gomodel.NamedType:
			return w.elementType(d.Under)
		case *gomodel.Alias:
			return w.elementType(d.Target)
		}
	}
	return nil
}
