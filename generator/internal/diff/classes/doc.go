// Package classes gives each schema a class: schemas of one class mean the same, because they have the same keywords and schemas of the
// same classes below them, whatever they are called and wherever they stand. It takes schemas of any documents, and schemas made in memory.
//
// The converse does not hold: what is written in another way may mean the same. Package sets proves that.
package classes
