package generator

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff"
	"github.com/oas2go/oas2go/generator/internal/diff/gorun"
	"github.com/oas2go/oas2go/generator/internal/render"
	"github.com/oas2go/oas2go/generator/internal/source"
	"github.com/oas2go/oas2go/generator/internal/source/revision"
	"github.com/oas2go/oas2go/generator/output"
	"github.com/oas2go/oas2go/templates"
)

// A side is one of two documents that are compared.
type side struct {
	spec     string           // as the user named it
	commit   string           // the hash, "" if it is of none
	document *api.Document    // with all operations; nil if it cannot be read
	trees    *source.Trees    // of its files
	model    *gomodel.Package // of the operations that the configuration wants; nil if no package can be planned
	planned  *run             // what the files of the package are made of; nil if there is no model
	findings []diag.Finding   // what could not be read
}

// sides reads both documents.
func (c *DiffConfig) sides(ctx context.Context) (old, new *side, err error) {
	support, err := render.ReadSupport(templates.Support())
	if err != nil {
		return nil, nil, internal("plan", err, nil)
	}
	inputs, err := c.open(ctx)
	if err != nil {
		return nil, nil, usage(ctx, err)
	}
	var read [2]*side
	for i, in := range inputs {
		if read[i], err = c.read(ctx, in, support); err != nil {
			for _, left := range inputs[i+1:] {
				left.input.close()
			}
			return nil, nil, err
		}
	}
	return read[0], read[1], nil
}

// A namedInput is an input with the name that the user gave it.
type namedInput struct {
	spec string
	*input
}

// open opens both documents, the old one first.
func (c *DiffConfig) open(ctx context.Context) ([]namedInput, error) {
	if c.Git != nil {
		return c.Git.open(ctx, c.Reading)
	}
	old, err := c.openOld(ctx)
	if err != nil {
		return nil, err
	}
	if c.newText != nil {
		loader := source.NewTextLoader(c.newName, c.New, c.newText, c.Reading.AllowRefs...)
		return []namedInput{old, {c.newName, &input{loader: loader, document: output.Document(c.New)}}}, nil
	}
	reading := c.Reading
	reading.Spec = c.New
	in, err := reading.open(ctx)
	if err != nil {
		old.close()
		return nil, err
	}
	return []namedInput{old, {c.New, in}}, nil
}

func (c *DiffConfig) openOld(ctx context.Context) (namedInput, error) {
	if c.Old == "" {
		return c.openHead(ctx)
	}
	reading := c.Reading
	reading.Spec = c.Old
	in, err := reading.open(ctx)
	return namedInput{c.Old, in}, err
}

// openHead opens what HEAD has for the new file.
func (c *DiffConfig) openHead(ctx context.Context) (namedInput, error) {
	if c.New == Stdin || isRevision(c.New) {
		return namedInput{}, fmt.Errorf("%s is no file, so there is no version of it in HEAD: name two documents", ShownAs(c.New))
	}
	repository, err := revision.Open(ctx, filepath.Dir(c.New), c.Reading.Fetching)
	if err == nil {
		var name revision.Name
		if name, err = repository.HeadOf(c.New); err == nil {
			var in *input
			if in, err = openCommit(ctx, repository, name, c.Reading.AllowRefs); err == nil {
				return namedInput{name.Prefix() + name.Path, in}, nil
			}
		}
	}
	return namedInput{}, fmt.Errorf("%s: nothing to compare it with: %w", c.New, err)
}

// read reads one document and plans its package. What is wrong with it is in the findings of the side.
func (c *DiffConfig) read(ctx context.Context, in namedInput, support *render.Support) (*side, error) {
	r := &run{config: c.Reading, support: support, unseen: !c.RunGo}
	r.config.Spec = in.spec
	s := &side{spec: ShownAs(in.spec)}
	stages := []stage{
		{"source", "reading " + ShownAs(in.spec), func() error { return r.readFrom(in.input) }},
		{"parse", "checking " + ShownAs(in.spec), func() error { s.trees = source.NewTrees(r.source).Editing(r.edit); return r.parse() }},
	}
	if in.commit != nil {
		s.commit = in.commit.Commit
	}
	err := r.through(ctx, stages)
	switch {
	case errors.Is(err, ErrUnusable):
		s.findings = unread(r.findings.All())
		return s, nil // without a document
	case err != nil:
		return nil, err
	}
	s.document = r.document
	if err := c.plan(ctx, r, s); err != nil {
		return nil, err
	}
	for _, f := range unread(r.findings.All()) {
		s.findings = append(s.findings, f.Lenient())
	}
	return s, nil
}

// plan plans the package of the operations that the configuration wants. A finding says so if there can be none.
func (c *DiffConfig) plan(ctx context.Context, r *run, s *side) error {
	whole := *r.document
	r.document = &whole
	r.document.Keep(c.Reading.Filter)
	err := r.through(ctx, []stage{{"plan", "planning the package of " + s.spec, r.plan}})
	switch {
	case errors.Is(err, ErrUnusable):
		r.findings.Error(s.document.Pos, diag.RuleNotGenerated, "no Go package can be made of this document: what changes mean for Go is left out")
		return nil
	case err != nil:
		return err
	}
	s.model, s.planned = r.model, r
	return nil
}

// runner returns what builds and runs the package of a side, nil if generated code is not to be run.
func (s *side) runner(ctx context.Context, c DiffConfig) diff.Runner {
	if !c.RunGo || s.planned == nil {
		return nil
	}
	return func(messages []gorun.Message) ([]gorun.Outcome, error) {
		r := s.planned
		stages := []stage{{"verify", "", r.verify}, {"emit", "", r.emit}, {"render", "building the package of " + s.spec, r.render}}
		if err := r.through(ctx, stages); err != nil {
			return nil, err
		}
		p := gorun.Package{Name: s.model.Name, Files: map[string][]byte{}}
		for _, f := range r.files {
			p.Files[f.Name] = f.Data
		}
		return gorun.Run(ctx, p, messages)
	}
}

// unread returns the findings about what a comparison cannot see: errors, those that were forgiven too.
func unread(list []diag.Finding) (errs []diag.Finding) {
	for _, f := range list {
		if f.Forgiven || f.Severity == diag.Error {
			errs = append(errs, f)
		}
	}
	return errs
}
