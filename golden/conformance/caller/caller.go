// Package caller is what programs that call generated clients have in common. It is copied into the module of the packages, beside a
// program for each that has the calls. It reads and writes JSON on standard input and output.
package caller

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"reflect"
)

// A Report is what came of a call.
type Report struct {
	Call            string // the method of the client
	Direct, Proxied *Outcome
	KeepFiles       bool // the handler had to keep the files of a form: the client sends another field behind one
}

// An Outcome is what a caller gets.
type Outcome struct {
	Status int // 0: there was no response
	Header http.Header
	Result json.RawMessage // of a success; bytes are a string of base64
	Body   json.RawMessage // of a failure, if it has a type
	Error  string
	Log    string `json:",omitempty"` // of the handler
}

// Print writes the report of a call.
func Print(r Report) {
	if err := json.NewEncoder(os.Stdout).Encode(r); err != nil {
		panic(err)
	}
}

// Call makes a call and notes what comes of it. f puts the response where it is told to.
func Call(f func(response **http.Response) (any, error)) *Outcome {
	var o Outcome
	var response *http.Response
	result, err := caught(func() (any, error) { return f(&response) })
	if response != nil {
		o.Status, o.Header = response.StatusCode, response.Header
	}
	o.Result = encoded(result)
	if err != nil {
		o.Error, o.Body = err.Error(), failureBody(err)
	}
	return &o
}

// caught makes a panic an error.
func caught(f func() (any, error)) (result any, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%v", p)
		}
	}()
	return f()
}

// encoded gives the JSON of a value. One that has none is the text of its error.
func encoded(v any) json.RawMessage {
	text, err := json.Marshal(v)
	if err != nil {
		text, _ = json.Marshal(err.Error())
	}
	return text
}

// failureBody gives the body of a failure. Which type of a package that is, its fields say: names can step aside.
func failureBody(err error) json.RawMessage {
	for ; err != nil; err = errors.Unwrap(err) {
		v := reflect.Indirect(reflect.ValueOf(err))
		if v.Kind() == reflect.Struct && v.FieldByName("StatusCode").IsValid() && v.FieldByName("Body").IsValid() {
			return encoded(v.FieldByName("Body").Interface())
		}
	}
	return nil
}
