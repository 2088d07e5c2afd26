package emit_test

import . "github.com/oas2go/oas2go/generator/gomodel"

// serving has a handler with each shape of a failure.
func serving() []Decl {
	decls := operation("ServeTask", "POST", ValueResult{Type: Pointer{Elem: localType("Owner")}, Codec: objectCodec("Owner")}, []Param{
		param(scalar("Task", "task", String, required, Segment{}), InPath, ScalarParam{}, ""),
	}, bodyOf(object("Body", "", "Record", required)))
	params, call := decls[0].(*Params), decls[1].(*Operation)
	params.BodyRequired = true
	call.Template, call.Path = "/tasks/{task}", []PathPart{{Text: "/tasks/"}, {Param: 0}}
	served := &Served{
		Head: Head{Name: "serveServeTask"}, Calls: []*Operation{call}, Params: params,
		Marks: []RouteMark{
			{Of: MarkHeader, Texts: []string{"X-Op", "serve"}}, {Of: MarkQuery, Texts: []string{"op", "serve"}},
			{Of: MarkBody, Texts: []string{"application/json"}}, {Of: MarkAccept, Texts: []string{"application/json"}},
		},
		Security: []SecurityNeeds{{{Scheme: "token", Scopes: []string{"write"}}}, {}},
		Request: ServedRequest{
			Parse: "ParseServeTaskParams", ParseDoc: Words("ParseServeTaskParams reads the parameters."),
			Fields: []ServedParam{{Shape: TextShape{Text: true}}}, Bodies: []ServedBody{{
				Types: []string{"application/json"}, Also: []AlsoRead{{Types: []string{"multipart/form-data"}, Write: PartsBody{Parts: []PartStyle{{Name: "id"}}}}},
			}},
		},
		Response: ServedResponse{
			Success: []string{"200"},
			Failures: []ServedFailure{
				{Status: "422", Media: "application/json", Type: Pointer{Elem: localType("Owner")}, Codec: objectCodec("Owner"), Problem: OpenProblem},
				{Status: "4XX", Media: "application/json", Type: Slice{Elem: Builtin("string")}, Codec: ListCodec{Elem: Scalar{Kind: String}}, Problem: ClosedProblem},
				{Status: "5XX", Media: "text/plain", Problem: NoProblem},
			},
			Contents: []ServedContent{{Media: "application/json", Call: call}},
		},
	}
	service := &Service{
		Head: head("TaskService", "TaskService is what a server does."), Adapter: "TaskService", Served: true,
		Methods: []ServiceMethod{{Doc: Words("ServeTask does it."), Call: call}},
	}
	handler := &Handler{
		Head: head("HandlerConfig", "HandlerConfig is what NewHandler needs to know."), New: "NewHandler", Unimplemented: "UnimplementedService",
		NewDoc: Words("NewHandler makes a handler."), Service: local("TaskService"), Options: local("HandlerOptions"), Path: "/v1",
		Schemes: []ServerScheme{{Field: "Token", Doc: Words("Token checks it."), Name: "token", Kind: CredentialBearer}}, Served: []*Served{served},
	}
	fakes := &ExampleService{
		Head: head("ExampleService", "ExampleService gives examples."), New: "NewExampleService", NewDoc: Words("NewExampleService makes one."), Service: local("TaskService"),
	}
	set := &ExampleSet{
		Head: Head{Name: "examplesOfServeTask"}, Owner: "ExampleService", Service: local("TaskService"), Calls: []*Operation{call},
		Success:  []SetExample{{Call: call, Status: "200", Name: "one", Body: `{"id":"a"}`}},
		Failures: []SetExample{{Status: "422", Header: []SentHeader{{Name: "X-Why", Text: "it is"}}, Body: `{"id":"b"}`}},
		Bodies:   []ErrorBody{errorBody("422", Pointer{Elem: localType("Owner")}, objectCodec("Owner"))},
	}
	return append(decls, service, handler, served, fakes, set)
}
