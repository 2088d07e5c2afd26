package generator

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/remote"
	"github.com/oas2go/oas2go/generator/internal/source"
	"github.com/oas2go/oas2go/generator/output"
)

// SumsName is the name of the file that has the hashes of fetched documents, beside the configuration. Its form is that of sha256sum.
const SumsName = "oas2go.sum"

// A FetchConfig says which document to fetch.
type FetchConfig struct {
	API       API               // with a source
	Check     bool              // write nothing
	Overwrite bool              // a copy that was changed since it was fetched
	Transport http.RoundTripper // nil: that of package http
	Version   string            // of oas2go, for the header User-Agent
}

// A FetchResult says what the source has.
type FetchResult struct {
	Changed bool        // the source has something else than the copy, or there was no copy
	Hash    string      // the SHA-256 of what the source has, in hexadecimal
	Diff    *DiffResult // what the change means; nil if there is none, there was no copy, or one of both cannot be read
}

// Fetch gets the document of an API from its source, compares it with the copy, and replaces the copy and its hash in [SumsName]. Only
// https is spoken, and a document of 64 MiB at the most is taken. A text that is not an OpenAPI document is not, and a copy that
// somebody has changed is kept, unless Overwrite is true.
func Fetch(ctx context.Context, c FetchConfig) (*FetchResult, error) {
	if c.API.Source == "" {
		return nil, &UsageError{fmt.Errorf("the API %q has no source to fetch its document from", c.API.Name)}
	}
	data, err := remote.Get(ctx, c.Transport, c.API.Source, "oas2go/"+cmp.Or(c.Version, "devel"))
	if err == nil {
		err = checkFetched(c.API.Source, data)
	}
	if err != nil {
		return nil, usage(ctx, err)
	}
	f := &fetching{config: c, data: data, sumsPath: filepath.Join(filepath.Dir(c.API.file), SumsName)}
	result, err := f.compare(ctx)
	if err != nil {
		return nil, err
	}
	if c.Check {
		return result, nil
	}
	return result, f.write(ctx, result)
}

// checkFetched returns why a text is no document, such as a page that asks for a password.
func checkFetched(uri string, data []byte) error {
	var findings diag.List
	d := source.Read(uri, data, &findings)
	if d.Root == nil || d.Root.Get("openapi") == nil && d.Root.Get("swagger") == nil {
		return fmt.Errorf("%s has no OpenAPI document: there is no key openapi or swagger", uri)
	}
	return nil
}

// A fetching is a document on its way to its copy.
type fetching struct {
	config   FetchConfig
	data     []byte
	sumsPath string
	sums     *remote.Sums
	name     string // of the copy in the sums
}

// compare tells how the document differs from the copy.
func (f *fetching) compare(ctx context.Context) (*FetchResult, error) {
	api := f.config.API
	name, err := filepath.Rel(filepath.Dir(f.sumsPath), api.Document)
	if err != nil {
		return nil, &UsageError{err}
	}
	f.name = filepath.ToSlash(name)
	if f.sums, err = remote.ReadSums(f.sumsPath); err != nil {
		return nil, &UsageError{err}
	}
	result := &FetchResult{Hash: remote.Hash(f.data)}
	kept, err := os.ReadFile(api.Document)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		result.Changed = true
		return result, nil
	case err != nil:
		return nil, &UsageError{err}
	case bytes.Equal(kept, f.data):
		return result, nil
	}
	if was := f.sums.Of(f.name); was != "" && was != remote.Hash(kept) && !f.config.Overwrite && !f.config.Check {
		return nil, &UsageError{fmt.Errorf("%s was changed since it was fetched (see %s): --force overwrites it", api.Document, f.sumsPath)}
	}
	result.Changed = true
	d := DiffConfig{Old: api.Document, New: api.Document, newText: f.data, newName: api.Source, Reading: api.Apply(Config{}), Today: time.Now()}
	result.Diff, err = Diff(ctx, d)
	switch {
	case errors.Is(err, ErrUnusable):
		result.Diff, err = nil, nil // a copy that cannot be read must not keep a better one away
	case errors.Is(err, ErrRefused):
		err = nil // which lint tells
	}
	return result, err
}

// write replaces the copy and its hash.
func (f *fetching) write(ctx context.Context, result *FetchResult) error {
	var files []output.File
	if result.Changed {
		if err := os.MkdirAll(filepath.Dir(f.config.API.Document), 0o755); err != nil {
			return err
		}
		files = append(files, output.File{Name: f.config.API.Document, Data: f.data})
	}
	if f.sums.Of(f.name) != result.Hash {
		f.sums.Set(f.name, result.Hash)
		files = append(files, output.File{Name: f.sumsPath, Data: f.sums.Text()})
	}
	return output.Replace(ctx, files)
}
