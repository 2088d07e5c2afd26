package plan

import "github.com/oas2go/oas2go/generator/gomodel"

// readArray is the function of support code that reads a long array one element at a time.
const readArray = "ReadArray"

// userSupport returns the names of support code that users call and no declaration does, and what the comment of the package says
// about them.
func (p *planner) userSupport() (names []string, doc gomodel.Doc) {
	if !p.hasArrayOfObjects() {
		return nil, nil
	}
	line := (&text{}).link(p.named.Own(readArray), false, "").add(" reads a long array from an io.Reader, one element at a time.")
	return []string{readArray}, gomodel.Doc{line.spans}
}

// hasArrayOfObjects reports whether a component is an array whose elements can be objects. An answer that is one without being a component
// does not count: the client reads it as a whole, and the support code is longer than that of a small package should be.
func (p *planner) hasArrayOfObjects() bool {
	for _, r := range p.rootTypes() {
		if r.typ != nil && p.isArrayOfObjects(named{r.typ}) {
			return true
		}
	}
	return false
}

func (p *planner) isArrayOfObjects(s shape) bool {
	elem := elements(s)
	return isAnythingShape(elem) || elem.schema != nil && p.kinds(elem.schema)&kindObject != 0
}
