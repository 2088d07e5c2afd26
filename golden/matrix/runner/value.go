package runner

import (
	"encoding/json"
	"fmt"
	"io"
	"math/big"
	"reflect"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/golden/matrix/task"
)

// An unfitError says that a Go value for some JSON cannot be made.
type unfitError struct{ error }

// model reads a value, checks it, and writes it.
func (r *runner) model(t task.Task) (got string, err error) {
	typ := r.Types[t.Pair]
	if typ == nil {
		return "", fmt.Errorf("there is no type for it")
	}
	x := reflect.New(typ)
	if err := json.Unmarshal([]byte(t.Value), x.Interface()); err != nil {
		return "", err
	}
	r.edit(x)
	return r.checked(x)
}

func (r *runner) checked(x reflect.Value) (string, error) {
	if v, ok := x.Interface().(interface{ Validate() error }); ok {
		if err := v.Validate(); err != nil {
			return "", err
		}
	}
	return r.text(x)
}

// standard compares what the New function makes with the default, where there is one.
func (r *runner) standard(t task.Task) error {
	f := reflect.ValueOf(r.Funcs["new "+t.Pair])
	if !f.IsValid() {
		return fmt.Errorf("there is no New function with the default")
	}
	got, err := r.checked(f.Call(nil)[0])
	if err != nil {
		return fmt.Errorf("the default is not valid: %w", err)
	}
	return same(got, t.Value, true)
}

// text is the JSON of a Go value, or what is in a reader. Nil is null; a list or a map whose type has a name of its own says so only where
// the document allows null wherever it is used.
func (r *runner) text(x reflect.Value) (string, error) {
	switch x.Kind() {
	case reflect.Map, reflect.Slice, reflect.Pointer, reflect.Interface:
		if x.IsNil() {
			return "null", nil
		}
	}
	if err := r.look(x); err != nil {
		return "", err
	}
	if reader, ok := x.Interface().(io.ReadCloser); ok {
		data, err := io.ReadAll(reader)
		return string(data), err
	}
	data, err := json.Marshal(x.Interface())
	return string(data), err
}

// set sets a Go value to some JSON. Unions are interfaces, which package encoding/json cannot read by itself.
func (r *runner) set(x reflect.Value, data []byte) error {
	if read := r.Unions[x.Type()]; read != nil {
		return r.setUnion(x, data, read)
	}
	switch {
	case x.Type() == reflect.TypeFor[io.Reader]():
		x.Set(reflect.ValueOf(strings.NewReader(bare(data))))
		return nil
	case x.Kind() == reflect.Pointer && string(data) != "null":
		x.Set(reflect.New(x.Type().Elem()))
		return r.set(x.Elem(), data)
	case x.Kind() == reflect.Slice && x.Type().Elem().Kind() != reflect.Uint8:
		return r.setList(x, data)
	case x.Kind() == reflect.Map:
		return r.setMap(x, data)
	case x.Kind() == reflect.Struct && !reads(x):
		return r.setStruct(x, data)
	}
	if err := json.Unmarshal(data, x.Addr().Interface()); err != nil {
		return unfitError{err}
	}
	return nil
}

func reads(x reflect.Value) bool {
	_, ok := x.Addr().Interface().(json.Unmarshaler)
	return ok
}

func bare(data []byte) string {
	var s string
	if json.Unmarshal(data, &s) == nil {
		return s
	}
	return string(data)
}

// setUnion sets a union. Nil is null, which its own function reads only if it is allowed wherever the union is used.
func (r *runner) setUnion(x reflect.Value, data []byte, read func([]byte) (any, error)) error {
	if string(data) == "null" {
		x.SetZero()
		return nil
	}
	v, err := read(data)
	if err != nil {
		return unfitError{err}
	}
	x.Set(reflect.ValueOf(v))
	return nil
}

func (r *runner) setList(x reflect.Value, data []byte) error {
	var items []json.RawMessage
	if err := json.Unmarshal(data, &items); err != nil {
		return unfitError{err}
	}
	if items == nil {
		return nil
	}
	x.Set(reflect.MakeSlice(x.Type(), len(items), len(items)))
	for i, item := range items {
		if err := r.set(x.Index(i), item); err != nil {
			return err
		}
	}
	return nil
}

func (r *runner) setMap(x reflect.Value, data []byte) error {
	var members map[string]json.RawMessage
	if err := json.Unmarshal(data, &members); err != nil {
		return unfitError{err}
	}
	if members == nil {
		return nil
	}
	x.Set(reflect.MakeMap(x.Type()))
	for name, member := range members {
		v := reflect.New(x.Type().Elem()).Elem()
		if err := r.set(v, member); err != nil {
			return err
		}
		x.SetMapIndex(reflect.ValueOf(name).Convert(x.Type().Key()), v)
	}
	return nil
}

// setStruct sets a struct that does not read itself: a form, with the field Value, or a file, with the field Content.
func (r *runner) setStruct(x reflect.Value, data []byte) error {
	if content := x.FieldByName("Content"); content.IsValid() {
		return r.set(content, data)
	}
	var members struct{ Value json.RawMessage }
	if err := json.Unmarshal(data, &members); err != nil {
		return unfitError{err}
	}
	return r.set(x.FieldByName("Value"), members.Value)
}

// same compares what came with what should.
func same(got, want string, isJSON bool) error {
	if got == want {
		return nil
	}
	var a, b any
	if isJSON && read(got, &a) == nil && read(want, &b) == nil && reflect.DeepEqual(a, b) {
		return nil
	}
	var fields, wanted []string
	if json.Unmarshal([]byte(got), &fields) == nil && json.Unmarshal([]byte(want), &wanted) == nil && sameTexts(fields, wanted) {
		return nil
	}
	return fmt.Errorf("want %s, got %s", want, got)
}

// sameTexts compares fields of forms, in which objects are JSON.
func sameTexts(got, want []string) bool {
	return slices.EqualFunc(got, want, func(got, want string) bool {
		var a, b any
		return got == want || strings.HasPrefix(want, "{") && read(got, &a) == nil && read(want, &b) == nil && reflect.DeepEqual(a, b)
	})
}

// read reads JSON with exact numbers.
func read(text string, v *any) error {
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	err := d.Decode(v)
	*v = exact(*v)
	return err
}

func exact(v any) any {
	switch v := v.(type) {
	case json.Number:
		if n, ok := new(big.Rat).SetString(string(v)); ok {
			return n.RatString()
		}
	case []any:
		for i := range v {
			v[i] = exact(v[i])
		}
	case map[string]any:
		for name := range v {
			v[name] = exact(v[name])
		}
	}
	return v
}
