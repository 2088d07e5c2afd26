package gomodel

// served checks that an operation has a reader for each parameter and body, and a media type for each method.
func (v *verifier) served(d *Served) {
	if d.Params == nil || v.declared[d.Params.Name] != Decl(d.Params) {
		v.fail(d, "has no params")
		return
	}
	if len(d.Request.Fields) != len(d.Params.Fields) || len(d.Request.Bodies) != len(d.Params.Bodies) {
		v.fail(d, "reads other parameters than %s has", d.Params.Name)
	}
	for i, b := range d.Request.Bodies {
		if len(b.Types) == 0 {
			v.fail(d, "has no media type for %s", d.Params.Bodies[i].Name)
		}
	}
	served := map[*Operation]bool{}
	for _, c := range d.Response.Contents {
		served[c.Call] = true
	}
	for _, call := range d.Calls {
		if !served[call] {
			v.fail(d, "never calls %s", call.Name)
		}
	}
	v.links(d.Name, d.Request.ParseDoc)
}
