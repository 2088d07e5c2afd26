package support

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// This file has types as they are emitted for a union of objects that their members tell apart: a payment is a card, which may have what
// an account requires, an account, or a voucher, which is closed. Each may hold another payment.

type (
	payment interface{ jsonValue }

	card struct {
		Number string
		Iban   *string
		From   payment
		Extra  map[string]json.RawMessage
	}
	account struct {
		Iban  string
		From  payment
		Extra map[string]json.RawMessage
	}
	voucher struct {
		Code int64
		From payment
	}
	paymentUnknown struct{ JSON []byte }
)

const (
	rulePayment ref = iota
	ruleCard
	ruleAccount
	ruleVoucher
)

var paymentRules = program{
	rulePayment: rule{oneOf{rule{ruleCard}, rule{ruleAccount}, rule{ruleVoucher}}},
	ruleCard: rule{kindObject, required{"number"}, &properties{named: []member{
		{"number", rule{kindString, minLength(2)}}, {"iban", rule{kindString}}, {"from", rule{rulePayment}},
	}}},
	ruleAccount: rule{kindObject, required{"iban"}, &properties{named: []member{{"iban", rule{kindString, minLength(2)}}, {"from", rule{rulePayment}}}}},
	ruleVoucher: rule{kindObject, required{"code"}, &properties{
		named: []member{{"code", rule{kindInteger}}, {"from", rule{rulePayment}}}, rest: rule{never{}},
	}},
}

func choosePayment(r *jsonReader) int {
	return r.choose(paymentRules, rulePayment, nil, ruleCard, ruleAccount, ruleVoucher)
}

var evidencePayment = evidence{
	keys:     keyTable{names: []string{"number", "iban", "code"}},
	leads:    []int8{0, -1, 2},
	required: []uint64{0b1, 0b10, 0b100},
	forbids:  []uint64{0, 0, 0b11},
	doubts:   []uint64{0b10, 0, 0},
	choose:   choosePayment,
}

func readPayment(r *jsonReader) payment {
	t := trial{of: &evidencePayment}
	for {
		switch t.next(r) {
		case 0:
			if x := new(card); t.reads(r, x) {
				return x
			}
		case 1:
			if x := new(account); t.reads(r, x) {
				return x
			}
		case 2:
			if x := new(voucher); t.reads(r, x) {
				return x
			}
		default:
			return &paymentUnknown{r.passed()}
		}
	}
}

// readByRule is how a payment is read by rules alone.
func readByRule(r *jsonReader) payment {
	switch choosePayment(r) {
	case 0:
		x := new(card)
		x.decode(r)
		return x
	case 1:
		x := new(account)
		x.decode(r)
		return x
	case 2:
		x := new(voucher)
		x.decode(r)
		return x
	}
	return &paymentUnknown{r.passed()}
}

func checkPayment(c *checker, name string, x payment) {
	alone := false
	switch x := x.(type) {
	case *card:
		alone = evidencePayment.alone(0, bit(x.Iban != nil, 0b10)|bitsOf(&evidencePayment.keys, x.Extra))
	case *account:
		alone = evidencePayment.alone(1, bitsOf(&evidencePayment.keys, x.Extra))
	case *voucher:
		alone = true
	}
	if alone {
		c.object(name, x)
		return
	}
	c.unionByRule(name, x, true, paymentRules, rulePayment)
}

var (
	keysPaymentCard    = keyTable{names: []string{"number", "iban", "from"}, required: []uint64{0b1}, extra: true}
	keysPaymentAccount = keyTable{names: []string{"iban", "from"}, required: []uint64{0b1}, extra: true}
	keysPaymentVoucher = keyTable{names: []string{"code", "from"}, required: []uint64{0b1}, closed: true}
)

// paymentsRead counts, for TestHostileEvidence.
var paymentsRead int

func keepMember(o *objectReader, r *jsonReader, extra *map[string]json.RawMessage) {
	if *extra == nil {
		*extra = map[string]json.RawMessage{}
	}
	(*extra)[o.name] = r.raw()
	o.distinct(r, len(*extra))
}

func (x *card) decode(r *jsonReader) {
	paymentsRead++
	o := r.object(&keysPaymentCard)
	for o.next(r) {
		switch o.index {
		case 0: // number
			x.Number = r.string()
		case 1: // iban
			x.Iban = new(r.string())
		case 2: // from
			x.From = readPayment(r)
		default:
			keepMember(&o, r, &x.Extra)
		}
	}
}

func (x *account) decode(r *jsonReader) {
	paymentsRead++
	o := r.object(&keysPaymentAccount)
	for o.next(r) {
		switch o.index {
		case 0: // iban
			x.Iban = r.string()
		case 1: // from
			x.From = readPayment(r)
		default:
			keepMember(&o, r, &x.Extra)
		}
	}
}

func (x *voucher) decode(r *jsonReader) {
	paymentsRead++
	o := r.object(&keysPaymentVoucher)
	for o.next(r) {
		switch o.index {
		case 0: // code
			x.Code = r.int64()
		case 1: // from
			x.From = readPayment(r)
		}
	}
}

func putFrom(w *jsonWriter, x payment) {
	if x != nil {
		x.encode(w.key(`,"from":`))
	}
}

func (x *card) encode(w *jsonWriter) {
	start := w.beginObject()
	w.key(`,"number":`).string(x.Number)
	putPointer(w, `,"iban":`, x.Iban, (*jsonWriter).string)
	putFrom(w, x.From)
	putExtra(w, x.Extra, (*jsonWriter).raw)
	w.endObject(start)
}

func (x *account) encode(w *jsonWriter) {
	start := w.beginObject()
	w.key(`,"iban":`).string(x.Iban)
	putFrom(w, x.From)
	putExtra(w, x.Extra, (*jsonWriter).raw)
	w.endObject(start)
}

func (x *voucher) encode(w *jsonWriter) {
	start := w.beginObject()
	w.key(`,"code":`).int64(x.Code)
	putFrom(w, x.From)
	w.endObject(start)
}

func (x *paymentUnknown) encode(w *jsonWriter) { w.unknown(x.JSON) }

func (x *card) check(c *checker) {
	c.length("number", x.Number, 2, -1)
	checkFrom(c, x.From)
}

func (x *account) check(c *checker) {
	c.length("iban", x.Iban, 2, -1)
	checkFrom(c, x.From)
}

func (x *voucher) check(c *checker) { checkFrom(c, x.From) }

func (x *paymentUnknown) check(c *checker) { c.unknown("oneOf", "one of 3", x.JSON) }

func checkFrom(c *checker, x payment) {
	if x != nil {
		checkPayment(c, "from", x)
	}
}

// unmarshalPayment reads and validates.
func unmarshalPayment(text string) (x payment, err error) {
	err = unmarshalFunc("Payment", []byte(text), func(r *jsonReader) { x = readPayment(r) })
	if err == nil {
		err = validateFunc("Payment", func(c *checker) { checkPayment(c, "", x) })
	}
	return x, err
}

// TestEvidence: a member leads to a variant, others that come by may tell another story, and the rule has the word where names do not tell.
func TestEvidence(t *testing.T) {
	iban := new("DE")
	for _, c := range []struct {
		text string
		want payment
		err  string
	}{
		{`{"number":"12"}`, &card{Number: "12"}, ""},
		{` { "x" : [ ] , "num\u0062er" : "12" } `, &card{Number: "12", Extra: map[string]json.RawMessage{"x": []byte("[ ]")}}, ""},
		{`{"iban":"DE"}`, &account{Iban: "DE"}, ""},
		{`{"code":7}`, &voucher{Code: 7}, ""},
		{`{"number":"12","iban":"D"}`, &card{Number: "12", Iban: new("D")}, ""},
		{`{"number":"1","iban":"DE"}`, &account{Iban: "DE", Extra: map[string]json.RawMessage{"number": []byte(`"1"`)}}, ""},
		{`{"number":1,"iban":"DE"}`, &account{Iban: "DE", Extra: map[string]json.RawMessage{"number": []byte(`1`)}}, ""},
		{`{"code":1,"iban":"DE"}`, &account{Iban: "DE", Extra: map[string]json.RawMessage{"code": []byte(`1`)}}, ""},
		{`{"code":1,"number":"12","from":{"code":2}}`, &card{Number: "12", From: &voucher{Code: 2}, Extra: map[string]json.RawMessage{"code": []byte(`1`)}}, ""},
		{`{"from":{"from":{"iban":"DE"},"number":"12"},"code":3}`, &voucher{Code: 3, From: &card{Number: "12", From: &account{Iban: "DE"}}}, ""},
		{`{"number":"12","iban":"DE"}`, nil, "invalid Payment: oneOf exactly 1 of 3 (2 hold), got {…}"},
		{`{"number":"1"}`, &card{Number: "1"}, `invalid Payment: /number: minLength 2, got "1"`},
		{`{"number":1}`, nil, `invalid Payment: /number: type string, got number`},
		{`{"code":1,"x":1}`, nil, `invalid Payment: /x: additionalProperties false`},
		{`{"code":1,"code":2}`, nil, `invalid Payment: /code: duplicate`},
		{`{"code":1,"from":{"number":"12","iban":"DE"}}`, nil, "invalid Payment: /from: oneOf exactly 1 of 3 (2 hold), got {…}"},
		{`{"x":1}`, nil, "invalid Payment, 2 violations:\n\toneOf exactly 1 of 3 (0 hold), got {…}\n\t/number: required"},
		{`1`, nil, "invalid Payment, 2 violations:\n\toneOf exactly 1 of 3 (0 hold), got 1\n\ttype object, got 1"},
		{`{"number":"12",`, nil, "invalid Payment: syntax error, expected a name in quotes at byte 15"},
		{`{"from":{"a":[{`, nil, "invalid Payment: /from/a/0: syntax error, expected a name in quotes at byte 15"},
	} {
		x, err := unmarshalPayment(c.text)
		if c.err != "" {
			assert.EqualError(t, err, c.err, c.text)
		} else {
			require.NoError(t, err, c.text)
		}
		if c.want != nil {
			assert.Equal(t, c.want, x, c.text)
		}
	}
	both := &card{Number: "12", Iban: iban}
	assert.EqualError(t, validateFunc("Payment", func(c *checker) { checkPayment(c, "pay", both) }), "invalid Payment: /pay: oneOf exactly 1 of 3 (2 hold), got {…}")
	assert.Error(t, validateFunc("Payment", func(c *checker) { checkPayment(c, "", &paymentUnknown{[]byte("1")}) }))
}

// TestEvidenceTolerant: a variant that no other one could be is taken with what is wrong in it, but not with a value that Go cannot hold.
func TestEvidenceTolerant(t *testing.T) {
	for text, want := range map[string]payment{
		`{"number":"1"}`:                       &card{Number: "1"},
		`{"code":1,"x":1}`:                     &voucher{Code: 1},
		`{"number":1}`:                         &paymentUnknown{[]byte(`{"number":1}`)},
		`{"code":1,"from":{"number":1}}`:       &voucher{Code: 1, From: &paymentUnknown{[]byte(`{"number":1}`)}},
		`{"number":1,"iban":"DE"}`:             &account{Iban: "DE", Extra: map[string]json.RawMessage{"number": []byte("1")}},
		`{"number":"12","iban":"DE"}`:          &card{Number: "12", Iban: new("DE")},
		`{"x":[{"a":1}],"code":"1"}`:           &paymentUnknown{[]byte(`{"x":[{"a":1}],"code":"1"}`)},
		`{"code":1,"from":{"x":[],"code":""}}`: &voucher{Code: 1, From: &paymentUnknown{[]byte(`{"x":[],"code":""}`)}},
	} {
		r := jsonReader{data: []byte(text), tolerant: true}
		x := readPayment(&r)
		assert.NoError(t, r.finish("Payment"), text)
		assert.Equal(t, want, x, text)
	}
}

// TestEvidenceSaysWhatRulesSay: with all mixtures of members, one inside another, in any order, reading and checking give what the rule gives.
func TestEvidenceSaysWhatRulesSay(t *testing.T) {
	values := map[string][]string{"number": {`"12"`, `"1"`, `2`}, "iban": {`"DE"`, `"D"`}, "code": {`1`, `"1"`}, "x": {`1`, `{"iban":"DE"}`}}
	inner := []string{``, `{"code":1}`, `{"number":"12"}`, `{"iban":"DE","number":"1"}`, `{"code":1,"iban":"DE"}`, `{}`}
	accepted := 0
	permutations([]string{"number", "iban", "code", "x", "from"}, func(names []string) {
		for n := range 64 {
			var members []string
			for i, name := range names {
				options := values[name]
				if name == "from" {
					options = inner
				}
				if k := (n + n/7*i) % (len(options) + 1); k < len(options) && options[k] != "" {
					members = append(members, fmt.Sprintf("%q:%s", name, options[k]))
				}
			}
			text := "{" + strings.Join(members, ",") + "}"
			var want payment
			ruled := unmarshalFunc("Payment", []byte(text), func(r *jsonReader) { want = readByRule(r) })
			if ruled == nil {
				ruled = validateFunc("Payment", func(c *checker) { c.unionByRule("", want, true, paymentRules, rulePayment) })
			}
			x, err := unmarshalPayment(text)
			require.Equal(t, ruled == nil, err == nil, "%s: %v, by rules %v", text, err, ruled)
			if err == nil {
				accepted++
				require.Equal(t, want, x, text)
			}
		}
	})
	assert.Greater(t, accepted, 500)
}

// permutations calls visit with all orders of a list.
func permutations(list []string, visit func([]string)) {
	var place func(i int)
	place = func(i int) {
		if i == len(list) {
			visit(list)
			return
		}
		for k := i; k < len(list); k++ {
			list[i], list[k] = list[k], list[i]
			place(i + 1)
			list[i], list[k] = list[k], list[i]
		}
	}
	place(0)
}

// TestHostileEvidence: payments in payments that lead the reader astray at each level are read a few times, not once more for each level. With that
// this test would not end.
func TestHostileEvidence(t *testing.T) {
	const levels = 500
	for name, level := range map[string]string{
		"a wrong lead, and the right one last": `{"number":1,"from":$,"iban":"DE"}`,
		"two that may hold":                    `{"from":$,"iban":"DE","number":"1"}`,
		"a lead to one that forbids the rest":  `{"code":1,"from":$,"iban":"DE"}`,
		"nothing that tells":                   `{"from":$,"x":1}`,
		"a lead behind an object":              `{"from":$,"number":"12"}`,
		"what Go cannot hold, last":            `{"number":"12","from":$,"iban":1}`,
	} {
		for _, tolerant := range []bool{false, true} {
			for _, inner := range []string{`{"iban":"DE"}`, `{"iban":1}`, `{"x":[` + strings.Repeat(`{},`, 1000) + `{}]}`} {
				text := []byte(strings.Repeat(level[:strings.Index(level, "$")], levels) + inner + strings.Repeat(level[strings.Index(level, "$")+1:], levels))
				r := jsonReader{data: text, tolerant: tolerant}
				paymentsRead = 0
				require.NotNil(t, readPayment(&r), name)
				assert.LessOrEqual(t, paymentsRead, 4*levels, "%s, tolerant %t, inside %.12s", name, tolerant, inner)
			}
		}
	}
}
