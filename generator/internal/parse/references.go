package parse

import "github.com/oas2go/oas2go/generator/internal/source"

// references hold what is to be done when the objects above are read: follow references, which may add some, then look up names.
// References to objects come before those to schemas, so that a schema inside of an object is read as a part of it.
type references struct {
	objects, schemas, names []func()
	late                    []func()              // references to what was not there, and may be when all files are read
	final                   bool                  // late ones are followed now
	reported                map[*source.Node]bool // those that have a finding
	made                    map[*source.Node]bool // those that nobody wrote: of the entries of a map that is a reference
	missing                 map[string]bool       // what is elsewhere and was reported
}

// firstTo reports whether no reference to a URI has led nowhere before, of those that are none of a file.
func (q *references) firstTo(uri string) bool {
	if uri == "" {
		return true
	}
	seen := q.missing[uri]
	if q.missing == nil {
		q.missing = map[string]bool{}
	}
	q.missing[uri] = true
	return !seen
}

// follow follows all references. Places that were not read yet are read, which may add references.
func (q *references) follow() {
	for {
		todo := &q.late
		for _, list := range []*[]func(){&q.names, &q.schemas, &q.objects} {
			if len(*list) > 0 {
				todo = list
			}
		}
		if len(*todo) == 0 {
			return
		}
		list := *todo
		*todo = nil
		q.final = todo == &q.late
		for _, step := range list {
			step()
		}
	}
}

// first reports whether a reference has no finding yet, and notes that it has one now.
func (q *references) first(ref *source.Node) bool {
	was := q.reported[ref]
	q.reported[ref] = true
	return !was
}
