package ident_test

import (
	"go/token"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/oas2go/oas2go/generator/internal/ident"
)

func TestExported(t *testing.T) {
	style := ident.NewStyle([]string{"DIS", "mrs", "OBS"})
	for name, want := range map[string]string{
		"html_url": "HTMLURL", "userId": "UserID", "userIds": "UserIDs", "IDs": "IDs", "ids": "IDs", "status": "Status", "dns": "DNS",
		"createMrsTransferTask": "CreateMRSTransferTask", "MRSDestinationDescriptorRequest": "MRSDestinationDescriptorRequest",
		"mrs_hdfs_path": "MRSHdfsPath", "obs_bucket_path": "OBSBucketPath", "TRIM_HORIZON": "TrimHorizon", "LATEST": "Latest",
		"": "Empty", "+1": "Plus1", "-1": "Minus1", "-created_at": "MinusCreatedAt", "+NAME": "PlusName", "--x": "X", "Gmt+1": "GmtPlus1", "Gmt-1": "Gmt1", "votes--1": "VotesMinus1",
		"A+": "APlus", "a-": "AMinus", "svg+xml": "SvgXML", "2024-01-01": "X20240101", "1st": "X1st", "@id": "ID", "优": "X优", "a-b": "AB", "a b": "AB", ">=": "GreaterEqual",
		"X-Auth-Token": "XAuthToken", "HTMLPage": "HTMLPage", "OAuth2Token": "OAuth2Token", "type": "Type", "ß": "Xß", "é": "É",
		"e\u0301": "E", "utf8": "UTF8", "sha256": "Sha256", "A": "A", "akSk": "AkSk", "oauth2": "OAuth2", "Oauth_2_client": "OAuth2Client", "oauthor": "Oauthor", "petstore_oauth": "PetstoreOAuth",
	} {
		assert.Equal(t, want, style.Exported(name), "%q", name)
	}
	for name, want := range map[string]string{"": "Empty", "优": "优", "1x": "1x", "-1": "Minus1", "MRS": "MRS"} {
		assert.Equal(t, want, style.Suffix(name), "%q", name)
	}
	for name, want := range map[string]string{"region": "region", "region-id": "regionID", "type": "type_", "len": "len_", "1": "x1", "URL": "url"} {
		assert.Equal(t, want, style.Local(name), "%q", name)
	}
}

func TestField(t *testing.T) {
	style := ident.NewStyle([]string{"IMSI", "ECDSA"})
	for name, want := range map[string]string{
		"STATUS": "Status", "PARTIES": "Parties", "ASSET": "Asset", "NAME": "NAME", "IBAN": "IBAN", "SKU": "SKU", "EC2": "EC2", "SHA256": "SHA256",
		"HTTPS": "HTTPS", "XHTML": "XHTML", "ECDSA": "ECDSA", "IMSIS": "IMSIS", "UUIDS": "UUIDS", "HTMLURL": "HTMLURL", "SPDXID": "SPDXID", "LENGTH": "Length",
		"FIRST_NAME": "FirstName", "Status": "Status",
	} {
		assert.Equal(t, want, style.Field(name), "%q", name)
	}
}

func TestSpelling(t *testing.T) {
	for name, want := range map[string]string{"a_b": "Snake", "a-b": "Kebab", "aB": "Camel", "a.b": "Dotted", "ab": "Plain", "AB": "Plain"} {
		assert.Equal(t, want, ident.Spelling(name), "%q", name)
	}
}

func TestAssign(t *testing.T) {
	claims := []ident.Claim{
		{Ladder: []string{"FooBar", "FooBarSnake"}, Key: "/a"},
		{Ladder: []string{"FooBar", "FooBarCamel"}, Key: "/b", First: true},
		{Ladder: []string{"FooBar", "FooBarSnake"}, Key: "/c"},
		{Ladder: []string{"Client", "ClientModel"}, Key: "/d"},
		{Ladder: []string{"FooBarSnake"}, Key: "/z"},
	}
	assign := func(claims []ident.Claim) []string {
		var scope ident.Scope
		scope.Reserve("Client")
		return scope.Assign(claims)
	}
	got := assign(claims)
	assert.Equal(t, "FooBar", got[1], "the first one keeps the name")
	assert.Equal(t, "FooBarSnake", got[4], "a first choice is not lost to somebody's second")
	assert.Equal(t, "ClientModel", got[3])
	assert.NotEqual(t, got[0], got[2])
	reversed := []ident.Claim{claims[4], claims[3], claims[2], claims[1], claims[0]}
	back := assign(reversed)
	assert.Equal(t, got, []string{back[4], back[3], back[2], back[1], back[0]}, "the order of claims does not matter")
}

// Any names give distinct valid exported identifiers.
func FuzzAssign(f *testing.F) {
	f.Add("a", "A", "a_", "")
	f.Add("优", "é", "+1", "-1")
	f.Add("\xff", "\u0301", "a\u0301", "ʰ")
	f.Fuzz(func(t *testing.T, a, b, c, d string) {
		style := ident.NewStyle(nil)
		var claims []ident.Claim
		for _, name := range []string{a, b, c, d} {
			id := style.Exported(name)
			claims = append(claims, ident.Claim{Ladder: []string{id, id + ident.Spelling(name)}, Key: name})
			if local := style.Local(name); !token.IsIdentifier(local) {
				t.Errorf("%q gives the local %q", name, local)
			}
		}
		var scope ident.Scope
		seen := map[string]bool{}
		for _, id := range scope.Assign(claims) {
			if seen[id] || !token.IsIdentifier(id) || !token.IsExported(id) {
				t.Errorf("%q gives %q", []string{a, b, c, d}, id)
			}
			seen[id] = true
		}
	})
}
