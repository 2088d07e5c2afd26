// Package judge says whether a JSON value is in a schema of the document model: yes, no, or unknown where nobody can say, such as for a
// format that validators judge in different ways. It also knows what schemas say of the members of objects, and which strings a format has.
package judge
