package gocall

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/jsonvalue"
)

// object writes a value of a declared type that reads itself.
func (w *writer) object(t gomodel.TypeExpr, name string, v api.Value) (expr, error) {
	switch d := w.structNamed(name).(type) {
	case *gomodel.Struct:
		return w.structValue(t, d, v)
	case *gomodel.Tuple:
		return w.tuple(t, d, v)
	case *gomodel.MapType:
		return w.dict(t, d.Codec, v)
	case *gomodel.ListType:
		return w.list(t, d.Codec, v)
	case *gomodel.RawType:
		return expr{text: w.typeText(t) + "(" + quoted(api.JSON(v)) + ")"}, nil
	}
	return expr{}, fmt.Errorf("no code for %s", name)
}

func (w *writer) structValue(t gomodel.TypeExpr, d *gomodel.Struct, v api.Value) (expr, error) {
	members, ok := v.(api.Object)
	if !ok && d.Other != "" {
		w.imports("encoding/json")
		w.need(Need{Name: d.Name + "." + d.Other, Type: "json.RawMessage"})
		return expr{text: "&" + w.typeText(t) + "{" + d.Other + ": json.RawMessage(" + quoted(api.JSON(v)) + ")}", pointer: true}, nil
	}
	if !ok {
		return expr{}, errors.New("it must be an object")
	}
	var parts []string
	var extra []api.Member
	for _, m := range members {
		set, more, err := w.structMember(d, m)
		if err != nil {
			return expr{}, err
		}
		if more {
			extra = append(extra, m)
		} else if set != "" {
			parts = append(parts, set)
		}
	}
	if len(extra) > 0 {
		text, err := w.extra(d, extra)
		if err != nil {
			return expr{}, err
		}
		parts = append(parts, text)
	}
	return expr{text: "&" + w.typeText(t) + "{" + strings.Join(parts, ", ") + "}", pointer: true}, nil
}

// structMember writes a member. more: it has no field.
func (w *writer) structMember(d *gomodel.Struct, m api.Member) (set string, more bool, err error) {
	i := slices.IndexFunc(d.Members, func(known gomodel.Member) bool { wire, _ := known.Key(); return wire == m.Name })
	if i < 0 {
		return "", true, nil
	}
	switch known := d.Members[i].(type) {
	case *gomodel.ConstMember:
		if !isConstant(m.Value, known.Value) {
			return "", false, fmt.Errorf("%s is always %v", m.Name, known.Value)
		}
	case *gomodel.Field:
		set, err = w.field(d.Name, known, m.Value)
		more = err != nil && known.Loose
		if more {
			err = nil
		}
	}
	return set, more, err
}

// isConstant reports whether a value is the one that a member always has.
func isConstant(v api.Value, l gomodel.Literal) bool {
	switch l := l.(type) {
	case gomodel.StringLit:
		return v == api.Value(api.String(l))
	case gomodel.BoolLit:
		return v == api.Value(api.Bool(l))
	case gomodel.IntLit:
		return api.Equal(v, api.Int(int64(l)))
	case gomodel.UintLit:
		return api.Equal(v, api.Uint(uint64(l)))
	}
	return false
}

func (w *writer) extra(d *gomodel.Struct, members []api.Member) (string, error) {
	if d.Extra == nil {
		return "", fmt.Errorf("%s has no field for %s", d.Name, members[0].Name)
	}
	t := gomodel.Map{Elem: d.Extra.Type}
	w.need(Need{Name: d.Name + "." + d.Extra.Name, Type: w.spell(t)})
	text, err := w.entries(d.Extra.Type, d.Extra.Codec, members)
	return d.Extra.Name + ": " + w.typeText(t) + "{" + text + "}", err
}

func (w *writer) tuple(t gomodel.TypeExpr, d *gomodel.Tuple, v api.Value) (expr, error) {
	items, ok := v.(api.Array)
	if !ok {
		return expr{}, errors.New("it must be an array")
	}
	var parts []string
	for i := range min(len(items), len(d.Items)) {
		text, err := w.field(d.Name, d.Items[i], items[i])
		if err != nil {
			return expr{}, err
		}
		parts = append(parts, text)
	}
	if len(items) > len(d.Items) {
		if d.Rest == nil {
			return expr{}, errors.New("it has too many items")
		}
		rest, err := w.list(gomodel.Slice{Elem: d.Rest.Type}, gomodel.ListCodec{Elem: d.Rest.Codec}, items[len(d.Items):])
		if err != nil {
			return expr{}, err
		}
		w.need(Need{Name: d.Name + "." + d.Rest.Name, Type: w.spell(gomodel.Slice{Elem: d.Rest.Type})})
		parts = append(parts, d.Rest.Name+": "+rest.text)
	}
	return expr{text: "&" + w.typeText(t) + "{" + strings.Join(parts, ", ") + "}", pointer: true}, nil
}

// union writes the first variant that fits: the one that the tag or the kind of the value says, else any that can be written.
func (w *writer) union(name string, v api.Value) (expr, error) {
	u, ok := w.decl[name].(*gomodel.Union)
	if !ok {
		return expr{}, fmt.Errorf("no code for %s", name)
	}
	if _, null := v.(api.Null); null {
		return expr{text: "nil"}, nil
	}
	tagged := taggedVariant(u.Choose, v)
	failed := errors.New("it fits no variant of " + name)
	for i, variant := range u.Variants {
		if tagged >= 0 && i != tagged {
			continue
		}
		before := w.code
		e, err := w.variant(variant, v)
		if err != nil {
			w.code, failed = before, err
			continue
		}
		w.need(Need{Name: w.spell(variant.Type), Variant: name})
		return e, nil
	}
	return expr{}, failed
}

// taggedVariant returns the variant that the tag of a value leads to, -1 if it tells none.
func taggedVariant(how gomodel.Choose, v api.Value) int {
	by, ok := how.(gomodel.ByTag)
	if !ok {
		return -1
	}
	for _, c := range by.Cases {
		switch tag := jsonvalue.Member(v, by.Wire); {
		case tag == nil || !isConstant(tag, c.Value):
		case c.Target.Within != nil:
			return taggedVariant(c.Target.Within, v)
		default:
			return c.Target.Variant
		}
	}
	if by.Default != nil && by.Default.Within == nil {
		return by.Default.Variant
	}
	return -1
}

func (w *writer) variant(v gomodel.Variant, value api.Value) (expr, error) {
	p, pointer := v.Type.(gomodel.Pointer)
	if !pointer {
		e, err := w.typed(v.Type, v.Codec, value)
		return expr{text: e.text}, err
	}
	e, err := w.typed(p.Elem, v.Codec, value)
	return expr{text: e.address()}, err
}
