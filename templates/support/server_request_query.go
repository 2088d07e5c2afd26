package support

// wholeQuery reads a query that is one JSON text (OAS 3.2, in: querystring). It reports whether there is one.
func (in *requestReader) wholeQuery(read func(*jsonReader)) bool {
	if in.r.URL.RawQuery == "" {
		return false
	}
	for i := range in.query {
		in.query[i].used = true
	}
	in.decode([]byte(unescape(in.r.URL.RawQuery)), "query", "", read)
	return true
}

// queryForm reads a query that is a form (OAS 3.2, in: querystring). It reports whether there is one.
func (in *requestReader) queryForm(form shape, parts []partStyle, read func(*jsonReader)) bool {
	if len(in.query) == 0 {
		return false
	}
	var w jsonWriter
	form.formObject(&w, in.query, parts)
	in.decode(w.buf, "query", "", read)
	return true
}
