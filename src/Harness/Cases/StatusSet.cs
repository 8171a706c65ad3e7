namespace Conform.Cases;

/// <summary>A set of status codes of final responses, some of them known only when the target has answered a plain request.</summary>
/// <param name="Items">A status is in the set when one of these has it.</param>
public sealed record StatusSet(IReadOnlyList<StatusItem> Items);

/// <summary>A member of a status set.</summary>
public abstract record StatusItem;

/// <summary>Such as <c>400</c>, or <c>4xx</c>, or <c>any final response</c>.</summary>
/// <param name="First">The smallest status in it.</param>
/// <param name="Last">The largest status in it.</param>
public sealed record StatusRange(int First, int Last) : StatusItem;

/// <summary><c>the control's status</c>: what the request without the fault got (the control block, else the baseline).</summary>
public sealed record ControlStatus : StatusItem;

/// <summary><c>the same status</c>: what the response before it in the step had.</summary>
public sealed record SameStatus : StatusItem;

/// <summary><c>the baseline's status</c>: what a plain GET got.</summary>
public sealed record BaselineStatus : StatusItem;
