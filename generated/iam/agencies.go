package iam

import (
	"context"
	"iter"
)

// This file is written by hand: it makes calls of the document easier.

// agenciesPerPage is how many agencies one request asks for.
const agenciesPerPage = 100

// AgenciesFor lists the agencies of an account that give rights to trusted, which is a trust_domain_name such as an agency of the account
// shows. It asks for page after page; an error ends it.
func (c *Client) AgenciesFor(ctx context.Context, domainID, trusted string, opts ...Option) iter.Seq2[Agency, error] {
	return func(yield func(Agency, error) bool) {
		seen := map[string]bool{}
		for page := int32(1); ; page++ {
			params := &ListAgenciesParams{DomainID: domainID, Page: &page, PerPage: new(int32(agenciesPerPage))}
			response, err := c.ListAgencies(ctx, params, opts...)
			if err != nil {
				yield(Agency{}, err)
				return
			}
			more := false
			for _, a := range response.Agencies {
				if a.ID != nil && seen[*a.ID] { // the service does not know pages
					continue
				}
				if a.ID != nil {
					seen[*a.ID], more = true, true
				}
				if a.TrustDomainName != nil && *a.TrustDomainName == trusted && !yield(a, nil) {
					return
				}
			}
			if !more || len(response.Agencies) < agenciesPerPage {
				return
			}
		}
	}
}
