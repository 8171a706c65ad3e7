using System.Collections;

namespace Conform.ReferenceServer.Contract.Programs;

/// <summary>Blocks without a known count, whose close can be seen.</summary>
internal class ClosableBlocks(IEnumerable<ReadOnlyMemory<byte>> blocks, Action close, bool fails = false)
    : IEnumerable<ReadOnlyMemory<byte>>, IDisposable
{
    public IEnumerator<ReadOnlyMemory<byte>> GetEnumerator() =>
        fails ? throw new MarkerException("iter") : blocks.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void Dispose() => close();
}

/// <summary>The same, which also tell when a server looks at more than iteration and close.</summary>
internal sealed class ShyBlocks(IEnumerable<ReadOnlyMemory<byte>> blocks, Action close, Action touched) : ClosableBlocks(blocks, close)
{
    public override string ToString()
    {
        touched();
        return "blocks";
    }
}

/// <summary>A list like any other, but that its close can be seen.</summary>
internal sealed class ClosingList(IEnumerable<ReadOnlyMemory<byte>> blocks, Action close) : List<ReadOnlyMemory<byte>>(blocks), IDisposable
{
    public void Dispose() => close();
}

/// <summary>Blocks that state a count, true or not.</summary>
internal sealed class LyingBlocks(IEnumerable<ReadOnlyMemory<byte>> blocks, int count, Action close)
    : IReadOnlyCollection<ReadOnlyMemory<byte>>, IDisposable
{
    public int Count => count;

    public IEnumerator<ReadOnlyMemory<byte>> GetEnumerator() => blocks.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void Dispose() => close();
}
