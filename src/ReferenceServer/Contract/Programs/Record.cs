using System.Text;

namespace Conform.ReferenceServer.Contract.Programs;

/// <summary>Tells a witness, and keeps what a program can hand out as a block of its own: what came of its calls into the server.</summary>
internal sealed class Record(IWitness witness) : IWitness
{
    private readonly StringBuilder _lines = new();

    /// <summary>One line each; what was read stands there as it was.</summary>
    public byte[] Told => Encoding.Latin1.GetBytes(_lines.ToString());

    public void Tell(string happening, string? result = null, string? kind = null, string? detail = null)
    {
        witness.Tell(happening, result, kind, detail);
        Keep(happening, result, kind, detail);
    }

    public void Hold(string label) => witness.Hold(label);

    public void Dispose() => witness.Dispose();

    // How errors are named, when blocks are asked for, and what a start is at all, is each language's or contract's own.
    private void Keep(string happening, string? result, string? kind, string? detail)
    {
        if (happening is "next" or "close" or "touched" || (happening is "start" or "restart" or "write" && result == "returned"))
        {
            return;
        }

        var isRead = happening == "read" && result == "returned";
        var text = detail is null || happening == "tell" ? detail : Encoding.Latin1.GetString(Convert.FromHexString(detail));
        string?[] parts = [happening, isRead ? null : result, happening == "environ" || kind == "same" ? kind : null, text];
        _lines.AppendJoin(' ', parts.Where(part => part is not null)).Append('\n');
    }
}
