package support

import "net/http"

// queryKeyScheme is a scheme with a key in the query.
func queryKeyScheme(name, param string, check textCheck) scheme {
	s := textScheme(name, keyChallenge("query", param), func(r *http.Request) string { return r.URL.Query().Get(param) }, check)
	s.query = param
	return s
}

// cookieKeyScheme is a scheme with a key in a cookie.
func cookieKeyScheme(name, cookie string, check textCheck) scheme {
	s := textScheme(name, keyChallenge("cookie", cookie), func(r *http.Request) string {
		if c, err := r.Cookie(cookie); err == nil {
			return unescapePath(c.Value)
		}
		return ""
	}, check)
	s.cookie = cookie
	return s
}
