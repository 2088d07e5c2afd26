package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"os"
	"path/filepath"

	"github.com/oas2go/oas2go/golden/documents"
)

// gather returns all documents; dir is where packed ones go.
func gather(ctx context.Context, root, dir string, folders []string) ([]documents.Document, error) {
	list, err := documents.Cases(filepath.Join(root, "golden", "cases"), filepath.Join(dir, "cases"))
	if err != nil {
		return nil, err
	}
	specs, err := filepath.Glob(filepath.Join(root, "spec", "*", "openapi.yaml"))
	if err != nil {
		return nil, err
	}
	for _, path := range specs {
		name := filepath.Base(filepath.Dir(path))
		list = append(list, documents.Document{Name: "spec/" + name, Path: path, Package: name})
	}
	shared := filepath.Join(root, "..", "shared")
	corpus, err := unpackCorpus(ctx, filepath.Join(shared, "corpus", "documents.tar.xz"), filepath.Join(dir, "corpus"))
	if err != nil {
		return nil, err
	}
	for _, folder := range append([]string{filepath.Join(shared, "features", "documents"), corpus}, folders...) {
		more, err := documents.Folder(folder, math.MaxInt64)
		if errors.Is(err, fs.ErrNotExist) && filepath.Dir(filepath.Dir(folder)) == shared || folder == "" {
			continue
		}
		if err != nil {
			return nil, err
		}
		list = append(list, more...)
	}
	return list, nil
}

// unpackCorpus unpacks real documents into dir, which it returns; "" if there are none.
func unpackCorpus(ctx context.Context, archive, dir string) (string, error) {
	if _, err := os.Stat(archive); errors.Is(err, fs.ErrNotExist) {
		fmt.Fprintf(os.Stderr, "same: no %s: real documents are left out\n", archive)
		return "", nil
	}
	if err := os.Mkdir(dir, 0o700); err != nil {
		return "", err
	}
	_, err := output(ctx, dir, "tar", "-xJf", archive)
	return dir, err
}
