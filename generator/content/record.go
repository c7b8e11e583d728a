package content

import (
	"maps"
	"path"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"sonla.gov.vn/bientap/generator/config"
	"sonla.gov.vn/bientap/internal/diag"
	"sonla.gov.vn/bientap/internal/spell"
	"sonla.gov.vn/bientap/internal/strictyaml"
)

// DataDir is where a portal keeps its dated records, one file a type.
const DataDir = "content/_data"

// Record is something that pages refer to by id and that changes its name in
// the course of time: an agency, a type of document, a field, a tag.
type Record struct {
	ID string `yaml:"id,required"`
	// Names are its names in order of time.
	Names []DatedName `yaml:"names,required"`
	// Abbreviation is its short form, as used in document numbers.
	Abbreviation string `yaml:"abbreviation"`
	// Until is its last day, when it has ended.
	Until config.Date `yaml:"until"`
	// Successor is the record that took over.
	Successor string `yaml:"successor"`
}

// DatedName is a name with its first day; the first of a record's names may
// have none.
type DatedName struct {
	From  config.Date `yaml:"from"`
	Names config.Text
}

// Name returns the record's name on a day in a language; the fallback
// languages are tried in order. No day means today's name, the last.
func (rec *Record) Name(day When, lang string, fallback ...string) string {
	return rec.On(day).Names.In(lang, fallback...)
}

// On returns the name that is in force on a day.
func (rec *Record) On(day When) DatedName {
	chosen := rec.Names[0]
	for _, n := range rec.Names[1:] {
		if day.IsZero() || !later(n.From, day) {
			chosen = n
		}
	}
	return chosen
}

// later reports whether the day d comes after the day of w.
func later(d config.Date, w When) bool {
	a := d.Year*10000 + d.Month*100 + d.Day
	b := int(w.Year)*10000 + int(w.Month)*100 + int(w.Day)
	return a > b
}

// Records are the records of a portal: by type, then by id.
type Records map[string]map[string]*Record

// Find returns a record, or the nearest id when there is none.
func (r Records) Find(kind, id string) (rec *Record, near string) {
	if rec := r[kind][id]; rec != nil {
		return rec, ""
	}
	near, _ = spell.Nearest(id, slices.Sorted(maps.Keys(r[kind])))
	return nil, near
}

// LoadRecords reads the files of content/_data, given as path and bytes; the
// name of a file without its ending is the type of its records.
func LoadRecords(files map[string][]byte) (Records, diag.List) {
	records := Records{}
	var found diag.List
	for _, file := range slices.Sorted(maps.Keys(files)) {
		kind := strings.TrimSuffix(path.Base(file), ".yaml")
		byID, f := loadRecords(file, files[file])
		records[kind] = byID
		found = append(found, f...)
	}
	return records, found
}

func loadRecords(file string, src []byte) (map[string]*Record, diag.List) {
	byID := map[string]*Record{}
	r, root := strictyaml.Parse(file, src, 1)
	if root == nil {
		return byID, r.Findings()
	}
	items, _ := r.Sequence(root)
	places := map[*Record]*yaml.Node{}
	for _, n := range items {
		rec := &Record{}
		r.Decode(n, rec)
		switch {
		case !config.IsSegment(rec.ID):
			r.Report(ruleRecordID, n, rec.ID)
		case byID[rec.ID] != nil:
			r.Report(ruleRecordTwice, n, rec.ID)
		case !named(rec):
			r.Report(ruleRecordNames, n, rec.ID)
		default:
			byID[rec.ID] = rec
			places[rec] = n
		}
	}
	for rec, n := range places {
		if rec.Successor != "" && byID[rec.Successor] == nil {
			r.Report(ruleRecordSuccessor, n, rec.ID, rec.Successor)
		}
	}
	return byID, r.Findings()
}

// DecodeYAML reads a mapping from languages to names, with "from" among them.
func (d *DatedName) DecodeYAML(r *strictyaml.Reader, n *yaml.Node) {
	pairs, ok := r.Mapping(n)
	if !ok {
		return
	}
	names := yaml.Node{Kind: yaml.MappingNode, Line: n.Line, Column: n.Column}
	for i := 0; i < len(pairs); i += 2 {
		if pairs[i].Value == "from" {
			r.Decode(pairs[i+1], &d.From)
			continue
		}
		names.Content = append(names.Content, pairs[i], pairs[i+1])
	}
	r.Decode(&names, &d.Names)
}

// named reports whether a record has names, in order of time.
func named(rec *Record) bool {
	for i, n := range rec.Names {
		if len(n.Names) == 0 || i > 0 && !later(n.From, fromDate(rec.Names[i-1].From)) {
			return false
		}
	}
	return len(rec.Names) > 0
}

func fromDate(d config.Date) When {
	return When{Year: int16(d.Year), Month: int8(d.Month), Day: int8(d.Day)}
}
