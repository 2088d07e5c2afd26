// Package jsonvalue reads JSON texts as values of api: exact numbers, members in their order.
package jsonvalue

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// Parse reads one JSON text. Of members with the same name the first one counts, as for generated code that reads responses.
func Parse(text string) (api.Value, error) {
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	v, err := value(d)
	if err != nil {
		return nil, err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("there is more than one JSON value")
	}
	return v, nil
}

func value(d *json.Decoder) (api.Value, error) {
	token, err := d.Token()
	if err != nil {
		return nil, err
	}
	switch token := token.(type) {
	case nil:
		return api.Null{}, nil
	case bool:
		return api.Bool(token), nil
	case string:
		return api.String(token), nil
	case json.Number:
		n, ok := api.ParseNumber(token.String())
		if !ok {
			return nil, fmt.Errorf("%s is no number", token)
		}
		return n, nil
	case json.Delim:
		if token == '[' {
			return array(d)
		}
		return object(d)
	}
	return nil, fmt.Errorf("unexpected %v", token)
}

func array(d *json.Decoder) (api.Value, error) {
	list := api.Array{}
	for d.More() {
		v, err := value(d)
		if err != nil {
			return nil, err
		}
		list = append(list, v)
	}
	_, err := d.Token()
	return list, err
}

func object(d *json.Decoder) (api.Value, error) {
	list := api.Object{}
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return nil, err
		}
		v, err := value(d)
		if err != nil {
			return nil, err
		}
		if !slices.ContainsFunc(list, func(m api.Member) bool { return m.Name == name }) {
			list = append(list, api.Member{Name: name.(string), Value: v})
		}
	}
	_, err := d.Token()
	return list, err
}

// Member returns a member of an object, nil if there is none.
func Member(v api.Value, name string) api.Value {
	o, _ := v.(api.Object)
	for _, m := range o {
		if m.Name == name {
			return m.Value
		}
	}
	return nil
}
