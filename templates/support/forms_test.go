package support

import (
	"encoding/json"
	"math"
	"time"

	"github.com/google/uuid"
	"github.com/oapi-codegen/runtime/types"
)

// This file holds types as the generator emits them: one field of each form.

type Parcel struct {
	ID       string            `json:"id"`
	Note     Nullable[string]  `json:"note,omitzero"`
	Coupon   *string           `json:"coupon"`
	Grade    Grade             `json:"grade"`
	SentAt   *time.Time        `json:"sent_at,omitzero"`
	Day      *types.Date       `json:"day,omitzero"`
	Key      *uuid.UUID        `json:"key,omitzero"`
	Stamp    []byte            `json:"stamp,omitzero"`
	Level    *int32            `json:"level,omitzero"`
	Tags     []string          `json:"tags"`
	Grades   []Grade           `json:"grades,omitzero"`
	Spots    []Point           `json:"spots,omitzero"`
	Holes    []*Point          `json:"holes,omitzero"`
	Origin   Point             `json:"origin"`
	Target   *Point            `json:"target,omitzero"`
	Home     Nullable[Point]   `json:"home,omitzero"`
	Labels   Labels            `json:"labels,omitzero"`
	Names    Names             `json:"names,omitzero"`
	Fields   map[string]string `json:"fields"`
	Corners  map[string]Point  `json:"corners,omitzero"`
	Event    Event             `json:"event"`
	Delay    Delay             `json:"delay,omitzero"`
	Payload  json.RawMessage   `json:"payload,omitzero"`
	Anything Anything          `json:"anything"`
	Pin      *int64            `json:"pin,omitzero"`
	Weight   *float64          `json:"weight,omitzero"`
	Done     *bool             `json:"done,omitzero"`
	Odd      *string           `json:"-"` // o"d
	Extra    map[string]int64  `json:"-"`
}

func (x *Parcel) Validate() error { return validate("Parcel", x) }

func (x *Parcel) UnmarshalJSON(data []byte) error {
	*x = Parcel{}
	return unmarshalJSON("Parcel", data, x)
}

func (x Parcel) MarshalJSON() ([]byte, error) { return marshalJSON(&x) }

func (x *Parcel) AppendJSON(buf []byte) ([]byte, error) { return appendJSON(buf, x) }

var keysParcel = keyTable{
	names: []string{"id", "note", "coupon", "grade", "sent_at", "day", "key", "stamp", "level", "tags", "grades", "spots", "holes",
		"origin", "target", "home", "labels", "names", "fields", "corners", "event", "delay", "payload", "anything", "pin", "weight",
		"done", `o"d`, "type", "version", "live"},
	required: []uint64{0b10000100101000010001000001101},
	nullable: []uint64{0b110000001000000000000110},
	extra:    true,
	escaped:  true,
}

func (x *Parcel) decode(r *jsonReader) {
	o := r.object(&keysParcel)
	for o.next(r) {
		switch o.index {
		case 0: // id
			x.ID = r.string()
		case 1: // note
			x.Note = nullable(r, (*jsonReader).string)
		case 2: // coupon
			if !r.null() {
				x.Coupon = new(r.string())
			}
		case 3: // grade
			x.Grade = Grade(r.enum(valuesGrade))
		case 4: // sent_at
			x.SentAt = new(r.time())
		case 5: // day
			x.Day = new(r.date())
		case 6: // key
			x.Key = new(r.uuid())
		case 7: // stamp
			x.Stamp = r.bytes()
		case 8: // level
			x.Level = new(r.int32())
		case 9: // tags
			x.Tags = scalars(r, (*jsonReader).string)
		case 10: // grades
			x.Grades = listGrade(r)
		case 11: // spots
			x.Spots = listPoint(r)
		case 12: // holes
			x.Holes = listPointOrNull(r)
		case 13: // origin
			x.Origin.decode(r)
		case 14: // target
			x.Target = new(Point)
			x.Target.decode(r)
		case 15: // home
			if r.null() {
				x.Home = NewNull[Point]()
			} else {
				var v Point
				v.decode(r)
				x.Home = NewNullable(v)
			}
		case 16: // labels
			x.Labels.decode(r)
		case 17: // names
			x.Names.decode(r)
		case 18: // fields
			x.Fields = scalarMap(r, (*jsonReader).string)
		case 19: // corners
			x.Corners = mapPoint(r)
		case 20: // event
			x.Event = readEvent(r)
		case 21: // delay
			x.Delay = readDelay(r)
		case 22: // payload
			x.Payload = r.raw()
		case 23: // anything
			x.Anything.decode(r)
		case 24: // pin
			start := r.pos
			x.Pin = new(r.int64())
			r.conceal(start)
		case 25: // weight
			x.Weight = new(r.float64())
		case 26: // done
			x.Done = new(r.bool())
		case 27: // o"d
			x.Odd = new(r.string())
		case 28: // type
			r.constant("parcel")
		case 29: // version
			r.constantInt(1)
		case 30: // live
			r.constantBool(true)
		default:
			if x.Extra == nil {
				x.Extra = map[string]int64{}
			}
			x.Extra[o.name] = r.int64()
			o.distinct(r, len(x.Extra))
		}
	}
}

func (x *Parcel) encode(w *jsonWriter) {
	start := w.beginObject()
	w.key(`,"id":`).string(x.ID)
	putNullable(w, `,"note":`, x.Note, (*jsonWriter).string)
	putOrNull(w, `,"coupon":`, x.Coupon, (*jsonWriter).string)
	w.key(`,"grade":`).string(string(x.Grade))
	putPointer(w, `,"sent_at":`, x.SentAt, (*jsonWriter).time)
	putPointer(w, `,"day":`, x.Day, (*jsonWriter).date)
	putPointer(w, `,"key":`, x.Key, (*jsonWriter).uuid)
	if x.Stamp != nil {
		w.key(`,"stamp":`).bytes(x.Stamp)
	}
	putPointer(w, `,"level":`, x.Level, (*jsonWriter).int32)
	w.key(`,"tags":`).list(len(x.Tags), func(i int) { w.string(x.Tags[i]) })
	if x.Grades != nil {
		w.key(`,"grades":`).list(len(x.Grades), func(i int) { w.string(string(x.Grades[i])) })
	}
	if x.Spots != nil {
		w.key(`,"spots":`).list(len(x.Spots), func(i int) { x.Spots[i].encode(w) })
	}
	if x.Holes != nil {
		w.key(`,"holes":`).list(len(x.Holes), func(i int) {
			if x.Holes[i] == nil {
				w.null()
			} else {
				x.Holes[i].encode(w)
			}
		})
	}
	x.Origin.encode(w.key(`,"origin":`))
	if x.Target != nil {
		x.Target.encode(w.key(`,"target":`))
	}
	if v, ok := x.Home.Get(); ok {
		v.encode(w.key(`,"home":`))
	} else if x.Home.IsNull() {
		w.key(`,"home":`).null()
	}
	if x.Labels != nil {
		x.Labels.encode(w.key(`,"labels":`))
	}
	if x.Names != nil {
		x.Names.encode(w.key(`,"names":`))
	}
	putMap(w.key(`,"fields":`), x.Fields, (*jsonWriter).string)
	if x.Corners != nil {
		w.key(`,"corners":`)
		start := w.beginObject()
		names := make([]string, 0, len(x.Corners))
		for name := range x.Corners {
			names = append(names, name)
		}
		for _, name := range sorted(names) {
			v := x.Corners[name]
			v.encode(w.member(name))
		}
		w.endObject(start)
	}
	writeEvent(w.key(`,"event":`), x.Event)
	if x.Delay != nil && x.Delay.isDelay() {
		writeDelay(w.key(`,"delay":`), x.Delay)
	}
	if x.Payload != nil {
		w.key(`,"payload":`).raw(x.Payload)
	}
	x.Anything.encode(w.key(`,"anything":`))
	putPointer(w, `,"pin":`, x.Pin, (*jsonWriter).int64)
	putPointer(w, `,"weight":`, x.Weight, (*jsonWriter).float64)
	putPointer(w, `,"done":`, x.Done, (*jsonWriter).bool)
	putPointer(w, `,"o\"d":`, x.Odd, (*jsonWriter).string)
	w.key(`,"type":`).string("parcel")
	w.key(`,"version":`).int64(1)
	w.key(`,"live":`).bool(true)
	putExtra(w, x.Extra, (*jsonWriter).int64)
	w.endObject(start)
}

func (x *Parcel) check(c *checker) {
	c.length("id", x.ID, 1, 8)
	c.pattern("id", x.ID, &patternParcelID)
	if v, ok := x.Note.Get(); ok {
		c.length("note", v, 0, 5)
		c.pattern("note", v, &patternParcelNote)
	}
	if x.Coupon != nil {
		c.length("coupon", *x.Coupon, 2, -1)
	}
	c.enum("grade", string(x.Grade), valuesGrade)
	if x.Level != nil {
		c.integer("level", int64(*x.Level), 1, 9)
		c.enumInt("level", int64(*x.Level), valuesLevel)
	}
	c.items("tags", len(x.Tags), 1, 3)
	c.each("tags", len(x.Tags), func(i int) { c.length("", x.Tags[i], 1, 36) })
	c.each("grades", len(x.Grades), func(i int) { c.enum("", string(x.Grades[i]), valuesGrade) })
	c.each("spots", len(x.Spots), func(i int) { x.Spots[i].check(c) })
	c.object("origin", &x.Origin)
	if x.Target != nil {
		c.object("target", x.Target)
	}
	if v, ok := x.Home.Get(); ok {
		c.object("home", &v)
	}
	if x.Labels != nil {
		c.object("labels", &x.Labels)
	}
	if x.Names != nil {
		c.object("names", &x.Names)
	}
	c.properties("fields", len(x.Fields), 1, 3)
	first := c.count()
	for name, v := range x.Fields {
		c.length(name, v, 0, 3)
	}
	c.nest("fields", first)
	first = c.count()
	for name, v := range x.Corners {
		c.object(name, &v)
	}
	c.nest("corners", first)
	c.union("event", x.Event, x.Event != nil && x.Event.isEvent())
	if x.Delay != nil && x.Delay.isDelay() {
		c.object("delay", x.Delay)
	}
	c.present("anything", x.Anything != nil)
	if x.Pin != nil {
		c.integer("pin", *x.Pin, 1000, 9999)
		c.conceal("pin")
	}
	if x.Weight != nil {
		c.numberExclusive("weight", *x.Weight, 0, 40, true, false)
		c.enumFloat("weight", *x.Weight, valuesWeight)
	}
	first = c.count()
	for name, v := range x.Extra {
		c.integer(name, v, 0, math.MaxInt64)
	}
	c.sort(first)
}

type Grade string

const (
	GradeGood Grade = "good"
	GradeBad  Grade = "bad"
)

var (
	valuesGrade  = []string{"good", "bad"}
	valuesLevel  = []int64{1, 2, 3, 12}
	valuesWeight = []float64{0, 0.5, 1.5, 50}
)

func (x Grade) Validate() error { return validate("Grade", x) }

func (x Grade) check(c *checker) { c.enum("", string(x), valuesGrade) }

type Names []string

func (x *Names) Validate() error { return validate("Names", x) }

func (x *Names) UnmarshalJSON(data []byte) error {
	*x = nil
	return unmarshalJSON("Names", data, x)
}

func (x Names) MarshalJSON() ([]byte, error) { return marshalJSON(&x) }

func (x *Names) decode(r *jsonReader) { *x = scalars(r, (*jsonReader).string) }

func (x *Names) encode(w *jsonWriter) { w.list(len(*x), func(i int) { w.string((*x)[i]) }) }

func (x *Names) check(c *checker) {
	c.items("", len(*x), 1, 9)
	c.each("", len(*x), func(i int) { c.length("", (*x)[i], 1, 4) })
}

type Labels map[string]string

func (x *Labels) Validate() error { return validate("Labels", x) }

func (x *Labels) UnmarshalJSON(data []byte) error {
	*x = nil
	return unmarshalJSON("Labels", data, x)
}

func (x Labels) MarshalJSON() ([]byte, error) { return marshalJSON(&x) }

func (x *Labels) decode(r *jsonReader) { *x = scalarMap(r, (*jsonReader).string) }

func (x *Labels) encode(w *jsonWriter) { putMap(w, *x, (*jsonWriter).string) }

func (x *Labels) check(c *checker) {
	first := c.count()
	for name, v := range *x {
		c.length(name, v, 0, 3)
	}
	c.sort(first)
}

type Anything json.RawMessage

func (x *Anything) decode(r *jsonReader) { *x = Anything(r.raw()) }

func (x *Anything) encode(w *jsonWriter) { w.raw(json.RawMessage(*x)) }

func listGrade(r *jsonReader) []Grade {
	s := []Grade{}
	for a := r.array(); a.next(r); {
		s = append(s, Grade(r.enum(valuesGrade)))
	}
	return s
}

func listPointOrNull(r *jsonReader) []*Point {
	s := []*Point{}
	for a := r.array(); a.next(r); {
		if r.null() {
			s = append(s, nil)
		} else {
			v := new(Point)
			v.decode(r)
			s = append(s, v)
		}
	}
	return s
}

func mapPoint(r *jsonReader) map[string]Point {
	m := map[string]Point{}
	for o := r.members(); o.next(r, len(m)); {
		var v Point
		v.decode(r)
		m[o.name] = v
	}
	return m
}

// Event is a union by tag.
type Event interface {
	Validate() error
	MarshalJSON() ([]byte, error)
	jsonValue
	isEvent() bool
}

type OrderCreated struct {
	At Point `json:"at"`
}

func (x *OrderCreated) isEvent() bool { return x != nil }

func (x *OrderCreated) Validate() error { return validate("OrderCreated", x) }

func (x *OrderCreated) UnmarshalJSON(data []byte) error {
	*x = OrderCreated{}
	return unmarshalJSON("OrderCreated", data, x)
}

func (x OrderCreated) MarshalJSON() ([]byte, error) { return marshalJSON(&x) }

var keysOrderCreated = keyTable{names: []string{"type", "at"}, required: []uint64{0b11}, closed: true}

func (x *OrderCreated) decode(r *jsonReader) {
	o := r.object(&keysOrderCreated)
	for o.next(r) {
		switch o.index {
		case 0: // type
			r.constant("created")
		case 1: // at
			x.At.decode(r)
		}
	}
}

func (x *OrderCreated) encode(w *jsonWriter) {
	start := w.beginObject()
	w.key(`,"type":`).string("created")
	x.At.encode(w.key(`,"at":`))
	w.endObject(start)
}

func (x *OrderCreated) check(c *checker) { c.object("at", &x.At) }

type EventUnknown struct{ JSON []byte }

func (x *EventUnknown) isEvent() bool { return x != nil }

func (x *EventUnknown) Validate() error { return validate("Event", x) }

func (x *EventUnknown) MarshalJSON() ([]byte, error) { return marshalJSON(x) }

func (x *EventUnknown) encode(w *jsonWriter) { w.raw(x.JSON) }

func (x *EventUnknown) check(c *checker) { c.unknown("discriminator", `"created"`, x.JSON) }

func UnmarshalEvent(data []byte) (x Event, err error) {
	err = unmarshalFunc("Event", data, func(r *jsonReader) { x = readEvent(r) })
	return x, err
}

func ValidateEvent(x Event) error { return validateUnion("Event", x, x != nil && x.isEvent()) }

func readEvent(r *jsonReader) Event {
	switch string(r.tag("type")) {
	case "created":
		x := new(OrderCreated)
		x.decode(r)
		return x
	}
	return &EventUnknown{r.unfitTag("type", `"created"`)}
}

func writeEvent(w *jsonWriter, x Event) {
	if x == nil || !x.isEvent() {
		w.null()
		return
	}
	x.encode(w)
}

// Delay is a union by kind.
type Delay interface {
	Validate() error
	MarshalJSON() ([]byte, error)
	jsonValue
	isDelay() bool
}

type (
	DelayString  string
	DelayInt32   int32
	DelayUnknown struct{ JSON []byte }
)

func (DelayString) isDelay() bool                  { return true }
func (x DelayString) Validate() error              { return validate("Delay", x) }
func (x DelayString) MarshalJSON() ([]byte, error) { return marshalJSON(x) }
func (x DelayString) encode(w *jsonWriter)         { w.string(string(x)) }
func (x DelayString) check(c *checker)             { c.pattern("", string(x), &patternDelayString) }

func (DelayInt32) isDelay() bool                  { return true }
func (x DelayInt32) Validate() error              { return validate("Delay", x) }
func (x DelayInt32) MarshalJSON() ([]byte, error) { return marshalJSON(x) }
func (x DelayInt32) encode(w *jsonWriter)         { w.int32(int32(x)) }
func (x DelayInt32) check(c *checker)             { c.integer("", int64(x), 0, 7200) }

func (x *DelayUnknown) isDelay() bool                { return x != nil }
func (x *DelayUnknown) Validate() error              { return validate("Delay", x) }
func (x *DelayUnknown) MarshalJSON() ([]byte, error) { return marshalJSON(x) }
func (x *DelayUnknown) encode(w *jsonWriter)         { w.raw(x.JSON) }
func (x *DelayUnknown) check(c *checker)             { c.unknown("oneOf", "string or integer", x.JSON) }

func UnmarshalDelay(data []byte) (x Delay, err error) {
	err = unmarshalFunc("Delay", data, func(r *jsonReader) { x = readDelay(r) })
	return x, err
}

func ValidateDelay(x Delay) error { return validateUnion("Delay", x, x != nil && x.isDelay()) }

func readDelay(r *jsonReader) Delay {
	switch r.kind() {
	case '"':
		return DelayString(r.string())
	case 'i':
		return DelayInt32(r.int32())
	}
	return &DelayUnknown{r.unfit("oneOf", "string or integer")}
}

func writeDelay(w *jsonWriter, x Delay) {
	if x == nil || !x.isDelay() {
		w.null()
		return
	}
	x.encode(w)
}

var patternParcelID = pattern{
	source: `^[a-z]+[0-9]*$`,
	runs: []classRun{
		{charClass{0x0, 0x7fffffe00000000}, 1, -1}, // [a-z]
		{charClass{0x3ff000000000000, 0x0}, 0, -1}, // [0-9]
	},
}

var patternParcelNote = regex{source: `^\S*$`, expression: `^[^\s\x{feff}]*$`}

var patternDelayString = regex{source: `^[0-9]+$`}
