package style

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const recordText = `{"id":"0123456789abcdef0123456789abcdef012-","description":null,"coupon":null,"status":"ACTIVE",` +
	`"created_at":"2024-02-29T23:59:59.5Z","shards":2,"size":9007199254740993,"ratio":0.25,"share":1,"tags":["a","b"],` +
	`"points":[{"t":1,"v":1.5},{"t":2}],"grades":["FROZEN"],"owner":{"user_id":1},"backup":{"user_id":2},"labels":{"a":"1","b":"2"},` +
	`"names":["n"],"fields":{"x":"y"},"event":{"type":"shipped"},"retry":7200,"payload":[1, 2]}`

func TestRecord(t *testing.T) {
	var x Record
	require.NoError(t, x.UnmarshalJSON([]byte(recordText)))
	require.NoError(t, x.Validate())
	assert.True(t, x.Description.IsNull())
	assert.Nil(t, x.Coupon)
	assert.Equal(t, int64(9007199254740993), x.Size)
	assert.Equal(t, RetryDurationInt32(7200), x.Retry)
	assert.Equal(t, &OrderShipped{}, x.Event)
	text, err := json.Marshal(x)
	require.NoError(t, err)
	assert.JSONEq(t, recordText, string(text))
}

func TestZeroRecord(t *testing.T) {
	text, err := new(Record).AppendJSON(nil)
	require.NoError(t, err)
	assert.Equal(t, `{"id":"","coupon":null,"status":"","created_at":"0001-01-01T00:00:00Z","size":0,"ratio":0,"tags":[],"owner":{"user_id":0},`+
		`"fields":{},"event":null}`, string(text))
}

// violations returns pointer and rule of each violation.
func violations(t *testing.T, err error) (out []string) {
	t.Helper()
	var invalid *InvalidError
	require.ErrorAs(t, err, &invalid)
	for _, v := range invalid.Violations {
		out = append(out, v.In+v.Pointer+" "+v.Rule)
	}
	return out
}

func TestViolations(t *testing.T) {
	x := Record{ID: "x", Share: new(0.0), Tags: []string{"a", ""}, Points: []Point{}, Status: "LOST", Grades: []Status{StatusActive, "NO"},
		Fields: map[string]string{"b": long, "a": long, "c": "", "d": ""}, Retry: RetryDurationString("no"), Names: Names{}}
	assert.Equal(t, []string{"/id minLength", "/id pattern", "/status enum", "/share exclusiveMinimum", "/tags/1 minLength", "/points minItems",
		"/grades/1 enum", "/owner/user_id minimum", "/names minItems", "/fields maxProperties", "/fields/a maxLength", "/fields/b maxLength",
		"/event required", "/retry pattern"}, violations(t, x.Validate()))
	assert.Equal(t, []string{"/id required"}, violations(t, new(Record).UnmarshalJSON([]byte(without(recordText, `"id":"0123456789abcdef0123456789abcdef012-",`)))))
}

var long = string(make([]byte, 64))

func without(text, part string) string {
	for i := range text {
		if len(text)-i >= len(part) && text[i:i+len(part)] == part {
			return text[:i] + text[i+len(part):]
		}
	}
	panic("not there: " + part)
}

const formText = `{"type":"created","version":-1,"old":false,"pin":"1234","code":7,"say \"k\"\\":"a\"b","a,b":5,"-":true,"-x` + "`y`" + `":true,` +
	`"€` + "\u2028" + `\n":"2024-02-29","":"00000000-0000-0000-0000-000000000000","more":3,"other":4}`

func TestForm(t *testing.T) {
	var x Form
	require.NoError(t, x.UnmarshalJSON([]byte(formText)))
	require.NoError(t, x.Validate())
	assert.Equal(t, map[string]int64{"more": 3, "other": 4}, x.Extra)
	text, err := x.AppendJSON(nil)
	require.NoError(t, err)
	assert.Equal(t, formText, string(text))
	x.Extra = map[string]int64{"pin": 1, "z": 10, "y": 10}
	x.Code = 10000
	x.Pin = new("1")
	err = x.Validate()
	assert.Equal(t, []string{"/pin minLength", "/code maximum", "/pin duplicate", "/y maximum", "/z maximum"}, violations(t, err))
	assert.NotContains(t, err.Error(), "10000")
}

const statesText = `{"status":null,"status_or_null":null,"status_or_none":"ACTIVE","name":"n","name_or_null":null,"level":1,"grade":0.5,"owner":null,` +
	`"owner_or_null":null,"next":{"status_or_null":"ACTIVE","level":-1,"grade":0.5,"owner_or_null":{"user_id":1},"next":null,"labels_or_null":{},` +
	`"event_or_null":"text","sizes_or_null":[1],"points_or_null":{"p":{"t":1}},"blob":"","key":"00000000-0000-0000-0000-000000000001","any":1,"raw":2},` +
	`"labels":null,"labels_or_null":null,"event":null,"event_or_null":null,"sizes":null,"sizes_or_null":null,"points":null,"points_or_null":null,` +
	`"blob":"AQ==","blob_or_none":"Ag==","blob_or_null":null,"day":"2024-02-29","key":null,"any":null,"raw":null,"at":"2024-02-29T00:00:00Z"}`

// TestStates: null, absent and a value stay what they are. The inner next is null, which only a tolerant reader takes; and the tag
// of an event is no string there.
func TestStates(t *testing.T) {
	x := States{}
	r := jsonReader{data: []byte(statesText), tolerant: true}
	x.decode(&r)
	require.NoError(t, r.finish("States"))
	assert.Equal(t, "null", string(x.Raw))
	assert.Equal(t, "null", string(x.Any))
	assert.Nil(t, x.Next.Next)
	text, err := x.AppendJSON(nil)
	require.NoError(t, err)
	assert.Equal(t, statesText, string(text))
	assert.Equal(t, []string{"/next/next required", "/next/event_or_null discriminator"}, violations(t, x.Validate()))
}

// TestTwins: a struct in itself keeps its three states, and a nil pointer is sent as null.
func TestTwins(t *testing.T) {
	for _, text := range []string{`{"name":"a"}`, `{"twin":null,"name":"a"}`, `{"twin":{"twin":null,"name":"b"},"name":"a"}`} {
		var x Twins
		require.NoError(t, x.UnmarshalJSON([]byte(text)))
		out, err := x.AppendJSON(nil)
		require.NoError(t, err)
		assert.Equal(t, text, string(out))
		assert.NoError(t, x.Validate())
	}
	x := Twins{Name: "a", Twin: NewNullable(&Twins{})}
	assert.Equal(t, []string{"/twin/name minLength"}, violations(t, x.Validate()))
	x.Twin = NewNullable[*Twins](nil)
	out, err := x.AppendJSON(nil)
	require.NoError(t, err)
	assert.Equal(t, `{"twin":null,"name":"a"}`, string(out))
	assert.NoError(t, x.Validate())
}

func TestMultiplesAndUnique(t *testing.T) {
	x := Twins{Name: "a", Step: new(int64(14)), Ratio: new(0.07), Tags: []string{"a", "b"}}
	assert.NoError(t, x.Validate())
	x = Twins{Name: "a", Step: new(int64(15)), Ratio: new(0.075), Tags: []string{"a", "b", "a"}}
	assert.Equal(t, []string{"/step multipleOf", "/ratio multipleOf", "/tags/2 uniqueItems"}, violations(t, x.Validate()))
	x = Twins{Name: "a"}
	for i := range 40 {
		x.Tags = append(x.Tags, strconv.Itoa(i%39))
	}
	assert.Equal(t, []string{"/tags/39 uniqueItems"}, violations(t, x.Validate()))
}

const nestedText = `{"grid":[["a"],["b","c"]],"holes":["a",null],"point_holes":[null,{"t":1}],"events":[{"type":"shipped"}],"event_holes":[null,` +
	`{"type":"created"}],"bags":[{"a":"b"}],"sets":{"a":[{"t":1}],"b":[]},"statuses":{"s":"ACTIVE"},"map_holes":{"a":null,"b":{"t":1}},` +
	`"raws":[1,null],"blobs":{"a":"AQ=="},"x":{"t":5},"y":{"t":6}}`

func TestNested(t *testing.T) {
	var x Nested
	require.NoError(t, x.UnmarshalJSON([]byte(nestedText)))
	require.NoError(t, x.Validate())
	text, err := x.AppendJSON(nil)
	require.NoError(t, err)
	assert.Equal(t, nestedText, string(text))
	x.Grid[1][0] = ""
	x.Bags[0]["a"] = ""
	x.Sets["b"] = make([]Point, 3)
	x.Events[0] = (*OrderShipped)(nil)
	x.Statuses["s"] = "NO"
	x.Holes[0] = new("")
	assert.Equal(t, []string{"/grid/1/0 minLength", "/holes/0 minLength", "/events/0 required", "/bags/0/a minLength", "/sets/b maxItems", "/statuses/s enum"},
		violations(t, x.Validate()))
	assert.Equal(t, []string{"/x duplicate"}, violations(t, new(Nested).UnmarshalJSON([]byte(nestedText[:len(nestedText)-1]+`,"x":{"t":1}}`))))
}

func TestUnions(t *testing.T) {
	for text, want := range map[string]RetryDuration{`"5"`: RetryDurationString("5"), `5`: RetryDurationInt32(5), `5e0`: RetryDurationInt32(5),
		`true`: RetryDurationBool(true), `{"user_id":1}`: &Owner{1}, `["n"]`: &Names{"n"}} {
		x, err := UnmarshalRetryDuration([]byte(text))
		require.NoError(t, err, text)
		assert.Equal(t, want, x)
		assert.NoError(t, ValidateRetryDuration(x))
	}
	x, err := UnmarshalRetryDuration([]byte(`null`))
	assert.Equal(t, []string{" oneOf"}, violations(t, err))
	assert.Equal(t, []string{" oneOf"}, violations(t, x.Validate()))
	assert.Equal(t, []string{" required"}, violations(t, ValidateRetryDuration((*Owner)(nil))))
	_, err = UnmarshalEvent([]byte(`{"type":"lost"}`))
	assert.Equal(t, []string{"/type discriminator"}, violations(t, err))
	_, err = UnmarshalEvent([]byte(`{"x":1}`))
	assert.Equal(t, []string{"/type required"}, violations(t, err))
	_, err = UnmarshalEvent([]byte(`5`))
	assert.Equal(t, []string{" type"}, violations(t, err))
	made, err := UnmarshalEvent([]byte(`{"x":1,"type":"made"}`))
	assert.NoError(t, err)
	assert.Equal(t, &OrderCreated{Type: "made"}, made)
}

func TestScalarVariants(t *testing.T) {
	for want, x := range map[string]Event{`"0001-01-01T00:00:00Z"`: EventTime{}, `"00000000-0000-0000-0000-000000000000"`: EventUUID{}, `"AQ=="`: EventBytes{1}} {
		text, err := json.Marshal(x)
		assert.NoError(t, err)
		assert.Equal(t, want, string(text))
		assert.NoError(t, ValidateEvent(x))
	}
	assert.Equal(t, []string{" pattern"}, violations(t, ValidateEvent(EventDate{})))
}

func TestDefaults(t *testing.T) {
	x := NewRecord()
	assert.Equal(t, int32(16), *x.Shards)
	s := NewStates()
	assert.Equal(t, StatusFrozen, *s.StatusOrNone)
	assert.Equal(t, EventString("none"), s.EventOrNull)
}

func TestClient(t *testing.T) {
	var got *http.Request
	var body []byte
	status, response := 200, recordText
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		got = r
		body, _ = io.ReadAll(r.Body)
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(status)
		io.WriteString(w, response)
	}))
	defer server.Close()
	c, err := NewClient(server.URL, WithProjectID("a/b"), WithTenant("t"), WithRetries(0), WithUserToken("secret"))
	require.NoError(t, err)
	ctx := context.Background()

	r, err := c.ListTasks(ctx, &ListTasksParams{Cursor: "a b", Grade: []Status{"ACTIVE", "FROZEN"}, Ids: []string{"x", "y,z"}, Sizes: []int32{1, 2}}, WithZeroValues())
	require.NoError(t, err)
	assert.Equal(t, StatusActive, r.Status)
	assert.Equal(t, "/x?cursor=a%20b&tenant=t&grade=ACTIVE&grade=FROZEN&ids=x,y%2Cz&sizes=1,2", got.RequestURI)
	status, response = 204, ""
	r, err = c.ListTasks(ctx, &ListTasksParams{Sizes: []int32{1}}, WithZeroValues())
	assert.NoError(t, err)
	assert.Nil(t, r)

	status, response = 200, ""
	var record Record
	require.NoError(t, record.UnmarshalJSON([]byte(recordText)))
	require.NoError(t, c.CreateTask(ctx, &CreateTaskParams{StreamName: "s", XTenant: "acme", Part: 3, Body: record}))
	assert.Equal(t, "/v2/a%2Fb/streams/s/3", got.RequestURI)
	assert.Equal(t, "acme", got.Header.Get("X-Tenant"))
	assert.Equal(t, "secret", got.Header.Get("X-Auth-Token"))
	assert.JSONEq(t, recordText, string(body))
	err = c.CreateTask(ctx, &CreateTaskParams{StreamName: "..", Body: record})
	assert.Equal(t, []string{"path/stream_name path segment", "header/X-Tenant required"}, violations(t, err))

	require.NoError(t, c.PutEvent(ctx, &PutEventParams{Body: &OrderShipped{}}))
	assert.Equal(t, `{"type":"shipped"}`, string(body))
	require.NoError(t, c.PutNullable(ctx, &PutNullableParams{Body: NewNull[Record]()}))
	assert.Equal(t, `null`, string(body))
	require.NoError(t, c.PutOptional(ctx, nil))
	assert.Empty(t, body)

	status, response = 422, `{"user_id":5}`
	err = c.CreateTask(ctx, &CreateTaskParams{StreamName: "s", XTenant: "acme", Body: record})
	owner, ok := ErrorBody[*Owner](err)
	assert.True(t, ok)
	assert.Equal(t, int64(5), owner.UserID)

	status, response = 200, `[]`
	points, err := c.GetPoints(ctx, nil)
	assert.NoError(t, err)
	assert.Equal(t, []Point{}, points)
	_, err = c.GetPoints(ctx, nil, WithResponseValidation())
	assert.ErrorContains(t, err, "minItems")
	response = `{"type":"new"}`
	event, err := c.GetEvent(ctx, nil)
	assert.NoError(t, err)
	assert.Equal(t, &EventUnknown{[]byte(response)}, event)
}
