// Package operations compares everything of two documents that is no schema: operations, parameters, bodies, media types, responses,
// headers, security, servers, callbacks and webhooks, and the texts beside them. It pairs the schemas that stand at the same place of
// both documents, and leaves them to others.
//
// Places are compared by what they mean for messages, not by how they are written: a status that is dropped beside a range that covers
// it is compared with the range, a security requirement with all alternatives of the other side. Each edit is told once, with all
// operations that it reaches.
package operations
