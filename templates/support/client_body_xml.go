package support

import (
	"bytes"
	"cmp"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"slices"
	"strings"
)

// An xmlRoot is the outermost element of a body, as the document describes it.
type xmlRoot struct{ name, space, prefix string }

// start begins the element. With a prefix, what is inside it is in no namespace unless it says so.
func (r xmlRoot) start() xml.StartElement {
	if r.prefix == "" {
		return xml.StartElement{Name: xml.Name{Space: r.space, Local: r.name}}
	}
	namespace := xml.Attr{Name: xml.Name{Local: "xmlns:" + r.prefix}, Value: r.space}
	return xml.StartElement{Name: xml.Name{Local: r.prefix + ":" + r.name}, Attr: []xml.Attr{namespace}}
}

// differs reports another element than that of the document. A tolerant reader looks at its name only, and not at its case.
func (r xmlRoot) differs(got xml.Name, tolerant bool) error {
	switch {
	case r.name != "" && got.Local != r.name && !(tolerant && strings.EqualFold(got.Local, r.name)):
		return fmt.Errorf("the root element is %q, not %q", got.Local, r.name)
	case r.space != "" && got.Space != r.space && !tolerant:
		return fmt.Errorf("the root element has the namespace %q, not %q", got.Space, r.space)
	}
	return nil
}

// xmlBody makes v the body of the request, in the element root.
func (k *call) xmlBody(contentType string, root xmlRoot, v any) {
	var buf bytes.Buffer
	buf.WriteString(xml.Header)
	if err := xml.NewEncoder(&buf).EncodeElement(v, root.start()); err != nil {
		k.fail(err)
		return
	}
	k.body, k.contentType = buf.Bytes(), contentType
}

// receiveXML sends a call and reads the response into x. It returns false without an error for a success that has no content, where
// the document allows that.
func (c *Client) receiveXML(ctx context.Context, cfg *config, k *call, root xmlRoot, x any, check func() error) (ok bool, err error) {
	a, err := c.send(ctx, cfg, k, cfg.maxResponse)
	if err != nil {
		return false, err
	}
	if slices.Contains(k.empty, a.StatusCode) {
		return false, nil
	}
	err = cmp.Or(a.err, notXML(a.Header))
	if err == nil && len(a.data) == 0 {
		err = ErrNoBody
	}
	if err == nil {
		err = decodeXML(a.data, root, !cfg.checkResponse, x)
	}
	if err == nil && cfg.checkResponse && check != nil {
		err = check()
	}
	if err != nil {
		return false, k.failed(a, err)
	}
	return true, nil
}

// notXML reports a body that claims to be something else than XML (RFC 7303, section 4). One that claims nothing is XML.
func notXML(h http.Header) error {
	text := h.Get("Content-Type")
	t, _, _ := mime.ParseMediaType(text)
	if text == "" || t == "application/xml" || t == "text/xml" || strings.HasSuffix(t, "+xml") {
		return nil
	}
	return fmt.Errorf("the content type is %q, not XML", text)
}

// decodeXML reads the outermost element into x.
func decodeXML(data []byte, root xmlRoot, tolerant bool, x any) error {
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return errors.New("the body has no XML element")
		}
		if err != nil {
			return err
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		if err := root.differs(start.Name, tolerant); err != nil {
			return err
		}
		return d.DecodeElement(x, &start)
	}
}
