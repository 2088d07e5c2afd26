// Package decided gives schemas with discriminators the meaning that authors mean, as package decide says it: in the keywords of JSON Schema,
// so that whoever compares or judges schemas needs to know nothing about discriminators.
package decided
