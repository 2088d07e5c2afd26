package codec

import (
	"encoding/base64"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/jsonvalue"
)

// A misfit is why a tolerant reader cannot take a value: its JSON type, or a value that the Go type cannot hold.
type misfit struct{ at, why string }

func (m *misfit) Error() string { return m.at + ": " + m.why }

// A reader reads as clients read answers: it overlooks what breaks the document as long as Go can hold it, and takes null as absent.
type reader struct{ *Package }

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
	switch kind {
	case gomodel.Bool:
		if _, ok := v.(api.Bool); !ok {
			return refuse(at, "no boolean")
		}
	case gomodel.Int32, gomodel.Int64:
		return integer(kind, v, at)
	case gomodel.Float64:
		n, ok := v.(api.Number)
		if !ok {
			return refuse(at, "no number")
		}
		if f, err := strconv.ParseFloat(n.String(), 64); err != nil || math.IsInf(f, 0) {
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
	i, ok := n.Int64()
	if !ok || kind == gomodel.Int32 && int64(int32(i)) != i {
		return refuse(at, "no %s", kind)
	}
	return nil
}

// validText reports whether a tolerant reader takes a text for a scalar.
func validText(kind gomodel.ScalarKind, s string) bool {
	switch kind {
	case gomodel.Time:
		return validTime(s)
	case gomodel.Date:
		_, err := time.Parse(time.DateOnly, s)
		return err == nil && len(s) == len(time.DateOnly)
	case gomodel.UUID:
		_, err := uuid.Parse(s)
		return err == nil
	case gomodel.Bytes:
		text := strings.TrimRight(strings.NewReplacer("-", "+", "_", "/").Replace(s), "=\r\n")
		_, err := base64.RawStdEncoding.DecodeString(text)
		return err == nil
	}
	return true
}

// validTime takes what RFC 3339 allows, leap seconds and small letters among it, and what package time takes.
func validTime(s string) bool {
	if _, err := time.Parse(time.RFC3339, s); err == nil {
		return true
	}
	upper := strings.ToUpper(s)
	if _, err := time.Parse(time.RFC3339, upper); err == nil {
		return !strings.ContainsAny(upper, ",")
	}
	const seconds = len("2006-01-02T15:04:")
	if len(upper) < seconds+2 || upper[seconds:seconds+2] != "60" {
		return false
	}
	t, err := time.Parse(time.RFC3339, upper[:seconds]+"59"+upper[seconds+2:]) // a leap second is the last one of a day in UTC
	t = t.UTC()
	return err == nil && t.Hour() == 23 && t.Minute() == 59
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
		for _, c := range how.Cases {
			if r.rules.holds(c.Rule, v) {
				return c.Variant
			}
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
