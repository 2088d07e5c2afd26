package emit_test

import (
	"time"

	. "github.com/oas2go/oas2go/generator/gomodel"
)

// examples has an example for each kind of result, and of what is shown.
func examples() []Decl {
	of := func(method string, r Result, response *SampleResponse, sets ...Set) *Example {
		return &Example{Head: Head{Name: "ExampleClient_" + method}, Method: method, Params: local(method + "Params"), Result: r, Response: response, Sets: sets, Server: "exampleServer"}
	}
	text := func(field, value string) Set {
		return set(field, required, scalarType(String), LiteralValue{Literal: StringLit(value)})
	}
	json := func(body string, shown *Shown) *SampleResponse {
		return &SampleResponse{Status: 200, Media: "application/json", Body: body, Shown: shown}
	}
	record := `{"id":"r1","coupon":null,"status":"on","created_at":"2026-01-02T03:04:05Z","shards":3,"size":1,"ratio":1,"tags":[]}`
	sent := of("SendOnce", NoResult{}, &SampleResponse{Status: 204}, text("XFilled", "x"))
	sent.Sets = nil
	sent.Credentials = []SampleCredential{{Option: local("WithUserToken"), Kind: CredentialKey}, {Option: local("WithBasic"), Kind: CredentialBasic}}
	at := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	given := []Set{
		text("Cursor", "c"),
		set("Sizes", required, Slice{Elem: scalarType(Int32)}, ListValue{Items: []Held{{Type: scalarType(Int32), Value: LiteralValue{Literal: IntLit(1)}}}}),
		set("XTrace", required, scalarType(UUID), LiteralValue{Literal: UUIDLit("00000000-0000-4000-8000-000000000001")}),
		set("XAt", required, scalarType(Time), LiteralValue{Literal: TimeLit{Time: at}}),
		set("XDay", required, scalarType(Date), LiteralValue{Literal: DateLit{Time: at}}),
	}
	list := ValueResult{Type: Pointer{Elem: localType("Record")}}
	other := of("ListTasks", list, json(record, &Shown{Field: "Shards", Pointer: true, Text: "3"}), given...)
	other.Name = "ExampleClient_ListTasks_pointer"
	return []Decl{
		sent,
		of("ListTasks", list, json(record, &Shown{Field: "ID", Text: "r1"}), given...),
		other,
		of("GetLabels", ValueResult{Type: localType("Labels")}, json(`{"a":"b"}`, nil)),
		of("GetText", ValueResult{Type: Pointer{Elem: Builtin("string")}}, nil),
		of("GetPoints", ValueResult{Type: Slice{Elem: localType("Point")}}, json(`[]`, &Shown{Text: "0"})),
		of("GetReader", ReaderResult{}, nil),
		of("WatchTexts", SequenceResult{Events: true}, nil),
		of("WatchNumbers", SequenceResult{}, nil),
		of("GetEither", OneOfResult{}, nil),
		&ExampleServer{Head: Head{Name: "exampleServer"}},
	}
}
