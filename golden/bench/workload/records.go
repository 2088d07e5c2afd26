package workload

import (
	"fmt"
	"strings"
)

// records is a page of n sensors, with members in the order of the document, as most writers have it.
func records(n int) []byte {
	m := newMaker(2)
	sensors := make([]string, n)
	for i := range sensors {
		sensors[i] = m.sensor(i)
	}
	return fmt.Appendf(nil, `{"count":%d,"cursor":"abc","sensors":[%s]}`, n, strings.Join(sensors, ","))
}

func (m maker) sensor(i int) string {
	var o object
	o.add("key", `"%08x-%04x-%04x-%04x-%012x"`, m.Uint32(), m.IntN(1<<16), m.IntN(1<<16), m.IntN(1<<16), m.Int64N(1<<48))
	o.add("label", `"sensor-%s.%d"`, m.word(), i)
	m.maybeNull(&o, "note", 0.66, 0.51, `"`+m.note()+`"`)
	o.add("state", `"%s"`, m.pick("NEW", "RUNNING", "PAUSED", "BROKEN", "REMOVED"))
	o.add("installed", `"%s"`, m.time())
	m.maybeNull(&o, "checked", 0.75, 0.35, `"`+m.time()+`"`)
	o.add("capacity", "%d", m.Int64N(300_000_000_000))
	if m.chance(0.74) {
		o.add("channels", "%d", 1+m.IntN(64))
	}
	o.add("load", "%v", float64(m.IntN(10_000))/10_000)
	m.maybeNull(&o, "drift", 1, 0.48, fmt.Sprint(m.Float64()*1000))
	if m.chance(0.75) {
		o.add("active", "%t", m.chance(0.5))
	}
	o.add("labels", "%s", m.list(0, 4, func() string { return `"` + m.word() + `"` }))
	o.add("counters", "%s", m.list(0, 8, func() string { return fmt.Sprint(m.IntN(100_000) - 5_000) }))
	o.add("samples", "%s", m.list(0, 3, func() string {
		return fmt.Sprintf(`{"at":%d,"value":%v}`, 1_600_000_000_000+m.Int64N(90_000_000_000), float64(m.IntN(1_000_000))/100)
	}))
	o.add("site", "%s", m.site())
	return o.String()
}

// maybeNull adds a member with a probability, and null with another one.
func (m maker) maybeNull(o *object, name string, present, null float64, value string) {
	if !m.chance(present) {
		return
	}
	if m.chance(null) {
		value = "null"
	}
	o.add(name, "%s", value)
}

// note is a text in JSON. Some have escapes, some other letters than those of ASCII.
func (m maker) note() string {
	switch text := m.words(4, 12); {
	case m.chance(0.18):
		return text + " größe 数据"
	case m.chance(0.23):
		return text + ` \"quoted\"\n`
	default:
		return text
	}
}

func (m maker) site() string {
	var o object
	o.add("number", "%d", 1+m.IntN(1_000_000))
	o.add("access", `"%s"`, m.pick("open", "staff", "closed"))
	if m.chance(0.53) {
		o.add("contact", `"%s@example.com"`, m.word())
	}
	return o.String()
}
