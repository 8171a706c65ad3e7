namespace Conform.ReferenceServer.Contract.Applications;

/// <summary>A value of the environ as it is told: its kind, and its text where it has one.</summary>
internal static class EnvironValue
{
    public static (string Kind, string Text) Of(object? value) => value switch
    {
        null => ("none", ""),
        string characters => ("string", characters),
        bool truth => ("bool", truth ? "true" : "false"),
        int number => ("int", number.ToString()),
        (int major, int minor) => ("tuple", $"({major}, {minor})"),
        byte[] octets => ("bytes", System.Text.Encoding.Latin1.GetString(octets)),
        RequestBody or ErrorLog => ("stream", ""),
        Delegate => ("callable", ""),
        _ => ("other", ""),
    };
}
