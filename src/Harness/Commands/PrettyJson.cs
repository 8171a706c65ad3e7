using System.Text.Encodings.Web;
using System.Text.Json;

namespace Conform.Commands;

/// <summary>JSON that people read too: indented, and without escapes that only HTML needs.</summary>
internal static class PrettyJson
{
    public static JsonSerializerOptions Options { get; } = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
