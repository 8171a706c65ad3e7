using System.Buffers;
using Conform.Cases;
using Conform.Generation;
using Conform.Http;
using Conform.Judging;
using Conform.Observations;

namespace Conform.Running;

/// <summary>What the engine does next in a conversation. Everything is known before the first octet is sent.</summary>
public abstract record ScriptStep
{
    /// <summary>Which of the conversation's connections it belongs to.</summary>
    public int Lane { get; init; }
}

/// <summary>Send these pieces, apart on the wire.</summary>
/// <param name="Pieces">What each write carries.</param>
public sealed record SendPieces(IReadOnlyList<ReadOnlyMemory<byte>> Pieces) : ScriptStep
{
    /// <summary>What of it earlier answers had said when it was sent; empty where all of it is known.</summary>
    public IReadOnlyList<SaidValue> Said { get; init; } = [];

    /// <summary>Index of a step of the case before it and behind all that was done until then.</summary>
    public int Behind { get; init; }
}

/// <summary>Send something that an earlier answer said: filled, and then cut, when all before it is done.</summary>
/// <param name="Index">Index of the step in the case.</param>
/// <param name="Fill">Makes the octets of the final answers to the case's own requests so far.</param>
/// <param name="Cut">Cuts octets into pieces.</param>
public sealed record SendSaid(
    int Index, Func<IReadOnlyList<Response>, SaidOctets> Fill, Func<SaidOctets, IReadOnlyList<ReadOnlyMemory<byte>>> Cut) : ScriptStep;

/// <summary>Wait for the head of any response.</summary>
/// <param name="Index">Index of the step in the case.</param>
public sealed record AwaitHead(int Index) : ScriptStep;

/// <summary>Wait until the application stands at a gate.</summary>
/// <param name="Label">The gate.</param>
public sealed record AwaitGate(string Label) : ScriptStep;

/// <summary>Let the application go on from a gate.</summary>
/// <param name="Label">The gate.</param>
public sealed record ReleaseGate(string Label) : ScriptStep;

/// <summary>Let time pass.</summary>
/// <param name="Duration">How long.</param>
public sealed record LetPass(TimeSpan Duration) : ScriptStep;

/// <summary>End our side.</summary>
public sealed record EndOurSide : ScriptStep;

/// <summary>Reset the connection.</summary>
public sealed record ResetConnection : ScriptStep;

/// <summary>Close, and go on with a new connection.</summary>
public sealed record NewConnection : ScriptStep;

/// <summary>Wait until the server ends the connection; it need not.</summary>
/// <param name="AtMost">How long.</param>
public sealed record AwaitClose(TimeSpan AtMost) : ScriptStep;

/// <summary>Open the connection, unless it is open, and go on with it.</summary>
public sealed record UseConnection : ScriptStep;

/// <summary>Wait for final responses.</summary>
/// <param name="Index">Index of the step in the case.</param>
/// <param name="Wanted">How many at most the case accepts.</param>
/// <param name="IsLast">Whether it is the connection's last, so that all has to be found out about the connection.</param>
public sealed record ExpectResponses(int Index, int Wanted, bool IsLast) : ScriptStep
{
    /// <summary>Whether the case allows an answer that breaks off: a server may take as long over that close as over any other.</summary>
    public bool MayBreakOff { get; init; }
}

/// <summary>A conversation, ready to be held.</summary>
/// <param name="Steps">What is done, in order.</param>
/// <param name="Sentinel">The request that shows whether a connection is still served; null where none is sent.</param>
public sealed record Script(IReadOnlyList<ScriptStep> Steps, ReadOnlyMemory<byte>? Sentinel)
{
    /// <summary>Reads the final answers to the case's own requests off what there is of the transcript.</summary>
    public Func<Transcript, IReadOnlyList<Response>> Answers { get; init; } =
        static transcript => StepView.Answers(ObservationReader.Read(transcript), null, null);

    /// <summary>One request, and its first answer.</summary>
    /// <param name="request">The request's octets.</param>
    public static Script Single(ReadOnlyMemory<byte> request) => new([new SendPieces([request]), new ExpectResponses(1, 1, IsLast: false)], null);

    /// <summary>A case's conversation under a delivery.</summary>
    /// <param name="subject">The case.</param>
    /// <param name="filled">Its octets.</param>
    /// <param name="delivery">Cuts an octet string into pieces.</param>
    /// <param name="sentinel">The sentinel request.</param>
    public static Script Of(
        Case subject, FilledCase filled, Func<ReadOnlyMemory<byte>, IReadOnlyList<ReadOnlyMemory<byte>>> delivery, ReadOnlyMemory<byte> sentinel)
    {
        var steps = new List<ScriptStep>();
        var lanes = Lanes.Of(subject.Steps);
        for (var i = 0; i < subject.Steps.Count; i++)
        {
            if (subject.Steps[i] is SendStep)
            {
                var first = i;
                while (i + 1 < subject.Steps.Count && subject.Steps[i + 1] is SendStep) i++;
                steps.Add(Sending(filled, first, i, delivery) with { Lane = lanes[i] });
                continue;
            }

            ScriptStep step = subject.Steps[i] switch
            {
                AwaitStep => new AwaitHead(i),
                AwaitGateStep gate => new AwaitGate(gate.Gate),
                ReleaseStep release => new ReleaseGate(release.Gate),
                PauseStep pause => new LetPass(pause.Duration),
                AwaitCloseStep close => new AwaitClose(close.AtMost),
                HalfCloseStep => new EndOurSide(),
                AbortStep => new ResetConnection(),
                ReconnectStep => new NewConnection(),
                ConnectionStep => new UseConnection(),
                ExpectStep expect => new ExpectResponses(i, Wanted(expect), IsLast(subject, lanes, i)) { MayBreakOff = MayBreakOff(expect) },
                var other => throw new InvalidOperationException($"no way to carry out {other}"),
            };
            steps.Add(step with { Lane = lanes[i] });
        }

        return new Script(steps, sentinel);
    }

    /// <summary>The longest octet string that a case sends in one go.</summary>
    /// <param name="subject">The case.</param>
    /// <param name="filled">Its octets.</param>
    public static ReadOnlyMemory<byte> LongestSent(Case subject, FilledCase filled)
    {
        var longest = ReadOnlyMemory<byte>.Empty;
        for (var i = 0; i < subject.Steps.Count; i++)
        {
            if (subject.Steps[i] is not SendStep) continue;
            var first = i;
            while (i + 1 < subject.Steps.Count && subject.Steps[i + 1] is SendStep) i++;
            var octets = Join(filled, first, i);
            longest = octets.Length > longest.Length ? octets : longest;
        }

        return longest;
    }

    private static ScriptStep Sending(FilledCase filled, int first, int last, Func<ReadOnlyMemory<byte>, IReadOnlyList<ReadOnlyMemory<byte>>> delivery)
    {
        var steps = filled.Steps.Take(last + 1).Skip(first).ToList();
        return steps.TrueForAll(s => s.Late is null)
            ? new SendPieces(delivery(Join(filled, first, last)))
            : new SendSaid(first, Fill, said => delivery(said.Octets));

        SaidOctets Fill(IReadOnlyList<Response> answers) => SaidOctets.Join([.. steps.Select(s => s.Late?.Invoke(answers) ?? SaidOctets.Plain(s.Octets))]);
    }

    private static ReadOnlyMemory<byte> Join(FilledCase filled, int first, int last)
    {
        if (first == last) return filled.Steps[first].Octets;
        var joined = new ArrayBufferWriter<byte>();
        for (var i = first; i <= last; i++) joined.Write(filled.Steps[i].Octets.Span);
        return joined.WrittenMemory;
    }

    private static int Wanted(ExpectStep step) => step.Expectations
        .Where(e => e.Verb is ExpectationVerb.Accept).Select(e => (e.Pattern as ConversationPattern)?.Elements.Count ?? 1).DefaultIfEmpty(1).Max();

    private static bool MayBreakOff(ExpectStep step) =>
        step.Expectations.Any(e => e.Pattern is ConversationPattern pattern && pattern.Elements.OfType<ResponseElement>().Any(r => r.Response.Clauses.Any(c => c is CutShort)));

    private static bool IsLast(Case subject, IReadOnlyList<int> lanes, int index) => !Enumerable.Range(index + 1, subject.Steps.Count - index - 1)
        .Any(i => lanes[i] == lanes[index] && subject.Steps[i] is SendStep or ExpectStep);
}
