using System.Text;
using Conform.Cases;
using Conform.Http;
using CsCheck;

namespace Conform.Harness.Tests.Cases;

/// <summary>Draws of everything that an expectation can look for.</summary>
internal static class Patterns
{
    private static readonly Gen<OctetTemplate> _template = Gen.OneOf(
        Gen.Byte.Array[0, 12].Select(TemplatePart (o) => new LiteralPart(o, 0)),
        Gen.OneOf("${{a\\x", "\"", "\\r\\n", "[a]", "a, then").Select(TemplatePart (t) => new LiteralPart(Encoding.ASCII.GetBytes(t), 0)),
        Gen.OneOf<TemplatePart>(
            new PlaceholderPart("token", ["#2"], 0), new PlaceholderPart("repeat", ["3", "a\\x20"], 0), new PlaceholderPart("content-length+12", [], 0)))
        .List[0, 4].Select(parts => new OctetTemplate([.. parts.Where(p => p is not LiteralPart { Octets.Length: 0 })], default));

    private static readonly Gen<string> _name = Gen.OneOf("Connection", "X-Probe", "no", "with", "and", "in", "a");

    private static readonly Gen<Clause> _clause = Gen.OneOf<Clause>(
        _template.Select(t => new ContentIs(t)),
        Gen.Const(new NoContent()),
        Gen.Select(_name, Gen.Bool, (n, p) => new FieldPresence(n, p)),
        Gen.Select(_name, _template, (n, t) => new FieldIs(n, t)),
        Gen.Select(_name, _name, Gen.Bool, (m, f, p) => new ListMember(m, f, p)),
        Gen.Select(Gen.OneOf(100, 102, 103, 199), Gen.Bool, (n, p) => new InterimIs(n, p)),
        Gen.OneOf("HTTP/1.0", "HTTP/1.1").Select(v => new VersionIs(v)),
        Gen.String[Gen.Char['\0', 'ÿ'], 0, 9].Select(r => new ReasonIs(r)),
        Gen.Enum<ContentFraming>().Select(f => new FramingIs(f)),
        Gen.Select(Gen.Enum<UnderstoodKind>(), _template, Gen.Bool, (k, t, there) => new UnderstoodPart(k, there ? t : null)),
        Gen.Select(_name, _template, Gen.Bool, (n, t, there) => new UnderstoodField(n, there ? t : null)),
        Gen.Const(new UnderstoodAsSent()));

    private static readonly Gen<StatusItem> _status = Gen.OneOf<StatusItem>(
        Gen.Int[200, 599].Select(s => new StatusRange(s, s)),
        Gen.Const(new StatusRange(101, 101)),
        Gen.Int[2, 5].Select(c => new StatusRange(c * 100, (c * 100) + 99)),
        Gen.OneOf<StatusItem>(new StatusRange(200, 599), new StatusRange(400, 599), new ControlStatus(), new BaselineStatus()));

    private static readonly Gen<ResponsePattern> _response = Gen.Select(
        _status.List[1, 4], _clause.List[0, 3], (s, c) => new ResponsePattern(new StatusSet(s), c));

    public static Gen<Pattern> Alternative { get; } = Gen.OneOf<Pattern>(
        Gen.Select(
            Gen.OneOf<ConversationElement>(_response.Select(r => new ResponseElement(r)), Gen.Const(new CanaryElement()), Gen.Const(new ProgramElement())).List[1, 4],
            Gen.OneOf(Fate.Any, Fate.Close, Fate.Kept),
            (e, f) => new ConversationPattern(e, f)),
        Gen.OneOf<Pattern>(new ConversationPattern([], Fate.Close), new ConversationPattern([], Fate.Silence), new MutationAllows()));

    public static Gen<Pattern> Check { get; } = Gen.OneOf<Pattern>(
        _response.Select(r => new SomeResponse(r)),
        _clause.List[1, 3].Select(c => new FirstResponseHas(c)),
        Gen.OneOf<Pattern>(new CanaryAnswered(), new AnsweredWhileWaiting(), new EndedByCloseNotify(), new ResetBehindAnswer(), new ProgramTold()));

    public static Gen<OctetTemplate> Template => _template;
}
