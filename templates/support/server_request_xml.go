package support

// xml reads a body of XML into x.
func (in *requestReader) xml(root xmlRoot, x any) {
	data := in.bodyBytes()
	if in.err != nil {
		return
	}
	if err := decodeXML(data, root, false, x); err != nil {
		in.violate(Violation{In: "body", Rule: "xml", Limit: err.Error()})
		in.noBody = true
	}
}
