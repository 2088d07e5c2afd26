package wire

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// ErrXML says that the document writes XML in a way that is not read here.
var ErrXML = errors.New("nodes of XML that are no element and no attribute are not read")

// An element is an element of XML. Prefixes and namespaces do not count, nor does the name of the outermost one.
type element struct {
	name     string
	attrs    []xml.Attr
	children []*element
	text     string
}

// ReadXML returns the readings of a body of XML. wrong says that it is none. OAS: XML Object.
func ReadXML(s *api.Schema, body []byte) (readings any, wrong, err error) {
	root, wrong := parseXML(body)
	if wrong != nil {
		return nil, wrong, nil
	}
	r := xmlReader{}
	readings = r.value(s, root)
	return readings, nil, r.err
}

func parseXML(body []byte) (*element, error) {
	outside := &element{}
	open := []*element{outside}
	for d := xml.NewDecoder(bytes.NewReader(body)); ; {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		last := open[len(open)-1]
		switch token := token.(type) {
		case xml.StartElement:
			e := &element{name: token.Name.Local, attrs: token.Attr}
			last.children = append(last.children, e)
			open = append(open, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			last.text += string(token)
		}
	}
	if len(outside.children) != 1 {
		return nil, fmt.Errorf("there are %d outermost elements", len(outside.children))
	}
	return outside.children[0], nil
}

type xmlReader struct{ err error }

// value returns the readings of an element.
func (r *xmlReader) value(s *api.Schema, e *element) any {
	o := OutlineOf(s)
	var readings Choice
	if o.IsObject || !o.IsArray && len(e.children) > 0 {
		readings = append(readings, r.object(o, e))
	}
	if o.IsArray {
		list := []any{}
		for _, child := range e.children {
			list = append(list, r.value(o.Items, child))
		}
		readings = append(readings, list)
	}
	if len(e.children) == 0 {
		readings = append(readings, Leaf(e.text))
	}
	return readings
}

// object reads the members of an object from elements and attributes. What no property describes is a member of its own name.
func (r *xmlReader) object(o Outline, e *element) Object {
	members := Object{}
	known := map[string]bool{}
	for name, property := range o.Properties {
		p := OutlineOf(property)
		label, isAttribute := r.label(name, p)
		known[label] = true
		if isAttribute {
			for _, a := range e.attrs {
				if a.Name.Local == label {
					members[name] = Leaf(a.Value)
				}
			}
			continue
		}
		if found := e.named(label); len(found) > 0 {
			members[name] = r.property(property, p, found)
		}
	}
	for _, a := range e.attrs {
		if !known[a.Name.Local] && a.Name.Space != "xmlns" && a.Name.Local != "xmlns" && !strings.Contains(a.Name.Space, "XMLSchema-instance") {
			members[a.Name.Local] = Leaf(a.Value)
		}
	}
	for _, child := range e.children {
		if !known[child.name] {
			members[child.name] = r.property(nil, Outline{}, e.named(child.name))
		}
	}
	return members
}

// label returns the name of the elements or of the attribute of a property. That of a list without an element around it is the name of
// its items.
func (r *xmlReader) label(name string, p Outline) (label string, isAttribute bool) {
	x := p.XML
	if p.IsArray && (x == nil || !x.Wrapped && x.NodeType != "element") {
		x = OutlineOf(p.Items).XML
	}
	if x == nil {
		return name, false
	}
	switch x.NodeType {
	case "", "element", "attribute":
	default:
		r.err = ErrXML
	}
	if x.Name != "" {
		name = x.Name
	}
	return name, x.Attribute || x.NodeType == "attribute"
}

func (r *xmlReader) property(s *api.Schema, p Outline, found []*element) any {
	isWrapped := p.XML != nil && (p.XML.Wrapped || p.XML.NodeType == "element")
	if !p.IsArray && len(found) == 1 || isWrapped {
		return r.value(s, found[0])
	}
	list := []any{}
	for _, e := range found {
		list = append(list, r.value(p.Items, e))
	}
	return list
}

func (e *element) named(name string) (list []*element) {
	for _, child := range e.children {
		if child.name == name {
			list = append(list, child)
		}
	}
	return list
}
