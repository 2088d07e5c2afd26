package workload

import (
	"fmt"
	"slices"
)

// events is a list of n events. The tag of one in four comes last.
func events(n int) []byte {
	m := newMaker(3)
	return listOf("events", n, m.event)
}

func (m maker) event() string {
	makers := []func(*object) string{m.login, m.purchase, m.measurement, m.message, m.move, m.failure}
	var o object
	o.add("at", `"%s"`, m.time())
	kind := makers[m.IntN(len(makers))](&o)
	var tag object
	tag.add("kind", "%q", kind)
	if m.chance(0.25) {
		o.members = append(o.members, tag.members...)
	} else {
		o.members = slices.Concat(tag.members, o.members)
	}
	return o.String()
}

func (m maker) login(o *object) string {
	o.add("user", `"%s"`, m.word())
	if m.chance(0.7) {
		o.add("address", `"10.%d.%d.%d"`, m.IntN(256), m.IntN(256), m.IntN(256))
	}
	o.add("accepted", "%t", m.chance(0.9))
	return "login"
}

func (m maker) purchase(o *object) string {
	o.add("user", `"%s"`, m.word())
	o.add("lines", "%s", m.list(1, 4, func() string {
		return fmt.Sprintf(`{"article":"%s-%04d","count":%d,"price":%v}`, m.pick("AB", "QX", "ZZ"), m.IntN(10_000), 1+m.IntN(9), float64(m.IntN(100_000))/100)
	}))
	o.add("payment", m.pick(
		`{"method":"card","digits":"%04[1]d"}`,
		`{"method":"transfer","account":"DE%020[1]d","due":30}`,
		`{"code":"%08[1]x","method":"voucher"}`,
	), m.IntN(10_000))
	return "purchase"
}

func (m maker) measurement(o *object) string {
	o.add("sensor", `"%s-%d"`, m.word(), m.IntN(100))
	number := func() string { return fmt.Sprint(float64(m.IntN(1_000_000)) / 1000) }
	switch m.IntN(4) {
	case 0:
		o.add("value", `"%s"`, m.word())
	case 1:
		o.add("value", "%t", m.chance(0.5))
	case 2:
		o.add("value", "%s", m.list(2, 8, number))
	default:
		o.add("value", "%s", number())
	}
	return "measurement"
}

func (m maker) message(o *object) string {
	o.add("sender", `"%s"`, m.word())
	name := func() string { return `"` + m.word() + `"` }
	if m.chance(0.5) {
		o.add("receivers", "%s", name())
	} else {
		o.add("receivers", "%s", m.list(2, 5, name))
	}
	o.add("text", `"%s"`, m.note())
	return "message"
}

func (m maker) move(o *object) string {
	position := func() string {
		var o object
		o.add("x", "%v", float64(m.IntN(20_000)-10_000)/16)
		o.add("y", "%v", float64(m.IntN(20_000)-10_000)/16)
		if m.chance(0.3) {
			o.add("level", "%d", m.IntN(5)-1)
		}
		return o.String()
	}
	o.add("thing", "%d", 1+m.IntN(1_000_000))
	o.add("from", "%s", position())
	o.add("to", "%s", position())
	return "move"
}

func (m maker) failure(o *object) string {
	if m.chance(0.5) {
		o.add("code", "%d", m.IntN(1000))
	} else {
		o.add("code", `"%s_%s"`, m.word(), m.word())
	}
	if m.chance(0.6) {
		o.add("details", `{"host":"%s","step":"%s"}`, m.word(), m.words(2, 5))
	}
	return "failure"
}
