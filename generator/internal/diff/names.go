package diff

import (
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/annotations"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/operations"
	"github.com/oas2go/oas2go/generator/internal/diff/rules"
	"github.com/oas2go/oas2go/generator/internal/diff/schemas"
	"github.com/oas2go/oas2go/generator/internal/diff/subjects"
)

// names are what the places of both documents are called.
type names struct{ old, new *subjects.Namer }

func (c *comparison) nameSubjects() {
	old, new := map[*api.Schema]string{}, map[*api.Schema]string{}
	users := map[*api.Schema]map[string]bool{}
	for _, p := range c.operations.Places {
		for _, s := range []*api.Schema{p.Old, p.New} {
			if users[s] == nil {
				users[s] = map[string]bool{}
			}
			users[s][p.Operation] = true
		}
	}
	for _, p := range c.operations.Places {
		subject := p.Subject
		if p.Shared != "" && (len(users[p.Old]) > 1 || len(users[p.New]) > 1 || c.ofPath(p)) {
			subject = p.Shared
		}
		if subject == "" {
			subject = p.Operation + ", " + bodyWords(p.Direction, p.Status)
		}
		name := func(list map[*api.Schema]string, s *api.Schema) {
			if _, known := list[s]; s != nil && !known {
				list[s] = subject
			}
		}
		name(old, p.Old)
		name(new, p.New)
	}
	c.names = &names{subjects.New(c.old.Document, old), subjects.New(c.new.Document, new)}
}

// ofPath reports whether a path has the schema of a place, not the operation.
func (c *comparison) ofPath(p operations.Place) bool {
	op := c.operationOf(p.Operation)
	return p.New != nil && op.New != nil && isBelow(p.New.Pos.Path, op.NewItem.Pos.Path) && !isBelow(p.New.Pos.Path, op.New.Pos.Path)
}

func isBelow(path, above *diag.Path) bool {
	return strings.HasPrefix(path.Pointer(), above.Pointer()+"/")
}

func bodyWords(dir change.Direction, status string) string {
	if dir == change.Request || status == "" {
		return "body"
	}
	return status + " response"
}

// add takes a change of schemas: it names the subject and the place.
func (c *comparison) add(x change.Change, rank int, quiet bool) {
	namer, at, pointers := c.names.new, x.New, c.operations.NewPointers
	if !x.New.Present && x.Old.Present {
		namer, at, pointers = c.names.old, x.Old, c.operations.OldPointers
	}
	if x.Pointer == "" {
		x.Pointer = pointers.Of(at.Pos)
		switch {
		case x.Rule == "member-replaced":
			x.Pointer = c.operations.OldPointers.Of(x.Old.Pos)
		case (x.Rule == "member-required" || x.Rule == "member-optional") && inProperties(at.Pos.Path):
			required := at.Pos
			required.Path = required.Path.Parent.Parent.Child("required")
			x.Pointer = pointers.Of(required)
		}
		pos, member := at.Pos, x.Subject
		if inProperties(pos.Path) && member != "" { // the member itself, or the one that replaced it
			pos.Path = pos.Path.Parent.Parent
		}
		x.Subject, x.Facts.Schema = namer.Component(pos)
		if rules.IsDocs(x.Rule) || member != "" {
			x.Subject = namer.Own(pos)
		}
		if member != "" {
			x.Subject += separator(x.Subject) + member
		}
	}
	c.changes = append(c.changes, ranked{Change: x, rank: rank, quiet: quiet})
}

// inProperties reports whether a path is that of a member.
func inProperties(p *diag.Path) bool {
	return p != nil && p.Parent != nil && p.Parent.Token == "properties"
}

// separator stands between a place and a member: of the body of an operation, members are names of their own.
func separator(subject string) string {
	if strings.HasSuffix(subject, ", body") || strings.HasSuffix(subject, " response") {
		return " "
	}
	return "."
}

// compareWords compares annotations and names of schemas.
func (c *comparison) compareWords() {
	var starts []annotations.Start
	for _, p := range c.operations.Places {
		starts = append(starts, annotations.Start{Old: p.Old, New: p.New, Rank: c.rank[p.Operation]})
	}
	components := annotations.Components{Old: componentNames(c.old.Document), New: componentNames(c.new.Document)}
	for _, s := range c.new.Document.Components.Schemas {
		if old, ok := api.Find(c.old.Document.Components.Schemas, s.Name); ok {
			starts = append(starts, annotations.Start{Old: old, New: s.Value, Rank: len(c.rank)})
		}
	}
	c.words = annotations.Compare(starts, components, c.solver)
	told := map[[3]string]bool{} // what operations have told: the default of a parameter
	for _, o := range c.operations.Changes {
		told[identity(o.Change)] = true
	}
	for _, r := range c.words.Changes {
		if !told[identity(r.Change)] {
			c.wordEffects(&r)
			c.add(r.Change, r.Rank, false)
		}
	}
	c.componentChanges()
}

// wordEffects says whom a change of words reaches that is no documentation: a default is what people get who leave a value out.
func (c *comparison) wordEffects(r *schemas.Ranked) {
	verdict := change.Equal
	switch r.Rule {
	case "default-changed":
		verdict = change.Compatible
	case "discriminator-changed":
		if verdict = change.Compatible; r.Advice.Why != "" {
			verdict = change.Unknown
		}
	case "deprecated-changed":
	default:
		return
	}
	for _, dir := range []change.Direction{change.Request, change.Response} {
		if operations := c.users(r.At, dir); operations != nil {
			r.Wire = append(r.Wire, change.Effect{Direction: dir, Verdict: verdict, Operations: operations})
		}
	}
}

// identity is the same for two changes of one edit.
func identity(x change.Change) [3]string {
	id := [3]string{x.Rule, "", ""}
	for i, s := range []change.Side{x.Old, x.New} {
		if s.Present {
			id[i+1] = s.Pos.Key()
		}
	}
	return id
}

func componentNames(d *api.Document) map[*api.Schema]string {
	list := map[*api.Schema]string{}
	for _, s := range d.Components.Schemas {
		list[s.Value] = s.Name
	}
	return list
}

// componentChanges tells of components that are renamed, new or gone. They change no message by themselves.
func (c *comparison) componentChanges() {
	renamed := map[string]bool{}
	for _, m := range c.words.Renamed {
		renamed["old "+m.OldName], renamed["new "+m.NewName] = true, true
		sentence := "is now called " + m.NewName + ", same shape"
		if !c.solver.Same(m.Old, m.New) {
			sentence = "is now called " + m.NewName + "; its members changed too"
		}
		x := change.Change{Rule: "schema-renamed", Subject: m.OldName, Sentence: sentence, Pointer: c.operations.NewPointers.Of(m.New.Pos)}
		x.Old, x.New = change.Side{Value: m.OldName, Present: true, Pos: m.Old.Pos}, change.Side{Value: m.NewName, Present: true, Pos: m.New.Pos}
		x.Old.Pos, x.New.Pos = keyPos(c.old.Document, m.OldName, m.Old.Pos), keyPos(c.new.Document, m.NewName, m.New.Pos)
		x.Facts = change.Facts{Name: m.OldName, Old: m.OldName, New: m.NewName}
		x.Wire = c.used(m)
		c.changes = append(c.changes, ranked{Change: x, rank: c.firstRank(x), quiet: false})
	}
	lone := func(d, other *api.Document, prefix, rule, sentence string, there func(*change.Change, change.Side)) {
		for _, s := range d.Components.Schemas {
			if _, both := api.Find(other.Components.Schemas, s.Name); both || renamed[prefix+s.Name] {
				continue
			}
			x := change.Change{Rule: rule, Subject: s.Name, Sentence: sentence, Facts: change.Facts{Name: s.Name}}
			there(&x, change.Side{Value: s.Name, Present: true, Pos: s.Pos})
			c.changes = append(c.changes, ranked{Change: x, rank: len(c.rank), quiet: true})
		}
	}
	lone(c.old.Document, c.new.Document, "old ", "schema-removed", "removed", func(x *change.Change, s change.Side) {
		x.Old, x.New, x.Pointer = s, change.Side{Pos: schemasPos(c.new.Document)}, c.operations.OldPointers.Of(s.Pos)
	})
	lone(c.new.Document, c.old.Document, "new ", "schema-added", "added", func(x *change.Change, s change.Side) {
		x.Old, x.New, x.Pointer = change.Side{Pos: schemasPos(c.old.Document)}, s, c.operations.NewPointers.Of(s.Pos)
	})
}

// keyPos is the key of a component.
func keyPos(d *api.Document, name string, or diag.Pos) diag.Pos {
	for _, s := range d.Components.Schemas {
		if s.Name == name {
			return s.Pos
		}
	}
	return or
}

// schemasPos is where a component would stand.
func schemasPos(d *api.Document) diag.Pos {
	pos := d.Components.Pos
	if pos.File == nil {
		return d.Pos
	}
	if len(d.Components.Schemas) > 0 {
		pos.Path = pos.Path.Child("schemas")
	}
	return pos
}

// used returns the effect of a renamed component on messages: none, for all operations that use it.
func (c *comparison) used(m annotations.Match) []change.Effect {
	var list []change.Effect
	for _, dir := range []change.Direction{change.Request, change.Response} {
		e := change.Effect{Direction: dir, Verdict: change.Equal, Operations: c.users(m.New, dir)}
		if e.Operations != nil {
			list = append(list, e)
		}
	}
	return list
}

// firstRank is the rank of the first operation that a change reaches.
func (c *comparison) firstRank(x change.Change) int {
	first := len(c.rank)
	for _, name := range x.Operations() {
		first = min(first, c.rank[name])
	}
	return first
}
