package generator

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/setup"
)

// An InitConfig says for which folder a configuration is made.
type InitConfig struct {
	Dir      string   // the folder that the configuration is for; documents are in it and below it
	From     []string // paths of configurations of oapi-codegen and ogen that are translated; without them all that are found
	Document string   // the path of the document that From is for, "" if go generate names it or there is only one
}

// An InitResult is a first configuration.
type InitResult struct {
	Text  []byte
	APIs  []API      // that it lists, with paths relative to its folder
	Notes []InitNote // what became of each line of other configurations
}

// An InitNote says what became of a line in the configuration of another generator.
type InitNote struct {
	Pos        diag.Pos
	Key, Text  string
	Translated bool // the configuration says it, or it is always so; otherwise Text is what to do instead
}

// Init looks at a folder and makes the configuration that lists its APIs: OpenAPI documents, modules, packages of earlier runs, and
// configurations of other generators. It writes nothing. [FirstConfig] is what it makes of an empty folder. A document with errors is
// read leniently; one that no package can be made of is a comment. A [*UsageError] says that c is wrong.
func Init(ctx context.Context, c InitConfig) (*InitResult, error) {
	repository, err := setup.Scan(c.Dir)
	if err != nil {
		return nil, &UsageError{err}
	}
	valid := func(name string) bool { return checkPackage(name) == nil && apiName.MatchString(name) }
	i := &initializer{config: c, translator: setup.Translator{Repository: repository, Valid: valid}}
	i.apis = repository.Propose(valid)
	if err := i.translate(); err != nil {
		return nil, &UsageError{err}
	}
	i.separate()
	result := &InitResult{}
	for _, n := range i.translator.Notes {
		result.Notes = append(result.Notes, InitNote(n))
	}
	for n := range i.apis {
		if err := i.try(ctx, &i.apis[n]); err != nil {
			return nil, err
		}
		if a := i.apis[n]; !a.Unusable {
			result.APIs = append(result.APIs, API{Name: a.Name, Document: a.Document, Out: a.Out, Package: a.Package})
		}
	}
	result.Text = setup.Write(FirstConfig(), i.apis)
	return result, nil
}

// An initializer makes a configuration.
type initializer struct {
	config     InitConfig
	translator setup.Translator
	apis       []setup.API
}

// translate translates the configurations that are wanted, otherwise those that are found and whose document is known.
func (i *initializer) translate() error {
	if len(i.config.From) == 0 {
		for _, file := range i.translator.Repository.Configs() {
			from, err := setup.Open(filepath.Join(i.config.Dir, filepath.FromSlash(file)), file)
			if err != nil {
				return err
			}
			if document, ok := i.translator.DocumentOf(from); !ok || !i.apply(from, document) {
				i.translator.LeftOut(from)
			}
		}
		return nil
	}
	var wanted []string
	for _, path := range i.config.From {
		document, err := i.from(path)
		if err != nil {
			return err
		}
		wanted = append(wanted, document)
	}
	i.apis = slices.DeleteFunc(i.apis, func(a setup.API) bool { return !slices.Contains(wanted, a.Document) })
	return nil
}

// separate gives each API a folder of its own: other generators can put two into one.
func (i *initializer) separate() {
	taken := map[string]bool{}
	for n := range i.apis {
		a := &i.apis[n]
		if taken[a.Out] {
			if a.Out += "/" + a.Name; a.Package == "" {
				a.Package = a.Name
			}
		}
		taken[a.Out] = true
	}
}

// from translates the configuration at path, and returns the document that it is for.
func (i *initializer) from(path string) (string, error) {
	if err := checkFile(path); err != nil {
		return "", err
	}
	file, err := i.inside(path)
	if err != nil {
		return "", err
	}
	from, err := setup.Open(path, file)
	if err != nil {
		return "", err
	}
	document, ok := i.translator.DocumentOf(from)
	if i.config.Document != "" {
		if document, err = i.inside(i.config.Document); err == nil {
			err = checkFile(i.config.Document)
		}
		ok = true
	}
	if err == nil && !ok {
		err = fmt.Errorf("which document is %s for? Name it with --document", path)
	}
	if err == nil && !i.apply(from, document) {
		err = fmt.Errorf("%s is for %s, which is not an OpenAPI document", path, document)
	}
	return document, err
}

// apply puts a configuration into the API of a document.
func (i *initializer) apply(from *setup.From, document string) bool {
	n := slices.IndexFunc(i.apis, func(a setup.API) bool { return a.Document == document })
	if n >= 0 {
		i.translator.Apply(from, &i.apis[n])
	}
	return n >= 0
}

// inside returns the path of a file as the folder has it.
func (i *initializer) inside(path string) (string, error) {
	dir, err := filepath.Abs(i.config.Dir)
	if err != nil {
		return "", err
	}
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	way, err := filepath.Rel(dir, abs)
	if err != nil || !filepath.IsLocal(way) {
		return "", fmt.Errorf("%s is outside of %s, the folder of the configuration", path, i.config.Dir)
	}
	return filepath.ToSlash(way), nil
}

// try finds out whether a package can be made of a document.
func (i *initializer) try(ctx context.Context, a *setup.API) error {
	c := Config{Spec: filepath.Join(i.config.Dir, filepath.FromSlash(a.Document)), Package: "api"}
	_, err := Lint(ctx, c)
	if errors.Is(err, ErrUnusable) {
		c.Lenient = true
		if _, err = Lint(ctx, c); err == nil {
			a.Comments = append(a.Comments, "The document has errors: oas2go lint "+a.Document+" lists them.")
			a.Settings = append(a.Settings, setup.Setting{Key: "lenient", Value: "true"})
		}
	}
	if isAboutDocument(err) {
		a.Comments = append(a.Comments, "No package can be made of this document: oas2go lint "+a.Document+" says why.")
		a.Unusable, err = true, nil
	}
	return err
}
