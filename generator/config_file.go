package generator

import (
	"fmt"
	"go/token"
	"net/url"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/source"
	"github.com/oas2go/oas2go/templates"
)

// FirstConfig returns a configuration file to begin with: everything in it is a comment.
func FirstConfig() []byte { return templates.Configuration() }

// configKeys are the keys of a configuration file. docs/oas2go.schema.json describes them too; a test compares the two.
func configKeys() []string {
	return []string{"allow-refs", "apis", "closed", "discriminators", "enums", "exclude", "extra", "formats", "generate", "group", "idempotency-key", "ignores", "include", "inheritance", "initialisms", "lenient", "limits", "objects", "overlays", "pagination", "prune", "refs", "rules", "strict", "tolerate"}
}

// criterionKinds are the keys of include and exclude.
func criterionKinds() []string {
	return []string{string(api.ByOperation), string(api.ByPath), string(api.ByTag)}
}

// readFile adds what the configuration file of c says: for one of its APIs, or what stands above them.
func (c *Config) readFile() error {
	f, err := openConfig(c)
	if err != nil {
		return err
	}
	if c.API != "" {
		return f.settings(c.API)
	}
	f.inherited(apiEntry{node: &source.Node{}})
	return nil
}

// openConfig reads the configuration file of c as a tree. All that is wrong with it is in the error.
func openConfig(c *Config) (*configFile, error) {
	if err := checkFile(c.File); err != nil {
		return nil, err
	}
	f := &configFile{config: c, findings: &diag.List{}, document: &source.Document{Root: &source.Node{Kind: source.Object}}}
	data, err := os.ReadFile(c.File)
	if err != nil || onlyComments(string(data)) {
		return f, err
	}
	d, err := source.ReadFile(c.File, f.findings)
	if err != nil {
		return nil, err
	}
	if d.Root != nil {
		f.document = d
		f.check()
	}
	if f.findings.Count(diag.Error) == 0 {
		return f, nil
	}
	var b strings.Builder
	if err := diag.WriteText(&b, f.findings.All()); err != nil {
		return nil, err
	}
	return nil, fmt.Errorf("the configuration cannot be used:\n%s", strings.TrimSuffix(b.String(), "\n"))
}

// onlyComments reports whether a YAML file says nothing, which is no error for a configuration.
func onlyComments(text string) bool {
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			return false
		}
	}
	return true
}

// A configFile reads a configuration into a Config.
type configFile struct {
	config   *Config
	document *source.Document
	findings *diag.List
	entries  []apiEntry // of apis
	shared   bool       // what is read is for several APIs
}

// check finds all that is wrong with the file. It reads the settings into a configuration that nobody uses.
func (f *configFile) check() {
	settings := configFile{config: &Config{File: f.config.File}, document: f.document, findings: f.findings}
	f.members(f.document.Root, nil, "a configuration", configKeys(), func(name string, n *source.Node, path *diag.Path) {
		if name == "apis" {
			f.apis(n, path)
			return
		}
		settings.key(name, n, path)
	})
}

// key reads what one key says.
func (f *configFile) key(name string, n *source.Node, path *diag.Path) {
	switch name {
	case "allow-refs":
		f.allowRefs(n, path)
	case "lenient":
		f.toggle(n, path, &f.config.Lenient)
	case "limits":
		f.limits(n, path)
	case "strict":
		f.toggle(n, path, &f.config.Strict)
	case "closed":
		f.closed(n, path)
	case "discriminators":
		f.discriminators(n, path)
	case "formats":
		f.formats(n, path)
	case "enums":
		f.enums(n, path)
	case "extra":
		f.extra(n, path)
	case "generate":
		f.generate(n, path)
	case "group":
		f.group(n, path)
	case "initialisms":
		f.initialisms(n, path)
	case "include":
		f.criteria(n, path, &f.config.Filter.Include)
	case "exclude":
		f.criteria(n, path, &f.config.Filter.Exclude)
	case "inheritance":
		f.inheritance(n, path)
	case "pagination":
		f.pagination(n, path)
	case "prune":
		f.toggle(n, path, &f.config.Prune)
	case "objects":
		f.objects(n, path)
	case "overlays":
		f.overlays(n, path)
	case "refs":
		f.refs(n, path)
	case "idempotency-key":
		f.idempotencyKey(n, path)
	case "tolerate":
		f.tolerate(n, path)
	case "rules":
		f.rules(n, path)
	case "ignores":
		f.ignores(n, path)
	}
}

// members visits the members of an object, and reports keys that are not known.
func (f *configFile) members(n *source.Node, path *diag.Path, what string, keys []string, visit func(string, *source.Node, *diag.Path)) {
	if n.Kind != source.Object {
		f.findings.Error(f.document.Pos(n, path), diag.RuleType, "%s is an object, not %s", what, n.Kind)
		return
	}
	for _, m := range n.Members {
		inner := path.Child(m.Name)
		if like := diag.Closest(m.Name, keys); like == m.Name {
			visit(m.Name, m.Value, inner)
		} else {
			pos := diag.Pos{File: f.document.File, Path: inner, Line: m.Line, Column: m.Column}
			x := f.findings.Error(pos, diag.RuleUnknownKey, "unknown key %q", m.Name)
			switch x.Hint = "known are " + strings.Join(keys, ", "); {
			case like != "":
				x.Hint = "did you mean " + strconv.Quote(like) + "?"
			case path == nil && slices.Contains(apiKeys(), m.Name):
				x.Hint = "it belongs to an entry of apis"
			}
		}
	}
}

// objects reads whether members that a schema does not describe are ignored or refused, which only a comparison of documents asks.
func (f *configFile) objects(n *source.Node, path *diag.Path) {
	if n.Kind != source.String || n.Text != "open" && n.Text != "strict" {
		f.findings.Error(f.document.Pos(n, path), diag.RuleValue, "objects is open or strict")
		return
	}
	f.config.StrictObjects = n.Text == "strict"
}

// formats reads what format means: an assertion, as OpenAPI tools take it, or an annotation, as JSON Schema does by default.
func (f *configFile) formats(n *source.Node, path *diag.Path) {
	switch {
	case n.Kind == source.String && n.Text == "assert":
		f.config.Annotate = false
	case n.Kind == source.String && n.Text == "annotate":
		f.config.Annotate = true
	default:
		f.findings.Error(f.document.Pos(n, path), diag.RuleValue, "formats is assert or annotate")
	}
}

// idempotencyKey reads which header parameters are idempotency keys.
func (f *configFile) idempotencyKey(n *source.Node, path *diag.Path) {
	if n.Kind != source.String || n.Text == "" {
		f.findings.Error(f.document.Pos(n, path), diag.RuleType, "idempotency-key is the name of a header")
		return
	}
	f.config.IdempotencyKey = n.Text
}

// refs reads which files stand for URIs. Their paths are relative to the folder of the configuration.
func (f *configFile) refs(n *source.Node, path *diag.Path) {
	if n.Kind != source.Object {
		f.findings.Error(f.document.Pos(n, path), diag.RuleType, "refs is an object with a file or a folder for each URI, not %s", n.Kind)
		return
	}
	for _, m := range n.Members {
		at := f.document.Pos(m.Value, path.Child(m.Name))
		uri, err := url.Parse(m.Name)
		target := f.inFolder(m.Value.Text)
		switch {
		case err != nil || !uri.IsAbs() || strings.Contains(m.Name, "#"):
			f.findings.Error(at, diag.RuleValue, "%q is no absolute URI without fragment", m.Name)
			continue
		case m.Value.Kind != source.String || m.Value.Text == "":
			f.findings.Error(at, diag.RuleType, "what stands for a URI is the path of a file, or of a folder if the URI ends with a slash")
			continue
		}
		f.config.Refs = append(f.config.Refs, Mapping{URI: m.Name, Path: target})
	}
}

// extra reads whether structs keep the members that no schema describes.
func (f *configFile) extra(n *source.Node, path *diag.Path) {
	if n.Kind != source.String || n.Text != "ignore" && n.Text != "keep" {
		f.findings.Error(f.document.Pos(n, path), diag.RuleValue, "extra is ignore or keep")
		return
	}
	f.config.KeepExtra = n.Text == "keep"
}

// enums reads what enums have beside their constants.
func (f *configFile) enums(n *source.Node, path *diag.Path) {
	f.members(n, path, "enums", []string{"lists"}, func(_ string, n *source.Node, path *diag.Path) {
		if n.Kind != source.Bool {
			f.findings.Error(f.document.Pos(n, path), diag.RuleValue, "lists is true or false")
			return
		}
		f.config.EnumLists = n.Text == "true"
	})
}

// inheritance reads what a base with a discriminator is where it is the type of a value: a union of its heirs, or a struct.
func (f *configFile) inheritance(n *source.Node, path *diag.Path) {
	if n.Kind != source.String || n.Text != "union" && n.Text != "struct" {
		f.findings.Error(f.document.Pos(n, path), diag.RuleValue, "inheritance is union or struct")
		return
	}
	f.config.Structs = n.Text == "struct"
}

// closed reads what is closed where parts of allOf are closed against each other: the whole, or each part by the letter.
func (f *configFile) closed(n *source.Node, path *diag.Path) {
	if n.Kind != source.String || n.Text != "whole" && n.Text != "letter" {
		f.findings.Error(f.document.Pos(n, path), diag.RuleValue, "closed is whole or letter")
		return
	}
	f.config.ClosedByLetter = n.Text == "letter"
}

// discriminators reads what a discriminator means: that the tag decides which alternative judges, or nothing.
func (f *configFile) discriminators(n *source.Node, path *diag.Path) {
	switch {
	case n.Kind == source.String && n.Text == "decide":
		f.config.AnnotateDiscriminators = false
	case n.Kind == source.String && n.Text == "annotate":
		f.config.AnnotateDiscriminators = true
	default:
		f.findings.Error(f.document.Pos(n, path), diag.RuleValue, "discriminators is decide or annotate")
	}
}

// toggle reads what a flag may turn on, too.
func (f *configFile) toggle(n *source.Node, path *diag.Path, on *bool) {
	if n.Kind != source.Bool {
		f.findings.Error(f.document.Pos(n, path), diag.RuleType, "%s is true or false, not %s", path.Token, n.Kind)
		return
	}
	*on = *on || n.Text == "true"
}

// limits reads how much a document may hold and ask for. The larger one of file and flag counts.
func (f *configFile) limits(n *source.Node, path *diag.Path) {
	times, err := strconv.Atoi(n.Text)
	if n.Kind != source.Number || err != nil || times < 1 {
		f.findings.Error(f.document.Pos(n, path), diag.RuleValue, "limits is an integer of 1 or more")
		return
	}
	f.config.Limits = max(f.config.Limits, times)
}

// allowRefs reads from which folders a document may refer to files.
func (f *configFile) allowRefs(n *source.Node, path *diag.Path) {
	f.texts(n, path, "allow-refs is an array of folders", func(item *source.Node, path *diag.Path) {
		dir := f.inFolder(item.Text)
		if err := checkFolder(dir); err != nil {
			f.findings.Error(f.document.Pos(item, path), diag.RuleValue, "%v", err)
			return
		}
		f.config.AllowRefs = append(f.config.AllowRefs, dir)
	})
}

// overlays reads which overlays are applied to the document, before those of flags.
func (f *configFile) overlays(n *source.Node, path *diag.Path) {
	var list []string
	f.texts(n, path, "overlays is an array of files", func(item *source.Node, path *diag.Path) {
		file := f.inFolder(item.Text)
		if err := checkFile(file); err != nil {
			f.findings.Error(f.document.Pos(item, path), diag.RuleValue, "%v", err)
			return
		}
		list = append(list, file)
	})
	f.config.Overlays = append(list, f.config.Overlays...)
}

func (f *configFile) initialisms(n *source.Node, path *diag.Path) {
	f.texts(n, path, "initialisms is an array of words", func(item *source.Node, path *diag.Path) {
		if !token.IsIdentifier("X"+item.Text) || strings.Contains(item.Text, "_") || item.Text == "" {
			f.findings.Error(f.document.Pos(item, path), diag.RuleValue, "an initialism is a word of letters and digits")
			return
		}
		f.config.Initialisms = append(f.config.Initialisms, item.Text)
	})
}

// criteria reads include or exclude.
func (f *configFile) criteria(n *source.Node, path *diag.Path, list *[]*api.Criterion) {
	f.members(n, path, path.Token, criterionKinds(), func(kind string, n *source.Node, path *diag.Path) {
		f.criterion(kind, n, path, list)
	})
}

// criterion reads the texts of one kind of criteria.
func (f *configFile) criterion(kind string, n *source.Node, path *diag.Path, list *[]*api.Criterion) {
	f.texts(n, path, kind+" is an array of texts, in which * stands for any characters", func(item *source.Node, path *diag.Path) {
		*list = append(*list, &api.Criterion{Pos: f.document.Pos(item, path), Kind: api.CriterionKind(kind), Text: item.Text, Shared: f.shared})
	})
}

// texts visits the strings of an array.
func (f *configFile) texts(n *source.Node, path *diag.Path, want string, visit func(*source.Node, *diag.Path)) {
	if n.Kind != source.Array {
		f.findings.Error(f.document.Pos(n, path), diag.RuleType, "%s, not %s", want, n.Kind)
		return
	}
	for i, item := range n.Items {
		at := path.Child(strconv.Itoa(i))
		if item.Kind != source.String {
			f.findings.Error(f.document.Pos(item, at), diag.RuleType, "%s", want)
			continue
		}
		visit(item, at)
	}
}
