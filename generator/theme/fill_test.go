package theme

import (
	"html/template"
	"math/rand/v2"
	"reflect"
	"time"

	"sonla.gov.vn/bientap/generator/view"
)

// filler makes views at random: any field may be empty or full, any list may
// have from no to three elements.
type filler struct{ r *rand.Rand }

func newFiller(seed uint64) filler { return filler{rand.New(rand.NewPCG(seed, 7))} }

// choices are the values of fields in which layouts know some by name.
var choices = map[string][]string{
	"Style":    {"lead", "cards", "rows", "documents"},
	"Tone":     {"good", "neutral", "warning", "bad"},
	"Type":     {"text", "date", "record", "page", "file", "list", "group", "phone", "url", "email"},
	"Kind":     {"article", "document", "page", "procedure"},
	"Name":     {"relation", "document", "title", "address", "relations", "files", "number"},
	"Lang":     {"", "vi", "en", "th"},
	"Property": {"", "og:title"},
}

var words = []string{
	"Hội nghị trực tuyến", `"nháy" & <thẻ>`, "27/2026/QĐ-UBND", "a < b", "", "Sở Y tế", "đường dẫn", "{{.}}",
}

// view returns a view of a layout.
func (f filler) view(layout string) any {
	v := reflect.New(viewOf(layout)).Elem()
	f.fill(v, "", 0)
	return v.Interface()
}

// fill gives v, the value of a field of that name, something to show.
func (f filler) fill(v reflect.Value, field string, depth int) {
	if !v.CanSet() || depth > 7 || f.r.IntN(8) == 0 {
		return
	}
	if t, ok := v.Addr().Interface().(*time.Time); ok {
		*t = time.Date(2020+f.r.IntN(9), time.Month(1+f.r.IntN(12)), 1+f.r.IntN(28), f.r.IntN(24), 30, 0, 0, time.FixedZone("", 7*3600))
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(f.text(field))
	case reflect.Bool:
		v.SetBool(f.r.IntN(2) == 0)
	case reflect.Int, reflect.Int64:
		v.SetInt(f.r.Int64N(100_000))
	case reflect.Struct:
		for i := range v.NumField() {
			f.fill(v.Field(i), v.Type().Field(i).Name, depth+1)
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), f.r.IntN(4), 4))
		for i := range v.Len() {
			f.fill(v.Index(i), field, depth+1)
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		for _, key := range choices["Name"] {
			e := reflect.New(v.Type().Elem()).Elem()
			f.fill(e, "", depth+1)
			v.SetMapIndex(reflect.ValueOf(key), e)
		}
	case reflect.Interface:
		v.Set(reflect.ValueOf(map[string]any{"name": f.text(""), "end": "</script>"}))
	}
}

func (f filler) text(field string) string {
	if known := choices[field]; known != nil {
		return known[f.r.IntN(len(known))]
	}
	if field == "URL" {
		return []string{"", "/tin-tuc/", "https://a.example.vn/?a=1&b=2", "javascript:alert(1)"}[f.r.IntN(4)]
	}
	return words[f.r.IntN(len(words))]
}

// stubMarkup stands for the text of a page, which only package markdown can
// make.
func stubMarkup(view.HTML) template.HTML {
	return `<p>Một <b>đoạn</b>.</p><pre><code>a  b
c</code></pre>`
}
