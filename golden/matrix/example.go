package main

import (
	"strings"

	"github.com/oas2go/oas2go/golden/matrix/task"
)

// An example is one more value of a kind whose values are of several Go types, such as the heirs of a base.
type example struct {
	value   string // JSON
	refused bool
	at      string // the pointer to what is wrong with it
	as      string // the component whose Go type it has, "" for any
	way     way    // it goes
	set     bool   // its tag is set in Go before it is written
	tag     string // to this
	back    string // what is written then, "" for value
}

// A way is the direction that a value goes.
type way string

const (
	anyWay   way = ""
	sent     way = "sent"
	received way = "received"
)

// way is the direction of a place, anyWay where values go both.
func (h how) way() way {
	switch h.do {
	case "send":
		return sent
	case "receive", "fail", "webhook", "header":
		return received
	}
	return anyWay
}

// examples are what the runner does with the other values of a kind. Where OpenAPI does not define how they are written, that is not
// compared.
func (p *pair) examples() (list []task.Example) {
	h := p.place.how
	wrap := func(value string) string { return own(strings.ReplaceAll(h.value, "$V", value), p.id) }
	inside := strings.Contains(p.place.model, "Of: [") // of a union that goes by other means: the value alone counts there
	for _, e := range p.kind.examples {
		if e.way != anyWay && e.way != h.way() || e.set && (h.do != "model" && h.do != "send" || inside) {
			continue
		}
		x := task.Example{Value: wrap(e.value), At: h.at + e.at, Refused: e.refused, Above: inside}
		x.Set, x.Member, x.Tag = e.set, p.kind.tag, own(e.tag, p.id)
		back := e.value
		if e.back != "" {
			back = e.back
			x.Back = wrap(back)
		}
		if e.as != "" && !inside {
			x.As = p.id + e.as
		}
		t := task.Task{Value: wrap(back)}
		p.want(&t, back)
		x.Want = t.Want
		list = append(list, x)
	}
	return list
}
