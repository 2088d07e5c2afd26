package iam

import (
	"context"
	"iter"
)

// This file is written by hand: it makes calls of the document easier.

// agenciesPerPage is how many agencies one request asks for.
const agenciesPerPage = 100

// AgenciesFor lists the agencies that give rights to the account or service with the name trusted ([Agency.TrustDomainName]), which is
// compared here and not by the server. domainID is the ID of your own account, see [TokenSource.DomainID]. It asks for page after page until
// one has nothing new; an error ends it.
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
			if !more {
				return
			}
		}
	}
}
