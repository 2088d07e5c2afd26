package support

// wrongTag reports the tag, in member name of the object that is next, that leads to what must not be here. The object is still to be read.
func (r *jsonReader) wrongTag(name, limit string) {
	r.report(r.tagAt(name), "discriminator", limit)
}

// copyMembers reads into a base the members of one of its heirs that it has too. An heir whose members are held in another way than
// those of the base has no quicker one.
func copyMembers(base jsonDecoder, x jsonEncoder) {
	if text, err := marshalJSON(x); err == nil {
		r := jsonReader{data: text, tolerant: true}
		base.decode(&r)
	}
}
