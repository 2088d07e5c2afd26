package rules

// securityRules are about security requirements and schemes.
func securityRules() []Rule {
	const token = "components: {securitySchemes: {token: {type: http, scheme: bearer}}}\n"
	const both = "components: {securitySchemes: {token: {type: http, scheme: bearer}, key: {type: apiKey, in: header, name: X-Key}}}\n"
	with := func(security, components string) Example {
		return Example{New: operation("operationId: listOrders\n"+security+listed) + components}
	}
	pair := func(old, new Example) Example { return Example{Old: old.New, New: new.New} }
	return []Rule{
		{
			ID: "security-tightened", Summary: "An operation demands more credentials than before.",
			Why:     "Requests without them are refused. Go code compiles without the new option of the client, and its calls fail.",
			Fix:     "Keep the old requirement as an alternative until everybody sends the new one.",
			Example: pair(with("", token), with("security: [{token: []}]\n", token)),
		},
		{
			ID: "security-loosened", Summary: "An operation demands fewer credentials than before.",
			Why:     "Requests that were allowed still are. In Go nothing changes for callers.",
			Fix:     "Make sure that it is meant: anybody may call the operation now who could not before.",
			Example: pair(with("security: [{token: []}]\n", token), with("", token)),
		},
		{
			ID: "security-changed", Summary: "An operation demands other credentials than before.",
			Why: "Requests with the old credentials only are refused. Go code compiles without the new option of the client, and its calls " +
				"fail.",
			Fix:     "Keep the old requirement as an alternative until everybody sends the new one.",
			Example: pair(with("security: [{token: []}]\n", both), with("security: [{key: []}]\n", both)),
		},
		{
			ID: "scheme-changed", Summary: "The type or the place of the credentials of a security scheme changed.",
			Why: "Credentials at the old place or of the old kind are not found, and requests are refused. In Go the option `With<Scheme>` may " +
				"take another argument, and code stops compiling.",
			Fix: "Add a second scheme, and demand either.",
			Example: pair(with("security: [{key: []}]\n", "components: {securitySchemes: {key: {type: apiKey, in: query, name: key}}}\n"),
				with("security: [{key: []}]\n", "components: {securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}}\n")),
		},
		{
			ID: "scheme-renamed", Summary: "A security scheme has another name and the same content.",
			Why: "Names of schemes are not on the wire, so that no message changes. In Go the option `With<Scheme>` has another name, and the " +
				"compiler finds each place.",
			Fix: "Keep the name.",
			Example: pair(with("security: [{token: []}]\n", token),
				with("security: [{bearer: []}]\n", "components: {securitySchemes: {bearer: {type: http, scheme: bearer}}}\n")),
		},
		{
			ID: "scheme-added", Summary: "There is a new security scheme.",
			Why:     "What operations demand is told where they do. In Go the client has one more option.",
			Fix:     "Nothing.",
			Example: pair(with("security: [{token: []}]\n", token), with("security: [{token: []}]\n", both)),
		},
		{
			ID: "scheme-removed", Summary: "A security scheme is gone.",
			Why:     "What operations demand is told where they do. In Go its option is gone, and code that uses it stops compiling.",
			Fix:     "Keep the scheme until nobody uses its option.",
			Example: pair(with("security: [{token: []}]\n", both), with("security: [{token: []}]\n", token)),
		},
	}
}

// serverRules are about servers.
func serverRules() []Rule {
	with := func(servers string) string { return servers + operation("operationId: listOrders\n"+listed) }
	const old, new = "{url: https://api.example.com/v1}", "{url: https://api.example.com/v2}"
	region := func(name string) string {
		return with("servers: [{url: 'https://{region}.example.com', variables: {region: {default: " + name + ", enum: [eu, us]}}}]\n")
	}
	return []Rule{
		{
			ID: "server-added", Summary: "There is another server.",
			Why:     "Requests to the old servers still are allowed. In Go there is one more function for its URL, which can rename another one.",
			Fix:     "Put the new server behind the old ones: the first is the usual one.",
			Example: Example{Old: with("servers: [" + old + "]\n"), New: with("servers: [" + old + ", " + new + "]\n")},
		},
		{
			ID: "server-removed", Summary: "A server is gone.",
			Why: "Requests to it reach nobody. In Go the function for its URL is gone; a URL that is written down or configured compiles and " +
				"fails.",
			Fix:     "Keep the server until nobody calls it.",
			Example: Example{Old: with("servers: [" + old + ", " + new + "]\n"), New: with("servers: [" + new + "]\n")},
		},
		{
			ID: "server-changed", Summary: "Servers are gone and others are new.",
			Why: "Requests to the old ones reach nobody. In Go `ServerURL` returns the new one; a URL that is written down or configured " +
				"compiles and fails.",
			Fix:     "Name the old server beside the new one until nobody calls it.",
			Example: Example{Old: with("servers: [" + old + "]\n"), New: with("servers: [" + new + "]\n")},
		},
		{
			ID: "server-default-changed", Summary: "The default of a server variable changed.",
			Why:     "Clients that choose nothing call another address. The old one stays possible. In Go `ServerURL` returns the new one.",
			Fix:     "Leave the default.",
			Example: Example{Old: region("eu"), New: region("us")},
		},
	}
}

// callbackRules are about what an API sends by itself: webhooks and callbacks.
func callbackRules() []Rule {
	const post = "{post: {responses: {'200': {description: Taken.}}}}"
	callback := func(text string) string {
		return creation("operationId: createOrder\n" + text + "responses: {'201': {description: The order is taken.}}\n")
	}
	hook := func(text string) string { return operation("operationId: listOrders\n"+listed) + text }
	const shipped = "callbacks: {shipped: {'{$request.query.url}': "
	return []Rule{
		{
			ID: "callback-added", Summary: "An operation has a new callback.",
			Why:     "A receiver gets only what it has asked for. In Go there is one more `Handle<Name>`.",
			Fix:     "Nothing.",
			Example: Example{Old: callback(""), New: callback(shipped + post + "}}\n")},
		},
		{
			ID: "callback-removed", Summary: "A callback of an operation is gone.",
			Why: "Receivers wait for a message that never comes; no message shows that. In Go its `Handle<Name>` is gone, and the compiler finds " +
				"it.",
			Fix:     "Go on sending it until nobody waits for it.",
			Example: Example{Old: callback(shipped + post + "}}\n"), New: callback("")},
		},
		{
			ID: "callback-renamed", Summary: "A callback has another name and the same expression.",
			Why:     "Names of callbacks are not on the wire, so that no message changes. In Go its `Handle<Name>` has another name.",
			Fix:     "Keep the name.",
			Example: Example{Old: callback(shipped + post + "}}\n"), New: callback("callbacks: {sent: {'{$request.query.url}': " + post + "}}\n")},
		},
		{
			ID: "callback-moved", Summary: "The expression for the address of a callback changed.",
			Why: "Callers give the address of their receiver at a place where nobody looks for it now, and wait in vain. Go code compiles.",
			Fix: "Look at both places until nobody uses the old one.",
			Example: Example{Old: callback(shipped + post + "}}\n"), New: callback("callbacks: {shipped: {'{$request.query.target}': " +
				"" + post + "}}\n")},
		},
		{
			ID: "webhook-added", Summary: "There is a new webhook.",
			Why:     "A receiver gets only what it has asked for. In Go there is one more `Handle<Name>`.",
			Fix:     "Nothing.",
			Example: Example{Old: hook(""), New: hook("webhooks: {shipped: " + post + "}\n")},
		},
		{
			ID: "webhook-removed", Summary: "A webhook is gone.",
			Why: "Receivers wait for a message that never comes; no message shows that. In Go its `Handle<Name>` is gone, and the compiler finds " +
				"it.",
			Fix:     "Go on sending it until nobody waits for it.",
			Example: Example{Old: hook("webhooks: {shipped: " + post + "}\n"), New: hook("")},
		},
	}
}
