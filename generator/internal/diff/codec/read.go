package codec

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/jsonvalue"
)

// A misfit is why a tolerant reader cannot take a value: its JSON type, or a value that the Go type cannot hold.
type misfit struct{ at, why string }

func (m *misfit) Error() string { return m.at + ": " + m.why }

// A reader reads as clients read responses: it overlooks what breaks the document as long as Go can hold it, and takes null as absent.
type reader struct {
	*Package
	tolerate []gomodel.Tolerance
}

// whole reads a whole response, which is null only where the document allows it.
func (r reader) whole(c gomodel.Codec, nullable bool, v api.Value) *misfit {
	if _, null := v.(api.Null); null {
		if nullable || r.takesNull(c) {
			return nil
		}
		return refuse("", "null")
	}
	return r.read(c, v, "")
}

// takesNull reports whether null is a value of a type.
func (r reader) takesNull(c gomodel.Codec) bool {
	switch c := c.(type) {
	case gomodel.RawCodec:
		return true
	case gomodel.ObjectCodec:
		d, ok := r.decl[c.Type.Name].(*gomodel.Struct)
		return r.isRaw(c) || ok && d.Other != ""
	case gomodel.UnionCodec:
		u, ok := r.decl[c.Type.Name].(*gomodel.Union)
		return ok && (u.Rule == "" || r.rules.holds(u.Rule, api.Null{})) && r.choose(u.Choose, api.Null{}) >= 0
	}
	return false
}

// refuse returns a misfit.
func refuse(at, format string, args ...any) *misfit { return &misfit{at, fmt.Sprintf(format, args...)} }

// read reads a value with a codec.
func (r reader) read(c gomodel.Codec, v api.Value, at string) *misfit {
	switch c := c.(type) {
	case gomodel.Scalar:
		return r.scalar(c.Kind, v, at)
	case gomodel.EnumCodec:
		return r.scalar(gomodel.String, v, at)
	case gomodel.ObjectCodec:
		return r.object(c.Type.Name, v, at)
	case gomodel.UnionCodec:
		return r.union(c.Type.Name, v, at)
	case gomodel.ListCodec:
		return r.list(c.Elem, v, at)
	case gomodel.MapCodec:
		return r.dict(c.Elem, v, at)
	case gomodel.OrNull:
		if v == api.Value(api.Null{}) {
			return nil
		}
		return r.read(c.Elem, v, at)
	}
	return nil // raw JSON takes all
}

func (r reader) scalar(kind gomodel.ScalarKind, v api.Value, at string) *misfit {
	if _, null := v.(api.Null); null {
		return nil
	}
	v = r.meant(kind, v)
	switch kind {
	case gomodel.Bool:
		if _, ok := v.(api.Bool); !ok {
			return refuse(at, "no boolean")
		}
	case gomodel.Int32, gomodel.Int64, gomodel.Uint64:
		return integer(kind, v, at)
	case gomodel.Float64, gomodel.Decimal:
		n, ok := v.(api.Number)
		if !ok {
			return refuse(at, "no number")
		}
		if kind == gomodel.Float64 && !heldByFloat(n) {
			return refuse(at, "no float64")
		}
	default:
		s, ok := v.(api.String)
		if !ok {
			return refuse(at, "no string")
		}
		if !validText(kind, string(s)) {
			return refuse(at, "no %s", kind)
		}
	}
	return nil
}

func integer(kind gomodel.ScalarKind, v api.Value, at string) *misfit {
	n, ok := v.(api.Number)
	if !ok || !n.IsInteger() {
		return refuse(at, "no integer")
	}
	i, fits := n.Int64()
	switch kind {
	case gomodel.Int32:
		fits = fits && int64(int32(i)) == i
	case gomodel.Uint64:
		_, fits = n.Uint64()
	}
	if !fits {
		return refuse(at, "no %s", kind)
	}
	return nil
}

// heldByFloat reports whether a number can be read as a float64. Fractions are rounded, integers in plain digits are not.
func heldByFloat(n api.Number) bool {
	f, err := strconv.ParseFloat(n.String(), 64)
	if err != nil || math.IsInf(f, 0) {
		return false
	}
	return strings.ContainsAny(n.String(), ".eE") || math.Abs(f) < 1<<53 ||
		strconv.FormatFloat(f, 'f', 0, 64) == n.String() || strconv.FormatFloat(f, 'f', -1, 64) == n.String()
}

func (r reader) list(elem gomodel.Codec, v api.Value, at string) *misfit {
	if _, null := v.(api.Null); null {
		return nil
	}
	items, ok := v.(api.Array)
	if !ok {
		return refuse(at, "no array")
	}
	for i, item := range items {
		if m := r.read(elem, item, at+"/"+strconv.Itoa(i)); m != nil {
			return m
		}
	}
	return nil
}

func (r reader) dict(elem gomodel.Codec, v api.Value, at string) *misfit {
	if _, null := v.(api.Null); null {
		return nil
	}
	members, ok := v.(api.Object)
	if !ok {
		return refuse(at, "no object")
	}
	for _, m := range members {
		if bad := r.read(elem, m.Value, at+"/"+m.Name); bad != nil {
			return bad
		}
	}
	return nil
}

// object reads a declared type.
func (r reader) object(name string, v api.Value, at string) *misfit {
	switch d := r.decl[name].(type) {
	case *gomodel.Struct:
		return r.members(d, v, at)
	case *gomodel.Tuple:
		return r.tuple(d, v, at)
	case *gomodel.MapType:
		return r.dict(d.Codec.Elem, v, at)
	case *gomodel.ListType:
		return r.list(d.Codec.Elem, v, at)
	}
	return nil
}

func (r reader) members(d *gomodel.Struct, v api.Value, at string) *misfit {
	members, ok := v.(api.Object)
	if !ok {
		if _, null := v.(api.Null); null || d.Other != "" {
			return nil
		}
		return refuse(at, "no object")
	}
	for _, m := range members {
		if bad := r.member(d, m, at+"/"+m.Name); bad != nil {
			return bad
		}
	}
	return nil
}

func (r reader) member(d *gomodel.Struct, m api.Member, at string) *misfit {
	i := slices.IndexFunc(d.Members, func(known gomodel.Member) bool { wire, _ := known.Key(); return wire == m.Name })
	if i < 0 {
		if d.Extra == nil {
			return nil
		}
		return r.read(d.Extra.Codec, m.Value, at)
	}
	f, ok := d.Members[i].(*gomodel.Field)
	if _, null := m.Value.(api.Null); null || !ok { // a null that must not be there counts as absent, and a constant is not looked at
		return nil
	}
	bad := r.read(f.Codec, m.Value, at)
	if bad != nil && f.Loose {
		return nil
	}
	return bad
}

func (r reader) tuple(d *gomodel.Tuple, v api.Value, at string) *misfit {
	if _, null := v.(api.Null); null {
		return nil
	}
	items, ok := v.(api.Array)
	if !ok {
		return refuse(at, "no array")
	}
	for i, item := range items {
		var codec gomodel.Codec = gomodel.RawCodec{}
		switch {
		case i < len(d.Items):
			codec = d.Items[i].Codec
		case d.Rest != nil:
			codec = d.Rest.Codec
		}
		if bad := r.read(codec, item, at+"/"+strconv.Itoa(i)); bad != nil {
			return bad
		}
	}
	return nil
}

// union reads the variant that a value chooses. What fits none is kept as it is.
func (r reader) union(name string, v api.Value, at string) *misfit {
	u, ok := r.decl[name].(*gomodel.Union)
	if !ok {
		return nil
	}
	i := r.choose(u.Choose, v)
	if i < 0 {
		return nil
	}
	return r.read(u.Variants[i].Codec, v, at)
}

// choose returns the variant that a tolerant reader takes, -1 for none.
func (r reader) choose(how gomodel.Choose, v api.Value) int {
	switch how := how.(type) {
	case gomodel.ByTag:
		return r.byTag(how, v)
	case gomodel.ByKey:
		return byKey(how.Cases, v)
	case gomodel.ByKind:
		kind := kindOf(v)
		for _, c := range how.Cases {
			if c.Kind == kind {
				return c.Variant
			}
		}
		if kind == gomodel.KindObject && how.Objects != nil {
			return r.choose(how.Objects, v)
		}
	case gomodel.BySchema:
		if i := r.mostNamed(how.Cases, v); i >= 0 {
			return i
		}
		return byText(how.Wire, how.Tags, v)
	}
	return -1
}

// byTag goes to where a tag leads, on to a union inside, or on by rules where it does not tell.
func (r reader) byTag(how gomodel.ByTag, v api.Value) int {
	tag := jsonvalue.Member(v, how.Wire)
	for _, c := range how.Cases {
		if api.Equal(literalValue(c.Value), tag) {
			return r.target(c.Target, v)
		}
	}
	shared := slices.ContainsFunc(how.Shared, func(l gomodel.Literal) bool { return api.Equal(literalValue(l), tag) })
	switch {
	case how.Default != nil && !shared:
		return r.target(*how.Default, v)
	case how.Else != nil && (tag == nil || shared || how.Open):
		return r.choose(how.Else, v)
	}
	return -1
}

func (r reader) target(t gomodel.TagTarget, v api.Value) int {
	if t.Within != nil {
		return r.choose(t.Within, v)
	}
	return t.Variant
}

func byText(wire string, cases []gomodel.KeyCase, v api.Value) int {
	tag, ok := jsonvalue.Member(v, wire).(api.String)
	if !ok {
		tag = ""
	}
	for _, c := range cases {
		if c.Value == string(tag) {
			return c.Variant
		}
	}
	return -1
}

// byKey goes by the first member that a variant has for itself.
func byKey(cases []gomodel.KeyCase, v api.Value) int {
	o, _ := v.(api.Object)
	for _, m := range o {
		for _, c := range cases {
			if c.Value == m.Name {
				return c.Variant
			}
		}
	}
	return -1
}

func kindOf(v api.Value) gomodel.JSONKind {
	switch v := v.(type) {
	case api.Null:
		return gomodel.KindNull
	case api.Bool:
		return gomodel.KindBool
	case api.String:
		return gomodel.KindString
	case api.Array:
		return gomodel.KindArray
	case api.Object:
		return gomodel.KindObject
	case api.Number:
		if v.IsInteger() {
			return gomodel.KindInteger
		}
	}
	return gomodel.KindNumber
}
