// Package harden says how a built portal is served, and proves of every output
// file that nothing is in it that must not be there. It is pure: bytes and
// names in, bytes and findings out; it reads no file and opens no connection.
//
// # The tree of a host
//
// Every host is served from a folder of its own. Three top-level folders are
// reserved:
//
//	/assets/  style sheets, icons, fonts of the theme; names carry a hash
//	/media/   images; names carry a hash
//	/tep/     downloads under stable names: pdf, docx, xlsx, zip, csv…
//
// Everything else is pages (folders with an index.html), feeds (atom.xml),
// sitemaps (sitemap.xml, sitemap/*.xml), robots.txt, 404.html,
// .well-known/security.txt and site.webmanifest.
//
// # Header profiles
//
// What a server must send is data: at most ten profiles ([Profiles]), each a
// set of path patterns with a set of headers.
//
//	all     /*         security headers, the Content-Security-Policy among them
//	assets  /assets/*  Cache-Control: a year, immutable
//	files   /tep/*     Cache-Control: five minutes
//	media   /media/*   Cache-Control: a year, immutable
//	pages   the rest   Cache-Control: no-cache
//
// The profiles never overlap: no path gets one header from two of them. The
// platforms that read a `_headers` file (Cloudflare Pages, Netlify and their
// like) apply every rule that matches and join equal names with a comma; two
// policies joined that way would both be enforced, and two Cache-Controls
// would contradict each other. A test holds the invariant.
//
// The rest cannot be written in a `_headers` file, whose patterns have no
// "except". It need not be: these platforms send "public, max-age=0,
// must-revalidate" for whatever no rule covers, which asks of caches what
// no-cache asks.
//
// An answer that is not the file asked for (404.html) carries the headers of
// what is sent, so a file missing below /assets/ is not remembered for a year.
// nginx, Caddy and Apache are told so; a platform that reads `_headers` looks
// at the address asked for. There the rule that a publication writes new
// assets before the pages that name them keeps the case from arising.
//
// A page that needs another policy than the rest has its place: a search page
// below /tim-kiem/ with script-src 'self', say. It does not get a second
// Content-Security-Policy, which would be joined with the first. Instead the
// header leaves the profile all and stands in each of the others and in a new
// one, search with the pattern /tim-kiem/*, which alone has another value:
// exactly one of these matches any path, so nothing overlaps. The servers'
// configurations follow without a change (a test holds that). For `_headers`,
// the rest is then written out, one pattern for each other top-level name of
// the tree, within the platforms' limit of a hundred rules; or the search page
// gets a host of its own.
//
// # The choices
//
// Content-Security-Policy starts from default-src 'none' and gives back 'self'
// for images, styles, fonts, the web manifest and connections; scripts,
// plug-ins, base, forms and frames stay at 'none', and no Trusted Types policy
// may be made. Data blocks of type application/ld+json are not scripts and are
// not affected. upgrade-insecure-requests is left out: every subresource is
// required to be local (see [Check]), so there is nothing to upgrade, links to
// other hosts are not covered by it, and a preview served over plain HTTP to
// another machine would lose its styles.
//
// Permissions-Policy denies every feature that browsers know by name; a test
// asks a real browser what it knows and expects nothing to be left.
//
// Referrer-Policy is strict-origin-when-cross-origin: addresses of public
// pages are no secret within the portal, whose own statistics need them;
// another site learns which portal sent the visitor and not which page, and
// nobody who listens to plain HTTP learns anything. Browsers that differ in
// their default are brought into line.
//
// Strict-Transport-Security binds only the host that sends it unless
// [Options] say more, because includeSubDomains binds hosts that are not this
// portal's.
//
// Pages are no-cache: a copy may be kept, anywhere, and must be revalidated
// before each use. A correction or a withdrawal is then seen at once, and an
// unchanged page costs an empty 304. A CDN in front may be told to keep pages
// longer only by whoever also purges it at each publication. Downloads keep
// their names when their bytes change, so five minutes bound how long an old
// decision can be seen; hashed names never change their bytes.
//
// Downloads carry no Content-Disposition: a PDF opens in the browser, under
// the policy above (tried in Chromium), and what a browser cannot show it
// saves by itself.
//
// # Redirects
//
// A [Redirect] leads from an exact path, decoded and compared byte for byte,
// to a local or https address, with status 301; the query is dropped. Paths
// come from old portals and are hostile input. Those that no server would
// match (not clean, control characters, not UTF-8) or that would catch what
// they should not (/index.html, /404.html, reserved folders) are errors; all
// others are written so that nothing in them means anything to the server's
// syntax.
package harden
