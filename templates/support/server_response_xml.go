package support

import (
	"bytes"
	"context"
	"encoding/xml"
)

// sendsXML serves a method whose result is sent as XML, in the element root.
func sendsXML[T, U any, P paramsOf[T]](method func(context.Context, P) (*U, error), root xmlRoot) sender {
	return answering(method, func(x *exchange, v *U) error {
		if v == nil {
			return x.sendNil()
		}
		if c, ok := any(v).(jsonChecker); ok && x.h.options.ValidateResponses {
			if err := x.checked(c); err != nil {
				return err
			}
		}
		var buf bytes.Buffer
		buf.WriteString(xml.Header)
		if err := xml.NewEncoder(&buf).EncodeElement(v, root.start()); err != nil {
			return err
		}
		return x.sendWhole(x.op.bodied(), "application/xml", buf.Bytes())
	})
}
