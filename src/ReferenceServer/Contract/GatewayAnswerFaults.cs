using System.Text;
using Conform.ReferenceServer.Defects;

namespace Conform.ReferenceServer.Contract;

/// <summary>What only defects do to the answer of a program.</summary>
internal sealed partial class Gateway
{
    private GatewayOutcome? AnsweredByFault(Exception error)
    {
        if (error is ContractViolationException or RequestContentException || request.Target.Path != "/probe/run")
        {
            return null;
        }

        if (OwnErrorByFault(error) is { } own)
        {
            return own;
        }

        if (error.Message.EndsWith("for-nobody", StringComparison.Ordinal) && On(_isIterating ? Fault.ErrorInField : Fault.ErrorDisclosed))
        {
            (_declared, _state) = (Declaration.Of("500 Internal Server Error", _isIterating ? [("X-Reason", error.Message)] : [], faults), State.Armed);
            var told = _isIterating ? [] : Encoding.UTF8.GetBytes(error.Message);
            Committed(told.Length).Send(told);
            return new(_body!.End());
        }

        var isEnd = (error.Message.EndsWith("exit", StringComparison.Ordinal) && On(Fault.ExitIsSuccess))
            || (_isIterating && On(_blocks > 0 ? Fault.ErrorAfterEmptyIsEnd : Fault.FirstErrorIsEnd));
        if (!isEnd && (_isIterating || _declared is null || !On(Fault.StoredAnswerSent)))
        {
            return null;
        }

        (_declared, _state) = (isEnd ? Declaration.Of("200 OK", [], faults) : _declared!, State.Armed);
        return new(Committed(0).End());
    }

    private int Miscounted(ReadOnlyMemory<byte> block) =>
        faults[Fault.OnlyBlockMiscounted] ? 1
        : On(Fault.CharactersCounted) ? block.Length - Encoding.UTF8.GetCharCount(block.Span)
        : 0;

    private Declaration AsSent(Declaration declared)
    {
        var fields = declared.Fields.ToList();
        if (_leaked.Length > 0)
        {
            fields.Add((faults[Fault.LogInField] ? "Server-Timing" : "X-Log", _leaked.ToString()));
        }

        var own = fields.Where(field => field.Name.StartsWith("X-O", StringComparison.Ordinal)).ToList();
        if ((declared.Code >= 400 && On(Fault.FieldsOfErrorsDoubled)) || (declared.Length is not null && On(Fault.FieldsBesideLengthDoubled)))
        {
            fields.AddRange(own);
        }

        DropByFault(fields);
        if (declared.Code is 204 or 304 && fields.Count > 2 && On(Fault.FieldsOfNothingLost))
        {
            fields.RemoveRange(2, fields.Count - 2);
        }

        if (fields.Exists(field => field.Value.Length > 6000) && On(Fault.LongValueLost))
        {
            fields.RemoveAll(field => field.Value.Length > 6000);
        }

        if (fields.Exists(IsNought) && On(Fault.NoughtValueLost))
        {
            fields.RemoveAll(IsNought);
        }

        if (declared.Code == 200 && fields.Exists(field => field.Name == "Location") && On(Fault.LocationRedirects))
        {
            return declared with { Status = "302 Found", Code = 302 };
        }

        if (request.Fields.Any(field => field.Is("If-None-Match", FaultSet.None) && field.Value == "\"other\"") && On(Fault.AnyTagIsCurrent))
        {
            return declared with { Status = "304 Not Modified", Code = 304 };
        }

        if (!fields.Exists(field => field.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)) && On(Fault.ContentTypeInvented))
        {
            fields.Add(("Content-Type", "text/html"));
        }

        if (fields.Count > 20 && On(Fault.LateFieldsOfProgramsLost))
        {
            fields.RemoveRange(20, fields.Count - 20);
        }

        if (fields.Exists(field => field.Value == "b=3") && On(Fault.CookiesReordered))
        {
            fields.Reverse();
            return declared with { Fields = fields };
        }

        if (request.Fields.Any(field => field.Is("Accept-Encoding", FaultSet.None)) && On(Fault.CodingClaimed))
        {
            fields.Add(("Content-Encoding", "gzip"));
        }

        var lost = fields.RemoveAll(field => (request.Method == "HEAD" && field.Name.StartsWith("X-", StringComparison.Ordinal) && On(Fault.HeadFieldsLost))
            || (field.Name == "date" && On(Fault.LowerDateLost))
            || (field.Value == "</b>; rel=\"b\"" && On(Fault.SecondLinkLost))
            || (IsMixed(field.Name) && On(Fault.MixedCaseLost)));
        var status = !declared.Status.All(char.IsAscii) && On(Fault.ReasonOctetsLost)
            ? string.Concat(declared.Status.Select(c => c > '\x7F' ? '?' : c))
            : declared.Status;
        var isChanged = false;
        for (var i = 0; i < fields.Count; i++)
        {
            var (name, value) = fields[i];
            var bent = !value.All(char.IsAscii) && On(Fault.ValueOctetsLost) ? string.Concat(value.Select(c => c > '\x7F' ? '?' : c))
                : value.Contains('\t', StringComparison.Ordinal) && On(Fault.TabDropped) ? value.Replace("\t", "", StringComparison.Ordinal)
                : value;
            isChanged |= bent != value;
            fields[i] = (name, bent);
        }

        return !isChanged && lost == 0 && fields.Count == declared.Fields.Count && status == declared.Status ? declared : declared with { Fields = fields, Status = status };
    }

    private static bool IsMixed(string name) => name.Zip(name.Skip(1)).Any(pair => char.IsAsciiLetterLower(pair.First) && char.IsAsciiLetterUpper(pair.Second));

    private ResponsePlan Bent(ResponsePlan plan, int code) =>
        request.Method == "HEAD" && On(Fault.HeadContentOfProgramsSent) ? plan with { SendsContent = true }
        : code == 204 && On(Fault.NoContentOfProgramsSent) ? plan with { SendsContent = true }
        : code == 304 && On(Fault.NotModifiedOfProgramsSent) ? plan with { SendsContent = true }
        : code == 205 && On(Fault.ResetContentOfProgramsSent) ? plan with { Framing = ResponseFraming.Chunked, Length = null, SendsContent = true }
        : plan is { Framing: ResponseFraming.Length, Length: 0 } && _declared!.Length == 0 && On(Fault.NothingUnframed) ? plan with { Framing = ResponseFraming.None, Length = null }
        : plan;

    private bool ExceedsByFault(Declaration declared, long? length) =>
        (_hasWritten && On(Fault.WrittenExcessSent))
        || (declared.Length == 0 && On(Fault.ZeroLengthOverrun))
        || (length is not null && declared.Length is null && On(Fault.LieSent))
        || (_returned is FileBlocks && On(Fault.WrapperIgnoresLength));

    private void DropByFault(List<(string Name, string Value)> fields)
    {
        var cookies = fields.Where(field => Is(field, "Set-Cookie")).ToList();
        if (cookies.Count > 2 && On(Fault.ThirdCookieLost))
        {
            fields.RemoveAll(field => Is(field, "Set-Cookie"));
            fields.AddRange(cookies.Take(2));
        }

        if (cookies.Count > 0 && On(Fault.TagBesideCookieLost))
        {
            fields.RemoveAll(field => Is(field, "ETag"));
        }

        if (!request.Version.IsAtLeast11 && On(Fault.OldLocationLost))
        {
            fields.RemoveAll(field => Is(field, "Content-Location"));
        }

        if (fields.Count > 8 && request.Method == "HEAD" && On(Fault.HeadLateFieldsLost))
        {
            fields.RemoveRange(8, fields.Count - 8);
        }
    }

    private static bool Is((string Name, string Value) field, string name) => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static bool IsNought((string Name, string Value) field) => field.Value == "0" && field.Name != "Content-Length";
}
