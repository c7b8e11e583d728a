// Package check holds the checks of content: what saves an editor from
// embarrassment. One file a check; each looks at plain data and reports
// findings, and changes nothing.
package check

import (
	"slices"

	"sonla.gov.vn/bientap/internal/diag"
)

// Rules returns every rule of this package.
func Rules() []*diag.Rule { return slices.Concat(textRules, calendarRules) }
