package codec

import (
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/diff/jsonvalue"
)

// Complaint returns the first violation that a client with WithResponseValidation finds in a response that it can read, "" for none
// and where only support code knows.
func (c *Package) Complaint(operation string, a Response) string {
	o := c.operations[operation]
	if o == nil || a.Status/100 != 2 {
		return ""
	}
	r, ok := o.Result.(gomodel.ValueResult)
	if !ok || r.Form != gomodel.FormJSON {
		return ""
	}
	v, err := jsonvalue.Parse(a.Body)
	if err != nil {
		return ""
	}
	check := checker{Package: c}
	check.checks(r.Checks, r.Codec, v, "")
	check.inside(r.Codec, v)
	if check.unknown || len(check.findings) == 0 {
		return ""
	}
	return strings.TrimPrefix(check.findings[0].String(), " ")
}
