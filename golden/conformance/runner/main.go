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

// A verdict is what became of a value. An empty problem says that it was accepted.
type verdict struct{ Problem string }

// A holder is a generated object with a required property.
type holder interface {
	UnmarshalJSON(data []byte) error
	Validate() error
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
		done := make(chan string, 1)
		go func() { done <- judge(table[v.Group], v.Data) }()
		select {
		case problem := <-done:
			if err := out.Encode(verdict{problem}); err != nil {
				os.Exit(2)
			}
		case <-time.After(limit):
			fmt.Fprintln(os.Stderr, "it takes longer than", limit)
			os.Exit(3)
		}
	}
}

// judge returns why a value is not accepted. A panic counts as such, and begins with the word.
func judge(newHolder func() holder, data []byte) (problem string) {
	defer func() {
		if p := recover(); p != nil {
			problem = fmt.Sprint("panic: ", p)
		}
	}()
	h := newHolder()
	if err := h.UnmarshalJSON(data); err != nil {
		return err.Error()
	}
	if err := h.Validate(); err != nil {
		return err.Error()
	}
	return ""
}
