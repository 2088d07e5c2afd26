package support

// This file holds types as the generator emits them: a list of records.

import (
	"math"
	"time"
)

// RecordList is one page of records.
type RecordList struct {
	Total      int64
	NextMarker Nullable[string]
	// At most 10000 records.
	Records []Record
}

// UnmarshalJSON reads x from JSON.
func (x *RecordList) UnmarshalJSON(data []byte) error {
	*x = RecordList{}
	return unmarshalJSON("RecordList", data, x)
}

// MarshalJSON implements [encoding/json.Marshaler].
func (x RecordList) MarshalJSON() ([]byte, error) { return marshalJSON(&x) }

// AppendJSON appends the JSON of x to buf.
func (x *RecordList) AppendJSON(buf []byte) ([]byte, error) { return appendJSON(buf, x) }

// Validate reports every rule of the document that x breaks.
func (x *RecordList) Validate() error { return validate("RecordList", x) }

var keysRecordList = keyTable{
	names:    []string{"total", "next_marker", "records"},
	required: []uint64{0b101},
	nullable: []uint64{0b010},
}

func (x *RecordList) decode(r *jsonReader) {
	o := r.object(&keysRecordList)
	for o.next(r) {
		switch o.index {
		case 0: // total
			x.Total = r.int64()
		case 1: // next_marker
			x.NextMarker = nullable(r, (*jsonReader).string)
		case 2: // records
			x.Records = listRecord(r)
		}
	}
}

func (x *RecordList) encode(w *jsonWriter) {
	start := w.beginObject()
	w.key(`,"total":`).int64(x.Total)
	putNullable(w, `,"next_marker":`, x.NextMarker, (*jsonWriter).string)
	w.key(`,"records":`).list(len(x.Records), func(i int) { x.Records[i].encode(w) })
	w.endObject(start)
}

func (x *RecordList) check(c *checker) {
	c.integer("total", x.Total, 0, math.MaxInt64)
	c.items("records", len(x.Records), 0, 10000)
	c.each("records", len(x.Records), func(i int) { x.Records[i].check(c) })
}

// Record is one stream record.
type Record struct {
	// UUID in lower case.
	ID          string
	Name        string
	Description Nullable[string]
	Status      Status
	CreatedAt   time.Time
	UpdatedAt   Nullable[time.Time]
	Size        int64
	Shards      *int32
	Ratio       float64
	LatencyMs   Nullable[float64]
	Enabled     *bool
	Tags        []string
	Metrics     []int64
	Points      []Point
	Owner       Owner
}

// Status is the type of Record.Status.
type Status string

// Values of Status.
const (
	StatusCreating Status = "CREATING"
	StatusActive   Status = "ACTIVE"
	StatusDeleting Status = "DELETING"
	StatusError    Status = "ERROR"
	StatusFrozen   Status = "FROZEN"
)

var valuesStatus = []string{"CREATING", "ACTIVE", "DELETING", "ERROR", "FROZEN"}

// UnmarshalJSON reads x from JSON.
func (x *Record) UnmarshalJSON(data []byte) error {
	*x = Record{}
	return unmarshalJSON("Record", data, x)
}

// MarshalJSON implements [encoding/json.Marshaler].
func (x Record) MarshalJSON() ([]byte, error) { return marshalJSON(&x) }

// AppendJSON appends the JSON of x to buf.
func (x *Record) AppendJSON(buf []byte) ([]byte, error) { return appendJSON(buf, x) }

// Validate reports every rule of the document that x breaks.
func (x *Record) Validate() error { return validate("Record", x) }

var keysRecord = keyTable{
	names:    []string{"id", "name", "description", "status", "created_at", "updated_at", "size", "shards", "ratio", "latency_ms", "enabled", "tags", "metrics", "points", "owner"},
	required: []uint64{0b100100101011011},
	nullable: []uint64{0b1000100100},
}

func (x *Record) decode(r *jsonReader) {
	o := r.object(&keysRecord)
	for o.next(r) {
		switch o.index {
		case 0: // id
			x.ID = r.string()
		case 1: // name
			x.Name = r.string()
		case 2: // description
			x.Description = nullable(r, (*jsonReader).string)
		case 3: // status
			x.Status = Status(r.enum(valuesStatus))
		case 4: // created_at
			x.CreatedAt = r.time()
		case 5: // updated_at
			x.UpdatedAt = nullable(r, (*jsonReader).time)
		case 6: // size
			x.Size = r.int64()
		case 7: // shards
			x.Shards = new(r.int32())
		case 8: // ratio
			x.Ratio = r.float64()
		case 9: // latency_ms
			x.LatencyMs = nullable(r, (*jsonReader).float64)
		case 10: // enabled
			x.Enabled = new(r.bool())
		case 11: // tags
			x.Tags = scalars(r, (*jsonReader).string)
		case 12: // metrics
			x.Metrics = scalars(r, (*jsonReader).int64)
		case 13: // points
			x.Points = listPoint(r)
		case 14: // owner
			x.Owner.decode(r)
		}
	}
}

func (x *Record) encode(w *jsonWriter) {
	start := w.beginObject()
	w.key(`,"id":`).string(x.ID)
	w.key(`,"name":`).string(x.Name)
	putNullable(w, `,"description":`, x.Description, (*jsonWriter).string)
	w.key(`,"status":`).string(string(x.Status))
	w.key(`,"created_at":`).time(x.CreatedAt)
	putNullable(w, `,"updated_at":`, x.UpdatedAt, (*jsonWriter).time)
	w.key(`,"size":`).int64(x.Size)
	putPointer(w, `,"shards":`, x.Shards, (*jsonWriter).int32)
	w.key(`,"ratio":`).float64(x.Ratio)
	putNullable(w, `,"latency_ms":`, x.LatencyMs, (*jsonWriter).float64)
	putPointer(w, `,"enabled":`, x.Enabled, (*jsonWriter).bool)
	w.key(`,"tags":`).list(len(x.Tags), func(i int) { w.string(x.Tags[i]) })
	if x.Metrics != nil {
		w.key(`,"metrics":`).list(len(x.Metrics), func(i int) { w.int64(x.Metrics[i]) })
	}
	if x.Points != nil {
		w.key(`,"points":`).list(len(x.Points), func(i int) { x.Points[i].encode(w) })
	}
	x.Owner.encode(w.key(`,"owner":`))
	w.endObject(start)
}

func (x *Record) check(c *checker) {
	c.length("id", x.ID, 36, 36)
	c.pattern("id", x.ID, &patternRecordID)
	c.length("name", x.Name, 1, 128)
	c.pattern("name", x.Name, &patternRecordName)
	if v, ok := x.Description.Get(); ok {
		c.length("description", v, 0, 1024)
	}
	c.enum("status", string(x.Status), valuesStatus)
	c.integer("size", x.Size, 0, 1099511627776)
	if x.Shards != nil {
		c.integer("shards", int64(*x.Shards), 1, 256)
	}
	c.number("ratio", x.Ratio, 0, 1)
	if v, ok := x.LatencyMs.Get(); ok {
		c.number("latency_ms", v, 0, math.Inf(1))
	}
	c.items("tags", len(x.Tags), 0, 20)
	c.each("tags", len(x.Tags), func(i int) { c.length("", x.Tags[i], 1, 36) })
	c.items("metrics", len(x.Metrics), 0, 64)
	c.items("points", len(x.Points), 0, 16)
	c.each("points", len(x.Points), func(i int) { x.Points[i].check(c) })
	c.object("owner", &x.Owner)
}

// Point is one measurement.
type Point struct {
	T int64
	V float64
}

// UnmarshalJSON reads x from JSON.
func (x *Point) UnmarshalJSON(data []byte) error {
	*x = Point{}
	return unmarshalJSON("Point", data, x)
}

// MarshalJSON implements [encoding/json.Marshaler].
func (x Point) MarshalJSON() ([]byte, error) { return marshalJSON(&x) }

// AppendJSON appends the JSON of x to buf.
func (x *Point) AppendJSON(buf []byte) ([]byte, error) { return appendJSON(buf, x) }

// Validate reports every rule of the document that x breaks.
func (x *Point) Validate() error { return validate("Point", x) }

var keysPoint = keyTable{
	names:    []string{"t", "v"},
	required: []uint64{0b11},
}

func (x *Point) decode(r *jsonReader) {
	o := r.object(&keysPoint)
	for o.next(r) {
		switch o.index {
		case 0: // t
			x.T = r.int64()
		case 1: // v
			x.V = r.float64()
		}
	}
}

func (x *Point) encode(w *jsonWriter) {
	start := w.beginObject()
	w.key(`,"t":`).int64(x.T)
	w.key(`,"v":`).float64(x.V)
	w.endObject(start)
}

func (x *Point) check(c *checker) {
	c.integer("t", x.T, 0, math.MaxInt64)
}

// Owner is the user that a record belongs to.
type Owner struct {
	UserID int64
	Role   Role
	Email  *string
}

// Role is the type of Owner.Role.
type Role string

// Values of Role.
const (
	RoleAdmin  Role = "admin"
	RoleMember Role = "member"
	RoleGuest  Role = "guest"
)

var valuesRole = []string{"admin", "member", "guest"}

// UnmarshalJSON reads x from JSON.
func (x *Owner) UnmarshalJSON(data []byte) error {
	*x = Owner{}
	return unmarshalJSON("Owner", data, x)
}

// MarshalJSON implements [encoding/json.Marshaler].
func (x Owner) MarshalJSON() ([]byte, error) { return marshalJSON(&x) }

// AppendJSON appends the JSON of x to buf.
func (x *Owner) AppendJSON(buf []byte) ([]byte, error) { return appendJSON(buf, x) }

// Validate reports every rule of the document that x breaks.
func (x *Owner) Validate() error { return validate("Owner", x) }

var keysOwner = keyTable{
	names:    []string{"user_id", "role", "email"},
	required: []uint64{0b11},
}

func (x *Owner) decode(r *jsonReader) {
	o := r.object(&keysOwner)
	for o.next(r) {
		switch o.index {
		case 0: // user_id
			x.UserID = r.int64()
		case 1: // role
			x.Role = Role(r.enum(valuesRole))
		case 2: // email
			x.Email = new(r.string())
		}
	}
}

func (x *Owner) encode(w *jsonWriter) {
	start := w.beginObject()
	w.key(`,"user_id":`).int64(x.UserID)
	w.key(`,"role":`).string(string(x.Role))
	putPointer(w, `,"email":`, x.Email, (*jsonWriter).string)
	w.endObject(start)
}

func (x *Owner) check(c *checker) {
	c.integer("user_id", x.UserID, 1, math.MaxInt64)
	c.enum("role", string(x.Role), valuesRole)
	if x.Email != nil {
		c.length("email", *x.Email, 0, 254)
	}
}

func listPoint(r *jsonReader) []Point {
	s := []Point{}
	for a := r.array(); a.next(r); {
		if len(s) == cap(s) {
			s = append(make([]Point, 0, a.capacity(r, len(s))), s...)
		}
		s = s[:len(s)+1]
		s[len(s)-1].decode(r)
	}
	return s
}

func listRecord(r *jsonReader) []Record {
	s := []Record{}
	for a := r.array(); a.next(r); {
		if len(s) == cap(s) {
			s = append(make([]Record, 0, a.capacity(r, len(s))), s...)
		}
		s = s[:len(s)+1]
		s[len(s)-1].decode(r)
	}
	return s
}

var patternRecordID = pattern{
	source: `^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$`,
	runs: []classRun{
		{charClass{0x3ff000000000000, 0x7e00000000}, 8, 8},   // [0-9a-f]
		{charClass{0x200000000000, 0x0}, 1, 1},               // [-]
		{charClass{0x3ff000000000000, 0x7e00000000}, 4, 4},   // [0-9a-f]
		{charClass{0x200000000000, 0x0}, 1, 1},               // [-]
		{charClass{0x3ff000000000000, 0x7e00000000}, 4, 4},   // [0-9a-f]
		{charClass{0x200000000000, 0x0}, 1, 1},               // [-]
		{charClass{0x3ff000000000000, 0x7e00000000}, 4, 4},   // [0-9a-f]
		{charClass{0x200000000000, 0x0}, 1, 1},               // [-]
		{charClass{0x3ff000000000000, 0x7e00000000}, 12, 12}, // [0-9a-f]
	},
}

var patternRecordName = pattern{
	source: `^[A-Za-z0-9_.-]{1,128}$`,
	runs: []classRun{
		{charClass{0x3ff600000000000, 0x7fffffe87fffffe}, 1, 128}, // [A-Za-z0-9_.-]
	},
}
