package corpus

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// TestPhrases checks that every name in braces is known, and that phrases
// cannot be taken for markup or upset YAML.
func TestPhrases(t *testing.T) {
	slots := []string{
		"few", "count", "thousands", "pct", "figures", "month", "year", "date", "deadline", "agency",
		"clause", "mark", "image", "link",
	}
	markup := regexp.MustCompile(`^(part|block|figure)(/|$)`)
	braces := regexp.MustCompile(`\{([^{}]*)\}`)
	for _, words := range []grammar{wordsVI, wordsEN} {
		for name, phrases := range words {
			if len(phrases) == 0 {
				t.Errorf("%s has no phrase", name)
			}
			sorted := slices.Sorted(slices.Values(phrases))
			if twice := len(sorted) - len(slices.Compact(sorted)); twice > 1 {
				t.Errorf("%s has %d phrases twice", name, twice)
			}
			for _, phrase := range phrases {
				for _, slot := range braces.FindAllStringSubmatch(phrase, -1) {
					lower := strings.ToLower(slot[1])
					if words[lower] == nil && !slices.Contains(slots, lower) {
						t.Errorf("%s: %q names {%s}, which is not known", name, phrase, slot[1])
					}
				}
				if markup.MatchString(name) {
					continue
				}
				bare := braces.ReplaceAllString(phrase, "x")
				if strings.ContainsAny(bare, "{}[]<>*_`\\\"#\n") || strings.Contains(bare, "  ") ||
					strings.TrimSpace(bare) != bare || !norm.NFC.IsNormalString(phrase) {
					t.Errorf("%s: %q has something that is no plain text", name, phrase)
				}
			}
		}
	}
}

// TestSections checks that the names of places and things give as many
// addresses as there are names.
func TestSections(t *testing.T) {
	count := len(agencies) + len(placePrefixes)*len(placeStems)
	ids := map[string]bool{}
	for i := range count {
		ids[siteAgency(i).id] = true
	}
	tags := map[string]bool{}
	for i := range len(aspects) * len(themes) {
		tags[tag(i).id] = true
	}
	if len(ids) != count || len(tags) != len(aspects)*len(themes) {
		t.Errorf("there are %d sites of %d, %d tags of %d", len(ids), count, len(tags), len(aspects)*len(themes))
	}
}
