package codec

import (
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// encoded returns what Go code sends for a value: all that is required is there, as the zero value if nobody set it. A nil v is nothing.
func (c *Package) encoded(codec gomodel.Codec, v api.Value) api.Value {
	switch codec := codec.(type) {
	case gomodel.Scalar:
		if v == nil {
			return zero(codec.Kind)
		}
	case gomodel.EnumCodec:
		if v == nil {
			return api.String("")
		}
	case gomodel.ObjectCodec:
		return c.encodedObject(codec.Type.Name, v)
	case gomodel.UnionCodec:
		return c.encodedUnion(codec.Type.Name, v)
	case gomodel.ListCodec:
		list := api.Array{}
		items, _ := v.(api.Array)
		for _, item := range items {
			list = append(list, c.encoded(codec.Elem, item))
		}
		return list
	case gomodel.MapCodec:
		return c.encodedMap(codec.Elem, v)
	case gomodel.OrNull:
		if v == nil || v == api.Value(api.Null{}) {
			return api.Null{}
		}
		return c.encoded(codec.Elem, v)
	}
	if v == nil {
		return api.Null{}
	}
	return v
}

func (c *Package) encodedMap(elem gomodel.Codec, v api.Value) api.Value {
	list := api.Object{}
	members, _ := v.(api.Object)
	for _, m := range members {
		list = append(list, api.Member{Name: m.Name, Value: c.encoded(elem, m.Value)})
	}
	return list
}

func (c *Package) encodedUnion(name string, v api.Value) api.Value {
	u, ok := c.decl[name].(*gomodel.Union)
	if v == nil || !ok {
		return api.Null{}
	}
	if i := (reader{c}).choose(u.Choose, v); i >= 0 {
		return c.encoded(u.Variants[i].Codec, filledTag(u.Variants[i], v))
	}
	return v
}

// filled returns what is written for a field: what fills in an empty one, if something does.
func filled(f *gomodel.Field, v api.Value) api.Value {
	if f.Fill == nil || v != nil && !api.Equal(v, api.String("")) && !api.Equal(v, api.Int(0)) {
		return v
	}
	return literalValue(f.Fill.Value)
}

// filledTag returns a value of a variant with its tag, which the writer of the union fills in.
func filledTag(variant gomodel.Variant, v api.Value) api.Value {
	given, ok := v.(api.Object)
	if !ok || variant.Tag == nil || !variant.Tag.Fill || member(given, variant.Tag.Wire) != nil {
		return v
	}
	return append(given[:len(given):len(given)], api.Member{Name: variant.Tag.Wire, Value: literalValue(variant.Tag.Values[0])})
}

// zero returns what the zero value of a scalar is sent as.
func zero(kind gomodel.ScalarKind) api.Value {
	switch kind {
	case gomodel.Bool:
		return api.Bool(false)
	case gomodel.Int32, gomodel.Int64, gomodel.Float64:
		return api.Int(0)
	case gomodel.Time:
		return api.String("0001-01-01T00:00:00Z")
	case gomodel.Date:
		return api.String("0001-01-01")
	case gomodel.UUID:
		return api.String(strings.Repeat("0", 8) + strings.Repeat("-0000", 3) + "-" + strings.Repeat("0", 12))
	}
	return api.String("")
}

func (c *Package) encodedObject(name string, v api.Value) api.Value {
	switch d := c.decl[name].(type) {
	case *gomodel.Struct:
		return c.encodedStruct(d, v)
	case *gomodel.MapType:
		return c.encodedMap(d.Codec.Elem, v)
	case *gomodel.ListType:
		return c.encoded(d.Codec, v)
	case *gomodel.Tuple:
		return c.encodedTuple(d, v)
	}
	if v == nil {
		return api.Null{}
	}
	return v
}

func (c *Package) encodedStruct(d *gomodel.Struct, v api.Value) api.Value {
	given, isObject := v.(api.Object)
	if !isObject && v != nil {
		return v
	}
	list := api.Object{}
	known := map[string]bool{}
	for _, m := range d.Members {
		wire, _ := m.Key()
		known[wire] = true
		value := member(given, wire)
		if f, ok := m.(*gomodel.Field); ok {
			value = c.encodedField(f, value)
		} else {
			value = literalValue(m.(*gomodel.ConstMember).Value)
		}
		if value != nil {
			list = append(list, api.Member{Name: wire, Value: value})
		}
	}
	for _, m := range given {
		if !known[m.Name] && d.Extra != nil {
			list = append(list, api.Member{Name: m.Name, Value: c.encoded(d.Extra.Codec, m.Value)})
		}
	}
	return list
}

// encodedField returns what a field is sent as, nil if it is left out.
func (c *Package) encodedField(f *gomodel.Field, v api.Value) api.Value {
	v = filled(f, v)
	switch {
	case v == api.Value(api.Null{}):
		return v
	case v != nil && f.Loose && reader{c}.read(f.Codec, v, "") != nil:
		return v
	case v == nil && !f.Hold.Required:
		return nil
	case v == nil && f.Hold.Box != gomodel.Plain:
		return api.Null{}
	}
	return c.encoded(f.Codec, v)
}

func (c *Package) encodedTuple(d *gomodel.Tuple, v api.Value) api.Value {
	items, _ := v.(api.Array)
	list := api.Array{}
	for i, f := range d.Items {
		var item api.Value
		if i < len(items) {
			item = items[i]
		}
		if item = c.encodedField(f, item); item != nil {
			list = append(list, item)
		}
	}
	for i := len(d.Items); i < len(items) && d.Rest != nil; i++ {
		list = append(list, c.encoded(d.Rest.Codec, items[i]))
	}
	return list
}

func member(o api.Object, name string) api.Value {
	for _, m := range o {
		if m.Name == name {
			return m.Value
		}
	}
	return nil
}

// literalValue returns a constant of the document.
func literalValue(l gomodel.Literal) api.Value {
	switch l := l.(type) {
	case gomodel.StringLit:
		return api.String(l)
	case gomodel.BoolLit:
		return api.Bool(l)
	case gomodel.IntLit:
		return api.Int(int64(l))
	case gomodel.FloatLit:
		n, _ := api.ParseNumber(string(l))
		return n
	}
	return api.Null{}
}
