// Package runner tries the pairs of one generated package: it reads, checks, writes, sends and receives their values.
package runner

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http/httptest"
	"os"
	"reflect"
	"strings"

	"github.com/oas2go/oas2go/golden/matrix/task"
)

// A Table is what the runner uses of a generated package.
type Table struct {
	Types   map[string]reflect.Type // by the name of the pair
	Funcs   map[string]any          // new Pair1, handle Pair1, parse Pair1
	Unions  map[reflect.Type]func([]byte) (any, error)
	Methods map[string]string // by the name of the pair
	Client  func(url string) (any, error)
	Strict  any // the option that checks responses
	// Pointers returns where an error says that a value is not valid; Body is what an error of the API carries.
	Pointers func(error) []string
	Body     func(error) any
}

type runner struct {
	Table
	server *server
	client reflect.Value
	example
}

// Main reads tasks as JSON and prints results.
func Main(t Table) {
	s := new(server)
	h := httptest.NewServer(s)
	defer h.Close()
	client, err := t.Client(h.URL)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	r := &runner{Table: t, server: s, client: reflect.ValueOf(client)}
	in, out := json.NewDecoder(os.Stdin), json.NewEncoder(os.Stdout)
	for in.More() {
		var t task.Task
		if err := in.Decode(&t); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(2)
		}
		problem := ""
		if err := r.try(t); err != nil {
			problem = err.Error()
		}
		if err := out.Encode(task.Result{Pair: t.Pair, Problem: problem}); err != nil {
			os.Exit(2)
		}
	}
}

// try tries the valid values, and then the one that is not.
func (r *runner) try(t task.Task) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v", p)
		}
	}()
	if t.Do == "new" {
		if err := r.standard(t); err != nil {
			return err
		}
		t.Do = "model"
	}
	if err := r.valid(t); err != nil {
		return err
	}
	for _, e := range t.Examples {
		if err := r.tryExample(t, e); err != nil {
			return err
		}
	}
	if t.Null != "" {
		null := t
		if null.Value = t.Null; t.JSON {
			null.Want = t.Null
		}
		if err := r.valid(null); err != nil {
			return fmt.Errorf("null: %w", err)
		}
	}
	if t.Invalid == "" {
		return nil
	}
	return r.refused(t)
}

// valid tries a valid value.
func (r *runner) valid(t task.Task) error {
	got, err := r.do(t)
	if err != nil {
		return fmt.Errorf("%s is refused: %w", t.Value, err)
	}
	switch {
	case t.Do != "send" && t.Back != "":
		return same(got, t.Back, true)
	case t.Do != "send":
		return same(got, t.Value, true)
	case t.Want != "":
		return same(got, t.Want, t.JSON)
	}
	return nil
}

// refused tries a value that is not valid.
func (r *runner) refused(t task.Task) error {
	t.Value, t.Text = t.Invalid, t.InvalidText
	if t.Do == "fail" {
		return nil // errors are read as they are
	}
	got, err := r.do(t)
	if err == nil {
		return fmt.Errorf("%s is not refused: %s", t.Value, got)
	}
	if _, unfit := errors.AsType[unfitError](err); unfit {
		return nil // the Go type does not have it
	}
	pointers := r.Pointers(err)
	for _, p := range pointers {
		if strings.HasPrefix(p, t.At) || t.Above && strings.HasPrefix(t.At, p) {
			return nil
		}
	}
	if text, ok := errors.AsType[refusal](err); ok && (t.At == "" || t.Above || strings.Contains(text.text, t.At)) {
		return nil
	}
	if pointers == nil {
		return fmt.Errorf("%s is refused by another error: %w", t.Value, err)
	}
	return fmt.Errorf("%s is refused at %q instead of %q", t.Value, pointers, t.At)
}

// do lets a value make its way, and returns what arrives.
func (r *runner) do(t task.Task) (got string, err error) {
	switch t.Do {
	case "model":
		return r.model(t)
	case "send", "echo":
		return r.send(t)
	case "receive":
		return r.receive(t)
	case "fail":
		return r.fail(t)
	case "header":
		return r.header(t)
	case "webhook":
		return r.webhook(t)
	}
	return "", fmt.Errorf("no such task: %s", t.Do)
}
