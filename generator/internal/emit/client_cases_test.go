package emit_test

import . "github.com/oas2go/oas2go/generator/gomodel"

func param(f *Field, in Place, w ParamWriter, option string) Param {
	return Param{Field: *f, In: in, Write: w, Option: option}
}

func bodyOf(f *Field) *BodyField {
	return &BodyField{Field: *f, MediaType: "application/json", Write: JSONBody{}}
}

func operation(name, method string, r Result, params []Param, body *BodyField, errors ...ErrorBody) []Decl {
	var bodies []*BodyField
	if body != nil {
		bodies = append(bodies, body)
	}
	return []Decl{
		&Params{Head: Head{Name: name + "Params", Doc: Doc{Text{{Text: name + "Params are the parameters of "},
			{Link: local("Client"), Member: name}, {Text: "."}}}}, Operation: name, Fields: params, Bodies: bodies},
		&Operation{Head: Head{Name: name, Doc: Doc{Words(name + " does it.")[0], Code{method + " /x"}}}, Method: method,
			Path: []PathPart{{Text: "/x"}}, Params: local(name + "Params"), Result: r, Errors: errors},
	}
}

// keys has the roles of idempotency keys.
func keys() []Decl {
	given, filled := scalar("Given", "X-Given", String, optional), scalar("Filled", "X-Filled", String, required)
	return operation("SendOnce", "POST", NoResult{}, []Param{
		{Field: *given, In: InHeader, Write: ScalarParam{}, Key: KeyGiven},
		{Field: *filled, In: InHeader, Write: ScalarParam{}, Key: KeyFilled},
	}, nil)
}

// client has each kind of parameter, body, result and credential.
func client() []Decl {
	decls := createTask()
	for _, more := range [][]Decl{listTasks(), keys(), bodies(), otherBodies(), styledParams(), resultKinds(), otherResults(), options()} {
		decls = append(decls, more...)
	}
	return decls
}

func createTask() []Decl {
	decls := operation("CreateTask", "POST", NoResult{}, []Param{
		param(scalar("ProjectID", "project_id", String, required, Segment{}), InPath, ScalarParam{}, "WithProjectID"),
		param(named("StreamName", "stream_name", "Name", String, required, Segment{}, length(0, 60)), InPath, ScalarParam{}, ""),
		param(scalar("Part", "part", Int64, required), InPath, ScalarParam{}, ""),
		param(scalar("XTenant", "X-Tenant", String, required, NotEmpty{}), InHeader, ScalarParam{}, ""),
	}, bodyOf(object("Body", "", "Record", required)),
		errorBody("422", Pointer{Elem: localType("Owner")}, objectCodec("Owner")),
		errorBody("4XX", localType("Event"), unionCodec("Event")),
		errorBody("5XX", localType("Names"), objectCodec("Names")),
		errorBody("default", Slice{Elem: Builtin("string")}, ListCodec{Elem: Scalar{Kind: String}}))
	o := decls[1].(*Operation)
	o.Path = []PathPart{{Text: "/v2/"}, {Param: 0}, {Text: "/streams/"}, {Param: 1}, {Text: "/"}, {Param: 2}}
	o.ID, o.Template, o.Accept = "create", "/v2/{project_id}", "application/json"
	o.Security = [][]string{{"schemeUserToken"}, {"schemeAkSk", "schemeBasic"}, {}}
	return decls
}

func listTasks() []Decl {
	status := enumCodec("Status")
	decls := operation("ListTasks", "GET", ValueResult{Type: Pointer{Elem: localType("Record")}, Codec: objectCodec("Record"), Empty: []int{204, 205}}, []Param{
		param(scalar("Cursor", "cursor", String, required), InQuery, ScalarParam{}, ""),
		param(scalar("Limit", "limit", Int32, optional, intRange(1, 100)), InQuery, ScalarParam{}, ""),
		param(named("Tenant", "tenant", "Name", String, optional), InQuery, ScalarParam{}, "WithTenant"),
		param(list("Grade", "grade", localType("Status"), status, "", optionalNil, each(inEnum("Status"))), InQuery, ListParam{Explode: true}, ""),
		param(list("Ids", "ids", scalarType(String), Scalar{Kind: String}, "", optionalNil), InQuery, ListParam{}, ""),
		param(list("Sizes", "sizes", scalarType(Int32), Scalar{Kind: Int32}, "", required, Filled{}), InQuery, ListParam{}, ""),
		param(scalar("Ratio", "ratio", Float64, optional), InQuery, ScalarParam{}, ""),
		param(scalar("Deep", "deep", Bool, optional), InQuery, ScalarParam{}, ""),
		param(scalar("Since", "since", Time, optional), InQuery, ScalarParam{}, ""),
		param(scalar("Day", "day", Date, optional), InQuery, ScalarParam{}, ""),
		param(scalar("XRequest", "X-Request", UUID, optional), InHeader, ScalarParam{}, ""),
		param(scalar("XTrace", "X-Trace", UUID, required, Given{}), InHeader, ScalarParam{}, ""),
		param(scalar("XAt", "X-At", Time, required, Given{}), InHeader, ScalarParam{}, ""),
		param(scalar("XDay", "X-Day", Date, required, Given{}), InHeader, ScalarParam{}, ""),
		param(scalar("XMode", "X-Mode", String, optionalNullable), InHeader, ScalarParam{}, ""),
	}, nil)
	call := decls[1].(*Operation)
	call.Tolerate = Tolerances()
	decls = append(decls, &Service{
		Head: head("Service", "Service is all of it."), Adapter: "Service", Methods: []ServiceMethod{{Doc: Words("ListTasks lists."), Call: call}},
	})
	group := &Group{Head: head("TasksClient", "TasksClient has the tasks."), Field: "Tasks", FieldDoc: Words("What is to do.")}
	decls = append(decls, &GroupedClient{Head: head("Client", "A Client calls the API."), Groups: []*Group{group}}, group)
	return append(decls, pages(call)...)
}

// pages are of each kind of turn.
func pages(call *Operation) (decls []Decl) {
	limit := PageParam{Field: "Limit", Wire: "limit", Type: scalarType(Int32), Kind: Int32, Hold: optional}
	for _, c := range []struct {
		name string
		turn Turn
	}{
		{"ByCursor", CursorTurn{Param: PageParam{Field: "Cursor", Wire: "cursor", Type: scalarType(String), Kind: String, Hold: required},
			Next: []PageStep{{Field: "ID", Hold: required}}, Kind: String, Same: true}},
		{"ByCount", CountTurn{Param: limit, First: 1}},
		{"ByLink", LinkTurn{}},
	} {
		decls = append(decls, &Pages{
			Head: head("ListTasks"+c.name, "ListTasks"+c.name+" gives all pages."), All: "AllTasks" + c.name, AllDoc: Words("AllTasks" + c.name + " gives all items."),
			Call: call, Params: call.Params, Page: Pointer{Elem: localType("Record")}, NilPage: true, Item: scalarType(String), Items: []PageStep{{Field: "Tags", Hold: required}},
			Turn: c.turn,
		})
	}
	return decls
}

func bodies() []Decl {
	var decls []Decl
	for _, c := range []struct {
		name string
		body *Field
	}{
		{"PutOptional", object("Body", "", "Record", optional)},
		{"PutNullable", object("Body", "", "Record", optionalNullable)},
		{"PutEvent", union("Body", "", "Event", required)},
		{"PutList", list("Body", "", localType("Point"), objectCodec("Point"), "listPoint", required, items(1, 9), each(Inside{}))},
		{"PutMap", mapOf("Body", "", scalarType(String), Scalar{Kind: String}, "", optionalNil, each(length(1, 2)))},
		{"PutName", named("Body", "", "Name", String, required, Inside{})},
		{"PutLabels", object("Body", "", "Labels", required)},
	} {
		decls = append(decls, operation(c.name, "PUT", NoResult{}, nil, bodyOf(c.body))...)
	}
	return decls
}

func resultKinds() []Decl {
	var decls []Decl
	for _, c := range []struct {
		name   string
		result ValueResult
	}{
		{"GetLabels", ValueResult{Type: localType("Labels"), Codec: objectCodec("Labels")}},
		{"GetEvent", ValueResult{Type: localType("Event"), Codec: unionCodec("Event")}},
		{"GetPoints", ValueResult{Type: Slice{Elem: localType("Point")}, Codec: ListCodec{Elem: objectCodec("Point"), Reader: "listPoint"},
			Checks: []Check{items(1, 9), each(Inside{})}}},
		{"GetRaw", ValueResult{Type: rawMessage, Codec: RawCodec{}}},
		{"GetStatus", ValueResult{Type: localType("Status"), Codec: enumCodec("Status"), Checks: []Check{inEnum("Status")}}},
		{"GetText", ValueResult{Type: Pointer{Elem: Builtin("string")}, Codec: Scalar{Kind: String}, Checks: []Check{length(1, 9)}}},
	} {
		decls = append(decls, operation(c.name, "GET", c.result, nil, nil)...)
	}
	return decls
}

func options() []Decl {
	of := func(name string, k CredentialKind, in, wire string) *CredentialOption {
		o := &CredentialOption{Head: head(name, name+" gives a credential."), Const: "scheme" + name[4:], Kind: k, In: in, Wire: wire}
		if k == CredentialKey || k == CredentialBasic || k == CredentialBearer {
			o.Source = &SourceOption{Name: name + "Source", Doc: Words(name + "Source asks for it.")}
		}
		return o
	}
	oauth := of("WithOAuth", CredentialBearer, "header", "Authorization")
	oauth.Client = &ClientOption{Name: "WithOAuthClientCredentials", Doc: Words("WithOAuthClientCredentials asks for it."), TokenURL: "OAuthTokenURL"}
	return []Decl{
		&ServerURL{Head: head("ServerURLTest", "ServerURLTest is the base URL of the test server."), Parts: []URLPart{{Text: "https://api.example.com"}}},
		&ServerURL{Head: head("ServerURL", "ServerURL gives the base URL."), Parts: []URLPart{{Text: "https://dis."}, {Var: 0}, {Text: "."}, {Var: 1}},
			Variables: []ServerVar{{Name: "Region", Default: "cn-north-4"}, {Name: "Domain"}}},
		&ServerURL{Head: head("ServerURLOne", "ServerURLOne gives the base URL."), Parts: []URLPart{{Text: "https://dis."}, {Var: 0}},
			Variables: []ServerVar{{Name: "region", Default: "cn-north-4"}}},
		of("WithUserToken", CredentialKey, "header", "X-Auth-Token"),
		of("WithAPIKey", CredentialKey, "query", "api_key"),
		of("WithSession", CredentialKey, "cookie", "sid"),
		of("WithBasic", CredentialBasic, "header", "Authorization"),
		of("WithAkSk", CredentialSigner, "header", "Authorization"),
		of("WithMTLS", CredentialCert, "", ""),
		oauth,
		&TextConstants{Head: head("OAuthTokenURL", "URLs and scopes."), List: []TextConstant{
			{Name: "OAuthTokenURL", Text: "https://example.com/token", About: "where tokens are asked for"}, {Name: "OAuthScopeRead", Text: "read"},
		}},
		&ValueOption{Head: head("WithProjectID", "WithProjectID sets the ProjectID of every call."), Wire: "project_id", Argument: "id", Field: "ProjectID"},
		&ValueOption{Head: head("WithTenant", "WithTenant sets the Tenant of every call."), Wire: "tenant", Argument: "tenant", Field: "Tenant"},
	}
}
