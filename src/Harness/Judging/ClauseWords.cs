using Conform.Http;

namespace Conform.Judging;

/// <summary>The words of the case language for what was seen.</summary>
internal static class ClauseWords
{
    /// <summary>The word for a framing.</summary>
    /// <param name="framing">The framing.</param>
    public static string Framing(ContentFraming framing) => framing switch
    {
        ContentFraming.ContentLength => "content-length",
        ContentFraming.Chunked => "chunked",
        ContentFraming.UntilClose => "until-close",
        ContentFraming.Tunnel => "tunnel",
        _ => "none",
    };
}
