using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Conform.Wire;

/// <summary>Decides whether a server's certificate is good, and says in one sentence what is wrong with it.</summary>
internal sealed class CertificateCheck(Endpoint endpoint, string serverName)
{
    /// <summary>What is wrong with the certificate; null until it was refused.</summary>
    public string? Complaint { get; private set; }

    public bool Accepts(X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None) return true;
        Complaint = certificate is null
            ? $"{endpoint} showed no certificate; pass --insecure to go on all the same"
            : $"the certificate of {endpoint} does not validate: subject {certificate.Subject}, issuer {certificate.Issuer}, "
                + $"SHA-256 thumbprint {certificate.GetCertHashString(HashAlgorithmName.SHA256)}: {Reasons(chain, errors)}; "
                + "pass --insecure to go on all the same";
        return false;
    }

    private string Reasons(X509Chain? chain, SslPolicyErrors errors)
    {
        var reasons = new List<string>();
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch)) reasons.Add($"it is not for the name {serverName}");
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors))
        {
            reasons.AddRange((chain?.ChainStatus ?? []).Select(s => s.StatusInformation.Trim().TrimEnd('.')).Where(s => s.Length > 0).Distinct());
        }

        return reasons.Count > 0 ? string.Join(", ", reasons) : errors.ToString();
    }
}
