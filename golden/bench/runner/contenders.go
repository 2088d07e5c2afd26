package main

import (
	"encoding/json"
	"errors"

	"github.com/bytedance/sonic"
	v2 "github.com/go-json-experiment/json"
	v1 "github.com/go-json-experiment/json/v1"
	goccy "github.com/goccy/go-json"
	_ "github.com/oapi-codegen/runtime" // models of oapi-codegen need it

	"github.com/oas2go/oas2go/golden/bench/result"
)

// A model is a type that oas2go made.
type model interface {
	json.Unmarshaler
	json.Marshaler
	Validate() error
	AppendJSON(buf []byte) ([]byte, error)
}

// types makes empty values to read a workload into.
type types struct {
	own   func() model       // of the package that oas2go made
	plain func() any         // a struct for other libraries; nil: they do not take part
	ogen  func() judgedModel // of the package that ogen made; nil: none
}

// A judgedModel is a type that reads and judges itself.
type judgedModel interface {
	json.Unmarshaler
	Validate() error
}

// A contender reads a text or writes it, or makes a call.
type contender struct {
	name  string
	read  func() (any, error) // the value, nil if there is none
	write func() ([]byte, error)
	call  func() error
}

// once is one operation.
func (c contender) once() (err error) {
	switch {
	case c.call != nil:
		return c.call()
	case c.read != nil:
		_, err = c.read()
	default:
		_, err = c.write()
	}
	return err
}

var errInvalid = errors.New("not JSON")

// readers are the contenders that read a text.
func readers(text []byte, t types) []contender {
	into := func(name string, unmarshal func([]byte, any) error) contender {
		return contender{name: name, read: func() (any, error) {
			x := t.plain()
			return x, unmarshal(text, x)
		}}
	}
	all := []contender{
		{name: result.Scan, read: func() (any, error) {
			if !json.Valid(text) {
				return nil, errInvalid
			}
			return nil, nil
		}},
		{name: result.Own, read: func() (any, error) {
			x := t.own()
			if err := x.UnmarshalJSON(text); err != nil {
				return nil, err
			}
			return x, x.Validate()
		}},
		{name: result.OwnStandard, read: func() (any, error) {
			x := t.own()
			if err := json.Unmarshal(text, x); err != nil {
				return nil, err
			}
			return x, x.Validate()
		}},
	}
	if t.ogen != nil {
		all = append(all, contender{name: result.Ogen, read: func() (any, error) {
			x := t.ogen()
			if err := x.UnmarshalJSON(text); err != nil {
				return nil, err
			}
			return x, x.Validate()
		}})
	}
	if t.plain == nil {
		return all
	}
	return append(all,
		into(result.Standard, json.Unmarshal),
		into(result.V2, func(data []byte, x any) error { return v2.Unmarshal(data, x) }),
		into(result.Goccy, goccy.Unmarshal),
		into(result.Sonic, sonic.Unmarshal),
	)
}

// writers are the contenders that write what they have read.
func writers(text []byte, t types) ([]contender, error) {
	own := t.own()
	if err := own.UnmarshalJSON(text); err != nil {
		return nil, err
	}
	of := func(name string, x any, marshal func(any) ([]byte, error)) contender {
		return contender{name: name, write: func() ([]byte, error) { return marshal(x) }}
	}
	emptyAsBefore := v1.OmitEmptyWithLegacySemantics(true) // an optional "" is no absent member
	var buf []byte
	all := []contender{
		{name: result.Own, write: func() ([]byte, error) { return own.AppendJSON(nil) }},
		{name: result.OwnReused, write: func() (_ []byte, err error) {
			buf, err = own.AppendJSON(buf[:0])
			return buf, err
		}},
		of(result.OwnStandard, own, json.Marshal),
	}
	if t.plain == nil {
		return all, nil
	}
	plain := t.plain()
	if err := json.Unmarshal(text, plain); err != nil {
		return nil, err
	}
	return append(all,
		of(result.Standard, plain, json.Marshal),
		of(result.V2, plain, func(x any) ([]byte, error) { return v2.Marshal(x, emptyAsBefore) }),
		of(result.Goccy, plain, goccy.Marshal),
		of(result.Sonic, plain, sonic.Marshal),
	), nil
}
