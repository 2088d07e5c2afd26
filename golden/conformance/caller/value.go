package caller

import (
	"encoding/json"
	"fmt"
	"io"
	"iter"
)

// Set gives a variable the value of a JSON text. A text that does not fit is a panic, which [Call] reports.
func Set(target any, text string) {
	if err := json.Unmarshal([]byte(text), target); err != nil {
		panic(fmt.Sprint("value: ", err))
	}
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
