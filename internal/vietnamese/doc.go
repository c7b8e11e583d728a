// Package vietnamese knows the Vietnamese script: how words are folded for
// search and addresses, in which order they stand, how dates, numbers and
// document numbers are written, and which bytes betray a text that was
// damaged on its way here.
//
//   - [Fold] and [Slug] reduce words to what a visitor types without marks.
//   - [SortKey], [NameKey] and [Compare] give the order of the dictionary.
//   - [For] gives the written forms of a language ([Locale]): dates, numbers,
//     sizes, in Vietnamese and in English.
//   - [ParseDocumentNumber] reads "2722/QĐ-UBND" and repairs its spelling.
//   - [Inspect] finds what should not be in a text; [DecodeTCVN3] and
//     [DecodeVNI] propose what a text in a legacy encoding says.
//
// Every function is pure, without clock or state, and so safe for concurrent
// use. Text is UTF-8; functions that compare or fold take it in any normal
// form and give NFC.
package vietnamese
