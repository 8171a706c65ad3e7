using System.Net.Sockets;
using System.Text;
using Conform.ReferenceServer.Defects;
using Conform.ReferenceServer.Protocol;

namespace Conform.ReferenceServer.Contract;

/// <summary>What only defects do: they take what the work of a program gives for something of the connection to the client, or of the server.</summary>
internal sealed partial class Gateway
{
    private GatewayOutcome? OwnErrorByFault(Exception error) => error switch
    {
        IOException { InnerException: SocketException } when On(Fault.OwnConnectionUnanswered) => new(false),
        TimeoutException when On(Fault.OwnTimeoutIsTheClients) => new(false, Rejection.Slow),
        FileNotFoundException when On(Fault.MissingFileUnanswered) => new(false),
        OperationCanceledException when On(Fault.StopUnanswered) => new(false),
        KeyNotFoundException when On(Fault.FailedLookupUnanswered) => new(false),
        InsufficientMemoryException when On(Fault.UsedUpMemoryUnanswered) => new(false),
        _ => null,
    };

    private IEnumerable<ReadOnlyMemory<byte>>? Called(Application application, Dictionary<string, object> environ, StartResponse start)
    {
        try
        {
            return application(environ, start);
        }
        catch (Programs.MarkerException) when (request.Method == "DELETE" && On(Fault.FailedCallRepeated))
        {
            return application(environ, start);
        }
    }

    private bool EndsByFault(Exception error)
    {
        if (_returned is FileBlocks && _state != State.Ended && On(Fault.FailedFileIsWhole))
        {
            return true;
        }

        if (!error.Message.EndsWith("for-nobody", StringComparison.Ordinal) || !On(Fault.ErrorBehindContentShown))
        {
            return false;
        }

        _body!.Send(Encoding.UTF8.GetBytes(error.Message));
        return true;
    }

    /// <summary>A collection that is walked along once to be counted has nothing left for the second walk.</summary>
    private bool IsWalkedTwice => _blocks > 1
        && _returned is IReadOnlyCollection<ReadOnlyMemory<byte>> and not (List<ReadOnlyMemory<byte>> or ReadOnlyMemory<byte>[])
        && On(Fault.CountedBlocksLost);

    private void RefuseByFault(Declaration declared)
    {
        if (declared is { Code: 304, Length: > 0 } && On(Fault.NotModifiedLengthRefused))
        {
            throw new InvalidOperationException("304 has no content");
        }
    }
}
