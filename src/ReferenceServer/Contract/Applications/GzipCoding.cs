using System.Buffers.Binary;

namespace Conform.ReferenceServer.Contract.Applications;

/// <summary>The gzip coding without compression, RFC 1952: the same octets on every machine and with every library.</summary>
internal static class GzipCoding
{
    public static byte[] Stored(ReadOnlySpan<byte> content)
    {
        var size = (ushort)content.Length;
        var coded = new byte[10 + 5 + content.Length + 8];
        ReadOnlySpan<byte> head = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255, 1];
        head.CopyTo(coded);
        BinaryPrimitives.WriteUInt16LittleEndian(coded.AsSpan(11), size);
        BinaryPrimitives.WriteUInt16LittleEndian(coded.AsSpan(13), (ushort)~size);
        content.CopyTo(coded.AsSpan(15));
        BinaryPrimitives.WriteUInt32LittleEndian(coded.AsSpan(15 + content.Length), Crc(content));
        BinaryPrimitives.WriteUInt32LittleEndian(coded.AsSpan(19 + content.Length), size);
        return coded;
    }

    private static uint Crc(ReadOnlySpan<byte> content)
    {
        var crc = uint.MaxValue;
        foreach (var octet in content)
        {
            crc ^= octet;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }
}
