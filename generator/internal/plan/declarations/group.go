package declarations

import (
	"github.com/oas2go/oas2go/generator/gomodel"
)

// A Group is what stays together in one file: a component or an operation, with what belongs to it.
type Group struct {
	Name  string // of the Go declaration
	Decls []gomodel.Decl
}

// Lines is about how many lines a group has.
func (g Group) Lines() (n int) {
	for _, d := range g.Decls {
		switch d := d.(type) {
		case *gomodel.Struct:
			n += 45 + 8*len(d.Members)
		case *gomodel.Params:
			n += 12 + 4*len(d.Fields)
		case *gomodel.Operation:
			n += 40
		case *gomodel.Enum:
			n += 10 + 2*len(d.Values)
		case *gomodel.Union:
			n += 60 + 10*len(d.Variants)
		default:
			n += 25
		}
	}
	return n
}
