using System.Text;

namespace Conform.Reporting.Html;

/// <summary>The details of as many results as fit into a page, those that matter most first.</summary>
internal sealed class HtmlDetails
{
    private const int MostOctets = 12 * 1024 * 1024;
    private readonly Dictionary<AssessedResult, int> _index = new(ReferenceEqualityComparer.Instance);
    private readonly List<string> _texts = [];

    private HtmlDetails()
    {
    }

    /// <summary>The details as JSON texts, to be found by their index.</summary>
    public IReadOnlyList<string> Texts => _texts;

    /// <summary>How many results have none although there was something to show.</summary>
    public int LeftOut { get; private set; }

    /// <summary>Where the details of a result are; -1 where there are none.</summary>
    public int IndexOf(AssessedResult result) => _index.GetValueOrDefault(result, -1);

    /// <summary>Makes them.</summary>
    /// <param name="run">The run.</param>
    /// <param name="most">How many octets they may have; as many as a page bears where nothing is said.</param>
    public static HtmlDetails Of(FinishedRun run, int most = MostOctets)
    {
        var details = new HtmlDetails();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var inOrder = run.Results.Select(r => (Result: r, IsFurther: ResultStates.Of(r) is ResultState.Pass && !seen.Add(r.Result.Case)))
            .OrderBy(r => r.IsFurther).ThenByDescending(r => ResultStates.Of(r.Result));
        var octets = 0;
        var isFull = false;
        foreach (var (result, _) in inOrder)
        {
            if (result.Result.Evidence is null) continue;
            var text = isFull ? null : HtmlDetail.Of(run.Header, result)?.ToJsonString(HtmlData.Json);
            octets += text is null ? 0 : Encoding.UTF8.GetByteCount(text);
            isFull |= octets > most;
            if (isFull || text is null)
            {
                details.LeftOut++;
                continue;
            }

            details._index[result] = details._texts.Count;
            details._texts.Add(text);
        }

        return details;
    }
}
