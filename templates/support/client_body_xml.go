package support

import (
	"bytes"
	"context"
	"encoding/xml"
	"slices"
)

// xmlBody makes v the body of the request, in an element root.
func (k *call) xmlBody(contentType, root string, v any) {
	var buf bytes.Buffer
	buf.WriteString(xml.Header)
	if err := xml.NewEncoder(&buf).EncodeElement(v, xml.StartElement{Name: xml.Name{Local: root}}); err != nil {
		k.fail(err)
		return
	}
	k.body, k.contentType = buf.Bytes(), contentType
}

// receiveXML sends a call and reads the answer into x. It returns false without an error for a success that has no content, where
// the document allows that.
func (c *Client) receiveXML(ctx context.Context, cfg *config, k *call, x any, check func() error) (ok bool, err error) {
	a, err := c.send(ctx, cfg, k, cfg.maxResponse)
	if err != nil {
		return false, err
	}
	if slices.Contains(k.empty, a.StatusCode) {
		return false, nil
	}
	if err = a.err; err == nil {
		err = xml.Unmarshal(a.data, x)
	}
	if err == nil && cfg.checkResponse && check != nil {
		err = check()
	}
	if err != nil {
		return false, k.failed(a, err)
	}
	return true, nil
}
