package fakes

import (
	"context"
	"errors"
	"log/slog"
	"net/http/httptest"
	"reflect"
	"slices"
	"strconv"
	"testing"
)

// TestExamples asks the example service for each status of each operation, as a handler does that validates responses.
func TestExamples(t *testing.T) {
	for seed := range uint64(3) {
		service := NewExampleService(seed)
		var config HandlerConfig
		for _, f := range reflect.ValueOf(&config).Elem().Fields() {
			if f.Kind() == reflect.Func { // lets everybody in
				f.Set(reflect.MakeFunc(f.Type(), func(args []reflect.Value) []reflect.Value {
					return []reflect.Value{args[0], reflect.Zero(f.Type().Out(1))}
				}))
			}
		}
		handler, err := NewHandler(service, config)
		if err != nil {
			t.Fatal(err)
		}
		h := handler.(*apiHandler)
		h.options.ValidateResponses, h.options.Logger = true, slog.New(slog.DiscardHandler)
		for i := range h.operations {
			op := &h.operations[i]
			method, _ := reflect.TypeOf(service).MethodByName(op.name)
			for _, c := range op.contents {
				for _, code := range codes(op) {
					kind := method.Type.Out(0).Kind()
					if slices.Contains(op.empty, strconv.Itoa(code)) && (kind < reflect.Array || kind == reflect.String) {
						continue // the result cannot say that there is no body
					}
					x := newExchange(h, op, c, code)
					x.params = reflect.New(method.Type.In(2).Elem()).Interface()
					check(t, x, c, code)
				}
			}
		}
	}
}

// codes gives the statuses of an operation, 0 for none.
func codes(op *operation) []int {
	list := []int{0}
	for _, s := range op.success {
		if code, err := strconv.Atoi(s); err == nil {
			list = append(list, code)
		}
	}
	for _, f := range op.failures {
		if code, err := strconv.Atoi(f.status); err == nil {
			list = append(list, code)
		} else if f.status == "default" {
			list = append(list, 599)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

func newExchange(h *apiHandler, op *operation, c sentContent, code int) *exchange {
	r := httptest.NewRequest(op.method, "/", nil)
	if code != 0 {
		r.Header.Set("Prefer", "code="+strconv.Itoa(code))
	}
	x := &exchange{h: h, w: httptest.NewRecorder(), r: r, op: op, mediaType: c.mediaType}
	x.ctx = context.WithValue(r.Context(), exchangeKey{}, x)
	return x
}

// check sends a response and looks at its status. Nothing of it is an internal error.
func check(t *testing.T, x *exchange, c sentContent, code int) {
	t.Helper()
	err := c.sender.serve(x)
	if errors.Is(err, errUnimplemented) {
		t.Logf("%s, %s: not implemented", x.op.name, c.mediaType)
		return
	}
	if err != nil {
		x.fail(err)
	}
	got := x.w.(*httptest.ResponseRecorder).Code
	if isSuccess := code < 300 || slices.Contains(x.op.success, strconv.Itoa(code)); isSuccess && (got >= 400 || err != nil) || !isSuccess && got != code {
		t.Errorf("%s, %s, code=%d: status %d: %v", x.op.name, c.mediaType, code, got, err)
	}
}
