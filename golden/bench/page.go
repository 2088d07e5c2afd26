package main

import (
	"bytes"
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"text/template"
)

// byHand is the line from which on a page is written by hand.
const byHand = "<!-- From here on written by hand: make bench keeps it. -->\n"

//go:embed page.md
var pageText string

// A page is docs/performance.md.
type page struct {
	Machine  machine
	Rounds   int
	Slot     string
	Native   bool // sonic runs code of its own
	Versions string
	Tables   string
}

// write writes the page, and behind it what was written there by hand.
func (p page) write(path string) error {
	old, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	text, err := p.text(old)
	if err != nil {
		return err
	}
	return os.WriteFile(path, text, 0o644)
}

func (p page) text(old []byte) ([]byte, error) {
	t, err := template.New("page").Parse(pageText)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := t.Execute(&b, p); err != nil {
		return nil, err
	}
	_, kept, found := bytes.Cut(old, []byte(byHand))
	if len(old) > 0 && !found {
		return nil, fmt.Errorf("the page has no line %q, so that what was written by hand would be lost", byHand)
	}
	fmt.Fprintf(&b, "\n%s%s", byHand, kept)
	return b.Bytes(), nil
}
