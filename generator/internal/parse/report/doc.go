// Package report says how findings are told: how serious they are, with which hints, and how values look in them. All packages
// below parse share one [Reporter], because it also knows how much work hints have made so far.
//
// It gets texts and values of api. It knows no tree, and nothing about what is reported.
package report
