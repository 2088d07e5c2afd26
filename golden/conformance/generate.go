package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/oas2go/oas2go/generator"
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/output"
)

// generateAll writes the packages of all documents. A document that cannot be used is tried without the groups that findings name,
// and then group by group, so that one group does not take its neighbours with it.
func (m *module) generateAll(ctx context.Context, s *shelf) error {
	for i := 0; i < len(s.documents); i++ { // the list grows
		d := s.documents[i]
		problem, findings, err := m.generate(ctx, d)
		switch {
		case err != nil:
			return err
		case problem == "":
			continue
		case len(d.parts) == 1:
			d.parts[0].group.failure = "not generated: " + problem
			d.parts = nil
			continue
		}
		var fine []*part
		for _, p := range d.parts {
			if message := p.about(findings, diag.Error); message != "" {
				p.group.failure = "not generated: " + message
			} else {
				fine = append(fine, p)
			}
		}
		if len(fine) < len(d.parts) {
			if d.parts = fine; len(fine) > 0 {
				i-- // the same document again
			}
			continue
		}
		d.split(s)
	}
	return nil
}

// split gives each group of a document one of its own.
func (d *document) split(s *shelf) {
	for _, p := range d.parts {
		s.add(p)
	}
	d.parts = nil
}

// generate writes the package of one document. A problem says why there is none.
func (m *module) generate(ctx context.Context, d *document) (problem string, findings []diag.Finding, err error) {
	text, err := d.text()
	if err != nil {
		return "", nil, err
	}
	spec := filepath.Join(m.Dir, d.pkg+".json")
	if err := os.WriteFile(spec, text, 0o600); err != nil {
		return "", nil, err
	}
	refs, err := m.writeRemotes(d)
	if err != nil {
		return "", nil, err
	}
	result, err := generator.Generate(ctx, generator.Config{Spec: spec, Package: d.pkg, Annotate: !d.formats, ClosedByLetter: d.byLetter(), Refs: refs})
	switch _, internal := errors.AsType[*generator.InternalError](err); {
	case internal:
		return err.Error(), nil, nil
	case errors.Is(err, generator.ErrUnusable):
		return firstError(result.Findings), result.Findings, nil
	case err != nil:
		return "", nil, err
	}
	for _, p := range d.parts {
		p.group.notEnforced = p.about(result.Findings, diag.Warning)
	}
	return "", nil, m.writePackage(d.pkg, result.Files)
}

func (m *module) writePackage(pkg string, files []output.File) error {
	for _, f := range files {
		if err := m.Write(pkg+"/"+f.Name, f.Data); err != nil {
			return err
		}
	}
	return nil
}

// about returns the first finding about a group that is an error or says that something is not enforced, "" for none.
func (p *part) about(findings []diag.Finding, severity diag.Severity) string {
	for _, f := range findings {
		if f.Severity < severity || f.Severity == diag.Warning && f.Rule != diag.RuleNotEnforced && f.Rule != diag.RuleNotGenerated {
			continue
		}
		component, _, _ := strings.Cut(strings.TrimPrefix(f.Pos.Path.Pointer(), "/components/schemas/"), "/")
		if p.components[component] != nil {
			return f.Message
		}
	}
	return ""
}

func firstError(findings []diag.Finding) string {
	for _, f := range findings {
		if f.Severity == diag.Error {
			return fmt.Sprintf("%s: %s", f.Pos.Path.Pointer(), f.Message)
		}
	}
	return generator.ErrUnusable.Error()
}
