// Package functions finds the names of functions in operationIds that web frameworks have made.
package functions

import (
	"regexp"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/ident"
)

// An operation has an operationId, and is called by a path.
type operation struct {
	path string
	op   *api.Operation
}

// Names returns shorter names for operations whose operationId a framework has made of the name of a function. A name that two operations
// would share is given to neither.
func Names(doc *api.Document, style ident.Style) map[*api.Operation]string {
	var list []operation
	for _, entry := range doc.Paths {
		if entry.Value.Value == nil {
			continue // parse has reported the reference
		}
		for _, op := range entry.Value.Value.Operations {
			list = append(list, operation{entry.Name, op})
		}
	}
	count := map[string]int{}
	names := map[*api.Operation]string{}
	for _, x := range list {
		name := functionName(x)
		count[style.Exported(name)]++
		if name != x.op.OperationID {
			names[x.op] = name
		}
	}
	for op, name := range names {
		if count[style.Exported(name)] > 1 {
			delete(names, op)
		}
	}
	return names
}

// functionName returns the name of the function in an operationId that a framework has made, or the operationId as it is:
//
//   - FastAPI: read_item_items__item_id__get of GET /items/{item_id} is read_item;
//   - NestJS: CatsController_findAll is Cats_findAll;
//   - springdoc: list_1 with the tag film-controller is film_list, because the number hangs on the order of classes.
func functionName(x operation) string {
	id := x.op.OperationID
	if name, ok := strings.CutSuffix(id, notWord.ReplaceAllString(x.path, "_")+"_"+strings.ToLower(x.op.Method)); ok && name != "" {
		return name
	}
	if class, method, ok := strings.Cut(id, "Controller_"); ok && class != "" && method != "" {
		return class + "_" + method
	}
	if name, number, ok := strings.Cut(id, "_"); ok && isNumber.MatchString(number) && len(x.op.Tags) > 0 {
		if class, ok := strings.CutSuffix(x.op.Tags[0], "-controller"); ok && class != "" {
			return class + "_" + name
		}
	}
	return id
}

var (
	notWord  = regexp.MustCompile(`[^0-9A-Za-z_]`) // \W of Python for paths, which are ASCII
	isNumber = regexp.MustCompile(`^[1-9][0-9]*$`)
)
