package main

import "time"

// eventList is what people write by hand for a list of unions: one struct with the members of all variants. Nothing says which of them
// belong together, and values of several JSON kinds are any.
type eventList struct {
	Events []event `json:"events"`
}

type event struct {
	Kind      string             `json:"kind"`
	At        time.Time          `json:"at"`
	User      *string            `json:"user,omitempty"`
	Address   *string            `json:"address,omitempty"`
	Accepted  *bool              `json:"accepted,omitempty"`
	Lines     []line             `json:"lines,omitempty"`
	Payment   *payment           `json:"payment,omitempty"`
	Sensor    *string            `json:"sensor,omitempty"`
	Value     any                `json:"value,omitempty"`
	Sender    *string            `json:"sender,omitempty"`
	Receivers any                `json:"receivers,omitempty"`
	Text      *string            `json:"text,omitempty"`
	Thing     *int64             `json:"thing,omitempty"`
	From      *position          `json:"from,omitempty"`
	To        *position          `json:"to,omitempty"`
	Code      any                `json:"code,omitempty"`
	Details   *map[string]string `json:"details,omitempty"`
}

type line struct {
	Article string  `json:"article"`
	Count   int32   `json:"count"`
	Price   float64 `json:"price"`
}

type payment struct {
	Method  string  `json:"method"`
	Digits  *string `json:"digits,omitempty"`
	Account *string `json:"account,omitempty"`
	Due     *int32  `json:"due,omitempty"`
	Code    *string `json:"code,omitempty"`
}

type position struct {
	X     float64 `json:"x"`
	Y     float64 `json:"y"`
	Level *int32  `json:"level,omitempty"`
}
