using System.Text;
using System.Text.Unicode;
using Conform.ReferenceServer.Defects;

namespace Conform.ReferenceServer.Protocol;

/// <summary>What a server with a defect refuses, or fails at, though it is right. Tables of faults, for each part of a head; what hits is
/// asked first, so that a place is passed only there.</summary>
internal static class NeedlessRefusals
{
    private static readonly Rejection _bad = new("needlessly-refused");
    private static readonly Rejection _failed = Rejection.Internal;

    private static readonly (Fault Fault, Func<string, bool> Hits, Rejection Reason)[] _lines =
    [
        (Fault.OddOctetsFail, line => line.Contains(" \xFF ", StringComparison.Ordinal), _failed),
        (Fault.ShortMethodRefused, line => line.IndexOf(' ', StringComparison.Ordinal) == 1 && char.IsAsciiLetter(line[0]), _bad),
        (Fault.NarrowMethodsOnly, line => line.TakeWhile(c => c != ' ').Any(c => !char.IsAsciiLetterUpper(c) && c != '-'), _bad),
    ];

    private static readonly (Fault Fault, Func<string, bool> Hits, Rejection Reason)[] _targets =
    [
        (Fault.EmptyPathRefused, HasEmptyPath, _bad),
        (Fault.EmptyPathIsAnother, target => HasEmptyPath(target) && !target.Contains('?', StringComparison.Ordinal), new("no-such-page", 404)),
        (Fault.AbsoluteCapitalsRefused, HasCapitalHost, _bad),
        (Fault.NarrowQueriesOnly, target => target.Contains('\'', StringComparison.Ordinal) && target.Contains('?', StringComparison.Ordinal), _bad),
        (Fault.LowerEscapesRefused, target => Escapes(target).Any(two => two.Any(char.IsAsciiLetterLower)), _bad),
        (Fault.ControlEscapesFail, target => Escapes(target).Any(two => two[0] is '0' or '1'), _failed),
        (Fault.EmptyQueryRefused, target => target.EndsWith('?') && target.IndexOf('?', StringComparison.Ordinal) == target.Length - 1, _bad),
        (Fault.EmptySegmentFails, target => target.StartsWith('/') && target.LastIndexOf("//", StringComparison.Ordinal) > 0, _failed),
        (Fault.DotsFail, target => target.Contains("/./", StringComparison.Ordinal), _failed),
    ];

    private static readonly (Fault Fault, Func<FieldLine, bool> Hits, Rejection Reason)[] _fields =
    [
        (Fault.HostPortTooLargeFails, field => Is(field, "Host") && PortOf(field.Value).TrimStart('0').Length > 4 && PortOf(field.Value) != "65535", _failed),
        (Fault.LiteralHostRefused, field => Is(field, "Host") && field.Value.StartsWith('['), _bad),
        (Fault.NarrowHostsOnly, field => Is(field, "Host") && (field.Value.Any(char.IsAsciiLetterUpper) || field.Value.EndsWith('.')), _bad),
        (Fault.EscapedHostRefused, field => Is(field, "Host") && field.Value.Contains('%', StringComparison.Ordinal), _bad),
        (Fault.LongHostFails, field => Is(field, "Host") && field.Value.Length > 200, _failed),
        (Fault.UnknownHostFails, field => Is(field, "Host") && field.Value.StartsWith("unknown.", StringComparison.Ordinal), _failed),
        (Fault.CookieLimitLow, field => Is(field, "Cookie") && field.Value.Length > 900, Rejection.HeadTooLarge),
        (Fault.NonsenseFieldFails, field => Is(field, "Accept") && field.Value.StartsWith(';'), _failed),
        (Fault.ControlInValueFails, field => field.Value.Any(c => c is (< ' ' and not '\t') or '\x7F'), _failed),
        (Fault.InvalidUtf8Fails, field => field.Name.StartsWith("X-", StringComparison.Ordinal) && !Utf8.IsValid(Encoding.Latin1.GetBytes(field.Value)), _failed),
        (Fault.SecFieldsRefused, field => field.Name.StartsWith("Sec-", StringComparison.OrdinalIgnoreCase), _bad),
        (Fault.EmptyValueRefused, field => field.Value.Length == 0 && !Is(field, "Host") && !Is(field, "Content-Length") && !Is(field, "Transfer-Encoding"), _bad),
        (Fault.EmptyMemberRefused, field => HasEmptyMember(field.Value) && !field.Name.StartsWith("X-", StringComparison.Ordinal), _bad),
        (Fault.ManyMembersFail, field => field.Value.Count(c => c == ',') > 1000, _failed),
        (Fault.RepetitiveValuesFail, field => field.Value.Count(c => c is ';' or '(') > 1000 || field.Value.Count(char.IsAsciiDigit) > 1900, _failed),
        (Fault.LongishValueFails, field => field.Value.Length is >= 2000 and < 4000 && field.Value.AsSpan().Trim(field.Value[0]).IsEmpty, _failed),
        (Fault.MiddlingValueFails, field => field.Value.Length is >= 290 and < 310, _failed),
        (Fault.QuotedParameterFails, field => (Is(field, "Accept") || Is(field, "Content-Type")) && field.Value.Contains("=\"", StringComparison.Ordinal), _failed),
        (Fault.RoundValueFails, field => field.Value.Length == 256, _failed),
        (Fault.LongishNameFails, field => field.Name.Length > 150, _failed),
    ];

    private static readonly (Fault Fault, Func<RequestLine, IReadOnlyList<FieldLine>, bool> Hits, Rejection Reason)[] _heads =
    [
        (Fault.HostComparedWithTarget, NamesAnotherHost, new("host-is-not-the-target's", 421)),
        (Fault.ForeignAuthorityProxied, NamesAnotherHost, new("no-answer-from-there", 502)),
        (Fault.RepeatedSingletonFails, (_, fields) => fields.Count(field => Is(field, "User-Agent")) > 1, _failed),
        (Fault.MiddlingHeadFails, (_, fields) => fields.Count > 5 && fields.Sum(field => field.Name.Length + field.Value.Length) is > 9000 and < 9200, _failed),
        (Fault.LongValueBetweenFails, (_, fields) => fields is [_, { Value.Length: > 4000 }, _], _failed),
        (Fault.ManyFieldsFail, (_, fields) => fields.Count is > 40 and < 60, _failed),
    ];

    public static Rejection? OfLine(string line, FaultSet faults) => faults.IsEmpty ? null : _lines.FirstOrDefault(rule => rule.Hits(line) && faults[rule.Fault]).Reason;

    public static Rejection? OfTarget(string target, FaultSet faults) =>
        faults.IsEmpty ? null : _targets.FirstOrDefault(rule => rule.Hits(target) && faults[rule.Fault]).Reason;

    public static Rejection? OfField(FieldLine field, FaultSet faults) =>
        faults.IsEmpty ? null : _fields.FirstOrDefault(rule => rule.Hits(field) && faults[rule.Fault]).Reason;

    public static Rejection? OfHead(RequestLine line, IReadOnlyList<FieldLine> fields, FaultSet faults) =>
        faults.IsEmpty ? null : _heads.FirstOrDefault(rule => rule.Hits(line, fields) && faults[rule.Fault]).Reason;

    private static bool Is(FieldLine field, string name) => field.Is(name, FaultSet.None);

    private static string PortOf(string host) => host[(host.LastIndexOf(':') + 1)..] is { } port && Octet.IsDigits(port) ? port : "";

    private static bool HasEmptyMember(string value) => value.Split(',').Any(member => member.AsSpan().Trim(" \t").IsEmpty) && value.Length > 0;

    private static bool HasEmptyPath(string target) =>
        target.IndexOf("://", StringComparison.Ordinal) is > 0 and var mark && !target.AsSpan(mark + 3).Contains('/');

    private static bool HasCapitalHost(string target) =>
        target.StartsWith("http://", StringComparison.Ordinal) && target.Split('/')[2].Any(char.IsAsciiLetterUpper);

    private static bool NamesAnotherHost(RequestLine line, IReadOnlyList<FieldLine> fields) =>
        line.Target is { Form: TargetForm.Absolute, Authority: { } authority } && fields.Any(field => Is(field, "Host") && field.Value != authority);

    private static IEnumerable<string> Escapes(string target) =>
        target.Split('%').Skip(1).Where(rest => rest.Length > 1).Select(rest => rest[..2]);
}
