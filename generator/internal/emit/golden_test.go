package emit_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	. "github.com/oas2go/oas2go/generator/gomodel"
)

// print prints declarations, with all others of the cases beside them to refer to.
func print(t *testing.T, decls ...Decl) string {
	t.Helper()
	p := everything()
	p.Files = append(p.Files, File{Name: "more_gen.go", Decls: decls})
	return printed(t, p, len(p.Files)-1)
}

// part returns the declaration that begins with a line, to the line that ends it.
func part(t *testing.T, src, begin string) string {
	t.Helper()
	_, rest, ok := strings.Cut(src, "\n"+begin)
	require.True(t, ok, "no %q in\n%s", begin, src)
	line, _, _ := strings.Cut(begin+rest, "\n")
	if strings.HasSuffix(line, "{") || strings.HasSuffix(line, "(") {
		end := map[string]string{"{": "\n}\n", "(": "\n)\n"}[line[len(line)-1:]]
		rest, _, _ = strings.Cut(rest, end)
		return begin + rest + strings.TrimSuffix(end, "\n")
	}
	return line
}

func want(t *testing.T, src, text string) {
	t.Helper()
	text = strings.TrimPrefix(text, "\n")
	begin, _, _ := strings.Cut(text, "\n")
	assert.Equal(t, strings.TrimSuffix(text, "\n"), part(t, src, begin))
}

func TestStruct(t *testing.T) {
	s := structOf("Task", "Task is one task of many, with a comment that is too long for a line of eighty columns.",
		described(scalar("ID", "id", String, required), "Required, a text that is so long that it needs to be wrapped at column eighty."),
		scalar("Note", "note", String, optionalNullable), object("Next", "next", "Task", optional), scalar("Odd", "a,b", Bool, required))
	src := print(t, s)
	assert.Contains(t, src, `
// Task is one task of many, with a comment that is too long for a line of
// eighty columns.
type Task struct {`)
	want(t, src, `
type Task struct {
	// Required, a text that is so long that it needs to be wrapped at column
	// eighty.
	ID   string           `+"`json:\"id\"`"+`
	Note Nullable[string] `+"`json:\"note,omitzero\"`"+`
	Next *Task            `+"`json:\"next,omitzero\"`"+`
	Odd  bool
}`)
	want(t, src, `
var keysTask = keyTable{
	names:    []string{"id", "note", "next", "a,b"},
	required: []uint64{0b1001},
	nullable: []uint64{0b10},
}`)
	want(t, src, `
func (x *Task) UnmarshalJSON(data []byte) error {
	*x = Task{}
	return unmarshalJSON("Task", data, x)
}`)
	want(t, src, `func (x Task) MarshalJSON() ([]byte, error) { return marshalJSON(&x) }`)
	want(t, src, `func (x *Task) AppendJSON(buf []byte) ([]byte, error) { return appendJSON(buf, x) }`)
	want(t, src, `func (x *Task) Validate() error { return validate("Task", x) }`)
}

// TestManyMembers: more than 64 members need a second word of bits.
func TestManyMembers(t *testing.T) {
	var members []Member
	for i := range 66 {
		hold := optional
		if i%65 == 0 {
			hold = required
		}
		name := "F" + strings.Repeat("x", i+1)
		members = append(members, scalar(name, name, Bool, hold))
	}
	src := print(t, &Struct{Head: head("Big", "Big is big."), Members: members})
	assert.Contains(t, src, "required: []uint64{0b1, 0b10},\n\tindex:    new(nameIndex),\n}")
	assert.Contains(t, src, "case 65: // Fx")
}

func TestEmptyStruct(t *testing.T) {
	src := print(t, structOf("Nothing", "Nothing has no members."))
	want(t, src, `type Nothing struct{}`)
	want(t, src, `var keysNothing = keyTable{}`)
	want(t, src, `
func (x *Nothing) decode(r *jsonReader) {
	o := r.object(&keysNothing)
	for o.next(r) {
	}
}`)
	want(t, src, `func (x *Nothing) check(*checker) {}`)
}

func TestCodec(t *testing.T) {
	s := structOf("Task", "Task is a task.",
		scalar("ID", "id", String, required), scalar("Coupon", "coupon", String, nullable), enum("Status", "status", "Status", required),
		list("Points", "points", localType("Point"), objectCodec("Point"), "listPoint", optionalNil),
		object("Backup", "backup", "Owner", optional), object("Boxed", "boxed", "Owner", optionalNullable),
		union("Event", "event", "Event", required), union("Retry", "retry", "RetryDuration", optionalNil),
		secret(scalar("Pin", "pin", Int64, required)))
	src := print(t, s)
	want(t, src, `
func (x *Task) decode(r *jsonReader) {
	o := r.object(&keysTask)
	for o.next(r) {
		switch o.index {
		case 0: // id
			x.ID = r.string()
		case 1: // coupon
			if !r.null() {
				x.Coupon = new(r.string())
			}
		case 2: // status
			x.Status = Status(r.enum(valuesStatus))
		case 3: // points
			x.Points = listPoint(r)
		case 4: // backup
			x.Backup = new(Owner)
			x.Backup.decode(r)
		case 5: // boxed
			if r.null() {
				x.Boxed = NewNull[Owner]()
			} else {
				var v Owner
				v.decode(r)
				x.Boxed = NewNullable(v)
			}
		case 6: // event
			x.Event = readEvent(r)
		case 7: // retry
			x.Retry = readRetryDuration(r)
		case 8: // pin
			start := r.pos
			x.Pin = r.plainInt64()
			r.conceal(start)
		}
	}
}`)
	want(t, src, `
func (x *Task) encode(w *jsonWriter) {
	start := w.beginObject()
	w.key(`+"`,\"id\":`"+`).string(x.ID)
	putOrNull(w, `+"`,\"coupon\":`"+`, x.Coupon, (*jsonWriter).string)
	w.key(`+"`,\"status\":`"+`).string(string(x.Status))
	if x.Points != nil {
		w.key(`+"`,\"points\":`"+`).list(len(x.Points), func(i int) { x.Points[i].encode(w) })
	}
	if x.Backup != nil {
		x.Backup.encode(w.key(`+"`,\"backup\":`"+`))
	}
	if v, ok := x.Boxed.Get(); ok {
		v.encode(w.key(`+"`,\"boxed\":`"+`))
	} else if x.Boxed.IsNull() {
		w.key(`+"`,\"boxed\":`"+`).null()
	}
	writeEvent(w.key(`+"`,\"event\":`"+`), x.Event)
	if x.Retry != nil && x.Retry.isRetryDuration() {
		writeRetryDuration(w.key(`+"`,\"retry\":`"+`), x.Retry)
	}
	w.key(`+"`,\"pin\":`"+`).int64(x.Pin)
	w.endObject(start)
}`)
}

func TestCheck(t *testing.T) {
	s := structOf("Task", "Task is a task.",
		scalar("Shards", "shards", Int32, optional, intRange(1, 256)),
		scalar("Share", "share", Float64, required, FloatRange{Min: "0", MinExclusive: true}),
		list("Tags", "tags", scalarType(String), Scalar{Kind: String}, "", optionalNil, items(0, 20), each(length(1, -1))),
		mapOf("Fields", "fields", scalarType(String), Scalar{Kind: String}, "", required, each(length(0, 63))),
		union("Event", "event", "Event", required), union("Retry", "retry", "RetryDuration", optionalNil),
		field("Next", "next", localType("Task"), objectCodec("Task"), requiredPointer, Present{}, Inside{}),
		secret(scalar("Pin", "pin", String, required, length(4, 4))))
	want(t, print(t, s), `
func (x *Task) check(c *checker) {
	if x.Shards != nil {
		c.integer("shards", int64(*x.Shards), 1, 256)
	}
	c.numberExclusive("share", x.Share, 0, math.Inf(1), true, false)
	c.items("tags", len(x.Tags), 0, 20)
	c.each("tags", len(x.Tags), func(i int) { c.length("", x.Tags[i], 1, -1) })
	if len(x.Fields) > 0 {
		first := c.count()
		for name, v := range x.Fields {
			c.length(name, v, 0, 63)
		}
		c.nest("fields", first)
	}
	c.union("event", x.Event, x.Event != nil && x.Event.isEvent())
	if x.Retry != nil && x.Retry.isRetryDuration() {
		c.object("retry", x.Retry)
	}
	c.present("next", x.Next != nil)
	if x.Next != nil {
		c.object("next", x.Next)
	}
	c.length("pin", x.Pin, 4, 4)
	c.conceal("pin")
}`)
}

func TestEnum(t *testing.T) {
	src := print(t, enumOf("Mode", "Mode is a mode.", enumValue("ModeA", "A", "First."), enumValue("ModeLong", `"b\`, "")))
	want(t, src, `type Mode string`)
	want(t, src, "\nconst (\n\tModeA    Mode = \"A\" // First.\n\tModeLong Mode = `\"b\\`\n)")
	want(t, src, "var valuesMode = []string{\"A\", `\"b\\`}")
	want(t, src, `func (x Mode) Validate() error { return validate("Mode", x) }`)
	want(t, src, `func (x Mode) check(c *checker) { c.enum("", string(x), valuesMode) }`)
	long := "This comment has no room behind the constant, so all comments of the type are above."
	src = print(t, enumOf("Mode", "Mode is a mode.", enumValue("ModeA", "A", "First."), enumValue("ModeB", "B", long)))
	want(t, src, `
const (
	// First.
	ModeA Mode = "A"
	// This comment has no room behind the constant, so all comments of the type
	// are above.
	ModeB Mode = "B"
)`)
}

func TestUnion(t *testing.T) {
	src := printed(t, everything(), 1)
	want(t, src, `
type RetryDuration interface {
	Validate() error
	MarshalJSON() ([]byte, error)
	jsonValue
	isRetryDuration() bool
}`)
	want(t, src, `type RetryDurationUnknown struct{ JSON []byte }`)
	assert.Contains(t, src, `
func (RetryDurationBool) isRetryDuration() bool       { return true }
func (x *Owner) isRetryDuration() bool                { return x != nil }
`)
	want(t, src, `
func readEvent(r *jsonReader) Event {
	switch string(r.tagOf(`+"`{\"type\":\"`"+`, "type")) {
	case "created", "made":
		x := new(OrderCreated)
		x.decode(r)
		return x
	case "shipped":
		x := new(OrderShipped)
		x.decode(r)
		return x
	}
	return &EventUnknown{r.unfitTag("type", `+"`\"created\", \"shipped\" or \"made\"`"+`)}
}`)
	want(t, src, `
func UnmarshalRetryDuration(data []byte) (x RetryDuration, err error) {
	err = unmarshalFunc("RetryDuration", data, func(r *jsonReader) { x = readRetryDuration(r) })
	return x, err
}`)
	want(t, src, `
func writeRetryDuration(w *jsonWriter, x RetryDuration) {
	if x == nil || !x.isRetryDuration() {
		w.null()
		return
	}
	x.encode(w)
}`)
	want(t, src, `func (x RetryDurationInt32) encode(w *jsonWriter) { w.int32(int32(x)) }`)
	assert.Contains(t, src, "// EventUnknown is an [Event] that fits")
}

func TestKeys(t *testing.T) {
	src := print(t, keys()...)
	for _, part := range []string{
		"\tif p.Filled == \"\" {\n\t\tp.Filled = newKeyText()\n\t}\n",
		"\tif p.Given != nil {\n\t\tk.addKey(\"X-Given\", *p.Given)\n\t}\n\tk.addKey(\"X-Filled\", p.Filled)\n",
	} {
		assert.Contains(t, src, part)
	}
}

func TestOperation(t *testing.T) {
	decls := createTask()
	decls[0].(*Params).Fields[0].Doc = Doc{Text{{Text: "ID of the project. "}, {Link: local("WithProjectID")}, {Text: " gives it for all calls, so nobody has to."}}}
	src := print(t, decls...)
	want(t, src, `
type CreateTaskParams struct {
	// ID of the project. [WithProjectID] gives it for all calls, so nobody has
	// to.
	ProjectID  string
	StreamName Name
	Part       int64
	XTenant    string
	Body       Record
}`)
	want(t, src, `
func (p *CreateTaskParams) check(c *checker) {
	c.in = "path"
	c.segment("project_id", p.ProjectID)
	if c.segment("stream_name", string(p.StreamName)) {
		c.length("stream_name", string(p.StreamName), 0, 60)
	}
	c.in = "header"
	c.notEmpty("X-Tenant", p.XTenant)
	c.in = "body"
	c.object("", &p.Body)
}`)
	got := part(t, src, "func (c *Client) CreateTask(ctx context.Context, params *CreateTaskParams, opts ...Option) error {")
	assert.Contains(t, got, `
	if p.ProjectID == "" {
		p.ProjectID = cfg.values["project_id"]
	}
	k := call{
		op: "CreateTask", id: "create", method: "POST", pattern: "POST /v2/{project_id}",
		path:     "/v2/" + pathSegment(p.ProjectID) + "/streams/" + pathSegment(string(p.StreamName)) + "/" + pathSegment(strconv.FormatInt(p.Part, 10)),
		accept:   "application/json",
		security: schemeUserToken + " | " + schemeAkSk + " & " + schemeBasic + " | ",
		errors: []errorBody{
			{"422", func(r *jsonReader) any { return decoded(r, new(Owner)) }},
			{"4XX", func(r *jsonReader) any { return readEvent(r) }},
`)
	assert.True(t, strings.HasSuffix(got, `
	if err := cfg.checked(&k, "CreateTaskParams", &p); err != nil {
		return err
	}
	k.addHeader("X-Tenant", p.XTenant)
	k.jsonBody("application/json", &p.Body)
	return c.discard(ctx, cfg, &k)
}`), got)
}
