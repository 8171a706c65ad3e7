using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;

var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
builder.WebHost.UseUrls("http://127.0.0.1:" + args[0]);
var app = builder.Build();
var page = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(1, 20).Select(line => $"line {line} of a page that stays as it is\n")));
app.Run(async context =>
{
    switch (context.Request.Path.Value)
    {
        case "/" or "" or null:
            await Fixed(context, "text/html", "<h1>Hello, web!</h1>");
            break;
        case "/echo":
            var content = await Content(context);
            context.Response.ContentType = "application/octet-stream";
            await Send(context, content);
            break;
        case "/static":
            if (context.Request.Method is not ("GET" or "HEAD"))
            {
                await Fixed(context, "text/plain", "");
                break;
            }

            await Results.Bytes(
                page, "text/plain", enableRangeProcessing: true,
                lastModified: new DateTimeOffset(2025, 7, 1, 12, 0, 0, TimeSpan.Zero), entityTag: new("\"conform-1\"")).ExecuteAsync(context);
            break;
        case "/stream":
            context.Response.ContentType = "text/plain";
            foreach (var block in new[] { "one\n", "two\n", "three\n" })
            {
                await context.Response.WriteAsync(block);
                await context.Response.Body.FlushAsync();
            }

            break;
        default:
            var told = Report(context, await Content(context));
            context.Response.ContentType = "application/json";
            await Send(context, told);
            break;
    }
});
app.Run();

static async Task<byte[]> Content(HttpContext context)
{
    using var memory = new MemoryStream();
    await context.Request.Body.CopyToAsync(memory);
    return memory.ToArray();
}

static async Task Send(HttpContext context, byte[] content)
{
    context.Response.ContentLength = content.Length;
    await context.Response.Body.WriteAsync(content);
}

static async Task Fixed(HttpContext context, string type, string content)
{
    if (context.Request.Method is not ("GET" or "HEAD"))
    {
        context.Response.StatusCode = 405;
        context.Response.Headers.Allow = "GET, HEAD";
        (type, content) = ("text/plain", "only GET and HEAD\n");
    }

    context.Response.ContentType = type;
    await Send(context, Encoding.ASCII.GetBytes(content));
}

// The names and the folding of CGI, so that this report compares with those of other servers.
static byte[] Report(HttpContext context, byte[] content)
{
    var request = context.Request;
    var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
    var mark = target.IndexOf('?');
    var environ = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["REQUEST_METHOD"] = request.Method,
        // Kestrel leaves an escaped slash as it is; CGI decodes everything.
        ["PATH_INFO"] = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(request.Path.Value ?? "")).Replace("%2F", "/", StringComparison.OrdinalIgnoreCase),
        ["QUERY_STRING"] = mark < 0 ? "" : target[(mark + 1)..],
        ["SERVER_PROTOCOL"] = request.Protocol,
    };
    foreach (var (name, values) in request.Headers)
    {
        // Folded, a name with an underscore would pass for the one with a hyphen.
        if (name.Contains('_'))
        {
            continue;
        }

        var folded = name.ToUpperInvariant().Replace('-', '_');
        var key = folded is "CONTENT_LENGTH" or "CONTENT_TYPE" ? folded : "HTTP_" + folded;
        environ[key] = string.Join(folded == "COOKIE" ? "; " : ",", values.ToArray());
    }

    var told = environ.ToDictionary(
        pair => pair.Key, pair => new { t = "string", v = Convert.ToHexStringLower(Encoding.Latin1.GetBytes(pair.Value)) });
    return JsonSerializer.SerializeToUtf8Bytes(
        new { content = new { hex = Convert.ToHexStringLower(content), length = content.Length }, env = told });
}
