package support

import (
	"context"
	"net/http"
	"strconv"
)

// This file holds operations as the generator emits them.

const (
	schemeUserToken = "WithUserToken header X-Auth-Token"
	schemeQueryKey  = "WithQueryKey query api_key"
	schemeSession   = "WithSession cookie sid"
	schemeAkSk      = "WithAkSk header Authorization"
)

func WithUserToken(token string) Option { return withSecret(schemeUserToken, token, putHeader) }

func WithUserTokenSource(source func(context.Context) (string, error)) Option {
	return withSource(schemeUserToken, source, putHeader)
}

func WithQueryKey(key string) Option { return withSecret(schemeQueryKey, key, putQuery) }

func WithSession(id string) Option { return withSecret(schemeSession, id, putCookie) }

func WithAkSk(sign func(req *http.Request, body []byte) error) Option {
	return withCredential(schemeAkSk, sign)
}

func WithProjectID(id string) Option { return withValue("project_id", id) }

type SendParcelParams struct {
	ProjectID string
	Name      string
	XTenant   string
	Limit     *int32
	Grade     []Grade
	IDs       []string
	Cursor    string
	Body      Parcel
}

func (p *SendParcelParams) Validate() error { return validate("SendParcelParams", p) }

func (p *SendParcelParams) check(c *checker) {
	c.in = "path"
	c.segment("project_id", p.ProjectID)
	c.segment("name", p.Name)
	c.length("name", p.Name, 0, 60)
	c.in = "query"
	if p.Limit != nil {
		c.integer("limit", int64(*p.Limit), 1, 100)
	}
	c.in = "header"
	c.notEmpty("X-Tenant", p.XTenant)
	c.in = "body"
	c.object("", &p.Body)
}

// SendParcel has no result.
func (c *Client) SendParcel(ctx context.Context, params *SendParcelParams, opts ...Option) error {
	cfg := c.with(opts)
	var p SendParcelParams
	if params != nil {
		p = *params
	}
	if p.ProjectID == "" {
		p.ProjectID = cfg.values["project_id"]
	}
	k := call{
		op: "SendParcel", id: "sendParcel", method: "POST", pattern: "POST /v2/{project_id}/parcels/{name}",
		path:     "/v2/" + pathSegment(p.ProjectID) + "/parcels/" + pathSegment(p.Name),
		accept:   "application/json",
		security: schemeUserToken + " | " + schemeQueryKey + " & " + schemeSession + " | " + schemeAkSk,
		errors: []errorBody{
			{"default", func(r *jsonReader) any { return decoded(r, new(Owner)) }},
			{"4XX", func(r *jsonReader) any { return decoded(r, new(Names)) }},
			{"422", func(r *jsonReader) any { return decoded(r, new(Point)) }},
		},
	}
	if err := cfg.checked(&k, "SendParcelParams", &p); err != nil {
		return err
	}
	k.addQuery("cursor", p.Cursor)
	if p.Limit != nil {
		k.addQuery("limit", strconv.FormatInt(int64(*p.Limit), 10))
	}
	for _, v := range p.Grade {
		k.addQuery("grade", string(v))
	}
	if p.IDs != nil {
		k.addQueryList("ids", p.IDs)
	}
	k.addHeader("X-Tenant", p.XTenant)
	k.jsonBody("application/json", &p.Body)
	return c.discard(ctx, cfg, &k)
}

// GetParcel has a result, or none with status 204.
func (c *Client) GetParcel(ctx context.Context, opts ...Option) (*Parcel, error) {
	cfg := c.with(opts)
	k := call{op: "GetParcel", method: "GET", path: "/parcel", accept: "application/json", empty: []int{204}, security: schemeUserToken + " | " + schemeAkSk}
	x := new(Parcel)
	if ok, err := c.receive(ctx, cfg, &k, x); !ok {
		return nil, err
	}
	return x, k.misread
}

// PutEvent has a union as body and as result.
func (c *Client) PutEvent(ctx context.Context, event Event, opts ...Option) (Event, error) {
	cfg := c.with(opts)
	k := call{op: "PutEvent", method: "PUT", path: "/event", accept: "application/json", security: schemeAkSk}
	k.jsonBodyFunc("application/json", func(w *jsonWriter) { writeEvent(w, event) })
	var x Event
	ok, err := c.receiveFunc(ctx, cfg, &k, func(r *jsonReader) { x = readEvent(r) }, func() error { return ValidateEvent(x) })
	if !ok {
		return nil, err
	}
	return x, k.misread
}

// ListTags has an inline list as result.
func (c *Client) ListTags(ctx context.Context, opts ...Option) (x []string, err error) {
	cfg := c.with(opts)
	k := call{op: "ListTags", method: "POST", path: "/tags"}
	if ok, err := c.receiveFunc(ctx, cfg, &k, func(r *jsonReader) { x = scalars(r, (*jsonReader).string) }, nil); !ok {
		return nil, err
	}
	return x, k.misread
}
