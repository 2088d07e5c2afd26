package caller

import (
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"reflect"
	"strings"
)

// Set gives a variable the value of a JSON text. A text that does not fit is a panic, which [Call] reports.
func Set(target any, text string) {
	err := json.Unmarshal([]byte(text), target)
	if err == nil {
		return
	}
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	var v any
	if d.Decode(&v) != nil || !assign(reflect.ValueOf(target).Elem(), v) {
		panic(fmt.Sprint("value: ", err))
	}
}

// assign sets numbers that are texts in Go, which encoding/json does not read: a type of [json.Number], and lists and pointers of it.
func assign(target reflect.Value, v any) bool {
	switch number, isNumber := v.(json.Number); target.Kind() {
	case reflect.String:
		if isNumber {
			target.SetString(number.String())
		}
		return isNumber
	case reflect.Pointer:
		target.Set(reflect.New(target.Type().Elem()))
		return assign(target.Elem(), v)
	case reflect.Slice:
		list, isList := v.([]any)
		target.Set(reflect.MakeSlice(target.Type(), len(list), len(list)))
		for i := range list {
			if !assign(target.Index(i), list[i]) {
				return false
			}
		}
		return isList
	}
	return false
}

// Must gives a value; an error is a panic, which [Call] reports.
func Must[T any](value T, err error) T {
	if err != nil {
		panic(fmt.Sprint("value: ", err))
	}
	return value
}

// Bytes reads a result that is streamed.
func Bytes(body io.ReadCloser, err error) (any, error) {
	if err != nil || body == nil {
		return nil, err
	}
	defer body.Close()
	return io.ReadAll(body)
}

// List reads a result that is a sequence, up to its first error.
func List[T any](items iter.Seq2[T, error]) (any, error) {
	list := []any{}
	for item, err := range items {
		if err != nil {
			return list, err
		}
		list = append(list, item)
	}
	return list, nil
}
