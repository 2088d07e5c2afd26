// Package jsontext reads and writes JSON whose numbers keep their texts.
package jsontext

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
)

// Decode reads one JSON text and keeps the texts of numbers.
func Decode(data []byte) (any, error) {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		return nil, err
	}
	if _, err := d.Token(); err != io.EOF {
		return nil, fmt.Errorf("more than one JSON value")
	}
	return v, nil
}

// Encode writes a value; the texts of numbers stay as they are.
func Encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

// MustDecode is Decode for a text that was written here.
func MustDecode(data []byte) any {
	v, err := Decode(data)
	if err != nil {
		panic(err)
	}
	return v
}

// MustEncode is Encode for a value that came from JSON.
func MustEncode(v any) []byte {
	data, err := Encode(v)
	if err != nil {
		panic(err)
	}
	return data
}
