package emit_test

import . "github.com/oas2go/oas2go/generator/gomodel"

// otherBodies are those that are no JSON.
func otherBodies() []Decl {
	reader := Field{Name: "BodyBinary", Type: Named{Ident: Ident{Path: "io", Name: "Reader"}}, Hold: Hold{Box: NilBox}, Codec: RawCodec{}}
	form := *object("Body", "", "UploadBody", optional)
	bodies := []*BodyField{
		{Field: form, MediaType: "multipart/form-data", Write: MultipartBody{}},
		{Field: *object("BodyForm", "", "Record", optional), MediaType: "application/x-www-form-urlencoded", Write: URLForm{Parts: []PartStyle{
			{Name: "tags", Style: &StyledParam{Style: "pipeDelimited"}}, {Name: "owner", MediaType: "application/json"}}}},
		{Field: *scalar("BodyText", "", Int64, optional), MediaType: "text/plain", Write: TextBody{}},
		{Field: *object("BodyXML", "", "Owner", optional), MediaType: "application/xml", Write: XMLBody{Root: XMLRoot{Name: "owner", Namespace: "urn:owners", Prefix: "o"}}},
		{Field: reader, MediaType: "image/png", Write: StreamBody{Choice: "BodyBinaryType"}},
	}
	decls := operation("Upload", "POST", NoResult{}, nil, nil)
	params := decls[0].(*Params)
	params.Bodies, params.BodyRequired = bodies, true
	decls[1].(*Operation).Server = &OwnServer{URL: "https://up.example.com", Main: []string{"https://api.example.com"}}
	file := Named{Ident: local("FormFile")}
	part := func(f *Field, kind FileKind) FormField {
		return FormField{Field: *f, File: kind, Part: PartStyle{Name: f.Wire}}
	}
	hold := func(name string, t TypeExpr, h Hold) *Field {
		return &Field{Name: name, Wire: name, Type: t, Hold: h, Codec: RawCodec{}}
	}
	upload := &Form{Head: head("UploadBody", "UploadBody is a form."), Operation: "Upload", Fields: []FormField{
		part(hold("File", file, Hold{Required: true}), OneFile),
		part(hold("Other", file, Hold{Box: Pointing}), OneFile),
		part(hold("More", Slice{Elem: file}, Hold{Required: true, Box: NilBox}), ManyFiles),
		part(scalar("Caption", "caption", String, optional, length(1, 9)), NoFile),
		part(object("Owner", "owner", "Owner", required), NoFile),
	}}
	return append(decls, upload)
}

// styledParams are those that are written through their JSON.
func styledParams() []Decl {
	decls := operation("GetStyled", "GET", NoResult{}, []Param{
		param(list("Matrix", "matrix", scalarType(String), Scalar{Kind: String}, "", required), InPath, StyledParam{Style: "matrix", Explode: true}, ""),
		param(object("Deep", "deep", "Owner", optional), InQuery, StyledParam{Style: "deepObject", Explode: true}, ""),
		param(union("Event", "event", "Event", optionalNil), InQuery, StyledParam{Style: StyleJSON}, ""),
		param(object("Whole", "whole", "Labels", optionalNil), InQuery, StyledParam{Style: "form", Explode: true, Whole: true}, ""),
		param(object("Form", "form", "Labels", optionalNil), InQuery, FormParam{Parts: []PartStyle{{Name: "tags", MediaType: "application/json"}}}, ""),
		param(scalar("Free", "free", String, optional), InQuery, StyledParam{Style: "form", Reserved: true}, ""),
		param(scalar("Session", "session", String, optional), InCookie, StyledParam{Style: "form"}, ""),
	}, nil)
	o := decls[1].(*Operation)
	o.Path = []PathPart{{Text: "/x/"}, {Param: 0}}
	return decls
}

// otherResults are those that are no JSON, or not always the same.
func otherResults() []Decl {
	text := Scalar{Kind: String}
	owner := ValueResult{Type: Pointer{Elem: localType("Owner")}, Codec: objectCodec("Owner"), Form: FormXML}
	str := scalarType(String)
	var decls []Decl
	for _, c := range []struct {
		name   string
		result Result
	}{
		{"GetXML", owner},
		{"GetPlain", ValueResult{Type: str, Codec: text, Form: FormText, Checks: []Check{length(1, 9)}}},
		{"GetPlainStatus", ValueResult{Type: localType("Status"), Codec: enumCodec("Status"), Form: FormText}},
		{"GetPlainNumber", ValueResult{Type: scalarType(Int64), Codec: Scalar{Kind: Int64}, Form: FormText}},
		{"GetReader", ReaderResult{Empty: []int{204}}},
		{"WatchEvents", SequenceResult{Type: localType("Event"), Codec: unionCodec("Event"), Form: FormJSON, Events: true}},
		{"WatchTexts", SequenceResult{Type: str, Codec: text, Form: FormText, Events: true}},
		{"WatchOwners", SequenceResult{Type: Pointer{Elem: localType("Owner")}, Codec: objectCodec("Owner"), Form: FormJSON}},
		{"WatchNumbers", SequenceResult{Type: scalarType(Int64), Codec: Scalar{Kind: Int64}, Form: FormJSON}},
		{"GetEither", OneOfResult{Union: local("GetEitherResult"), Empty: []int{204}, Cases: []ResultCase{
			{Status: "200", Variant: local("Owner"), Type: Pointer{Elem: localType("Owner")}, Codec: objectCodec("Owner"), Form: FormJSON},
			{Status: "201", Variant: local("GetEitherCreated"), Type: Slice{Elem: str}, Codec: ListCodec{Elem: text}, Form: FormJSON, Wrapped: true},
			{Status: "202", Variant: local("GetEitherAccepted"), Type: str, Codec: text, Form: FormText, Wrapped: true},
			{Status: "2XX", Variant: local("GetEitherSuccess"), Type: Named{Ident: Ident{Path: "io", Name: "ReadCloser"}}, Codec: RawCodec{}, Form: FormReader, Wrapped: true},
		}}},
	} {
		decls = append(decls, operation(c.name, "GET", c.result, nil, nil)...)
	}
	header := func(f *Field, form HeaderForm) HeaderField { return HeaderField{Field: *f, Form: form} }
	decls = append(decls, senders()...)
	return append(decls,
		&ResultUnion{Head: head("GetEitherResult", "GetEitherResult is one of several."), Marker: "isGetEitherResult", Variants: []ResultVariant{
			{Name: "Owner"}, {Name: "GetEitherCreated", Doc: Words("GetEitherCreated is a list."), Body: Slice{Elem: str}},
			{Name: "GetEitherAccepted", Doc: Words("GetEitherAccepted is text."), Body: str},
			{Name: "GetEitherSuccess", Doc: Words("GetEitherSuccess is a file."), Body: Named{Ident: Ident{Path: "io", Name: "ReadCloser"}}},
		}},
		&HeaderType{Head: head("GetXMLHeader", "GetXMLHeader are headers."), Parse: "ParseGetXMLHeader", Fields: []HeaderField{
			header(scalar("ETag", "ETag", String, required), HeaderText),
			header(scalar("Rate", "X-Rate", Int32, optional), HeaderPlain),
			header(list("Names", "X-Names", str, text, "", optionalNil), HeaderTexts),
			header(list("Sizes", "X-Sizes", scalarType(Int32), Scalar{Kind: Int32}, "", optionalNil, Unique{}), HeaderList),
			header(object("Owner", "X-Owner", "Owner", optional), HeaderPlain),
		}},
		&Webhook{Head: head("HandleOwner", "HandleOwner makes a handler."), What: "webhook owner", Method: "POST", Status: 204,
			Body: &WebhookBody{Type: Pointer{Elem: localType("Owner")}, Codec: objectCodec("Owner")}},
		&Webhook{Head: head("HandleNames", "HandleNames makes a handler."), What: "webhook names", Method: "POST", Status: 200,
			Body: &WebhookBody{Type: Slice{Elem: str}, Codec: ListCodec{Elem: text}, Checks: []Check{items(1, 9)}}},
		&Webhook{Head: head("HandleRaw", "HandleRaw makes a handler."), What: "webhook raw", Method: "PUT", Status: 200},
	)
}

// senders are what a server sends webhooks and callbacks with.
func senders() []Decl {
	decls := operation("SendOwner", "POST", NoResult{}, []Param{
		param(scalar("Callback", "callback", String, optional), InQuery, ScalarParam{}, ""),
		param(object("Where", "where", "Labels", optionalNil), InQuery, StyledParam{Style: StyleJSON}, ""),
	}, nil)
	send := &Send{Operation: *decls[1].(*Operation)}
	send.Receiver, send.Path, send.Grouped = true, nil, Grouped{Type: "WebhookSender", Name: "SendOwner"}
	return []Decl{
		&Sender{Head: head("WebhookSender", "WebhookSender sends webhooks."), Make: "NewWebhookSender", MakeDoc: Words("NewWebhookSender makes one.")},
		send, decls[0],
		&CallbackURL{Head: head("OwnerURL", "OwnerURL gives a URL."), Expression: "{$request.query.callback}?x={$request.query.where#/a}", Params: local("SendOwnerParams"), Values: []CallbackValue{
			{Expression: "$request.query.callback", Field: "Callback"},
			{Expression: "$request.query.where#/a", Field: "Where", Pointer: "/a"},
		}},
	}
}
