// Package xmltags says which types encoding/xml reads and writes as the document asks (OAS: XML Object), and with which tags. It takes
// shapes and returns tags.
package xmltags
