package rules

// IsDocs reports whether changes of a rule are documentation: nothing that a message has and no name of Go code hangs on them.
func IsDocs(id string) bool {
	switch id {
	case "description", "title", "summary", "examples", "external-docs", "link-changed", "tag", "server-name", "contact", "license",
		"terms-of-service", "extensions":
		return true
	}
	return false
}

// docsRules are about what documents say to people.
func docsRules() []Rule {
	const comment = "No message changes. Comments of the Go code have the new text."
	const people = "No message changes, and the Go code does not have it."
	info := func(field string) Example {
		return Example{Old: "info: {title: Orders, version: 1.0.0}\n" + operation("operationId: listOrders\n"+listed),
			New: "info: {title: Orders, version: 1.0.0, " + field + "}\n" + operation("operationId: listOrders\n"+listed)}
	}
	of := func(before, after string) Example {
		return Example{Old: operation("operationId: listOrders\n" + before + listed), New: operation("operationId: listOrders\n" + after + listed)}
	}
	response := func(links string) Example {
		return Example{Old: operation("operationId: listOrders\nresponses: {'200': {description: The orders.}}\n"),
			New: operation("operationId: listOrders\nresponses: {'200': {description: The orders., " + links + "}}\n")}
	}
	tagged := func(tags string) string { return tags + operation("operationId: listOrders\n"+listed) }
	server := func(name string) string {
		return "openapi: 3.2.0\nservers: [{url: https://api.example.com, name: " + name + "}]\n" + operation("operationId: listOrders\n"+listed)
	}
	return []Rule{
		{ID: "description", Summary: "A description changed.", Why: comment, Fix: "Nothing.",
			Example: sentMember("note: {type: string, description: Text.}", "note: {type: string, description: Text for the parcel.}")},
		{ID: "title", Summary: "A title changed.", Why: comment, Fix: "Nothing.",
			Example: sentMember("note: {type: string, title: Note}", "note: {type: string, title: A note}")},
		{ID: "summary", Summary: "A summary changed.", Why: comment, Fix: "Nothing.",
			Example: of("summary: All orders\n", "summary: The orders\n")},
		{ID: "examples", Summary: "Examples changed.", Why: people, Fix: "Nothing.",
			Example: sentMember("note: {type: string, examples: [urgent]}", "note: {type: string, examples: [urgent, fragile]}")},
		{ID: "external-docs", Summary: "A link to external documentation changed.", Why: people, Fix: "Nothing.",
			Example: of("", "externalDocs: {url: 'https://example.com/orders'}\n")},
		{ID: "link-changed", Summary: "A link of a response changed.",
			Why: "Links tell people and tools which operation to call next. No message changes, and there is no Go code for them.",
			Fix: "Nothing.", Example: response("links: {again: {operationId: listOrders}}")},
		{ID: "tag", Summary: "A tag of the document is new, gone, or of another parent or kind.",
			Why: people + " The tags that an operation has are another rule (`tags-changed`).", Fix: "Nothing.",
			Example: Example{Old: tagged("tags: [{name: orders}]\n"), New: tagged("tags: [{name: orders}, {name: sales}]\n")}},
		{ID: "server-name", Summary: "A server has another name.", Why: "No message changes: the URL is the same.", Fix: "Nothing.",
			Example: Example{Old: server("live"), New: server("production")}},
		{ID: "contact", Summary: "The contact of the document changed.", Why: people, Fix: "Nothing.",
			Example: info("contact: {email: orders@example.com}")},
		{ID: "license", Summary: "The license of the document changed.", Why: people, Fix: "Nothing.", Example: info("license: {name: MIT}")},
		{ID: "terms-of-service", Summary: "The address of the terms of service changed.", Why: people, Fix: "Tell callers.",
			Example: info("termsOfService: 'https://example.com/terms'")},
		{ID: "extensions", Summary: "An extension without effect here changed.",
			Why: "No message changes. Names that begin with `x-` mean something to other tools; those that begin with `x-go-` are another rule " +
				"(`go-extension-changed`).",
			Fix: "Nothing.", Example: sentMember("note: {type: string}", "note: {type: string, x-order: 1}")},
	}
}
