package main

import (
	"encoding/json"
	"fmt"
	"reflect"
)

// agrees fails if a contender makes something else of a text than others.
func (c contender) agrees(text []byte) error {
	data, err := c.output()
	if err != nil || data == nil {
		return err
	}
	want, err := canonical(text)
	if err != nil {
		return err
	}
	got, err := canonical(data)
	if err != nil {
		return err
	}
	if !reflect.DeepEqual(want, got) {
		return fmt.Errorf("it makes another value of the text")
	}
	return nil
}

// output is what a contender writes, or the JSON of what it reads, nil if it makes no value.
func (c contender) output() ([]byte, error) {
	if c.write != nil {
		return c.write()
	}
	x, err := c.read()
	if err != nil || x == nil {
		return nil, err
	}
	return json.Marshal(x)
}

// canonical reads a JSON text. Members that are null are left out, because structs without Nullable do not tell them from absent ones.
func canonical(data []byte) (any, error) {
	var value any
	err := json.Unmarshal(data, &value)
	return withoutNulls(value), err
}

func withoutNulls(value any) any {
	switch value := value.(type) {
	case map[string]any:
		for name, member := range value {
			if member == nil {
				delete(value, name)
			} else {
				value[name] = withoutNulls(member)
			}
		}
	case []any:
		for i := range value {
			value[i] = withoutNulls(value[i])
		}
	}
	return value
}
