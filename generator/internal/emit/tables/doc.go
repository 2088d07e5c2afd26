// Package tables prints the data that support code interprets: the patterns of strings, and the rules that JSON is judged by.
//
// It takes patterns and rules of gomodel and returns their declarations, which hold no statements. It knows no types and no values.
package tables
