namespace Conform.Reporting;

/// <summary>Numbers with their units, as people read them.</summary>
internal static class Quantity
{
    public static string Octets(long count) => Count(count, "octet");

    public static string Count(long count, string noun) => count == 1 ? $"1 {noun}" : $"{count:N0} {noun}s";

    public static string Time(TimeSpan time) => time.TotalMilliseconds switch
    {
        < 10 => $"{time.TotalMilliseconds:0.0} ms",
        < 1000 => $"{time.TotalMilliseconds:0} ms",
        _ => $"{time.TotalSeconds:0.0} s",
    };
}
