namespace Conform.ReferenceServer.Defects;

/// <summary>Faults of whether a connection lives on.</summary>
internal static class PersistenceDefects
{
    public static IReadOnlyList<Defect> All { get; } =
    [
        new(Fault.CloseBeforeHostMissed, "rfc9112-9.3-persistence-close-token", "Sees the close option only behind other fields."),
        new(Fault.KeepAliveBeatsClose, "rfc9112-9.3-persistence-http10-close-and-keepalive", "Keeps the connections of clients that say both close and keep-alive."),
        new(Fault.CloseOfOtherMethodsMissed, "rfc9112-9.6-close-received-initiates-close", "Sees the close option of a GET only."),
        new(Fault.CloseOfOtherPagesMissed, "rfc9112-9.6-close-received-no-more-requests", "Keeps a connection behind what it has no page for, whatever was said."),
        new(Fault.CloseBesideChunksMissed, "rfc9112-9.6-close-received-initiates-close", "Does not see the close option beside chunks."),
        new(Fault.CloseOfStreamMissed, "rfc9112-9.6-close-received-initiates-close", "Keeps the connection behind content of unknown length, whatever was said."),
        new(Fault.CloseOfHigherMinorMissed, "rfc9112-9.6-close-received-initiates-close", "Knows the close option in HTTP/1.1 only, not in what comes after."),
        new(Fault.Http10CloseKept, "rfc9112-9.3-persistence-http10-close", "Keeps an HTTP/1.0 connection that says close."),
        new(Fault.KeepAliveSearched, "rfc9112-9.3-persistence-http10-close", "Takes any option with keep in it for keep-alive."),
        new(Fault.KeepAliveInAnyField, "rfc9112-9.3-persistence-http10-close", "Keeps HTTP/1.0 connections that ask for it in another field."),
        new(Fault.Http10FormsKept, "rfc9112-9.3-persistence-http10-close", "Keeps HTTP/1.0 connections behind content."),
        new(Fault.Http10RefusalsKept, "rfc9112-9.3-persistence-http10-close", "Keeps HTTP/1.0 connections behind a method that is no GET."),
        new(Fault.UnknownOptionCloses, "rfc9112-9.3-persistence-11-default", "Closes, without a word, where an option is unknown."),
        new(Fault.EmptyOptionsClose, "rfc9112-9.3-persistence-11-default", "Closes, without a word, where the list of options is empty."),
        new(Fault.CloseInAnyField, "rfc9112-9.3-persistence-11-default", "Takes close in any field for the option, and closes without a word."),
        new(Fault.CloseInContentHeard, "rfc9112-9.3-persistence-11-default", "Takes what looks like the close option in content for one, and closes without a word."),
        new(Fault.HigherMinorCloses, "rfc9112-9.3-persistence-11-default", "Closes the connections of a higher minor version without a word."),
        new(Fault.OtherPagesClose, "rfc9112-9.6-close-option-announced", "Closes, without a word, behind a first request that it has no page for."),
        new(Fault.OtherMethodsClose, "rfc9112-9.6-close-option-announced", "Closes, without a word, behind a first request whose method it refuses."),
        new(Fault.UnwantedContentCloses, "rfc9112-9.6-close-option-announced", "Closes, without a word, behind a first request with content that it has no use for."),
        new(Fault.StreamCloses, "rfc9112-9.6-close-option-announced", "Closes, without a word, behind content of unknown length."),
        new(Fault.KeepAliveFieldCloses, "rfc9110-7.6.1-connection-field-without-option", "Heeds Keep-Alive that no option names, and closes without a word."),
        new(Fault.FourthAnswerCloses, "rfc9112-9.3-persistent-default", "Closes, without a word, behind the fourth answer, where that is the front page."),
    ];
}
