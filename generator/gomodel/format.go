package gomodel

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
		switch f.Name {
		case "int32":
			return "validInt32"
		case "int64":
			return "validInt64"
		case "float", "double":
			return "validDouble"
		}
		return ""
	}
	return textFormat(f.Name)
}

func textFormat(name string) string {
	switch name {
	case "date-time":
		return "validDateTime"
	case "date":
		return "validDate"
	case "time":
		return "validTime"
	case "duration":
		return "validDuration"
	case "email":
		return "validEmail"
	case "idn-email":
		return "validIDNEmail"
	case "hostname":
		return "validHostname"
	case "idn-hostname":
		return "validIDNHostname"
	case "ipv4":
		return "validIPv4"
	case "ipv6":
		return "validIPv6"
	case "uri":
		return "validURI"
	case "uri-reference":
		return "validURIReference"
	case "uri-template":
		return "validURITemplate"
	case "iri":
		return "validIRI"
	case "iri-reference":
		return "validIRIReference"
	case "uuid":
		return "validUUID"
	case "json-pointer":
		return "validJSONPointer"
	case "relative-json-pointer":
		return "validRelativeJSONPointer"
	case "regex":
		return "validRegex"
	case "byte":
		return "validBase64"
	}
	return ""
}
