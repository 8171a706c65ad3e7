using Conform.ReferenceServer.Defects;

namespace Conform.ReferenceServer.Contract;

/// <summary>Where a misprint shows.</summary>
internal enum MisprintPlace
{
    Fixture,
    Stream,
    PlainStream,
    HeadAnswer,
    Part,
    NoContent,
    MethodRefused,
    // From here on only where more was asked for together with it.
    FixtureThenMore,
    PartThenMore,
    MethodRefusedThenMore,
}

/// <summary>How a defect has a response head written: other lines instead of those of the same names, or another status line.</summary>
/// <param name="Fault">The fault.</param>
/// <param name="Place">Where it shows.</param>
/// <param name="Lines">Field lines; a name alone takes the field away.</param>
internal sealed record Misprint(Fault Fault, MisprintPlace Place, params string[] Lines)
{
    /// <summary>The status line; null leaves it as it is.</summary>
    public string? StatusLine { get; init; }

    private static readonly Misprint[] _all =
    [
        new(Fault.AllowMalformed, MisprintPlace.MethodRefused, "Allow: GET HEAD OPTIONS"),
        new(Fault.AllowWithEmptyMember, MisprintPlace.MethodRefused, "Allow: GET, , HEAD, OPTIONS"),
        new(Fault.AllowListsRefused, MisprintPlace.MethodRefused, "Allow: GET, HEAD, OPTIONS, POST, PUT, DELETE, PATCH, TRACE"),
        new(Fault.TagUnquoted, MisprintPlace.Fixture, "ETag: conform-1"),
        new(Fault.VaryMalformed, MisprintPlace.Fixture, "Vary: Accept-Encoding;"),
        new(Fault.RangeUnitsMalformed, MisprintPlace.Fixture, "Accept-Ranges: bytes=0-"),
        new(Fault.TypeMalformed, MisprintPlace.Fixture, "Content-Type: text"),
        new(Fault.TypeWithBlanks, MisprintPlace.Fixture, "Content-Type: text/plain; charset = utf-8"),
        new(Fault.TypeMissing, MisprintPlace.Fixture, "Content-Type"),
        new(Fault.NeedlessBackslash, MisprintPlace.Fixture, "Content-Type: text/plain; charset=\"utf\\-8\""),
        new(Fault.IdentityListed, MisprintPlace.Fixture, "Content-Encoding: identity"),
        new(Fault.CodingListMalformed, MisprintPlace.Fixture, "Content-Encoding: conform/1"),
        new(Fault.GzipClaimed, MisprintPlace.Fixture, "Content-Encoding: gzip"),
        new(Fault.DeflateClaimed, MisprintPlace.Fixture, "Content-Encoding: deflate"),
        new(Fault.LanguageMalformed, MisprintPlace.Fixture, "Content-Language: de_DE"),
        new(Fault.ContentLocationWithFragment, MisprintPlace.Fixture, "Content-Location: /probe/static#top"),
        new(Fault.LocationMalformed, MisprintPlace.Fixture, "Location: /a b"),
        new(Fault.LocationWithoutHost, MisprintPlace.Fixture, "Location: http:///a"),
        new(Fault.LocationWithUser, MisprintPlace.Fixture, "Location: http://user@reference.test/"),
        new(Fault.RetryAfterMalformed, MisprintPlace.Fixture, "Retry-After: soon"),
        new(Fault.ServerMalformed, MisprintPlace.Fixture, "Server: conform(1)"),
        new(Fault.ServerWithWideBlank, MisprintPlace.Fixture, "Server: conform/1  (test)"),
        new(Fault.ValuePadded, MisprintPlace.Fixture, "X-Reference:  1 "),
        new(Fault.ViaMalformed, MisprintPlace.Fixture, "Via: 1.1"),
        new(Fault.UpgradeMalformed, MisprintPlace.Fixture, "Upgrade: example/", "Connection: upgrade"),
        new(Fault.UpgradeUnlisted, MisprintPlace.Fixture, "Upgrade: example/1"),
        new(Fault.OptionsMalformed, MisprintPlace.Fixture, "Connection: one two"),
        new(Fault.OptionEndToEnd, MisprintPlace.Fixture, "Connection: cache-control"),
        new(Fault.KeepAliveUnlisted, MisprintPlace.Fixture, "Keep-Alive: timeout=5"),
        new(Fault.TrailerListMalformed, MisprintPlace.Fixture, "Trailer: X-One X-Two"),
        new(Fault.RequestFieldSent, MisprintPlace.Fixture, "User-Agent: conform"),
        new(Fault.ChallengeMalformed, MisprintPlace.Fixture, "WWW-Authenticate: realm=\"a\""),
        new(Fault.ChallengeUnseparated, MisprintPlace.Fixture, "WWW-Authenticate: Digest realm=\"a\" nonce=\"b\""),
        new(Fault.ChallengeParameterTwice, MisprintPlace.Fixture, "WWW-Authenticate: Basic realm=\"a\", Realm=\"b\""),
        new(Fault.RealmUnquoted, MisprintPlace.Fixture, "WWW-Authenticate: Basic realm=a"),
        new(Fault.ChallengeWithBlanks, MisprintPlace.Fixture, "WWW-Authenticate: Basic realm = \"a\""),
        new(Fault.AuthenticationInfoMalformed, MisprintPlace.Fixture, "Authentication-Info: nextnonce"),
        new(Fault.ProxyChallengeMalformed, MisprintPlace.Fixture, "Proxy-Authenticate: realm=\"a\""),
        new(Fault.AcceptMalformed, MisprintPlace.Fixture, "Accept: text"),
        new(Fault.WeightTooFine, MisprintPlace.Fixture, "Accept-Encoding: gzip;q=0.1234"),
        new(Fault.DateOff, MisprintPlace.Fixture, "Date: Tue, 01 Jul 2025 12:00:00 GMT"),
        new(Fault.DateWithBlanks, MisprintPlace.Fixture, "Date: Tue,  1 Jul 2025 12:00:00 GMT"),
        new(Fault.LastModifiedAhead, MisprintPlace.Fixture, "Last-Modified: Tue, 31 Dec 2199 23:59:59 GMT"),
        new(Fault.LastModifiedMalformed, MisprintPlace.Fixture, "Last-Modified: 2025-07-01T12:00:00Z"),
        new(Fault.ContentRangeMalformed, MisprintPlace.PartThenMore, "Content-Range: bytes=0-4/520"),
        new(Fault.HeadTypeDiffers, MisprintPlace.HeadAnswer, "Content-Type: application/octet-stream"),
        new(Fault.NoContentWithCoding, MisprintPlace.NoContent, "Transfer-Encoding: chunked"),
        new(Fault.TrailerForbidden, MisprintPlace.Stream, "Trailer: Cache-Control"),
        new(Fault.CodingsRepeated, MisprintPlace.Stream, "Transfer-Encoding: chunked, chunked"),
        new(Fault.TransferCodingUnasked, MisprintPlace.Stream, "Transfer-Encoding: x-conform, chunked"),
        new(Fault.StatusLineWide, MisprintPlace.FixtureThenMore) { StatusLine = "HTTP/1.1  200 OK" },
        new(Fault.ReasonWithControl, MisprintPlace.Fixture) { StatusLine = "HTTP/1.1 200 O\u0001K" },
        new(Fault.StatusCodeBeyond, MisprintPlace.FixtureThenMore) { StatusLine = "HTTP/1.1 600 OK" },
        new(Fault.VersionBeyond, MisprintPlace.Fixture) { StatusLine = "HTTP/1.7 200 OK" },
        new(Fault.CodingInHttp10Answer, MisprintPlace.Stream) { StatusLine = "HTTP/1.0 200 OK" },
        new(Fault.FieldRepeated, MisprintPlace.Fixture, "Last-Modified: Tue, 01 Jul 2025 12:00:00 GMT", "Last-Modified: Tue, 01 Jul 2025 12:00:00 GMT"),
        new(Fault.NameWithParentheses, MisprintPlace.Fixture, "X(1): a"),
        new(Fault.LengthWithSign, MisprintPlace.FixtureThenMore, "Content-Length: +520"),
        new(Fault.RefusalWithoutChallenge, MisprintPlace.MethodRefused) { StatusLine = "HTTP/1.1 401 Unauthorized" },
        new(Fault.ProxyChallengeMissing, MisprintPlace.MethodRefused) { StatusLine = "HTTP/1.1 407 Proxy Authentication Required" },
        new(Fault.UpgradeMissing, MisprintPlace.MethodRefused) { StatusLine = "HTTP/1.1 426 Upgrade Required" },
        new(Fault.RedirectToNowhere, MisprintPlace.MethodRefused) { StatusLine = "HTTP/1.1 301 Moved Permanently" },
        new(Fault.SwitchUnnamed, MisprintPlace.MethodRefusedThenMore, "Content-Length") { StatusLine = "HTTP/1.1 101 Switching Protocols" },
        new(Fault.SwitchUnasked, MisprintPlace.MethodRefusedThenMore, "Content-Length", "Upgrade: example/1", "Connection: upgrade") { StatusLine = "HTTP/1.1 101 Switching Protocols" },
        new(Fault.DowngradedRefusal, MisprintPlace.MethodRefused) { StatusLine = "HTTP/1.0 405 Method Not Allowed" },
        new(Fault.CodingNotFinal, MisprintPlace.PlainStream, "Transfer-Encoding: chunked, x-conform"),
    ];

    /// <summary>The misprint of a head, under a defect that has one there.</summary>
    public static Misprint? Of(ResponseHead head, int code, FaultSet faults) => faults.IsEmpty ? null : Array.Find(_all, m => IsThere(m.Place, head, code) && faults[m.Fault] && (head.IsFollowed || m.Place < MisprintPlace.FixtureThenMore));

    /// <summary>Whether a line is written here, or left out.</summary>
    public bool Takes(string name) => Array.Exists(Lines, line => line.Split(':')[0].Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Its lines, with their ends.</summary>
    public string Text => string.Concat(Lines.Where(line => line.Contains(':')).Select(line => line + "\r\n"));

    private static bool IsThere(MisprintPlace place, ResponseHead head, int code) => place switch
    {
        MisprintPlace.Fixture => head.IsFixture,
        MisprintPlace.Stream => head is { IsStream: true, IsHead: false, Plan.Framing: ResponseFraming.Chunked },
        MisprintPlace.PlainStream => head.IsPlain && IsThere(MisprintPlace.Stream, head, code),
        MisprintPlace.HeadAnswer => head.IsHead && code == 200,
        MisprintPlace.Part or MisprintPlace.PartThenMore => code == 206,
        MisprintPlace.NoContent => code == 204,
        MisprintPlace.FixtureThenMore => head is { IsFixture: true, IsPlain: true },
        _ => code == 405,
    };
}
