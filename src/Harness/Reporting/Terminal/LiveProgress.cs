using Conform.Judging;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Conform.Reporting.Terminal;

/// <summary>One status line on a real terminal: a bar, the counts, and the case that was last. It is gone when the run is over.</summary>
/// <param name="page">The terminal.</param>
/// <param name="time">Redraws are at least 50 ms apart.</param>
internal sealed class LiveProgress(Page page, TimeProvider time) : IProgressShow
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(50);
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private LiveDisplayContext? _live;
    private Task? _display;
    private long _drawn;
    private int? _planned;

    public void Begin(int? planned)
    {
        _planned = planned;
        _drawn = time.GetTimestamp();
        _display = page.Console.Live(new Text("…")).AutoClear(true).StartAsync(async context =>
        {
            _live = context;
            await _over.Task;
        });
    }

    public void Show(Ledger ledger, Result result, Standing standing)
    {
        if (_live is not { } live || time.GetElapsedTime(_drawn) < Pace) return;
        _drawn = time.GetTimestamp();
        live.UpdateTarget(Status(ledger, result.Case, _planned, page.Width));
    }

    /// <summary>The line itself; never as wide as the terminal, so that it cannot wrap.</summary>
    public static IRenderable Status(Ledger ledger, string last, int? planned, int width)
    {
        const int Bar = 20;
        var line = new Paragraph();
        var room = width - 1;
        if (planned is > 0)
        {
            var full = Math.Clamp(ledger.Done * Bar / planned.Value, 0, Bar);
            Append(new string('━', full), Page.Good);
            Append(new string('━', Bar - full), Page.Dim);
            Append($" {ledger.Done:N0}/{planned:N0}  ", Page.Plain);
        }

        Append(ledger.Line(), ledger.Kept.Any(r => r.Standing.Kind == StandingKind.Unexpected) ? Page.Bad : Page.Plain);
        Append($"  {last}", Page.Dim);
        return line;

        void Append(string text, Style style)
        {
            var shown = text.Length <= room ? text : room > 1 ? $"{text[..(room - 1)]}…" : string.Empty;
            room -= shown.Length;
            if (shown.Length > 0) line.Append(shown.Replace(Page.Together, ' '), style);
        }
    }

    public void Dispose()
    {
        _over.TrySetResult();
        _display?.GetAwaiter().GetResult();
        _display = null;
        _live = null;
    }
}
