using System.Globalization;

namespace Conform.Generation.Deliveries;

/// <summary>A way to cut the octets of a case into writes.</summary>
public enum DeliveryKind
{
    /// <summary>One write.</summary>
    Whole,

    /// <summary>One octet a write over start-lines, fields and chunk lines; long content at its edges only.</summary>
    Octets,

    /// <summary>A cut behind each line feed.</summary>
    Lines,

    /// <summary>Two pieces, cut at one offset.</summary>
    Cuts,
}

/// <summary>A delivery as it is named in a record: <c>whole</c>, <c>octets</c>, <c>lines</c>, <c>cuts@17</c>.</summary>
/// <param name="Kind">The way.</param>
/// <param name="Offset">For cuts, how many octets the first piece has.</param>
public readonly record struct Delivery(DeliveryKind Kind, int Offset = 0)
{
    /// <summary>One write.</summary>
    public static Delivery Whole => new(DeliveryKind.Whole);

    /// <summary>One octet a write where it matters.</summary>
    public static Delivery Octets => new(DeliveryKind.Octets);

    /// <summary>One line a write.</summary>
    public static Delivery Lines => new(DeliveryKind.Lines);

    /// <summary>Two pieces.</summary>
    /// <param name="offset">How many octets the first one has.</param>
    public static Delivery CutAt(int offset) => new(DeliveryKind.Cuts, offset);

    /// <summary>The deliveries of a run where none is asked for.</summary>
    public static IReadOnlyList<Delivery> Default { get; } = [Whole, Octets, Lines];

    /// <summary>Reads a name; <c>cuts</c> without an offset stands for all of them and is not one delivery.</summary>
    /// <param name="name">Such as <c>lines</c> or <c>cuts@17</c>.</param>
    /// <param name="delivery">What it names.</param>
    public static bool TryParse(string name, out Delivery delivery)
    {
        var cut = name.StartsWith("cuts@", StringComparison.Ordinal);
        var offset = 0;
        delivery = name switch
        {
            "octets" => Octets,
            "lines" => Lines,
            _ when cut && int.TryParse(name.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out offset) => CutAt(offset),
            _ => Whole,
        };
        return name is "whole" or "octets" or "lines" || (delivery.Kind == DeliveryKind.Cuts && offset > 0);
    }

    /// <inheritdoc/>
    public override string ToString() => Kind switch
    {
        DeliveryKind.Whole => "whole",
        DeliveryKind.Octets => "octets",
        DeliveryKind.Lines => "lines",
        _ => $"cuts@{Offset}",
    };
}
