package wire

import (
	"encoding/xml"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// WriteXML writes a value as XML, so that [ReadXML] reads it back. root is the name of the outermost element where the schema gives none.
// OAS: XML Object.
func WriteXML(s *api.Schema, root string, v api.Value) ([]byte, error) {
	o := OutlineOf(s)
	if o.XML != nil && o.XML.Name != "" {
		root = o.XML.Name
	}
	w := xmlWriter{}
	w.element(root, o, v)
	return []byte(w.text.String()), w.err
}

type xmlWriter struct {
	text strings.Builder
	err  error
}

// element writes an element with a value in it.
func (w *xmlWriter) element(name string, o Outline, v api.Value) {
	tag, space := qualified(name, o.XML)
	w.text.WriteString("<" + tag + space)
	object, isObject := v.(api.Object)
	if isObject {
		w.attributes(o, object)
	}
	w.text.WriteString(">")
	switch v := v.(type) {
	case api.Object:
		w.members(o, object)
	case api.Array:
		w.items(name, o, v)
	case api.Null:
	case api.String:
		w.escaped(string(v))
	default:
		w.escaped(api.JSON(v))
	}
	w.text.WriteString("</" + tag + ">")
}

// qualified returns a name with its prefix, and the declaration of its namespace.
func qualified(name string, x *api.XML) (tag, space string) {
	if x == nil {
		return name, ""
	}
	attribute := "xmlns"
	if x.Prefix != "" {
		name, attribute = x.Prefix+":"+name, "xmlns:"+x.Prefix
	}
	if x.Namespace == "" {
		return name, ""
	}
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(x.Namespace)) // a builder takes all
	return name, " " + attribute + `="` + b.String() + `"`
}

func (w *xmlWriter) escaped(text string) { _ = xml.EscapeText(&w.text, []byte(text)) } // a builder takes all

// labelOf returns the label of a member, and what it may look like.
func (w *xmlWriter) labelOf(o Outline, name string) (label string, isAttribute bool, p Outline) {
	p = o.Property(name)
	r := xmlReader{}
	label, isAttribute = r.label(name, p)
	if r.err != nil {
		w.err = r.err
	}
	return label, isAttribute, p
}

func (w *xmlWriter) attributes(o Outline, object api.Object) {
	for _, m := range object {
		label, isAttribute, _ := w.labelOf(o, m.Name)
		if !isAttribute {
			continue
		}
		text, isText := m.Value.(api.String)
		if !isText {
			text = api.String(api.JSON(m.Value))
		}
		w.text.WriteString(" " + label + `="`)
		w.escaped(string(text))
		w.text.WriteString(`"`)
	}
}

// members writes the members that are elements. A list that is not wrapped is an element for each item.
func (w *xmlWriter) members(o Outline, object api.Object) {
	for _, m := range object {
		label, isAttribute, p := w.labelOf(o, m.Name)
		list, isList := m.Value.(api.Array)
		isWrapped := p.XML != nil && (p.XML.Wrapped || p.XML.NodeType == "element")
		switch {
		case isAttribute:
		case isList && !isWrapped:
			for _, item := range list {
				w.element(label, OutlineOf(p.Items), item)
			}
		default:
			w.element(label, p, m.Value)
		}
	}
}

// items writes the items of a list inside of its element. They have the name of their schema, or that of the list.
func (w *xmlWriter) items(name string, o Outline, list api.Array) {
	item := OutlineOf(o.Items)
	if item.XML != nil && item.XML.Name != "" {
		name = item.XML.Name
	}
	if slices.ContainsFunc(list, func(v api.Value) bool { _, nested := v.(api.Array); return nested }) {
		w.err = ErrXML
	}
	for _, v := range list {
		w.element(name, item, v)
	}
}
