package operations

// A Rule says what a kind of change is and when it breaks. "Sent" is what callers send to the API and what receivers of webhooks and
// callbacks answer; "received" is the other way.
type Rule struct{ ID, Text string }

// Rules returns the rules of all changes that Compare finds.
func Rules() []Rule {
	return []Rule{
		{"operation-added", "There is a new operation. Nobody breaks."},
		{"operation-removed", "An operation is gone: its method and path. It breaks callers, also if it was deprecated. " +
			"If another template takes its requests, nothing is proved."},
		{"operation-renamed", "The operationId changed. Operations are matched by method and path, so only Go names change."},
		{"operation-deprecated", "An operation is deprecated now. No message changes."},
		{"operation-undeprecated", "An operation is no longer deprecated. No message changes."},
		{"operation-sunset", "x-sunset changed: the day after which the operation may be gone. No message changes."},
		{"tags-changed", "An operation has other tags. No message changes."},
		{"go-name-changed", "An extension that begins with x-go- changed. Only Go names change."},

		{"parameter-added", "A parameter is new. One that is required breaks who sends it. An optional one does not: " +
			"what was sent before under its name was not declared."},
		{"parameter-removed", "A parameter is gone. Who sends it is not refused, because what is undeclared is not read. " +
			"It breaks who receives it, if it was required."},
		{"parameter-required", "A parameter is required now. It breaks who sends it."},
		{"parameter-optional", "A parameter is no longer required. It breaks who receives it."},
		{"parameter-renamed-template", "A name in a path template changed. It means nothing on the wire: only the position counts."},
		{"parameter-moved", "A parameter is at another place, such as a header instead of the query. It breaks if it is required."},
		{"parameter-style-changed", "The value is written by another style. It breaks if a value that the schema allows is written differently."},
		{"parameter-explode-changed", "explode changed. It breaks for arrays and objects where the style writes them differently."},
		{"parameter-reserved-changed", "allowReserved changed. What it means for readers is not proved."},
		{"parameter-empty-changed", "allowEmptyValue changed. It breaks if the schema does not take the empty text."},
		{"parameter-content-changed", "The value is plain text on one side and a media type on the other, or of two media types. " +
			"Numbers and booleans are the same text as JSON."},
		{"parameter-deprecated", "A parameter is deprecated now. No message changes."},
		{"parameter-undeprecated", "A parameter is no longer deprecated. No message changes."},
		{"default-changed", "The default of a parameter changed. Who leaves it out gets something else; no message breaks."},

		{"body-added", "There is a request body now. A required one breaks who sends it."},
		{"body-removed", "There is no request body any more. Who sends one is not refused; it breaks who receives it, if it was required."},
		{"body-required", "The request body is required now. It breaks who sends it."},
		{"body-optional", "The request body is no longer required. It breaks who receives it."},
		{"media-type-added", "A body may have another media type. It breaks who receives it, unless a range covered the type before."},
		{"media-type-removed", "A body may no longer have a media type. It breaks who sends it, unless a range covers the type."},
		{"media-type-replaced", "A body has another media type of the same kind, such as application/vnd.x+json for application/json. " +
			"It breaks."},
		{"encoding-changed", "A part of a body is written otherwise. Many readers do not look at it, so nothing is proved."},

		{"response-added", "A status is new. A success that was not declared breaks who receives it. An error does not: OpenAPI asks " +
			"for known errors, not for all. Below a range or default that was there, its content is compared with that."},
		{"response-removed", "A status is gone. It breaks who sends it, if it is a success. Below a range or default that is there, " +
			"its content is compared with that."},
		{"response-body-added", "A response has a body now. Who expects none does not read it."},
		{"response-body-removed", "A response has no body any more. It breaks who receives it."},
		{"header-added", "A header is new. A required one breaks who sends it."},
		{"header-removed", "A header is gone. It breaks who receives it, if it was required."},
		{"header-required", "A header is required now. It breaks who sends it."},
		{"header-optional", "A header is no longer required. It breaks who receives it."},
		{"header-content-changed", "The value of a header is plain text on one side and a media type on the other. It breaks."},
		{"header-explode-changed", "explode of a header whose value can be an object changed. It breaks."},
		{"header-deprecated", "A header is deprecated now. No message changes."},
		{"header-undeprecated", "A header is no longer deprecated. No message changes."},

		{"security-tightened", "Credentials that were enough are not any more. It breaks callers."},
		{"security-loosened", "Less is enough. Callers do not break."},
		{"security-changed", "Other credentials are needed. It breaks callers."},
		{"scheme-changed", "A security scheme has another place or name in the message, which breaks, or its tokens come from " +
			"elsewhere, which is not proved to."},
		{"scheme-renamed", "A security scheme has another name in the document. It means nothing on the wire."},
		{"scheme-added", "A security scheme is new. What it is used for is told at the operations."},
		{"scheme-removed", "A security scheme is gone. What it was used for is told at the operations."},
		{"server-added", "There is another base URL. Nobody breaks."},
		{"server-removed", "A base URL is gone, with the values of its variables. It breaks callers."},
		{"server-changed", "Base URLs are gone and others are new. It breaks callers, unless one side is relative: then nothing is proved."},
		{"server-default-changed", "The default of a variable of a server changed. The old value stays possible."},

		{"callback-added", "A callback is new. Receivers get only what they have asked for."},
		{"callback-removed", "A callback is gone. Receivers wait in vain."},
		{"callback-moved", "A callback is sent to an address that stands elsewhere in the request. Receivers wait in vain."},
		{"callback-renamed", "A callback has another name in the document, and the same expression. It means nothing on the wire."},
		{"webhook-added", "A webhook is new. Receivers get only what they have asked for."},
		{"webhook-removed", "A webhook is gone. Receivers wait in vain."},

		{"description", "A description changed."}, {"summary", "A summary changed."}, {"title", "A title changed."},
		{"example", "Examples changed."}, {"external-docs", "A link to other documentation changed."},
		{"extension", "An extension changed that has no effect here."},
		{"link-changed", "A link of a response changed: nothing is called by it."},
		{"tag", "A tag of the document is new or gone."}, {"parent", "The parent of a tag changed."}, {"kind", "The kind of a tag changed."},
		{"name", "The name of a server changed."}, {"terms-of-service", "The terms of service have another address."},
		{"contact", "The contact changed."}, {"license", "The license changed."},
	}
}
