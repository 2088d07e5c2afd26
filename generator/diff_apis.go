package generator

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/source/revision"
)

// A DiffSelection is what the arguments of a comparison mean.
type DiffSelection struct {
	Documents bool   // two documents: Old and that of the only API
	Old       string // [DiffConfig.Old], if Documents is true
	Revision  string // of git, which has the old documents of APIs otherwise: "" is HEAD
	APIs      []API
	All       bool // APIs are all of the configuration
}

// SelectDiff returns what the arguments of a comparison mean: [OLD] NEW, which are documents, or [REVISION] [API], which are APIs of a
// configuration, all if none is named. What is a file is a document, and what is an API is no revision. file is as for [Select].
func SelectDiff(args []string, file string) (*DiffSelection, error) {
	s, err := selectDiff(args, file)
	if err != nil {
		return nil, &UsageError{err}
	}
	return s, nil
}

func selectDiff(args []string, file string) (*DiffSelection, error) {
	if len(args) == 0 {
		apis, err := selectAPIs("", file)
		return &DiffSelection{APIs: apis, All: true}, err
	}
	last := args[len(args)-1]
	if isDocument(args[0]) || len(args) > 1 && isDocument(last) {
		return documentsOf(args, file)
	}
	p, err := project(file)
	if err != nil {
		return nil, err
	}
	switch {
	case p == nil:
		return documentsOf(args, "")
	case len(p.APIs) == 0:
		return nil, fmt.Errorf("there is no file %s, and %s lists no APIs", args[0], p.File)
	case slices.Contains(names(p.APIs), last):
		apis, err := p.named(last)
		return &DiffSelection{Revision: strings.Join(args[:len(args)-1], ""), APIs: apis}, err
	case len(args) > 1:
		return nil, noSuchAPI(p.File, last, p.APIs)
	}
	return &DiffSelection{Revision: last, APIs: p.APIs, All: true}, nil
}

// documentsOf is the selection of one document or two.
func documentsOf(args []string, file string) (*DiffSelection, error) {
	s := &DiffSelection{Documents: true, APIs: []API{{Document: args[len(args)-1]}}}
	if len(args) > 1 {
		s.Old = args[0]
	}
	if file == "" {
		return s, nil
	}
	p, err := ReadProject(file)
	if err == nil && len(p.APIs) > 0 {
		s.APIs, err = p.with(s.APIs[0].Document)
	}
	return s, err
}

// isDocument reports whether an argument can only mean a document.
func isDocument(argument string) bool {
	isPath := slices.Contains([]string{".yaml", ".yml", ".json"}, filepath.Ext(argument))
	return argument == Stdin || isPath || strings.Contains(argument, ":") || isFile(argument)
}

// An APIDiff is an API as it is now, beside its document at a revision.
type APIDiff struct {
	API        // without a document if only the revision has it
	Old string // [DiffConfig.Old], "" if the revision does not have the API
}

// Diffs returns what to compare of each API. An API whose document stood elsewhere at the revision is found by its name in the configuration
// of the revision. APIs that only the revision has come last, if all are wanted. An error is a [*UsageError], such as for a
// revision that is not there.
func (s *DiffSelection) Diffs(ctx context.Context, c Config) ([]APIDiff, error) {
	repository, err := revision.Open(ctx, ".", c.Fetching)
	if err != nil {
		return nil, usage(ctx, err)
	}
	list, err := (&past{repository, cmp.Or(s.Revision, "HEAD")}).diffs(ctx, s)
	if err != nil {
		return nil, usage(ctx, err)
	}
	return list, nil
}

// The past is what a repository has at a revision.
type past struct {
	repository *revision.Repository
	ref        string
}

func (p *past) diffs(ctx context.Context, s *DiffSelection) ([]APIDiff, error) {
	then, err := p.apis(ctx, s.APIs[0].file)
	if err != nil {
		return nil, err
	}
	var list []APIDiff
	for _, a := range s.APIs {
		old, err := p.document(ctx, a, then)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", a.Document, err)
		}
		list = append(list, APIDiff{a, old})
	}
	if !s.All {
		return list, nil
	}
	for _, a := range then {
		old := p.name(a.Document).Prefix() + filepath.ToSlash(a.Document)
		isKnown := func(x APIDiff) bool { return x.Name == a.Name || x.Old == old }
		if !slices.ContainsFunc(list, isKnown) {
			list = append(list, APIDiff{API{Name: a.Name}, old})
		}
	}
	return list, nil
}

// name returns what names a path from the root of the repository.
func (p *past) name(path string) revision.Name {
	name, _ := revision.Split(p.ref + ":" + filepath.ToSlash(path))
	return name
}

// apis returns the APIs that the configuration had, with paths from the root of the repository; none if it was not there. What is wrong with
// it does not matter any more.
func (p *past) apis(ctx context.Context, file string) ([]API, error) {
	now, err := p.repository.HeadOf(file)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	in, err := openCommit(ctx, p.repository, p.name(now.Path), nil)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer in.close()
	f := configFile{config: &Config{File: filepath.FromSlash(now.Path)}, findings: &diag.List{}}
	f.document, err = in.loader.Document(f.findings)
	if err != nil || f.document.Root == nil {
		return nil, err
	}
	f.check()
	return f.list(), nil
}

// document returns the name of the document that an API had: by its name in the configuration then, otherwise by its path now. It is "" if
// neither was there.
func (p *past) document(ctx context.Context, a API, then []API) (string, error) {
	now, err := p.repository.HeadOf(a.Document)
	if err != nil {
		return "", err
	}
	paths := []string{now.Path}
	if i := slices.IndexFunc(then, func(o API) bool { return o.Name == a.Name && o.Document != "" }); i >= 0 {
		paths = []string{filepath.ToSlash(then[i].Document), now.Path}
	}
	for _, path := range paths {
		name := p.name(path)
		found, err := p.repository.Find(ctx, name)
		if err == nil {
			found.Files.Close()
			return name.Prefix() + path, nil
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return "", err
		}
	}
	return "", nil
}
