package oracle

import (
	"cmp"
	"go/types"
	"maps"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/exp/apidiff"

	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/surface"
)

// Disagreements returns the names that only one of surface and apidiff calls incompatible, or new. Names that follow from others are
// in neither set: the constants of a type that is gone or new, the fields and methods of one that is renamed, and what differs by
// the rename of a type alone.
func Disagreements(old, new *Side, list []surface.Difference) (problems []string) {
	j := judge{old: old.Types, new: new.Types, renamed: map[string]string{}}
	for _, d := range list {
		if d.Kind == change.Renamed {
			j.rename(d)
		}
	}
	ours, added := map[string]string{}, map[string]string{}
	for _, d := range list {
		j.mine(d, ours, added)
	}
	theirs, theirAdded := map[string]string{}, map[string]string{}
	for _, c := range apidiff.Changes(old.Types, new.Types).Changes {
		name, message, _ := strings.Cut(c.Message, ": ")
		name = plain(name)
		switch {
		case !c.Compatible:
			j.theirs(name, message, theirs)
		case message == "added":
			theirAdded[name] = message
		}
	}
	j.variants(theirs)
	problems = append(problems, j.compare("incompatible", ours, theirs)...)
	return append(problems, j.compare("added", added, theirAdded)...)
}

type judge struct {
	old, new *types.Package
	renamed  map[string]string
}

func (j *judge) rename(d surface.Difference) {
	j.renamed[strings.TrimPrefix(d.Name.Name, "Client.")] = d.Name.New
}

// mine adds what a difference of surface says.
func (j *judge) mine(d surface.Difference, ours, added map[string]string) {
	text := string(d.Kind) + " " + d.Name.Old + " " + d.Name.New + " " + d.Note
	all := append(strings.Split(d.Name.Name, ", "), d.With...)
	if strings.Contains(d.Name.Name, "APIError.Body of") {
		return
	}
	switch {
	case d.Kind == change.Added:
		for _, name := range all {
			added[name] = text
		}
	case d.Kind == change.Changed && j.afterRenames(d.Name.Old) == d.Name.New:
	case isSequence(d.Name.Old) && isSequence(d.Name.New): // apidiff does not look at the arguments of types of other packages
	case d.Breaks || d.Rare:
		for _, name := range all {
			ours[name] = text
		}
	}
	if d.Kind == change.Renamed {
		if owner, _, field := strings.Cut(d.Name.Name, "."); field {
			added[cmp.Or(j.renamed[owner], owner)+"."+d.Name.New] = text
		} else {
			added[d.Name.New] = text
		}
	}
}

func isSequence(text string) bool { return strings.HasPrefix(text, "iter.Seq2[") }

// theirs adds an incompatible change of apidiff, unless it follows from a rename.
func (j *judge) theirs(name, message string, set map[string]string) {
	if from, to, ok := strings.Cut(strings.TrimPrefix(message, "changed from "), " to "); ok && strings.HasPrefix(message, "changed from ") {
		if j.afterRenames(from) == to {
			return
		}
	}
	if name != "Nullable" || message == "removed" { // whether it is comparable hangs on its argument
		set[name] = message
	}
}

var identifier = regexp.MustCompile(`[A-Za-z_][A-Za-z_0-9.]*`)

func (j *judge) afterRenames(text string) string {
	return identifier.ReplaceAllStringFunc(text, func(name string) string { return cmp.Or(j.renamed[name], name) })
}

// variants adds the types that no longer implement an interface by their pointers, which apidiff does not look at.
func (j *judge) variants(set map[string]string) {
	for _, union := range j.old.Scope().Names() {
		was, ok := iface(j.old, union)
		is, still := iface(j.new, union)
		if !ok || !still {
			continue
		}
		for _, name := range j.old.Scope().Names() {
			a, b := j.old.Scope().Lookup(name), j.new.Scope().Lookup(name)
			if !a.Exported() || !isDefined(a) || b == nil || !isDefined(b) {
				continue
			}
			if types.Implements(types.NewPointer(a.Type()), was) && !types.Implements(types.NewPointer(b.Type()), is) {
				set[name] = "no longer implements " + union
			}
		}
	}
}

func iface(p *types.Package, name string) (*types.Interface, bool) {
	t, ok := p.Scope().Lookup(name).(*types.TypeName)
	if !ok || !t.Exported() {
		return nil, false
	}
	i, ok := t.Type().Underlying().(*types.Interface)
	return i, ok
}

// isDefined reports whether an object is a defined type that is no interface.
func isDefined(o types.Object) bool {
	t, ok := o.(*types.TypeName)
	return ok && !t.IsAlias() && !types.IsInterface(t.Type())
}

// plain returns Client.Get for (*Client).Get.
func plain(name string) string { return strings.NewReplacer("(*", "", ")", "").Replace(name) }

// compare returns the names that are in one set only.
func (j *judge) compare(what string, ours, theirs map[string]string) (problems []string) {
	for _, name := range slices.Sorted(maps.Keys(ours)) {
		if _, ok := theirs[name]; !ok && !j.follows(name) {
			problems = append(problems, what+", surface only: "+name+": "+ours[name])
		}
	}
	for _, name := range slices.Sorted(maps.Keys(theirs)) {
		if _, ok := ours[name]; !ok && !j.follows(name) {
			problems = append(problems, what+", apidiff only: "+name+": "+theirs[name])
		}
	}
	return problems
}

// follows reports whether a name is a constant of a type, or a part of a type, that only one package has, or a method that is renamed.
func (j *judge) follows(name string) bool {
	if owner, _, part := strings.Cut(name, "."); part {
		for _, to := range j.renamed {
			if name == "Client."+to {
				return true
			}
		}
		return j.old.Scope().Lookup(owner) == nil || j.new.Scope().Lookup(owner) == nil
	}
	for from, to := range j.renamed { // functions and structs that have the name of a type, or of an operation, in theirs
		if strings.Contains(name, to) && j.old.Scope().Lookup(strings.Replace(name, to, from, 1)) != nil {
			return true
		}
	}
	for _, p := range []*types.Package{j.old, j.new} {
		c, ok := p.Scope().Lookup(name).(*types.Const)
		if !ok {
			continue
		}
		if t, ok := c.Type().(*types.Named); ok && (j.old.Scope().Lookup(t.Obj().Name()) == nil || j.new.Scope().Lookup(t.Obj().Name()) == nil) {
			return true
		}
	}
	return false
}
