package client

import (
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/plan/declarations"
	"github.com/oas2go/oas2go/generator/internal/plan/operations"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
	"github.com/oas2go/oas2go/generator/internal/plan/words"
)

var (
	readerType     = gomodel.Named{Ident: gomodel.Ident{Path: "io", Name: "Reader"}}
	readCloserType = gomodel.Named{Ident: gomodel.Ident{Path: "io", Name: "ReadCloser"}}
)

// bodyModel is the field for a body.
func (b *Builder) bodyModel(u declarations.Unit, o *operations.Operation, x *operations.Body) *gomodel.BodyField {
	f := &gomodel.BodyField{MediaType: x.Media, Write: x.Writer}
	f.Field = gomodel.Field{Name: x.Field, From: o.Op.RequestBody.Pos, Doc: b.bodyDoc(o, x)}
	switch w := x.Writer.(type) {
	case gomodel.StreamBody:
		f.Type, f.Codec, f.Hold = readerType, gomodel.RawCodec{}, gomodel.Hold{Required: x.Required, Box: gomodel.NilBox}
		if x.Required {
			f.Checks = []gomodel.Check{gomodel.Present{}}
		}
		if len(x.Types) > 1 || strings.Contains(x.Types[0], "*") {
			w.Choice, w.Allowed = x.Field+"Type", operations.AllowedTypes(strings.Join(x.Types, ", "))
			f.Write = w
		}
	case gomodel.MultipartBody:
		f.Type, f.Codec = b.Names.OwnType(b.Names.Of(x.Form)), gomodel.ObjectCodec{Type: b.Names.Own(b.Names.Of(x.Form))}
		f.Hold = gomodel.Hold{Required: x.Required}
		if !x.Required {
			f.Hold.Box = gomodel.Pointing
		}
		f.Checks = []gomodel.Check{gomodel.Inside{}}
	default:
		owner := b.Names.Params(o) + x.Field
		f.Type, f.Hold, f.Codec, f.Checks = b.Declarations.ShapeType(x.Use.Shape), b.Declarations.Hold(x.Use, x.Required, false), u.Codec(x.Use.Shape, owner), u.Checks(x.Use, owner)
		f.Secret = x.Schema != nil && b.Analysis.Secret(x.Schema)
		switch {
		case x.Required && shapes.IsAnything(x.Use):
			f.Checks = append([]gomodel.Check{gomodel.Present{}}, f.Checks...)
		case x.Required && declarations.HasUnset(x.Use):
			f.Checks = append([]gomodel.Check{gomodel.Given{}}, f.Checks...)
		}
	}
	return f
}

func (b *Builder) bodyDoc(o *operations.Operation, x *operations.Body) gomodel.Doc {
	line := (&words.Text{}).Add("What to send.")
	if description := words.PlainText(x.Description); description != "" {
		line = (&words.Text{}).Add(words.Sentence(description))
	}
	switch _, isStream := x.Writer.(gomodel.StreamBody); {
	case len(o.Bodies) > 1 && o.BodyRequired:
		line.Space().Add("It is sent as " + x.Media + ". One body is required.")
	case len(o.Bodies) > 1:
		line.Space().Add("It is sent as " + x.Media + ".")
	case isStream:
		line.Space().Add("It is sent as it is, and closed if it is an io.Closer.")
	}
	if isStream(x) && len(x.Types) > 1 {
		line.Space().Add("The media types are " + strings.Join(x.Types, ", ") + ".")
	}
	if x.Use.Shape != nil {
		b.Declarations.AddLimits(line, x.Use, x.Required)
	} else if x.Required {
		line.Space().Add("Required.")
	}
	return gomodel.Doc{line.Spans}
}

func isStream(x *operations.Body) bool {
	_, ok := x.Writer.(gomodel.StreamBody)
	return ok
}
