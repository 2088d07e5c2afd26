package rules

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/ident"
)

// names returns the names that code can have used: all but new ones.
func (s situation) names() (list []change.Name) {
	for _, n := range s.Go.Names {
		if n.Kind != change.Added && n.Name != "" {
			list = append(list, n)
		}
	}
	return list
}

// named returns the first name of a kind.
func (s situation) named(k change.NameKind) (change.Name, bool) {
	i := slices.IndexFunc(s.Go.Names, func(n change.Name) bool { return n.Kind == k && n.Name != "" })
	if i < 0 {
		return change.Name{}, false
	}
	return s.Go.Names[i], true
}

// goCode is the code that a change of Go names hits.
func (s situation) goCode() string {
	switch list := s.names(); len(list) {
	case 0:
		return "Go code that uses " + or(s.field(), s.name()) + "."
	case 1:
		return "Go code that uses " + list[0].Name + "."
	case 2:
		return "Go code that uses " + list[0].Name + " or " + list[1].Name + "."
	default:
		return "Go code that uses " + list[0].Name + " or " + strconv.Itoa(len(list)-1) + " other names."
	}
}

// users is the same code inside of a sentence.
func (s situation) users() string {
	if list := s.names(); len(list) > 0 {
		return "Code that uses " + list[0].Name
	}
	return "Other code"
}

// field is the Go name of the field of the place.
func (s situation) field() string {
	if s.with.Field != "" {
		return s.with.Field
	}
	for _, n := range s.Go.Names {
		if _, field, ok := strings.Cut(n.Name, "."); ok && !strings.Contains(n.Name, ", ") {
			return field
		}
	}
	name := or(s.Facts.Name, s.place())
	if s.constraint(s.Rule) != "" { // the name is that of the keyword
		if name = ""; strings.Contains(s.Subject, ".") {
			name = s.place()
		}
	}
	if identifies(name) {
		return ident.NewStyle(nil).Exported(name)
	}
	return ""
}

// identifies reports whether a name of the document has nothing but what names have.
func identifies(name string) bool {
	letters := "abcdefghijklmnopqrstuvwxyz0123456789_-"
	return name != "" && strings.Trim(strings.ToLower(name), letters) == "" && strings.Trim(name, "0123456789_-") != ""
}

// owner is the Go type that has the field.
func (s situation) owner() string {
	for _, n := range s.Go.Names {
		if owner, _, ok := strings.Cut(n.Name, "."); ok {
			return owner
		}
	}
	return ""
}

// typeOf is the Go type of values: of a constant that is gone or new, or what is known otherwise.
func (s situation) typeOf() string {
	for _, n := range s.Go.Names {
		text := n.Note
		if n.Kind == change.Added {
			text = n.New
		}
		if word, typ, ok := strings.Cut(text, " "); ok && (word == "a" || word == "an") && identifies(typ) && unicode.IsUpper(rune(typ[0])) {
			return typ
		}
	}
	return s.with.Type
}

// set says where a field is set: Set Channel in every CreateOrder.
func (s situation) set() string {
	field, owner := or(s.field(), s.name()), s.owner()
	if owner == "" {
		return "Set " + field + " in every call"
	}
	return "Set " + field + " in every " + owner
}

// conversion says what becomes of a value v if its type changes between T, *T and Nullable[T]; "" for other types.
func conversion(old, new, v string) string {
	from, bare := wrapped(old, v)
	to, other := wrapped(new, v)
	if bare != other || from == to {
		return ""
	}
	return from + " becomes " + to
}

// wrapped returns how a value of a type is written, and the type without what wraps it.
func wrapped(typ, v string) (text, bare string) {
	if inner, ok := strings.CutPrefix(typ, "Nullable["); ok {
		return "NewNullable(" + v + ")", strings.TrimSuffix(inner, "]")
	}
	if inner, ok := strings.CutPrefix(typ, "*"); ok {
		return "new(" + v + ")", inner
	}
	return v, typ
}

// value is a value in examples of code.
func (s situation) value() string {
	switch {
	case s.with.Value == "":
		return "v"
	case s.with.Package == "":
		return s.with.Value
	}
	return s.with.Package + "." + s.with.Value
}

// converted is the conversion of the first name whose type changed.
func (s situation) converted(v string) string {
	n, ok := s.named(change.Changed)
	if !ok {
		return ""
	}
	return conversion(n.Old, n.New, v)
}

// adapt says what to do with the first name, if only Go code is hit.
func (s situation) adapt() string {
	list := s.names()
	if len(list) == 0 {
		return "Compile the code with the new package: each error shows a place to change."
	}
	more := ""
	if len(list) > 1 {
		more = " The compiler shows the other places."
	}
	switch n := list[0]; n.Kind {
	case change.Gone:
		if to, ok := s.named(change.Added); ok && s.oneForOne() {
			return "Use " + to.Name + " instead of " + n.Name + "." + more
		}
		return "Remove " + n.Name + " from the code." + more
	case change.Renamed:
		return s.rename(n) + more
	default:
		if text := conversion(n.Old, n.New, "v"); text != "" {
			return "Where " + n.Name + " is set, " + text + "." + more
		}
		return "Adapt the uses of " + n.Name + ": " + or(n.Old, "the old type") + " becomes " + or(n.New, "another one") + "." + more
	}
}

// oneForOne reports whether a name that came does what the one that is gone did.
func (s situation) oneForOne() bool {
	return strings.HasSuffix(s.Rule, "-renamed") || strings.HasPrefix(s.Rule, "server-")
}

// rename says how to rename a name: by a command, if it is one of the package.
func (s situation) rename(n change.Name) string {
	if strings.Contains(n.Name, ".") || s.with.Package == "" || n.New == "" {
		return "Rename " + n.Name + " to " + or(n.New, "its new name") + " in the code."
	}
	return `Rename: gofmt -w -r "` + s.with.Package + "." + n.Name + " -> " + s.with.Package + "." + n.New + `" .`
}

// keepName says how the author keeps a name of Go: below a place of the new document.
func (s situation) keepName(name, below string) string {
	if at := s.at(); at != "" {
		below += " (" + at + ")"
	}
	return "Write x-go-name: " + name + " below " + below + "."
}

// at is file and line of the new document.
func (s situation) at() string {
	if s.New.Pos.File == nil {
		return ""
	}
	pos := s.New.Pos.Written()
	return pos.File.Name + ":" + strconv.FormatUint(uint64(pos.Line), 10)
}
