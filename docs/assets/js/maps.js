/* iPhones read no `geo:`: their map has an address of its own. */
"use strict";

if (/iPhone|iPad|Macintosh/.test(navigator.userAgent)) {
  for (const link of Guide.dom.all(".g-map")) link.href = link.href.replace(/^geo:0,0/, "maps:");
}
