using Conform.Observations;
using Conform.Wire;
using Polly;
using Polly.Retry;

namespace Conform.Running;

/// <summary>No connection to the target can be made any more.</summary>
public sealed class TargetGoneException : Exception
{
    /// <summary>Says what the last attempt met.</summary>
    /// <param name="message">In one sentence.</param>
    /// <param name="inner">The last attempt's error.</param>
    public TargetGoneException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

/// <summary>Opens connections to the target. A connect that fails is tried again a few times; nothing behind a connect ever is.</summary>
internal sealed class Dialer
{
    private readonly Endpoint _endpoint;
    private readonly WireOptions _options;
    private readonly TimeProvider _time;
    private readonly ResiliencePipeline _retry;

    /// <summary>Dials one endpoint.</summary>
    /// <param name="endpoint">Where.</param>
    /// <param name="options">How.</param>
    /// <param name="time">The clock.</param>
    /// <param name="retries">How often a connect that fails is tried again.</param>
    public Dialer(Endpoint endpoint, WireOptions options, TimeProvider time, int retries = 5)
    {
        _endpoint = endpoint;
        _options = options;
        _time = time;
        _retry = retries == 0 ? ResiliencePipeline.Empty : new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<WireException>(e => e.Failure is WireFailure.Refused or WireFailure.TimedOut),
                MaxRetryAttempts = retries,
                Delay = TimeSpan.FromMilliseconds(40),
                BackoffType = DelayBackoffType.Exponential,
            })
            .Build();
    }

    /// <summary>Connects.</summary>
    /// <param name="recorder">Where the events go.</param>
    /// <param name="observer">Told what is read.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <exception cref="TargetGoneException">No attempt succeeded.</exception>
    public async Task<WireConnection> DialAsync(TranscriptRecorder recorder, IWireObserver observer, CancellationToken cancellation)
    {
        try
        {
            return await _retry.ExecuteAsync(
                async token => await WireConnection.OpenAsync(_endpoint, _options, recorder, observer, _time, token), cancellation);
        }
        catch (WireException e)
        {
            throw new TargetGoneException(e.Message, e);
        }
    }
}
