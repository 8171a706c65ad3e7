namespace Conform.Commands;

/// <summary>A file that the user names, or standard input.</summary>
internal static class InputFile
{
    /// <summary>Reads it whole.</summary>
    /// <param name="file">Its path; standard input where it is null or a hyphen.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="UsageException">It cannot be read.</exception>
    public static async Task<byte[]> ReadAsync(string? file, CancellationToken cancellation)
    {
        if (file is not null and not "-")
        {
            try
            {
                return await File.ReadAllBytesAsync(file, cancellation);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new UsageException($"cannot read {file}: {e.Message}");
            }
        }

        await using var input = Console.OpenStandardInput();
        using var all = new MemoryStream();
        await input.CopyToAsync(all, cancellation);
        return all.ToArray();
    }
}
