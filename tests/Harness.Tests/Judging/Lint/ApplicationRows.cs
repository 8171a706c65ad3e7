using static Conform.Harness.Tests.Judging.Lint.Canned;

namespace Conform.Harness.Tests.Judging.Lint;

/// <summary>What only an application sets: what breaks each rule, and beside it what is right.</summary>
internal static class ApplicationRows
{
    public static readonly (string Rules, Canned Canned)[] Bad =
    [
        ("age", Line("Age: -1")),
        ("age", Line("Age:")),
        ("cache-control", Line("Cache-Control: a b")),
        ("cache-control", Line("Cache-Control: a=")),
        ("cache-field-list", Line("Cache-Control: no-cache=Set-Cookie")),
        ("cache-field-list", Line("Cache-Control: Private=a")),
        ("cache-seconds", Line("Cache-Control: max-age=\"5\"")),
        ("cache-seconds", Line("Cache-Control: public, s-maxage")),
        ("expires", Line("Expires: 0")),
        ("cookie", Line("Set-Cookie: a")),
        ("cookie", Line("Set-Cookie: a b=c")),
        ("cookie", Line("Set-Cookie: a=b c")),
        ("cookie", Line("Set-Cookie: a=b;Path=/")),
        ("cookie-attribute-repeated", Line("Set-Cookie: a=b; Path=/; path=/")),
        ("cookie-date", Line("Set-Cookie: a=b; Expires=Sun, 06-Nov-1994 08:49:37 GMT")),
        ("cookie-repeated", Line("Set-Cookie: a=b\r\nSet-Cookie: a=c")),
        ("hsts hsts-max-age", Line("Strict-Transport-Security: a b")),
        ("hsts", Line("Strict-Transport-Security: max-age=x")),
        ("hsts-directive-repeated", Line("Strict-Transport-Security: max-age=1; Max-Age=1")),
        ("hsts-max-age", Line("Strict-Transport-Security: includeSubDomains")),
        ("hsts-repeated", Line("Strict-Transport-Security: max-age=1\r\nStrict-Transport-Security: max-age=1")),
        ("allow-origin", Line("Access-Control-Allow-Origin: a.example")),
        ("allow-origin", Line("Access-Control-Allow-Origin: http://a, http://b")),
        ("allow-origin", Line("Access-Control-Allow-Origin: http://a/")),
        ("allow-credentials", Line("Access-Control-Allow-Credentials: True")),
        ("expose-headers", Line("Access-Control-Expose-Headers: a b")),
        ("preflight-age", Line("Access-Control-Max-Age: 1d")),
        ("allow-methods", Line("Access-Control-Allow-Methods: GET POST")),
        ("allow-headers", Line("Access-Control-Allow-Headers: a;b")),
        ("resource-policy", Line("Cross-Origin-Resource-Policy: same")),
        ("embedder-policy", Line("Cross-Origin-Embedder-Policy: corp")),
        ("opener-policy", Line("Cross-Origin-Opener-Policy: same-site")),
        ("frame-options", Line("X-Frame-Options: ALLOWALL")),
        ("content-type-options", Line("X-Content-Type-Options: no-sniff")),
        ("content-policy", Line("Content-Security-Policy: default_src 'self'")),
        ("content-policy-reported", Line("Content-Security-Policy-Report-Only: img-src \u00fc")),
        ("content-policy-repeated", Line("Content-Security-Policy: a\r\nContent-Security-Policy: b")),
        ("content-policy-reported-repeated", Line("Content-Security-Policy-Report-Only: a\r\nContent-Security-Policy-Report-Only: b")),
        ("permissions-policy", Line("Permissions-Policy: camera 'none'")),
        ("accept-patch", Line("Accept-Patch: json")),
    ];

    public static readonly Canned[] Legal =
    [
        Line("Age: 0"),
        Line("Cache-Control: no-cache, private=\"a, b\" , max-age=0,x=\"y\", s-maxage=5"),
        Line("Expires: Thu, 01 Jan 1970 00:00:00 GMT"),
        Line("Set-Cookie: a=\r\nSet-Cookie: b=\"c\"; Path=/; Max-Age=0; HttpOnly; Secure; SameSite=Lax; Expires=Sun, 06 Nov 1994 08:49:37 GMT"),
        Line("Set-Cookie: a=b; Path=/x\r\nSet-Cookie: a=b; Path=/y"),
        Line("Strict-Transport-Security: max-age=\"31536000\" ; includeSubDomains;preload;"),
        Line("Access-Control-Allow-Origin: *"),
        Line("Access-Control-Allow-Origin: https://a.example:8443"),
        Line("Access-Control-Allow-Origin: null"),
        Line("Access-Control-Allow-Credentials: true"),
        Line("Access-Control-Allow-Methods: *\r\nAccess-Control-Allow-Headers: a,b\r\nAccess-Control-Expose-Headers:\r\nAccess-Control-Max-Age: 600"),
        Line("Cross-Origin-Resource-Policy: cross-origin\r\nCross-Origin-Embedder-Policy: require-corp; report-to=\"a\"\r\nCross-Origin-Opener-Policy: same-origin"),
        Line("X-Frame-Options: sameorigin\r\nX-Content-Type-Options: NoSniff"),
        Line("Content-Security-Policy: default-src 'self' https://*.a; ; upgrade-insecure-requests\r\nContent-Security-Policy-Report-Only: a b, c d"),
        Line("Permissions-Policy: camera=(), geolocation=(self \"https://a\"), fullscreen=*"),
        Line("Accept-Patch: application/json;charset=utf-8, text/a"),
    ];
}
