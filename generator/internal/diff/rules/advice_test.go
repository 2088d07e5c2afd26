package rules_test

import (
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/rules"
)

func breaking(d change.Direction, operations ...string) change.Effect {
	return change.Effect{Direction: d, Verdict: change.Breaking, Operations: operations}
}

func compatible(d change.Direction, operations ...string) change.Effect {
	return change.Effect{Direction: d, Verdict: change.Compatible, Operations: operations}
}

func advice(c change.Change, with rules.Context) [3]string {
	rules.Advise(&c, with)
	return [3]string{c.Advice.Who, c.Advice.Callers, c.Advice.Author}
}

// TestLimits: who sends or reads what is beyond a limit, in words that fit what it counts.
func TestLimits(t *testing.T) {
	for _, x := range []struct {
		rule, subject, typ, old, new string
		want                         [3]string
	}{
		{"maximum-lowered", "listOrders, query limit", "integer", "100", "50",
			[3]string{"send a limit of 51 to 100", "Send 50 at most.", "Leave the maximum at 100."}},
		{"maximum-lowered", "Order.items", "integer", "100", "99", [3]string{"send items of 100", "Send 99 at most.",
			"Leave the maximum at 100."}},
		{"maximum-lowered", "Order.amount", "number", "100", "50.5", [3]string{"send an amount above 50.5", "Send 50.5 at most.",
			"Leave the maximum at 100."}},
		{"maximum-lowered", "Order.amount", "number", "none", "below 50",
			[3]string{"send an amount of 50 or more", "Send less than 50.", "Leave the maximum out."}},
		{"minimum-raised", "Order.unit", "integer", "1", "5", [3]string{"send a unit of 1 to 4", "Send 5 at least.", "Leave the minimum at 1."}},
		{"minimum-raised", "Order.unit", "integer", "none", "5", [3]string{"send a unit below 5", "Send 5 at least.", "Leave the minimum out."}},
		{"max-length-lowered", "name, in the query", "string", "80", "40",
			[3]string{"send a name of 41 to 80 characters", "Send 40 characters at most.", "Leave maxLength at 80."}},
		{"max-length-lowered", "Order.name", "string", "none", "40",
			[3]string{"send a name longer than 40 characters", "Send 40 characters at most.", "Leave maxLength out."}},
		{"min-length-raised", "Order.name", "string", "none", "1",
			[3]string{"send a name shorter than 1 character", "Send 1 character at least.", "Leave minLength out."}},
		{"max-items-lowered", "Order.tags", "array", "9", "5", [3]string{"send tags with 6 to 9 items", "Send 5 items at most.",
			"Leave maxItems at 9."}},
		{"min-length-raised", "putText, body", "string", "none", "3",
			[3]string{"send a body shorter than 3 characters", "Send 3 characters at least.", "Leave minLength out."}},
		{"max-items-lowered", "putList, body", "array", "9", "5", [3]string{"send a body with 6 to 9 items", "Send 5 items at most.",
			"Leave maxItems at 9."}},
		{"max-length-lowered", "putList, body []", "string", "none", "5",
			[3]string{"send an item longer than 5 characters", "Send 5 characters at most.", "Leave maxLength out."}},
		{"maximum-lowered", "putList, body n", "integer", "none", "5",
			[3]string{"send an n above 5", "Send 5 at most.", "Leave the maximum out."}},
		{"min-properties-raised", "Order.labels", "object", "none", "2",
			[3]string{"send labels with fewer than 2 members", "Send 2 members at least.", "Leave minProperties out."}},
	} {
		c := change.Change{Rule: x.rule, Class: change.Running, Subject: x.subject, Facts: change.Facts{Type: x.typ, Old: x.old, New: x.new},
			Wire: []change.Effect{breaking(change.Request, "listOrders")}, Go: change.GoEffect{FailsWhenRunning: true}}
		with := rules.Context{}
		if strings.HasPrefix(x.subject, "put") {
			with.Field = "Body" // the document has no name for it
		}
		got := advice(c, with)
		assert.Equal(t, "Callers of listOrders that "+x.want[0]+".", got[0])
		assert.Contains(t, got[1], x.want[1]+" Look for ")
		assert.Equal(t, x.want[2], got[2])
	}
	for _, x := range []struct{ rule, subject, old, who, callers string }{
		{"maximum-raised", "Order.amount", "100", "rely on an amount of at most 100", "Be ready for an amount above 100."},
		{"minimum-lowered", "Order.amount", "above 0", "rely on an amount above 0", "Be ready for an amount of 0 or less."},
		{"max-length-raised", "Order.name", "50", "rely on a name of at most 50 characters", "Be ready for a name longer than 50 characters."},
		{"min-items-lowered", "Order.tags", "1", "rely on tags with at least 1 item", "Be ready for tags with fewer than 1 item."},
	} {
		c := change.Change{Rule: x.rule, Class: change.Wire, Subject: x.subject, Facts: change.Facts{Old: x.old, New: "none"},
			Wire: []change.Effect{breaking(change.Response, "getOrder")}}
		got := advice(c, rules.Context{})
		assert.Equal(t, "Clients that "+x.who+". The Go client goes on, unless it validates responses.", got[0])
		assert.Equal(t, x.callers, got[1])
	}
}

// TestBothDirections: a change that breaks both ways is told to those who send and to those who read.
func TestBothDirections(t *testing.T) {
	c := change.Change{Rule: "type-changed", Class: change.Compiling, Subject: "Order.total", Facts: change.Facts{Old: "string",
		New: "integer"},
		Wire: []change.Effect{breaking(change.Request, "createOrder"), breaking(change.Response, "createOrder", "getOrder")}}
	assert.Equal(t, [3]string{
		"Callers of createOrder that send total as a string. Clients that read total as a string. The compiler finds all of them.",
		"Send an integer. Read total as an integer.",
		"Keep the type string.",
	}, advice(c, rules.Context{}))
}

// TestOperations: few operations are named, many are counted, and those that the API calls have receivers.
func TestOperations(t *testing.T) {
	who := func(incoming func(string) bool, operations ...string) string {
		c := change.Change{Rule: "member-required", Class: change.Wire, Facts: change.Facts{Name: "note"},
			Wire: []change.Effect{breaking(change.Request, operations...)}}
		return advice(c, rules.Context{Incoming: incoming})[0]
	}
	assert.Equal(t, "Callers of a, b and GET /c that send no note. Go code goes on once it is built with the new package.", who(nil, "a", "b", "GET /c"))
	assert.Contains(t, who(nil, "a", "b", "c", "d"), "Callers of 4 operations that ")
	assert.Contains(t, who(nil, strings.Repeat("long", 20)), "Callers of longlong")
	assert.Contains(t, who(nil, strings.Repeat("a", 40), strings.Repeat("b", 40)), "Callers of 2 operations that ")
	assert.Contains(t, who(func(name string) bool { return name == "shipped" }, "shipped"), "Receivers of shipped that ")
	assert.Contains(t, who(func(name string) bool { return name == "shipped" }, "shipped", "a"), "Callers of shipped and a that ")
}

// TestGoCodeAlone: where nothing breaks on the wire, the advice is about Go code.
func TestGoCodeAlone(t *testing.T) {
	for _, x := range []struct {
		rule string
		name change.Name
		want [3]string
	}{
		{"go-changed", change.Name{Kind: change.Changed, Name: "Order.Total", Old: "*int32", New: "int32"},
			[3]string{"Go code that uses Order.Total. It changes no message by itself.", "Where Order.Total is set, new(v) becomes v.",
				"Write it as the old document does, or approve the change with an ignore."}},
		{"go-changed", change.Name{Kind: change.Changed, Name: "Order.Place", Old: "Place", New: "OrderPlace"},
			[3]string{"Go code that uses Order.Place. It changes no message by itself.", "Adapt the uses of Order.Place: Place becomes OrderPlace.",
				"Write it as the old document does, or approve the change with an ignore."}},
		{"go-changed", change.Name{Kind: change.Renamed, Name: "Order.Note", New: "Remark"},
			[3]string{"Go code that uses Order.Note. It changes no message by itself.", "Rename Order.Note to Remark in the code.",
				"Write x-go-name: Note below Remark (new.yaml:7)."}},
		{"schema-removed", change.Name{Kind: change.Gone, Name: "Refund"},
			[3]string{"Go code that names Refund. Nothing changes on the wire.", "Remove Refund from the code.",
				"Keep Refund in the components until nobody names its type."}},
		{"scheme-renamed", change.Name{Kind: change.Renamed, Name: "WithToken", New: "WithBearer"},
			[3]string{"Go code that uses WithToken. Nothing changes on the wire.", `Rename: gofmt -w -r "orders.WithToken -> orders.WithBearer" .`,
				"Keep the scheme under its old name."}},
	} {
		c := change.Change{Rule: x.rule, Class: change.Compiling, Subject: "Refund", Go: change.GoEffect{StopsCompiling: true,
			Names: []change.Name{x.name}},
			New: change.Side{Present: true, Pos: diag.Pos{File: &diag.File{Name: "new.yaml"}, Line: 7}}}
		assert.Equal(t, x.want, advice(c, rules.Context{Package: "orders"}), x.rule)
	}
}

// TestChanges are changes of other kinds as reports tell them.
func TestChanges(t *testing.T) {
	for name, x := range map[string]struct {
		c    change.Change
		with rules.Context
		want [3]string
	}{
		"null in 3.0": {
			c: change.Change{Rule: "null-forbidden", Class: change.Compiling, Wire: []change.Effect{breaking(change.Request, "op")},
				Facts: change.Facts{Type: "string"}, Old: change.Side{Pos: diag.Pos{Path: (&diag.Path{Token: "note"}).Child("nullable")}}},
			want: [3]string{"Callers of op that send null. The compiler finds all of them.", "Null cannot be sent any more.",
				"Leave nullable: true."},
		},
		"values of an enumeration with commas and quotes": {
			c: change.Change{Rule: "enum-narrowed", Class: change.Running, Subject: "Order.size", Wire: []change.Effect{breaking(change.Request,
				"op")},
				Facts: change.Facts{Type: "string", Old: `s, "m, l", xl, null`, New: `"m, l", null`, Gone: []string{`"s"`, `"xl"`}}},
			want: [3]string{`Callers of op that send "s" or "xl".`, `Send "m, l" or null.`, `Keep "s" and "xl" in the enum.`},
		},
		"an enumeration that was none": {
			c: change.Change{Rule: "enum-narrowed", Class: change.Running, Subject: "Order.size", Wire: []change.Effect{breaking(change.Request,
				"op")},
				Facts: change.Facts{Type: "string", New: "s, m"}},
			want: [3]string{"Callers of op that send another size than the listed ones.", `Send "s" or "m".`,
				"Approve it with an ignore, if clients were told that values are added."},
		},
		"a member of responses that had to be there": {
			c: change.Change{Rule: "member-removed", Class: change.Compiling, Facts: change.Facts{Name: "note"},
				Wire: []change.Effect{breaking(change.Response, "op")},
				Go:   change.GoEffect{StopsCompiling: true, Names: []change.Name{{Kind: change.Gone, Name: "Order.Note"}}}},
			want: [3]string{"Clients that read note. The compiler finds all of them.", "Do without note.",
				"Keep note with deprecated: true until nobody reads it."},
		},
		"a new parameter that is required": {
			c: change.Change{Rule: "parameter-added", Class: change.Running, Subject: "listOrders, query limit",
				Facts: change.Facts{Name: "limit", New: "required"},
				Wire:  []change.Effect{breaking(change.Request, "listOrders")},
				Go: change.GoEffect{FailsWhenRunning: true, Names: []change.Name{{Kind: change.Added, Name: "ListOrdersParams.Limit",
					New: "an int64"}}}},
			want: [3]string{"Every caller of listOrders: limit is new and required.", "Set Limit in every ListOrdersParams.",
				"Make limit optional."},
		},
		"an operation that is gone": {
			c: change.Change{Rule: "operation-removed", Class: change.Compiling, Subject: "getOrder",
				Wire: []change.Effect{breaking(change.Request, "getOrder")},
				Go:   change.GoEffect{StopsCompiling: true, Names: []change.Name{{Kind: change.Gone, Name: "Client.GetOrder"}}}},
			want: [3]string{"Callers of getOrder. The compiler finds all of them.", "Remove the calls. Ask first what replaces the operation.",
				"Keep getOrder with deprecated: true until nobody calls it."},
		},
		"a pattern of which nothing is known": {
			c: change.Change{Rule: "pattern-changed", Class: change.Unproved, Subject: "Order.code", Facts: change.Facts{Old: "^a", New: "^b"},
				Wire: []change.Effect{{Direction: change.Request, Verdict: change.Unknown, Operations: []string{"op"}}, compatible(change.Response,
					"op")}},
			want: [3]string{"Callers of op that send a code that does not match ^b. This is not proved.", "Send what ^b matches.",
				"Let the pattern match all that ^a does."},
		},
		"credentials": {
			c: change.Change{Rule: "security-tightened", Class: change.Running, Facts: change.Facts{Old: "nothing", New: "token"},
				Wire: []change.Effect{breaking(change.Request, "op")}},
			want: [3]string{"Callers of op that send no credentials.", "Send token: give the client its option.",
				"Leave the operation free of security, or announce the day."},
		},
		"a default": {
			c: change.Change{Rule: "default-changed", Class: change.Harmless, Facts: change.Facts{Name: "limit", Old: "20", New: "50"},
				Wire: []change.Effect{compatible(change.Request, "op")}},
			want: [3]string{"Callers that leave limit out get 50 instead of 20.", "Send limit where its value matters."},
		},
		"nothing to do": {
			c: change.Change{Rule: "member-added", Class: change.Harmless, Wire: []change.Effect{compatible(change.Request, "op")}},
		},
		"loosened security": {
			c:    change.Change{Rule: "security-loosened", Class: change.Harmless, Wire: []change.Effect{compatible(change.Request, "op")}},
			want: [3]string{"", "", "Make sure that this is meant: who could not call op before can call it now."},
		},
		"a media type": {
			c: change.Change{Rule: "media-type-added", Class: change.Harmless, Facts: change.Facts{Name: "text/csv"},
				Wire: []change.Effect{compatible(change.Request, "op")}},
			want: [3]string{"", "Nothing has to change: text/csv may be sent as well.", ""},
		},
		"a status of errors": {
			c: change.Change{Rule: "response-added", Class: change.Harmless, Facts: change.Facts{Name: "404"},
				Wire: []change.Effect{compatible(change.Response, "op")}},
			want: [3]string{"", "See whether the status 404 needs handling of its own; until then it is treated as any other error.", ""},
		},
		"a status that a range covered": {
			c: change.Change{Rule: "response-added", Class: change.Harmless, Facts: change.Facts{Name: "202"},
				Wire: []change.Effect{compatible(change.Response, "op")}},
		},
		"words": {c: change.Change{Rule: "description", Class: change.Docs}},
	} {
		assert.Equal(t, x.want, advice(x.c, x.with), name)
	}
}

// TestAllAdvice: whatever the rule, the directions, the class and what is known, the texts are whole sentences.
func TestAllAdvice(t *testing.T) {
	sentences := regexp.MustCompile(`^[A-Z].*([^. ,:;]|" )\.$`)
	const most = 200
	effects := [][]change.Effect{
		{breaking(change.Request, "listOrders")}, {breaking(change.Response, "listOrders")}, {breaking(change.Request),
			breaking(change.Response, "a", "b")},
		{{Direction: change.Request, Verdict: change.Unknown, Operations: []string{"a"}}, compatible(change.Response, "a")},
		{compatible(change.Request, "a")}, {{Direction: change.Response, Verdict: change.Equal}}, nil,
	}
	names := [][]change.Name{nil, {{Kind: change.Gone, Name: "OrderStatusPaid", Note: "an OrderStatus"}, {Kind: change.Added,
		Name: "Order.Limit", New: "an int64"}},
		{{Kind: change.Changed, Name: "Order.Limit", Old: "*int64", New: "Nullable[int64]"}}, {{Kind: change.Renamed, Name: "Client.List",
			New: "ListAll"}}}
	facts := []change.Facts{{}, {Name: "limit", Type: "string", Old: "10", New: "5", Gone: []string{`"paid"`}, Came: []string{`"placed"`},
		Open: true},
		{Old: "none", New: "any value"}, {Name: strings.Repeat("long_name_", 4), Old: strings.Repeat("^(a|b)*$", 50),
			New: strings.Repeat("\n", 9)}}
	subjects := []string{"", "listOrders, query limit", "createOrder, request body", "listOrders, 200, header X-Total"}
	for _, r := range rules.All() {
		for _, class := range change.Classes()[:5] {
			for i := range len(effects) * len(names) * len(facts) {
				c := change.Change{Rule: r.ID, Class: class, Wire: effects[i%len(effects)]}
				i /= len(effects)
				c.Go.Names, c.Go.StopsCompiling = names[i%len(names)], i%len(names) > 0
				i /= len(names)
				c.Facts, c.Subject = facts[i%len(facts)], subjects[i%len(subjects)]
				for _, text := range advice(c, rules.Context{Package: "orders"}) {
					if text == "" && class == change.Harmless {
						continue
					}
					if !sentences.MatchString(text) || utf8.RuneCountInString(text) > most || strings.Contains(text, "  ") || strings.Contains(text,
						"..") {
						t.Errorf("%s, %s, %+v: %q", r.ID, class, c, text)
						break
					}
				}
				if t.Failed() {
					return
				}
			}
		}
	}
}
