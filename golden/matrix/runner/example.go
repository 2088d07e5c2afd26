package runner

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/golden/matrix/task"
)

// An example is the value that is tried, and the types that unions in it hold.
type example struct {
	is      task.Example
	found   []string
	changed bool // its tag was set
}

// tryExample tries one more value of a pair.
func (r *runner) tryExample(t task.Task, e task.Example) error {
	r.example = example{is: e}
	defer func() { r.example = example{} }()
	t.Value, t.At, t.Above, t.Want, t.Back = e.Value, e.At, e.Above, e.Want, e.Back
	what := e.Value
	if e.Set {
		what += fmt.Sprintf(" with the tag %q", e.Tag)
	}
	if e.Refused {
		t.Invalid = e.Value
		if err := r.refused(t); err != nil && (!e.Set || r.changed) {
			return fmt.Errorf("%s: %w", what, err)
		}
		return nil
	}
	if err := r.valid(t); err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	if e.As != "" && !slices.Contains(r.found, e.As) {
		return fmt.Errorf("%s: it is %q in Go instead of %s", what, r.found, e.As)
	}
	return nil
}

// look notes what unions hold, and compares what the variants of a base share with what they are.
func (r *runner) look(x reflect.Value) (err error) {
	walk(x, func(v reflect.Value) {
		r.found = append(r.found, strings.ReplaceAll(v.Type().Elem().Name(), "Input", ""))
		if shared := r.sharesAll(v); err == nil {
			err = shared
		}
	})
	return err
}

// sharesAll compares what the methods of a variant for its bases return with its own members.
func (r *runner) sharesAll(v reflect.Value) error {
	var all map[string]json.RawMessage
	data, err := json.Marshal(v.Interface())
	if err != nil || json.Unmarshal(data, &all) != nil || r.is.Set {
		return nil // not valid, which is another matter, or with a tag that each fills in for itself
	}
	for i := range v.NumMethod() {
		name := v.Type().Method(i).Name
		if !strings.HasSuffix(name, "Base") || v.Method(i).Type().NumIn() != 0 {
			continue
		}
		var shared map[string]json.RawMessage
		data, err := json.Marshal(v.Method(i).Call(nil)[0].Interface())
		if err != nil || json.Unmarshal(data, &shared) != nil {
			return fmt.Errorf("%s: %s: %w", name, data, err)
		}
		for member, value := range shared {
			if err := same(string(all[member]), string(value), true); err != nil {
				return fmt.Errorf("%s: member %s: %w", name, member, err)
			}
		}
	}
	return nil
}

// edit sets the tag of the example in Go.
func (r *runner) edit(x reflect.Value) {
	if !r.is.Set {
		return
	}
	walk(x, func(v reflect.Value) {
		if name := strings.ReplaceAll(v.Type().Elem().Name(), "Input", ""); name == r.is.As || r.is.As == "" {
			r.changed = setTag(v.Elem(), r.is.Member, r.is.Tag) || r.changed
		}
	})
}

// setTag sets a member of a struct. One that has no field has no other value.
func setTag(x reflect.Value, member, tag string) (done bool) {
	for i := range x.NumField() {
		name, _, _ := strings.Cut(x.Type().Field(i).Tag.Get("json"), ",")
		if name != member {
			continue
		}
		field := x.Field(i)
		text, err := json.Marshal(tag)
		if kind := field.Kind(); kind == reflect.Int32 || kind == reflect.Int64 {
			text = []byte(tag)
		}
		if field.SetZero(); tag == "" {
			return true
		}
		if err != nil || json.Unmarshal(text, field.Addr().Interface()) != nil {
			return false
		}
		return true
	}
	return false
}

// walk visits the structs that unions in a value hold.
func walk(x reflect.Value, visit func(reflect.Value)) {
	switch x.Kind() {
	case reflect.Interface:
		v := x.Elem()
		if v.Kind() == reflect.Pointer && v.Elem().Kind() == reflect.Struct {
			visit(v)
		}
		walk(v, visit)
	case reflect.Pointer:
		walk(x.Elem(), visit)
	case reflect.Struct:
		if get := x.MethodByName("Get"); get.IsValid() && get.Type().NumIn() == 0 && get.Type().NumOut() == 2 {
			held(get, visit)
			return
		}
		for i := range x.NumField() {
			if x.Type().Field(i).IsExported() {
				walk(x.Field(i), visit)
			}
		}
	case reflect.Slice:
		for i := range x.Len() {
			walk(x.Index(i), visit)
		}
	case reflect.Map:
		for i := x.MapRange(); i.Next(); {
			walk(i.Value(), visit)
		}
	}
}

// held visits what a value that may be null holds.
func held(get reflect.Value, visit func(reflect.Value)) {
	box := reflect.New(get.Type().Out(0)).Elem()
	box.Set(get.Call(nil)[0])
	walk(box, visit)
}
