package generator

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/emit"
	"github.com/oas2go/oas2go/generator/internal/emit/reference"
	"github.com/oas2go/oas2go/generator/internal/overlay"
	"github.com/oas2go/oas2go/generator/internal/parse"
	"github.com/oas2go/oas2go/generator/internal/plan"
	"github.com/oas2go/oas2go/generator/internal/render"
	"github.com/oas2go/oas2go/generator/internal/source"
	"github.com/oas2go/oas2go/generator/output"
	"github.com/oas2go/oas2go/templates"
)

// A Result is what a run found and made.
type Result struct {
	Document string           // name of the document, as the headers of the files have it
	Files    []output.File    // none if there is an error
	Findings []diag.Finding   // in the order of the document
	Inputs   []string         // paths of the files that it depends on: the document, the configuration, and what is referred to, there or not
	Survey   *plan.Survey     // of what needs a rule; nil if there are no files
	Package  *gomodel.Package // what the files declare; nil if there are no files
}

// Generate makes the files of a package from a document. It writes nothing: [output.Write] does.
//
// A [*UsageError] says that c is wrong, [ErrUnusable] that the document is, [ErrNotEnforced] that it is too much for
// [Config.Strict], [ErrRefused] for the rules of its configuration, an [*InternalError] that this program is. With the three errors about
// the document there is a result with findings.
func Generate(ctx context.Context, c Config) (*Result, error) {
	r := &run{config: c, prints: true}
	if err := r.through(ctx, append(r.modelStages(ctx), r.fileStages()...)); err != nil && !isAboutDocument(err) {
		return nil, err
	} else if err != nil {
		return &Result{Document: r.input.document, Findings: r.judged(), Inputs: r.inputs()}, err
	}
	return &Result{
		Document: r.input.document, Files: r.files, Findings: r.judged(), Inputs: r.inputs(), Survey: r.survey, Package: r.model,
	}, nil
}

// inputs returns the files of the disk that the run depends on.
func (r *run) inputs() (list []string) {
	if r.config.Spec != Stdin && r.input.commit == nil {
		list = append(list, r.config.Spec)
	}
	if r.config.File != "" {
		list = append(list, r.config.File)
	}
	return append(list, r.input.loader.Asked()...)
}

// Lint returns what the stages find in a document, without making files. The error is nil if the document can be used.
func Lint(ctx context.Context, c Config) (*Result, error) {
	r := &run{config: c}
	err := r.through(ctx, append(r.modelStages(ctx), stage{"rules", "", r.refuse}))
	if err != nil && !isAboutDocument(err) {
		return nil, err
	}
	return &Result{Document: r.input.document, Findings: r.judged()}, err
}

// isAboutDocument reports whether the findings say why there is an error.
func isAboutDocument(err error) bool {
	return errors.Is(err, ErrUnusable) || errors.Is(err, ErrNotEnforced) || errors.Is(err, ErrRefused)
}

// A run is one way through the stages; the fields are their results.
type run struct {
	config   Config
	stage    string // that runs
	findings diag.List
	input    *input
	source   *source.Document
	entry    *diag.File // of the document
	overlays []*overlay.Overlay
	followed *parse.References // kept for bundles only
	overlaid []overlay.Done    // what they have changed
	bytes    int               // of the document
	document *api.Document
	support  *render.Support
	planned  *plan.Planned // kept for explanations only: it is large
	model    *gomodel.Package
	survey   *plan.Survey
	explains bool
	prints   bool // files come of it
	unseen   bool // the model is compared and not printed
	emitted  []render.File
	files    []output.File
}

// A stage is one step of a run.
type stage struct {
	name string
	does string // for people who wait, "" if it is quick
	run  func() error
}

// modelStages are the stages that know the document and need no Go text.
func (r *run) modelStages(ctx context.Context) []stage {
	return []stage{
		{"config", "", r.config.check},
		{"source", "reading the document", func() error { return r.read(ctx) }}, {"parse", "checking the document", r.parse},
		{"filter", "", r.filter}, {"plan", "planning the package", r.plan}, {"verify", "checking the package", r.verify},
	}
}

func (r *run) fileStages() []stage {
	return []stage{
		{"rules", "", r.refuse}, {"strict", "", r.strict}, {"emit", "printing Go", r.emit}, {"render", "adding support code", r.render},
	}
}

// through runs stages one after the other. A panic in one is an internal error.
func (r *run) through(ctx context.Context, stages []stage) (err error) {
	defer catch(&r.stage, &err)
	for _, s := range stages {
		if err := ctx.Err(); err != nil {
			return err
		}
		if r.stage = s.name; r.config.Progress != nil && s.does != "" {
			r.config.Progress(s.does)
		}
		if err := s.run(); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// read reads the document as a tree. If the best is to be made of it, what is wrong with a tree that is there is a warning.
func (r *run) read(ctx context.Context) error {
	in, err := r.config.open(ctx)
	if err != nil {
		return usage(ctx, err)
	}
	return r.readFrom(in)
}

// readFrom reads the document of an input, which parse closes.
func (r *run) readFrom(in *input) error {
	var findings diag.List
	r.input = in
	in.loader.Map(r.config.Refs)
	in.loader.Allow(r.config.Limits)
	d, err := in.loader.Document(&findings)
	if err != nil {
		in.close()
		return &UsageError{err}
	}
	for _, f := range findings.All() {
		if r.config.Lenient && d.Root != nil {
			f = f.Lenient()
		}
		r.findings.Add(f)
	}
	r.source, r.entry, r.bytes = d, d.File, len(d.File.Text)
	return r.overlay()
}

func (r *run) parse() error {
	defer r.input.close()
	r.document = parse.Document(r.source, parse.Options{Lenient: r.config.Lenient, Wholes: !r.config.ClosedByLetter, Loader: r.input.loader, References: r.followed}, &r.findings)
	r.source = nil // large, and not needed any more
	if r.document == nil || r.findings.Count(diag.Error) > 0 {
		return ErrUnusable
	}
	return nil
}

func (r *run) plan() error {
	if err := r.multiply(); err != nil {
		return err
	}
	if r.support == nil {
		support, err := render.ReadSupport(templates.Support())
		if err != nil {
			return internal(r.stage, err, nil)
		}
		r.support = support
	}
	purse := r.purse()
	planned := plan.Package(r.document, plan.Options{
		Package:     r.config.Package,
		Initialisms: r.config.Initialisms,
		Reserved:    r.support.Reserved(),
		StepAside:   r.support.StepAside(),

		Annotate:       plan.Annotations{Formats: r.config.Annotate, Discriminators: r.config.AnnotateDiscriminators},
		IdempotencyKey: r.config.IdempotencyKey,
		Tolerate:       r.config.Tolerate,
		Types:          plan.Types{KeepExtra: r.config.KeepExtra, Structs: r.config.Structs, EnumLists: r.config.EnumLists},
		Prune:          r.config.Prune,
		Calls:          r.calls(),
		Printing:       plan.Printing{Afford: purse.afford, Uncommented: r.unseen},
		Examples:       r.examples(),
	}, &r.findings)
	purse.affordAll(planned.Model)
	r.model, r.survey = planned.Model, planned.Survey()
	if r.explains {
		r.planned = planned
	}
	if r.findings.Count(diag.Error) > 0 {
		return ErrUnusable
	}
	return nil
}

// calls says what there is of operations.
func (r *run) calls() plan.Calls {
	has := r.config.generates
	return plan.Calls{
		Paging: r.config.Paging, Group: r.config.Group, Service: has(PartService), Server: has(PartServer), Senders: has(PartServer) && has(PartClient),
		Clientless: !has(PartClient),
	}
}

// verify checks what is to be printed.
func (r *run) verify() error {
	if problems := gomodel.Verify(r.model); len(problems) > 0 {
		return internal(r.stage, errors.New(problems[0]), []byte(strings.Join(problems, "\n")+"\n"))
	}
	return nil
}

// judged returns the findings as the configuration wants them.
func (r *run) judged() []diag.Finding { return r.config.Policy.Findings(r.findings.All()) }

// refuse refuses a document with findings that the configuration makes errors.
func (r *run) refuse() error {
	if slices.ContainsFunc(r.judged(), func(f diag.Finding) bool { return f.Severity == diag.Error }) {
		return ErrRefused
	}
	return nil
}

// strict refuses a document of which a part would not be enforced.
func (r *run) strict() error {
	if r.config.Strict && slices.ContainsFunc(r.judged(), Unenforced) {
		return ErrNotEnforced
	}
	return nil
}

// Unenforced reports whether a finding says that generated code does less than the document asks for, or that nobody can do what it
// asks for: what [Config.Strict] refuses. Conveniences that are left out (information only) do not count: the document is enforced
// without them.
func Unenforced(f diag.Finding) bool {
	switch f.Rule {
	case diag.RuleNotEnforced, diag.RuleNotGenerated, diag.RuleContradicts:
		return f.Severity >= diag.Warning
	}
	return f.Severity >= diag.Warning && (f.Loses || f.Forgiven)
}

// emit prints the files that depend on the document, side by side: they know nothing of each other.
func (r *run) emit() error {
	r.document = nil // large, and not needed any more
	list := r.model.Files
	header := output.Header(r.input.document)
	r.emitted = make([]render.File, len(list))
	printer := emit.NewPrinter(r.model)
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0)) // more at a time would only be more memory
	for i := range list {
		group.Go(func() (err error) {
			stage := "emit"
			defer catch(&stage, &err)
			printed, err := printer.File(&list[i], header)
			if err != nil {
				return internal(stage, err, printed.Data)
			}
			r.emitted[i] = render.File{Name: list[i].Name, Data: printed.Data, Syntax: printed.Syntax}
			return nil
		})
	}
	return group.Wait()
}

// render adds the support code that the printed files call.
func (r *run) render() error {
	support, err := r.support.Files(r.config.Package, output.Header(r.input.document), r.emitted, r.model.Renamed, r.model.Support...)
	if err != nil {
		return internal(r.stage, err, nil)
	}
	for _, f := range r.emitted {
		r.files = append(r.files, output.File{Name: f.Name, Data: f.Data})
	}
	if r.config.generates(PartDocs) {
		r.files = append(r.files, output.File{Name: "reference_gen.md", Data: reference.Page(r.model, output.MarkdownHeader(r.input.document))})
	}
	for _, f := range support {
		if slices.ContainsFunc(r.files, func(o output.File) bool { return o.Name == f.Name }) {
			return internal(r.stage, fmt.Errorf("the file %s is made twice", f.Name), nil)
		}
		r.files = append(r.files, output.File{Name: f.Name, Data: f.Data})
	}
	return nil
}
