package gomodel

import (
	"maps"
	"slices"
)

// A Format is a check of format that has no Go type of its own: for strings, or for the text of numbers.
type Format struct {
	Name   string
	Number bool
}

func (Format) isCheck() {}

// RuleFormat is format.
type RuleFormat struct{ Format }

func (RuleFormat) isRule() {}

// FormatFunc returns the function of support code that knows a format of strings or numbers, "" if there is none.
func FormatFunc(f Format) string {
	if f.Number {
		return numberFormats[f.Name]
	}
	return textFormats[f.Name]
}

// FormatNames returns the names of all formats that have a function.
func FormatNames() []string {
	names := slices.Concat(slices.Collect(maps.Keys(numberFormats)), slices.Collect(maps.Keys(textFormats)))
	slices.Sort(names)
	return names
}

var numberFormats = map[string]string{
	"int8": "validInt8", "int16": "validInt16", "int32": "validInt32", "int64": "validInt64",
	"uint8": "validUint8", "uint16": "validUint16", "uint32": "validUint32", "uint64": "validUint64",
	"float": "validFloat", "double": "validDouble",
}

var textFormats = map[string]string{
	"date-time": "validDateTime", "date": "validDate", "time": "validTime", "duration": "validDuration",
	"email": "validEmail", "idn-email": "validIDNEmail", "hostname": "validHostname", "idn-hostname": "validIDNHostname",
	"ipv4": "validIPv4", "ipv6": "validIPv6",
	"uri": "validURI", "uri-reference": "validURIReference", "uri-template": "validURITemplate", "iri": "validIRI", "iri-reference": "validIRIReference",
	"uuid": "validUUID", "json-pointer": "validJSONPointer", "relative-json-pointer": "validRelativeJSONPointer", "regex": "validRegex",
	"byte": "validBase64",
}
