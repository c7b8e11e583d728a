package content

import (
	"fmt"
	"io"
	"strings"
	"time"

	"sonla.gov.vn/bientap/generator/config"
)

// idAlphabet are the characters of fresh ids: digits and letters without those
// that are easily taken for another (i, l, o, u).
const idAlphabet = "0123456789abcdefghjkmnpqrstvwxyz"

// idLength gives 50 bits of chance: among a million pages, two ids made apart
// are equal with a probability of less than one in a thousand, and then the
// build says so.
const idLength = 10

// NewID makes a fresh permanent id from a source of randomness.
func NewID(random io.Reader) (string, error) {
	raw := make([]byte, idLength)
	if _, err := io.ReadFull(random, raw); err != nil {
		return "", fmt.Errorf("making an id: %w", err)
	}
	for i, b := range raw {
		raw[i] = idAlphabet[int(b)%len(idAlphabet)] // 256 is a multiple of 32
	}
	return string(raw), nil
}

// Draft returns the text of a new page of a kind: its required fields to be
// filled in, and its other fields as comments that say what they are.
func Draft(k *Kind, id, title, lang string, now time.Time) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "---\nid: %s\nkind: %s\ntitle: %s\n", id, k.Name, quote(title))
	for _, name := range k.Require {
		switch name {
		case "date":
			fmt.Fprintf(&b, "date: %s\n", now.Format("2006-01-02 15:04"))
		default:
			fmt.Fprintf(&b, "%s: \"\"\n", name)
		}
	}
	for i := range k.Fields {
		draftField(&b, &k.Fields[i], lang, now)
	}
	b.WriteString("---\n\n")
	return []byte(b.String())
}

func draftField(b *strings.Builder, f *Field, lang string, now time.Time) {
	mark := "# "
	if f.Required {
		mark = ""
	}
	fmt.Fprintf(b, "%s%s: %s # %s\n", mark, f.Name, example(f, now), strings.Join(strings.Fields(f.Label.In(lang)), " "))
}

// example shows the shape of a field's value.
func example(f *Field, now time.Time) string {
	switch f.Type {
	case TypeDate:
		return now.Format(time.DateOnly)
	case TypeBoolean:
		return "false"
	case TypeNumber:
		return "0"
	case TypeChoice:
		return quote(f.Choices[0].ID)
	case TypeList:
		return "[" + example(f.Items, now) + "]"
	case TypeGroup:
		var parts []string
		for i := range f.Fields {
			if f.Fields[i].Required {
				parts = append(parts, f.Fields[i].Name+": "+example(&f.Fields[i], now))
			}
		}
		return "{" + strings.Join(parts, ", ") + "}"
	}
	return `""`
}

// quote writes a text as a YAML double-quoted scalar.
func quote(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", " ", "\t", " ").Replace(s) + `"`
}

// HasPlace reports whether a page may stand in a file of the portal: directly
// in a site's folder, or below a section of the site.
func HasPlace(portal *config.Portal, file string) bool {
	p := &Page{Path: file}
	if p.place(portal) != nil {
		return false
	}
	return p.Dir == "" || sectionOf(portal.Site(p.Site), p.Dir) != nil
}
