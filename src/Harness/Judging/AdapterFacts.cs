using System.Text.Json;
using Conform.Observations;

namespace Conform.Judging;

/// <summary>What an adapter says of itself.</summary>
public static class AdapterFacts
{
    /// <summary>What its contract can do.</summary>
    /// <param name="asked">The conversation in which it was asked.</param>
    /// <returns>Words of <see cref="Cases.ContractCaps"/>, or null where it said nothing that can be read: then nothing is left out.</returns>
    public static IReadOnlySet<string>? Caps(Transcript asked)
    {
        if (ObservationReader.Read(asked).First?.Responses.FirstOrDefault(r => r is { IsComplete: true, Status: 200 }) is not { } answer) return null;
        try
        {
            using var facts = JsonDocument.Parse(answer.Content);
            return facts.RootElement.GetProperty("caps").EnumerateArray().Select(c => c.GetString() ?? string.Empty).ToHashSet(StringComparer.Ordinal);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
