package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// untouch sets the time of files to a day long past.
func untouch(ts *testscript.TestScript, _ bool, paths []string) {
	for _, path := range paths {
		ts.Check(os.Chtimes(ts.MkAbs(path), longAgo(), longAgo()))
	}
}

// touched compares the time of files with that day.
func touched(ts *testscript.TestScript, neg bool, paths []string) {
	for _, path := range paths {
		info, err := os.Stat(ts.MkAbs(path))
		ts.Check(err)
		if info.ModTime().Equal(longAgo()) != neg {
			ts.Fatalf("%s: modified %v", path, info.ModTime())
		}
	}
}

// profile checks that a file is a profile with samples of a kind.
func profile(ts *testscript.TestScript, _ bool, args []string) {
	file, err := os.Open(ts.MkAbs(args[0]))
	ts.Check(err)
	defer file.Close()
	r, err := gzip.NewReader(file)
	ts.Check(err)
	data, err := io.ReadAll(r)
	ts.Check(err)
	if !bytes.Contains(data, []byte(args[1])) {
		ts.Fatalf("%s has no samples of %s", args[0], args[1])
	}
}

// document checks that a file, or stdout, is one whole JSON document.
func document(ts *testscript.TestScript, _ bool, paths []string) {
	for _, path := range paths {
		if !json.Valid([]byte(ts.ReadFile(path))) {
			ts.Fatalf("%s is no JSON document", path)
		}
	}
}

func longAgo() time.Time { return time.Date(2001, 2, 3, 4, 5, 6, 0, time.UTC) }
