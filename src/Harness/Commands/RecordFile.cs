using Conform.Reporting.Records;

namespace Conform.Commands;

/// <summary>A record of a run that the user names.</summary>
internal static class RecordFile
{
    /// <summary>Reads it.</summary>
    /// <param name="path">Its path; standard input where it is a hyphen.</param>
    /// <exception cref="UsageException">It cannot be read, or is no record; the message names file and line.</exception>
    public static Recording Read(string path)
    {
        try
        {
            using var text = path == "-" ? Console.In : new StreamReader(path);
            return RecordReader.Read(text);
        }
        catch (RecordException e)
        {
            throw new UsageException($"{path}: {e.Message}; a record is what --report jsonl:FILE writes");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"cannot read {path}: {e.Message}");
        }
    }
}
