"""What a host says with each answer: what a page may do, how long it may be kept; and the page of a wrong
address.

Stated once, here; written at each build in the words of the hosts that are met, and said by our own servers.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType
from urllib.parse import urlsplit

#: Directive -> (what it allows, why). What is not named is refused: an inline script or style, another site,
#: a text read as a program.
DIRECTIVES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "default-src": ("'none'", "what no line below allows is refused"),
        "script-src": ("'self'", "our files; nothing written in a page runs"),
        "style-src": ("'self'", "our files; no style written in a page applies"),
        "img-src": ("'self' data:", "our drawings; those of style sheets are in them"),
        "connect-src": ("'self'", "the worker fetches what it keeps"),
        "manifest-src": ("'self'", "for a guide put on the home screen"),
        "worker-src": ("'self'", "the worker that keeps the guide for the days without a network"),
        "frame-src": ("'self'", "counter mode reads the French page in a frame"),
        "frame-ancestors": ("'self'", "that frame, and no other site around ours"),
        "form-action": ("'self'", "without scripts the search asks for its own page"),
        "base-uri": ("'none'", "nothing moves the links of a page"),
        "require-trusted-types-for": ("'script'", "no text becomes HTML or a program"),
        "trusted-types": ("guide", "one policy, that knows our script files alone: decisions/0060"),
    }
)

POLICY = "; ".join(f"{name} {allowed}" for name, (allowed, _) in DIRECTIVES.items())

#: Safari applies the policy of a paper to its own reader of papers, which needs these; a paper runs nothing.
_FOR_PAPERS: Mapping[str, str] = MappingProxyType(
    {"style-src": "'self' 'unsafe-inline'", "object-src": "'self'"}
)
PAPERS_POLICY = "; ".join(
    f"{name} {allowed}"
    for name, allowed in {**{name: given[0] for name, given in DIRECTIVES.items()}, **_FOR_PAPERS}.items()
)

#: Whoever leaves the guide does not say whence; a file is what its name says.
ALWAYS: Mapping[str, str] = MappingProxyType(
    {"Referrer-Policy": "no-referrer", "X-Content-Type-Options": "nosniff"}
)

#: What a phone is given with each file of an edition, by the host and, later, by the worker.
PAGE_HEADERS: Mapping[str, str] = MappingProxyType({"Content-Security-Policy": POLICY, **ALWAYS})

#: What says which edition is the last is asked for each time.
FRESH = ("sw.js", "edition.json")
ASK_EACH_TIME = "no-cache"
#: A file keeps its name when it changes: a page and its scripts, kept a few minutes, grow old together.
KEPT = "public, max-age=300"


def security_headers(path: str) -> dict[str, str]:
    """What is said with the answer at `path` (an address without its host), whatever its age."""
    policy = PAPERS_POLICY if path.partition("?")[0].endswith(".pdf") else POLICY
    return {"Content-Security-Policy": policy, **ALWAYS}


def host_files(languages: Collection[str], base_url: str) -> dict[str, str]:
    """Path below the site -> text, for the hosts that read such files: the headers, and the page of a wrong
    address in each of `languages`. `base_url` is the public address of the site.
    """
    root = urlsplit(base_url).path.rstrip("/") + "/"
    codes = sorted(languages)
    return {
        "_headers": _headers(codes, root),
        "_redirects": "".join(f"{root}{code}/* {root}{code}/404.html 404\n" for code in codes),
        ".htaccess": _htaccess(codes, root),
        "hebergement/nginx.conf": _nginx(codes, root),
        "hebergement/Caddyfile": _caddyfile(codes, root),
    }


def _headers(codes: Collection[str], root: str) -> str:
    """For Netlify, Cloudflare Pages and those that read the same file. The first one says what is nearest to
    the address, the second one all of it but what « ! » takes away; a host that does not know « ! » passes
    over it. All that lies beside the papers has their policy: its only page has no style of its own.
    """
    lines = [f"{root}*", *(f"  {name}: {value}" for name, value in PAGE_HEADERS.items())]
    lines.append(f"  Cache-Control: {KEPT}")
    for code in codes:
        lines += [
            f"{root}{code}/fiches/*",
            "  ! Content-Security-Policy",
            f"  Content-Security-Policy: {PAPERS_POLICY}",
        ]
    for path in ("sw.js", *(f"{code}/edition.json" for code in codes)):
        lines += [f"{root}{path}", "  ! Cache-Control", f"  Cache-Control: {ASK_EACH_TIME}"]
    return "\n".join([*lines, ""])


def _htaccess(codes: Collection[str], root: str) -> str:
    """For Apache 2.4.13 and later, with mod_headers; `AllowOverride All` where the site stands."""
    always = [f'  Header always set {name} "{value}"' for name, value in PAGE_HEADERS.items()]
    wrong = [
        f'<If "%{{REQUEST_URI}} =~ m#^{root}{code}/#">\n  ErrorDocument 404 {root}{code}/404.html\n</If>'
        for code in codes
    ]
    return "\n".join(
        [
            "<IfModule mod_headers.c>",
            *always,
            f'  Header set Cache-Control "{KEPT}"',
            '  <FilesMatch "\\.pdf$">',
            f'    Header always set Content-Security-Policy "{PAPERS_POLICY}"',
            "  </FilesMatch>",
            f'  <FilesMatch "^({"|".join(_literal(name) for name in FRESH)})$">',
            f'    Header set Cache-Control "{ASK_EACH_TIME}"',
            "  </FilesMatch>",
            "</IfModule>",
            "<IfModule mod_deflate.c>",
            "  AddOutputFilterByType DEFLATE text/html text/css text/javascript application/javascript \\",
            "    application/json image/svg+xml",
            "</IfModule>",
            f"ErrorDocument 404 {root}404.html",
            *wrong,
            "",
        ]
    )


def _nginx(codes: Collection[str], root: str) -> str:
    """To include in the `http` block: what depends on the address is worked out before the server."""
    fresh = "|".join(_literal(name) for name in FRESH)
    always = [f'    add_header {name} "{value}" always;' for name, value in ALWAYS.items()]
    wrong = [f"    location {root}{code}/ {{ error_page 404 {root}{code}/404.html; }}" for code in codes]
    return "\n".join(
        [
            "# À inclure dans le bloc « http ». À changer : le nom, le dossier, le certificat.",
            "map $uri $guide_policy {",
            f'    default "{POLICY}";',
            f'    "~\\.pdf$" "{PAPERS_POLICY}";',
            "}",
            "map $uri $guide_kept {",
            f'    default "{KEPT}";',
            f'    "~/({fresh})$" "{ASK_EACH_TIME}";',
            "}",
            "server {",
            "    listen 80;",
            "    server_name exemple.fr;",
            "    root /var/www/guide;  # le site y est au chemin de son adresse publique",
            "    charset utf-8;",
            "    absolute_redirect off;",
            "    types_hash_max_size 4096;",
            "    gzip on;",
            "    gzip_types text/css text/javascript application/javascript application/json image/svg+xml;",
            "    gzip_static on;  # les copies que fait « build --compressed »",
            "    add_header Content-Security-Policy $guide_policy always;",
            *always,
            "    add_header Cache-Control $guide_kept always;",
            f"    error_page 404 {root}404.html;",
            *wrong,
            "}",
            "",
        ]
    )


def _caddyfile(codes: Collection[str], root: str) -> str:
    """Whole, for Caddy 2. What two lines would say of one address, each says of its own: none overrules."""
    fresh = " ".join(f"*/{name}" for name in FRESH)
    always = [f'    header {name} "{value}"' for name, value in ALWAYS.items()]
    wrong = [
        f"        @{code} path {root}{code}/*\n"
        f"        handle @{code} {{\n"
        f"            rewrite * {root}{code}/404.html\n"
        f"            file_server\n"
        "        }"
        for code in codes
    ]
    return "\n".join(
        [
            "# À changer : le nom et le dossier.",
            "exemple.fr {",
            "    root * /var/www/guide",
            "    encode zstd gzip",
            "    @papers path *.pdf",
            "    @pages not path *.pdf",
            f"    @fresh path {fresh}",
            f"    @kept not path {fresh}",
            f'    header @papers Content-Security-Policy "{PAPERS_POLICY}"',
            f'    header @pages Content-Security-Policy "{POLICY}"',
            *always,
            f'    header @fresh Cache-Control "{ASK_EACH_TIME}"',
            f'    header @kept Cache-Control "{KEPT}"',
            "    file_server {",
            "        precompressed gzip",
            "    }",
            "    handle_errors {",
            *wrong,
            "        handle {",
            f"            rewrite * {root}404.html",
            "            file_server",
            "        }",
            "    }",
            "}",
            "",
        ]
    )


def _literal(name: str) -> str:
    return name.replace(".", "\\.")
