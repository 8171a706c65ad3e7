using System.Collections.Concurrent;
using Conform.ReferenceServer.Defects;

namespace Conform.ReferenceServer.Contract.Applications;

/// <summary>A store of whole representations: PUT, GET, HEAD, DELETE by name, and a collection whose POST finds a name.</summary>
internal sealed class StoreApplication(ResourceStore store, TimeProvider time, FaultSet faults)
{
    private readonly ConcurrentDictionary<string, string> _last = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, StoredResource> _removed = new(StringComparer.Ordinal);

    private volatile string _latest = "";

    private const string Allowed = "GET, HEAD, PUT, DELETE, OPTIONS";

    public IEnumerable<ReadOnlyMemory<byte>> Call(string path, Dictionary<string, object> environ, StartResponse start)
    {
        var name = faults[Fault.PutSeenByOneConnection] && !environ.ContainsKey("HTTP_ACCEPT") ? path + Answer.TextOf(environ, "REMOTE_PORT") : path;
        _latest = name;
        return Answer.TextOf(environ, "REQUEST_METHOD") switch
        {
            "GET" or "HEAD" => Get(name, environ, start),
            "PUT" => Put(name, environ, start),
            "DELETE" => Delete(name, environ, start),
            "OPTIONS" => Answer.Options(start, Allowed),
            _ => Answer.NotAllowed(start, Allowed),
        };
    }

    /// <summary>Makes a new resource of what is posted.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Collect(Dictionary<string, object> environ, StartResponse start)
    {
        if (Answer.TextOf(environ, "REQUEST_METHOD") != "POST")
        {
            return Answer.NotAllowed(start, "POST");
        }

        var name = store.NewName();
        store.Put(name, Sent(environ), static _ => true);
        return Answer.Text(
            start, faults[Fault.CollectionSaysOk] ? "200 OK" : "201 Created", $"made {name}\n",
            faults[Fault.CreatedLocationMissing] ? [] : [("Location", "/probe/store/" + name)]);
    }

    private IEnumerable<ReadOnlyMemory<byte>> Get(string name, Dictionary<string, object> environ, StartResponse start)
    {
        if (faults[Fault.ContentOfGetStored] && environ.ContainsKey("CONTENT_LENGTH") && Sent(environ) is { Content.Length: > 0 } sent)
        {
            store.Put(name, sent, static _ => true);
        }

        if (!store.TryGet(name, out var resource))
        {
            if (faults[Fault.ConditionOfNothingHeard] && Answer.ConditionByFault(environ, start) is { } conditional)
            {
                return conditional;
            }

            return Answer.Text(start, "404 Not Found", "nothing has this name\n");
        }

        if (environ.ContainsKey("HTTP_RANGE") && resource.Content.Length > 5 && faults[Fault.StoredPartShifted])
        {
            return Answer.With(start, "206 Partial Content", resource.Type, resource.Content[..3], [.. resource.Validators, ("Content-Range", $"bytes 2-4/{resource.Content.Length}")]);
        }

        StoredConditions conditions = new(environ, time.GetUtcNow(), faults);
        switch (faults[Fault.StoredConditionsIgnored] ? Condition.Holds : conditions.Decide(resource))
        {
            case Condition.Failed:
                return PreconditionFailed(start);
            case Condition.NotModified:
                start("304 Not Modified", faults[Fault.StoredCopyUnmarked] ? [] : resource.Validators);
                return [];
            default:
                return Part(resource, environ, conditions, start) ?? Answer.With(start, "200 OK", resource.Type, resource.Content, [.. resource.Validators, .. resource.Others]);
        }
    }

    private static IEnumerable<ReadOnlyMemory<byte>>? Part(
        StoredResource resource, Dictionary<string, object> environ, StoredConditions conditions, StartResponse start) =>
        Answer.TextOf(environ, "REQUEST_METHOD") == "GET" && environ.GetValueOrDefault("HTTP_RANGE") is string range && conditions.IsSameForRange(resource)
            ? ByteParts.Of(start, range, resource.Content, resource.Type, resource.Validators)
            : null;

    private IEnumerable<ReadOnlyMemory<byte>> Put(string name, Dictionary<string, object> environ, StartResponse start)
    {
        var resource = Sent(environ);
        name = _latest is var latest && latest != name && faults[Fault.LatestNameStored] ? latest : name;
        if (name.Contains('/', StringComparison.Ordinal))
        {
            return Answer.Text(start, "409 Conflict", faults[Fault.ConflictUnexplained] ? "" : "a name has no parts, so that nothing can be put below another\n");
        }

        // Parts cannot be put: whoever took one for the whole would lose the rest (RFC 9110 section 14.5).
        if (environ.ContainsKey("HTTP_CONTENT_RANGE") && !faults[Fault.PartStored])
        {
            return Answer.Text(start, "400 Bad Request", "only whole representations are stored\n");
        }

        if (environ.ContainsKey("HTTP_CONTENT_ENCODING"))
        {
            return Answer.Text(start, "415 Unsupported Media Type", "nothing coded is stored\n", ("Accept-Encoding", "identity"));
        }

        if (faults[Fault.EarlierNameReplaced] && _last.TryGetValue(Answer.TextOf(environ, "REMOTE_PORT"), out var other) && other != name)
        {
            store.Put(other, resource, static before => before is not null);
        }

        _last[Answer.TextOf(environ, "REMOTE_PORT")] = name;
        StoredResource? earlier = null;
        resource = resource with { EarlierTags = EarlierTags(name) };
        StoredConditions conditions = new(environ, time.GetUtcNow(), faults);
        var isAllowed = true;
        var (_, isNew) = store.Put(name, resource, before =>
            (isAllowed = conditions.Allow(earlier = before ?? Removed(name))) && (before is null || !(faults[Fault.PutNotDone] || (resource.Content.Length == 0 && faults[Fault.EmptyPutNotDone]))));
        if (!isAllowed)
        {
            return PreconditionFailed(start);
        }

        var validators = (faults[Fault.EarlierTagAnswered] ? earlier ?? resource : resource).Validators;
        if (isNew || faults[Fault.ReplacedSaysCreated])
        {
            return Answer.Text(start, faults[Fault.CreatedSaysOk] ? "200 OK" : "201 Created", "stored\n", validators);
        }

        start("204 No Content", validators);
        return [];
    }

    private IEnumerable<ReadOnlyMemory<byte>> Delete(string name, Dictionary<string, object> environ, StartResponse start)
    {
        StoredConditions conditions = new(environ, time.GetUtcNow(), faults);
        var isAllowed = true;
        StoredResource? removed = null;
        if (!store.Remove(name, before => (isAllowed = faults[Fault.RemovedUnconditionally] || conditions.Allow(removed = before)) && !faults[Fault.DeleteNotDone]).WasThere)
        {
            return Answer.Text(start, "404 Not Found", "nothing has this name\n");
        }

        if (!isAllowed)
        {
            return PreconditionFailed(start);
        }

        if (removed is not null && faults[Fault.RemovedStateTaken])
        {
            _removed[name] = removed;
        }

        start(faults[Fault.DeletedSaysReset] ? "205 Reset Content" : "204 No Content", []);
        return [];
    }

    // Under a defect, states are known that are over.
    private StoredResource? Removed(string name) => _removed.TryGetValue(name, out var removed) && faults[Fault.RemovedStateTaken] ? removed : null;

    private IReadOnlyList<string> EarlierTags(string name) =>
        store.TryGet(name, out var before) && faults[Fault.EarlierStateTaken] ? [.. before.EarlierTags, before.Tag] : [];

    private static IEnumerable<ReadOnlyMemory<byte>> PreconditionFailed(StartResponse start) => Answer.Text(start, "412 Precondition Failed", "precondition failed\n");

    private StoredResource Sent(Dictionary<string, object> environ)
    {
        var type = Answer.TextOf(environ, "CONTENT_TYPE");
        var others = environ.Where(field => faults[Fault.FieldsStored] && (field.Key.StartsWith("HTTP_X_", StringComparison.Ordinal) || field.Key == "HTTP_CONTENT_LOCATION"));
        return new(Kept(Answer.InputOf(environ).Read()), type.Length == 0 ? "application/octet-stream" : type, time.GetUtcNow())
        {
            IsTaggedByLength = faults[Fault.TagByLength],
            IsTaggedAsEver = faults[Fault.TagUnchanging],
            Others = [.. others.Select(field => (field.Key["HTTP_".Length..].Replace('_', '-'), (string)field.Value))],
        };
    }

    private byte[] Kept(byte[] content) => faults[Fault.PutContentLost] ? []
        : faults[Fault.StoredLineEndsMended] ? [.. content.Where(octet => octet != '\r')]
        : content;
}
