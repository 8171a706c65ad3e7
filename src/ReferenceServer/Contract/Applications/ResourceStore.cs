using System.Diagnostics.CodeAnalysis;

namespace Conform.ReferenceServer.Contract.Applications;

/// <summary>Resources by name, shared by all connections. When there are too many, the oldest is forgotten.</summary>
internal sealed class ResourceStore
{
    private const int Most = 1000;
    private readonly Dictionary<string, StoredResource> _resources = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private int _made;

    public bool TryGet(string name, [NotNullWhen(true)] out StoredResource? resource)
    {
        lock (_lock)
        {
            return _resources.TryGetValue(name, out resource);
        }
    }

    /// <summary>Puts a resource there unless the condition, which is given what was there before, forbids it.</summary>
    /// <returns>Whether it was put there, and whether the name is new.</returns>
    public (bool Done, bool IsNew) Put(string name, StoredResource resource, Func<StoredResource?, bool> mayGoOn)
    {
        lock (_lock)
        {
            var before = _resources.GetValueOrDefault(name);
            if (!mayGoOn(before))
            {
                return (false, before is null);
            }

            if (before is null && _resources.Count >= Most)
            {
                _resources.Remove(_resources.MinBy(pair => pair.Value.Modified).Key);
            }

            _resources[name] = resource;
            return (true, before is null);
        }
    }

    /// <summary>Removes a resource unless the condition forbids it.</summary>
    /// <returns>Whether it was removed, and whether there was one.</returns>
    public (bool Done, bool WasThere) Remove(string name, Func<StoredResource, bool> mayGoOn)
    {
        lock (_lock)
        {
            return !_resources.TryGetValue(name, out var before) ? (false, false) : (mayGoOn(before) && _resources.Remove(name), true);
        }
    }

    /// <summary>A name that nothing has.</summary>
    public string NewName() => $"made-{Interlocked.Increment(ref _made)}";
}
