// Package words writes comments: it turns the Markdown and HTML of descriptions into paragraphs, lists and code of go doc, and joins
// names, descriptions and limits to sentences. It takes texts and returns them, and knows no schemas.
package words
