using System.Collections;

namespace Conform.ReferenceServer.Contract;

/// <summary>The plain form of <c>wsgi.file_wrapper</c>: blocks of a stream, which is closed with them.</summary>
internal sealed class FileBlocks(Stream source, int blockSize) : IEnumerable<ReadOnlyMemory<byte>>, IDisposable
{
    public static IEnumerable<ReadOnlyMemory<byte>> Wrap(Stream source, int blockSize = 8192) => new FileBlocks(source, blockSize);

    public IEnumerator<ReadOnlyMemory<byte>> GetEnumerator()
    {
        var block = new byte[blockSize];
        for (int count; (count = source.Read(block)) > 0;)
        {
            yield return block.AsMemory(0, count);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void Dispose() => source.Dispose();
}
