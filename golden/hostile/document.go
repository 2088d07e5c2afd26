package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"
)

// An input is a hostile document, written as it is made.
type input struct {
	name  string
	write part
}

// save writes the document to a file.
func (in input) save(path string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	w := bufio.NewWriterSize(f, 1<<16)
	in.write(w)
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Close()
}

// A part is a part of a document.
type part func(w *bufio.Writer)

// text is a part that is the same each time.
func text(s string) part { return func(w *bufio.Writer) { w.WriteString(s) } }

// list joins n texts by commas, made from a format by their index: %[1]d, and the one after it: %[2]d.
func list(n int, format string) part {
	return func(w *bufio.Writer) {
		for i := range n {
			if i > 0 {
				w.WriteByte(',')
			}
			fmt.Fprintf(w, format, i, i+1)
		}
	}
}

// lines writes n texts without anything between them.
func lines(n int, format string) part {
	return func(w *bufio.Writer) {
		for i := range n {
			fmt.Fprintf(w, format, i, i+1)
		}
	}
}

// repeat is a text n times, with a comma between.
func repeat(n int, s string) part {
	return func(w *bufio.Writer) {
		for i := range n {
			if i > 0 {
				w.WriteByte(',')
			}
			w.WriteString(s)
		}
	}
}

// nested puts an inner text into n begins and ends.
func nested(n int, begin, inner, end string) part {
	return text(strings.Repeat(begin, n) + inner + strings.Repeat(end, n))
}

// all writes one part after the other.
func all(parts ...part) part {
	return func(w *bufio.Writer) {
		for _, p := range parts {
			p(w)
		}
	}
}

const head = `{"openapi":"3.1.0","info":{"title":"t","version":"1"},`

// schemas is a document with schemas only: the members of components.schemas.
func schemas(name string, parts ...part) input {
	return input{name: name, write: all(text(head+`"paths":{},"components":{"schemas":{`), all(parts...), text(`}}}`))}
}

// document is a document whose members behind info are given.
func document(name string, parts ...part) input {
	return input{name: name, write: all(text(head), all(parts...), text(`}`))}
}

// yamlSchemas is a YAML document whose schemas are given, indented by four.
func yamlSchemas(name string, parts ...part) input {
	return input{name: name, write: all(text("openapi: 3.1.0\ninfo: {title: t, version: \"1\"}\npaths: {}\ncomponents:\n  schemas:\n"), all(parts...))}
}

func ref(name string) string { return `{"$ref":"#/components/schemas/` + name + `"}` }
