package main

import (
	"encoding/json"
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

// document checks that a file, or stdout, is one whole JSON document.
func document(ts *testscript.TestScript, _ bool, paths []string) {
	for _, path := range paths {
		if !json.Valid([]byte(ts.ReadFile(path))) {
			ts.Fatalf("%s is no JSON document", path)
		}
	}
}

func longAgo() time.Time { return time.Date(2001, 2, 3, 4, 5, 6, 0, time.UTC) }
