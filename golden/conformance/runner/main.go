// Command runner is the program that judges the cases: it is copied into the module of generated packages, where another file fills
// the table of holders.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"runtime/debug"
	"time"
)

// A value is one case: data for the holder of a group.
type value struct {
	Group string
	Data  json.RawMessage
}

// A verdict is what became of a value. An empty problem says that it was accepted; then it was encoded again.
type verdict struct {
	Problem string
	JSON    json.RawMessage `json:",omitempty"`
}

// A holder is a generated object with a required property.
type holder interface {
	UnmarshalJSON(data []byte) error
	Validate() error
	MarshalJSON() ([]byte, error)
}

// limit is the time that a value may take.
const limit = 5 * time.Second

// main reads values and prints a verdict for each, in their order. A value that takes too long ends the program: whoever started it
// goes on with the next one.
func main() {
	debug.SetMaxStack(64 << 20)
	in := json.NewDecoder(bufio.NewReader(os.Stdin))
	out := json.NewEncoder(os.Stdout)
	table := holders()
	for in.More() {
		var v value
		if err := in.Decode(&v); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(2)
		}
		done := make(chan verdict, 1)
		go func() { done <- judge(table[v.Group], v.Data) }()
		select {
		case v := <-done:
			if err := out.Encode(v); err != nil {
				os.Exit(2)
			}
		case <-time.After(limit):
			fmt.Fprintln(os.Stderr, "it takes longer than", limit)
			os.Exit(3)
		}
	}
}

// judge decodes, validates and encodes a value. A panic is a problem that begins with the word.
func judge(newHolder func() holder, data []byte) (v verdict) {
	defer func() {
		if p := recover(); p != nil {
			v = verdict{Problem: fmt.Sprint("panic: ", p)}
		}
	}()
	h := newHolder()
	if err := h.UnmarshalJSON(data); err != nil {
		return verdict{Problem: err.Error()}
	}
	if err := h.Validate(); err != nil {
		return verdict{Problem: err.Error()}
	}
	text, err := h.MarshalJSON()
	if err != nil {
		return verdict{Problem: "panic: it is accepted, but not encoded: " + err.Error()}
	}
	return verdict{JSON: text}
}
