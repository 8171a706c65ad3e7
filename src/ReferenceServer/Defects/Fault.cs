namespace Conform.ReferenceServer.Defects;

/// <summary>Every single fault that the reference can be told to have; the catalogue says what each one means.</summary>
internal enum Fault
{
    // request-line
    VersionLowercaseAccepted, VersionExtraDigitsAccepted, VersionBlankAccepted, HigherMinorUnsupported, HigherMinorMalformed,
    MajorVersionDropped, VersionlessAnswered, VersionTailIgnored, VersionMinorOptional, MethodCaseIgnored, MethodNotTokenAccepted,
    UnknownMethodMalformed, ConnectWithoutPortAccepted, StrayBlanksFail, StatusLineAnswered,
    TargetSpaceAccepted, TargetControlAccepted, TargetNonAsciiAccepted, TargetBadEscapeAccepted, TargetForbiddenAccepted,
    TargetFragmentAccepted, TargetSlashOptional, AbsoluteFormRefused, AbsoluteFormIgnored, AsteriskWithGetAccepted,
    AsteriskOptionsRefused, AuthorityFormWithGetAccepted, RequestLineLimitLow, LongTargetDropped, LongMethodDropped,
    LeadingEmptyLineRefused, BareReturnEndsRequestLine, BareLineFeedDropped,

    // Host
    HostRepeatedAccepted, HostRepeatedIdenticalAccepted, HostMissingAccepted, HostInvalidAccepted, HostEmptyFails, HostPortFails,
    HostMissingHttp10Fails, HostRepeatedHttp10Accepted, HostBlanksExact, HostNameCaseSensitive, HostEscapeFails,

    // field lines
    BlankBeforeColonAccepted, BlankBeforeColonSkipsField, ColonlessLineIgnored, EmptyNameAccepted, InvalidNameAccepted, FoldDropped,
    FoldBecomesField, LeadingBlankAccepted, BareReturnEndsLine, BareReturnKept, NulAccepted, NulTruncates, BareLineFeedKept,
    BlankFoldEndsHead, FieldNameCaseSensitive, OddNamesOverlooked, BlanksNotTrimmed, LargeHeadDropped, ObsTextReplaced, UnderscoreNamesKept, NulSkipped,
    FoldedFieldLost, NarrowNamesOnly,

    // Content-Length
    LengthPlusAccepted, LengthNegativeIsZero, LengthEmptyIsZero, LengthHexAccepted, LengthGarbageIgnored, LengthWraps64, LengthWraps32,
    LengthFirstWins, LengthLastWins, LengthOctal, LengthUnderscoreAccepted, LengthSpaceAccepted,
    LengthBlanksRefused, GetContentParsed, ForwardsContentParsed, LengthlessPostRefused, ContentEndsWithRead,

    // Transfer-Encoding
    LengthBeatsChunked, ChunkedBeatsLengthKept, CodingCaseSensitive, UnknownCodingIgnored, UnknownCodingHidesChunks, IdentityAccepted, CodingSuffixAccepted,
    ChunkedNotFinalAccepted, ChunkedTwiceAccepted, EmptyCodingIgnored, CodingInHttp10Kept, ChunkedRefused, EmptyMemberHidesCoding,
    CodingParametersAccepted, UnderscoreCodingBelieved, CodingSearched,

    // chunked
    ChunkPrefixAccepted, ChunkSignAccepted, ChunkUnderscoreAccepted, ChunkGarbageIgnored, ChunkLeadingBlankAccepted, ChunkSizeWraps,
    ChunkEndUnchecked, ChunkLineFeedAccepted, ChunkUppercaseRefused, ChunkLeadingZerosRefused, ChunkExtensionRefused,
    ChunkExtensionKept, ChunkExtensionUnchecked, ChunkReturnFails, ChunkEmptyLineSkipped, TrailerRefused, TrailerMerged,
    TrailerMalformedDropped, FinalLineNotAwaited, DoubleZeroRefused, LaterChunksLost, ChunkLineEndsMended, ChunkWordEndsContent, ChunkEndSearched, ChunkQuoteSpansLines,
    ChunkExtensionBlankDropped,

    // framing, further
    LengthUncheckedWithoutPost, LengthUncheckedInHttp10, LengthTextTrimmed, LengthBeyondIsZero, LengthRepeatedFails, LengthMembersCompared,
    LengthLeadingZeroRefused, LengthDigitsCut, LengthNameLoose, ZeroLengthSwallows, LengthlessReadInHttp10, GetContentFails,
    HopFieldsDropped, NulDropsField, CodingBlanksRefused, UnknownInnerCodingIgnored, CompressionOverlooked, CompressionParametersAccepted,
    CodingInHttp10Ignored, UnaskedCompression, RefusedCompression, FullBufferLosesOctet, LargeContentCut, ContentNulsLost,
    SlowContentAnswered, IncompleteChunksAnswered, IncompleteHeadAnswered, AnswerLostToGarbage, ChunksOfPutUnread, ExcessOfPostSent, PrefaceAnswered,

    // chunked, further
    ChunkControlsSkipped, ChunkNothingIsZero, ChunkManyDigitsFail, ChunkExtensionMalformedFails, ChunkLineTooLongFails, ChunkEndOptional,
    ChunkReturnEndsLine, ChunkEndsWithRead, TrailerLeaks, TrailerCutAtLimit, TrailerReturnEndsContent, TrailerBlankUnanswered,

    // connection
    BadRequestLineSkipped, KeptAfterBadLength, CloseOptionIgnored, CloseOptionCaseSensitive, CloseOnlyFirstOption, AnswersAfterClose,
    ClosesUnannounced, Http10KeptUnasked, KeepAliveRefused, Http10ContentLost, PipelinedDropped, PipelinedReordered,
    UnreadContentParsed, HalfCloseLosesAnswer, WaitsForEndOnClose, IncompleteAnswered, CloseOptionByPrefix,
    AnswersAfterOwnClose, OctetsBehindContentLost, OctetsBehindShortContentLost, OctetsBehindChunksLost, OctetsBehindManyChunksLost, OctetsBehindDescribedChunksLost, OctetsBehindHeadLost, PartialRequestAwaited,
    ClosesOnUserAgent,

    // responses
    FileBlocksSeparated, UnknownMethodConditional, MiddlingValueFails, MiddlingHeadFails, LongValueBetweenFails,
    HeadWithContent, HeadOfStreamWithContent, HeadThatClosesWithContent, HeadOfFormWithContent, HeadRefusalWithContent, HeadOverLimitWithContent, NoContentWithContent, NoContentWithLength, NotModifiedWithContent, LengthOneShort, LengthOneLong,
    ChunkedToHttp10, LengthAndChunked, DateMissing, DateMalformed, StatusLineHttp10, StreamWithLength, StreamUntilClose, HeadRefused, Http10AnsweredInKind, ReasonSpaceMissing, HeadWithLineFeed,
    BadFieldNameSent, FoldedFieldSent, BlankBeforeColonSent, ControlSent, ReturnSent, BlankFirstLineSent, LastChunkMissing, ExtraOctets, LengthRepeated, HeadFieldsDiffer, AllowMissing,
    ConditionsIgnored, NotModifiedWithoutTag, ResetContentWithContent,

    // Expect
    ContinueNeverSent, ContinueForPagesNeverSent, ContinueToHttp10, ContinueAfterContent, ContinueToDrain, UnknownExpectationFails, ExpectedContentParsed,
    ContentAfterContinueLost, ExpectationWithoutContentRefused,
    ExpectationCaseSensitive, ExpectationHttp10Refused,

    // authentication
    ChallengeMissing, CredentialsMissingForbidden, CredentialsMalformedFail, AnyPasswordOpens, AuthSchemeCaseSensitive, AuthSchemeUnchecked,
    CredentialsRemembered, FromBelieved, ProtectedHeadOpen, ConditionBeforeLogin, PasswordCutAtColon, SchemeBlankExact, UnknownUserFails, SchemeAloneFails,
    ColonlessCredentialsFail, AuthorizationEmptyOpens, AuthSchemeOptional, ProxyCredentialsTaken, CredentialsRememberedByAgent, RefusalRemembered,

    // redirects, and what is stored
    LocationMissing, RedirectedPutTaken, RedirectHeadOpen, CreatedSaysOk, ReplacedSaysCreated, PutNotDone, PutSeenByOneConnection,
    FieldsStored, EarlierTagAnswered, TagByLength, PartStored, DeletedSaysReset, DeleteNotDone,
    CollectionSaysOk, CreatedLocationMissing, ConflictUnexplained, ConditionOfRedirect, RangeOfRedirect, RedirectLengthShort, PutContentLost,
    StoredLineEndsMended, EarlierNameReplaced, TagUnchanging,

    // content codings
    CodingUnlisted, CodingNamesCaseSensitive, XGzipUnknown, DeflateRaw, CodingUnasked, WeightZeroIgnored, WeightZeroPlainOnly,
    WeightNameCaseSensitive, VaryMissing, VaryOnlyWhenCoded, NotAcceptableUnexplained, CodingRemembered,
    HeadNotNegotiated, EmptyMembersEndList, UnknownContentCodingFails, ContentCodingsNotTold, ContentCodingsToldForType,
    ContentCodingCaseSensitive, XGzipContentRefused, AcceptFails, VersionRefusalEmpty, NothingAcceptableFails, MalformedWeightFails, PlainContentRefused, ContentLeftCoded,
    ChunkedContentLeftCoded, UndecodableContentFails,

    // the joints of TCP segments
    ReadEndsInLineEndRefused, ReadEndsInChunkSizeForgets, ReadEndsInHeadAnswered, ReadEndsInFieldNameSplits,

    // dates, validators, conditions
    Rfc850DateUnknown, AsctimeDateUnknown, TwoDigitYearsAhead, LeapSecondRefused, ImpossibleDateFails, MisspeltDateRefused,
    NotModifiedLengthZeroed, ContentLocationFollowed, LastModifiedMissing, TagMissing, TagSharedByCodings, HeadOfMissingFound,
    IfMatchWeak, IfMatchIgnored, FalseIfMatchPerformed, IfMatchStarUnknown, OnlyFirstTagCompared, IfNoneMatchStrong,
    IfNoneMatchIgnored, NotModifiedIsFailed, HeadConditionsIgnored, FalseIfNoneMatchPerformed, TagListSplitAtCommas,
    TagsComparedByPart, InvalidTagListFails, ModifiedSinceIgnored, ModifiedSinceExact, ModifiedSinceBesideTag,
    InvalidModifiedSinceIsNow, ModifiedSinceForAnyMethod, UndatedModifiedSince, FutureDateRefused, UnmodifiedSinceBesideMatch,
    InvalidUnmodifiedSinceFails, UndatedUnmodifiedSince, UnmodifiedSinceIgnored, UnmodifiedSinceStrict,
    FalseUnmodifiedSincePerformed, FutureUnmodifiedSinceFails, IfRangeWithoutRangeFails, UnrangedIfRange, IfRangeIgnored,
    IfRangeNeverTrue, IfRangeWeak, IfRangeDateLater, MissingConditional, RefusedMethodConditional, OptionsConditional,
    NoneMatchBeforeMatch, RangeBeforeConditions,
    TagQuotesOptional, QuotedStarIsAny, IfMatchNeverTrue, MissingMatchesStar, AnyModifiedSinceHolds, UnmodifiedSinceExact, IfRangeDateRefused,
    KnownLengthUnstated, NotModifiedForAnyMethod, StreamNotModified,

    // conditions together, in a row, and of changes
    NoneMatchRefusesChange, RemovedUnconditionally, EmptyPutNotDone, TagEndUnread, TagCaseIgnored, TagListTabsUnread,
    ConditionsTogetherIgnored, IfRangeOfSuffixIgnored, EarlyDatesUnread, AllowMissingForSome, FirstRangeKept, LaterConditionsIgnored,
    LoginSkippedByField, OneCodingRemoved,

    // ranges, and what goes with them
    LargeRangeFails, CoalescedLong, PlainVariantUnmarked, CurrentCopySent, FreshnessNotModified, HeadNotModified, ConditionsKept, EmptyRangeServed,
    RangesRefused, RangeUnitCaseSensitive, SuffixZeroServed, RangeNumbersWrap, CodedRangeOfPlain, HeadRanged, ShortRangesIgnored,
    RangeForAnyMethod, UnknownRangeUnitRefused, RangeUnitUnread, InvalidRangeFails, BackwardRangeServed, OverlapsRepeated,
    UnsatisfiableRangeIgnored, UnsatisfiedLengthMissing, CompleteLengthLeftOpen, ContentRangeInRequestRefused, PartialPutAccepted,
    ValidatorsMissing, PartFieldsMissing, PartWithoutType, KnownFieldsRepeated, RangeOneShort, RangeOfAllShort, ContentRangeMissing,
    SuffixFromStart, RangeEndNotClamped, MultipartWithContentRange, PartWithoutRange, PartsLineFeed, SinglePartMultipart,
    PartsSorted, UnsatisfiableMemberRefused, NotModifiedFieldsMissing, NotModifiedWithType,

    // the callable contract
    ReplacedFieldsKept, ReplacedLengthKept, EmptyBlockCommits, HeadLengthZeroed, ErrorBecomesEmptyAnswer, InputIgnoresLength, QueryDecoded,
    PathDecodedTwice, PathNotDecoded, PathSlashesMerged, ExcessSent, ShortContentKeptOpen, HopByHopPassed, ScriptNameWrong, RepeatedFieldsLost,
    ReasonDropped, RepeatedFieldsJoined, ControlInStatusPassed, ControlInFieldPassed, SecondStartAccepted,
    MissingStartAnswered, WriteOrderReversed, ErrorEndsChunksCleanly, DateOverwritten, LateStartRefused, AllEmptyIsError, OctetsAsText,
    InformationalPassed, BadStatusPassed, EnvironKept, ContentTypeCut, FailureAnsweredInContent, ReasonlessStatusLost, BlocksSeparated,
    OnlyBlockMiscounted, LengthInLettersRepeated, EmptyContentFails, LineThenPieceFails, DeleteHandedOnAsGet,

    // what an application without static types may hand over, and where it is mounted
    OctetStatusTaken, NumberStatusTaken, OddFieldListIgnored, OddFieldDropped, TextWritten, TextBlockEncoded, OddBlockSkipped,
    ArgumentsUncounted, NullErrorTaken, OddReturnIsEmpty, MountByLetters,

    // the callable contract, row by row
    ValueOctetsLost, EmptyListFails, NotModifiedOfProgramsSent, FirstErrorRefused, LowerDateLost, TabDropped, AsteriskFails,
    PatchHandedOnAsPost, UnknownHandedOnAsGet, EmptyQueryInvented, RootPathEmpty, MarkKept, ProtocolReadAfterwards, LengthInvented,
    TypeInvented, WrapperNeedsSize, LineEndsWithPiece, EmptyLengthFails, UnreadChunksLeft, GeneratorRefused,
    StartMissingForOptions, EnvironOfOwnKind, EnvironReadAfterwards, LateStatusLost, TupleRefused, CloseForgotten, CloseTwice,
    CloseForgottenAfterError, CloseForgottenForHead, CloseForgottenWhenGone, CloseOfIteratorAlone, CloseForgottenAtLength,
    CloseForgottenAfterRestart, CloseErrorBreaks, ContentHeldUntilClose, EnumeratorNotDisposed, PipelinedFieldKept, EmptyLazyFails,
    LieSent, BlocksFetchedAhead, ThirdBlockOfRefusalsLost, IterableInspected, PortAsNumber, MethodUpperCased, MountLost, MountEverywhere, EscapedSlashKept,
    BadEscapeDropped, AuthorityInPath, PathPlusDecoded, LengthWithPlus, ContentTypeTwice, ServerNameEmpty, ProtocolAlways11,
    SchemeInCapitals, ForwardedSchemeTrusted, VersionAsText, RunOnceMissing, ProcessFlagMissing, ThreadsDenied, ProcessesUnannounced,
    RunOnceClaimed, AcceptLanguageLost, ValueBlanksMerged, FieldOctetsLost, FieldsAsText, PathAsText, RawOctetsEncoded, RawQueryAsText, CookiesLost,
    FoldHandedOn, UnderscoreSetsLength, FieldSetsVariable, ChunkedLengthWrong, KeyWithoutPrefix, ZeroLengthNegative, AuthorizationCut,
    RemoteUserInvented, AddressWithPort, HeadHandedOnAsGet, PortFromHost, ScriptNameRepeated, LinesFail, EndOfContentFails, ReadAllOneShort, ReadZeroTakes,
    LineRestLost, ReadEndsWithPiece, BrokenContentWhole, UnreadLeftToConnection, PartlyReadLeft, NegativeReadsNothing, LargeUnreadFails,
    UnreadCounted, InputOctetsLost, ChunkedContentLost, ChunkedPiecesFail, ErrorLinesFail, ErrorsAsciiOnly, ErrorsLost, ErrorsOnWire,
    WriteNotReturned, StartTransmits, StartWithoutContentTransmits, ErrorAfterEmptyIsEnd, PoisonForgotten, ReplacingTooLate, LateRestartIgnored, LateRestartOtherError,
    RestartAfterWriteIgnored, NameUnchecked, MixedCaseLost, DateOfProgramsMissing, ChecksDeferred, BellPassed, StatusFieldObeyed,
    EmptyFieldListRefused, EmptyWriteFails, ConnectionFieldPassed, CodingFieldPassed, StatedLengthUnused, WrittenExcessSent,
    ExcessAskedFor, SignedLengthSent, SecondLengthSent, ZeroLengthOverrun, FirstWriteCounted, BlocksGathered, BlocksOfLengthGathered,
    EmptyChunkSent, LargePageCut, WriteHeldBack, WriteNeedsBlocks, WriteBetweenBlocksRaw, WideStatusSent, WideFieldSent, ReasonOctetsLost,
    StoredAnswerSent, ConnectionFailsAfterError, ExitIsSuccess, FirstErrorIsEnd, ErrorUnlogged, ErrorDisclosed, ExpectedContentUnread,
    UnreadExpectationFails, AsksOldClientToContinue, HeadContentOfProgramsSent, NoContentOfProgramsSent, ContentTypeInvented,
    HeadFieldsLost, ResetContentOfProgramsSent, CodingClaimed, IdsMixed, WrapperTransmits, WrapperRewinds, WrapperIgnoresLength,
    WrapperLeftOpen, WrapperAsksLength, WrapperLeftOpenByHead, WrapperUnwrappedEmpty, ProxyFieldMangled,

    // the words of a request-line
    LatinBlanksSplit, LineFeedIsBlank, MissingWordsGuessed, ExtraWordsDropped, WordsBehindVersionDropped, ConnectAnswersAnything, MethodByPrefix,
    VersionNameUnchecked, VersionPointUnchecked, VersionSignAccepted, VersionEchoed, NarrowMethodsOnly, OddOctetsFail, NonsenseDropped,

    // targets
    DoubleSlashIsAuthority, DoubleSlashRedirected, AsteriskSuffixAccepted, OtherSchemeServed, SchemeSlashesOptional, UserinfoIgnored,
    HttpEmptyHostAccepted, HttpsEmptyHostAccepted, HttpsServedOpenly, QueryCutAtSecondMark, PlusIsBlank, EmptyPathRefused, EmptyPathIsAnother,
    NarrowQueriesOnly, LowerEscapesRefused, LowerEscapesKept, ControlEscapesFail, EmptyQueryRefused, EmptySegmentFails, DotsFail, AuthorityUnchecked,
    HostComparedWithTarget, ForeignAuthorityProxied, TraversalServed, NamelessRedirect, TargetReflected, SchemeAlwaysHttps, AuthorityPortLost,

    // lines of Host
    HostMissingLaterAccepted, HostMissingAbsoluteAccepted, HostRepeatedAbsoluteAccepted, HostByPrefix, HostPortTooLargeFails, LiteralHostRefused,
    NarrowHostsOnly, LongHostFails, UnknownHostFails,

    // line ends
    LaterEmptyLineRefused, SecondEmptyLineFails, LineFeedFails, LineFeedShiftsContent, LineFeedTrimmed, BareReturnFails, ReturnInFieldDropped,
    ReturnInLineDropped, ReturnInNameIgnored, LineEndUnchecked, HeadEndUnchecked, LeadingOctetsSkipped, NulInLineSkipped, InvisibleLineEndsHead,
    AlphabetLineEnds, KeptAfterMalformedHead, BufferEdgeFails,

    // names and values
    NamesTrimmedToToken, NameContinued, EmptyNameEndsHead, UnderscoreIsHyphen, LeadingBlankHostTaken, LeadingBlankFramingTaken, LeadingBlankFails, FoldFails, FoldOfNothingLost, BlankAssumed,
    InnerBlanksMerged, OptionBlanksExact, BackslashesLost, ValueEndsAtColon, ValueCut, ControlInValueFails, QuotedParameterFails, InvalidUtf8Fails, EmptyValueRefused,
    EmptyMemberRefused, EmptyMembersHideOptions, OnlyFirstLine, OnlyLastLine, LinesSorted, RepeatedSingletonFails, NonsenseFieldFails, SecFieldsRefused,

    // limits
    TargetLimitLow, FieldLimitLow, LongValueDropped, LongNameDropped, LongNameFails, LaterFieldsLost, ManyFieldsFail, ManyMembersFail,
    RepetitiveValuesFail, LongishValueFails, LongishNameFails, CookieLimitLow, ActsBeforeHeadEnds,

    // state
    RequestKept, FramingKept, MethodKept, PersistenceKept, ExpectationKept, HostKept, StateShared,
    // what only a look at every response finds
    StatusLineWide, ReasonWithControl, StatusCodeBeyond, VersionBeyond, CodingInHttp10Answer, TrailerUnannounced, ChunkSizePadded,
    ChunkExtensionEmpty, ErrorUnexplained, FailureUnexplained, AllowMalformed, AllowWithEmptyMember, AllowListsRefused, TagUnquoted,
    VaryMalformed, RangeUnitsMalformed, TypeMalformed, TypeWithBlanks, TypeMissing, NeedlessBackslash, IdentityListed,
    CodingListMalformed, GzipClaimed, DeflateClaimed, LanguageMalformed, ContentLocationWithFragment, LocationMalformed,
    LocationWithoutHost, LocationWithUser, RetryAfterMalformed, ServerMalformed, ServerWithWideBlank, ValuePadded, ViaMalformed,
    UpgradeMalformed, UpgradeUnlisted, OptionsMalformed, OptionEndToEnd, KeepAliveUnlisted, TrailerListMalformed, RequestFieldSent,
    ChallengeMalformed, ChallengeUnseparated, ChallengeParameterTwice, RealmUnquoted, ChallengeWithBlanks, AuthenticationInfoMalformed,
    ProxyChallengeMalformed, AcceptMalformed, WeightTooFine, DateOff, DateWithBlanks, LastModifiedAhead, LastModifiedMalformed,
    ContentRangeMalformed, HeadTypeDiffers, NoContentWithCoding, TrailerForbidden, CodingsRepeated, TransferCodingUnasked, LengthUnstatedToHttp10,
    FieldRepeated, NameWithParentheses, LengthWithSign, RefusalWithoutChallenge, ProxyChallengeMissing, UpgradeMissing, RedirectToNowhere,
    TargetCut, TraceConditional, LaterVersionLengthIgnored,
    SwitchUnnamed, SwitchUnasked, DowngradedRefusal, CodingNotFinal, InterimToHttp10, ConnectLengthSent,

    // whether a connection lives on
    CloseBeforeHostMissed, KeepAliveBeatsClose, CloseOfOtherMethodsMissed, CloseOfOtherPagesMissed, CloseBesideChunksMissed, CloseOfStreamMissed,
    CloseOfHigherMinorMissed, Http10CloseKept, KeepAliveSearched, KeepAliveInAnyField, Http10FormsKept, Http10RefusalsKept, UnknownOptionCloses,
    EmptyOptionsClose, CloseInAnyField, CloseInContentHeard, HigherMinorCloses, OtherPagesClose, OtherMethodsClose, UnwantedContentCloses,
    StreamCloses, KeepAliveFieldCloses, FourthAnswerCloses,

    // how a connection ends, and of silence
    RefusalNotEnded, AnswerNotEnded, AnswersBehindRefusal, AnswerLostToReset, HalfCloseLosesUploads, EndOverlooked, IdleReset, IdleConnectionForgotten,
    SilenceAnswered, SlowHeadLost, SlowContentLost, LeaversContentCut, MuchContentFails, MissingHostUnexplained,

    // what follows a request at once
    PagesReordered, PartialFormAwaited, OtherPageEndsPipeline, OddContentParsed, OtherContentParsed, RefusedContentParsed, SmallMethodContentParsed, OctetsBehindAsteriskLost,
    NamedFramingDropped, OneNamedFieldDropped, NamedHostUnknown, ViaMembersMerged, ViaTakenForLoop, MaxForwardsHeeded, MaxForwardsEndsOptions,
    FromForbidden, OptionsWithoutList, OptionsUnlisted, OptionsServePage, OtherMethodsServePage, TraceIsGet, TraceHopsAreGet, TraceTellsAll, TunnelWithChunks,
    TunnelPromised, AbsoluteHeadMissing, HeadOfOtherPagesMissing,

    // expectations
    MixedExpectationsForgotten, RefusedExpectationContentParsed, EarlyAnswerContentParsed, ContinueBeforeRefusal, LookalikeExpectationFails,
    EmptyExpectationFails, ExpectationSwallowsNext, ExpectationInHttp10Answered,

    // changes of protocol
    UpgradeFails, UpgradeNamesExact, SwitchUnoffered, SwitchWithoutOption, SwitchInHttp10, SwitchForgetsContent, SwitchBeforeContinue,
    SwitchUnlabelled, DemandUnlabelled, UpgradeToldUnlisted, OptionsTellUpgradeUnlisted,

    // what one connection does to another
    OvertakenHeadLost, OvertakenContentLost, EchoShared, CloseOfAnotherHeard, SilentConnectionsBlock, ResetEndsNext, CutRequestEndsNext, ContinueOfAnother, LatestNameStored, ContentCodingKept,

    // chunks and the application
    ChunksFailCalls, KeptTrailersFail, UnderscoreTypeHandedOn, ContinueNeverSentForChunks,

    // what servers do for an application that it did itself, or did not ask for
    AskedBehindHead, NotModifiedCounted, HeadOfNothingCounted, FileBehindWrittenLost, FormsParsed, LaterMinorIsOld,

    // what is passed on to an application, and from it
    TypeLowered, QuotedValueLowered, LateFieldLost, LateNamesLost, PortAlways80, TypeWithoutContentLost, MethodOverridden, LongQueryCut, LongPathCut, PathEndsAtNul, PathLineEndsLost, PathLowered,
    LeftoverLength, PathReadAfterwards, LargeBlockLost, LargeBlockCut, CloseErrorAnswered, CharactersCounted, LateFieldsOfProgramsLost, CookiesReordered,
    LargePieceCut, EmptyLineIsEnd, LongLineCut,

    // what is taken for the client's, or for the server's own
    OwnConnectionUnanswered, OwnTimeoutIsTheClients, MissingFileUnanswered, StopUnanswered, CountedBlocksLost, NotModifiedLengthRefused, ContentDrainedByHead,
    UpgradeTakesContent, StartBehindHeadAccepted, UnderscoredLengthSent, EmptyLengthIsNought, FieldLikeVariableLost,

    // what is passed on letter by letter
    QueryEscapesMended, LongMethodHandedOnAsPut, OptionsHandedOnAsGet, MethodTakenFromQuery, CharsetAdded, ContentFieldsLost, CookieQuotesDropped,
    UserTakenFromCredentials, KeptClientIsNewer, LinesJoined, LastLineLost, ErrorLinesHalved, NothingUnframed,
    LocationRedirects, FailedCallRepeated, AnyTagIsCurrent, PathEndCut, DefaultPortAdded, ArgumentsNamed, VersionForOldClientsAsText, LaterVersionAsText, SecondLinkLost, LongValueCut, WeightsSorted,

    // how far a server looks, and what it finds odd
    HostLookedForEarly, FramingLookedForEarly, EscapedHostRefused, AbsoluteCapitalsRefused, ShortMethodRefused, NoughtOfGetRefused,
    TrailerBeyondAsciiRefused, LongTrailerRefused, ReturnsBeforeHeadEndIgnored, RoundValueFails,

    // conditions, parts and fields away from the fixed text
    ChosenConditionsIgnored, ChosenCopyUnmarked, ChosenPartUnmarked, StoredConditionsIgnored, StoredPartShifted,
    PartBeyondEndSent, AnnouncedContentParsed, HeadWithFieldWithContent, PatchRefusedUnallowed, AllowWithoutReading, FieldsLeftBehind,

    // one method, one place, one turn
    AllowIncomplete, ConditionOfNothingHeard, HeadConditionWithContent, HeadElsewhereWithContent, HeadContentWithContent, PasswordCaseIgnored,
    PasswordCutOpens, LoginSkippedByQuery, OldClientConditionsIgnored, ConditionYieldsToNoCache, LastPartUndescribed, LastPartUnkept,
    UnsatisfiedLengthWrong, ContentRangeRefused, SecondExclusionMissed, CodingKeptForSilence, EchoCodedUnsaid, CodingsInWrongOrder,
    TagBeginningEnough, NameEndTrimmed, HeadWithQueryMissing, FortiethLineTwice, ContentOfGetStored, LaterExpectationUnheard,

    // states and forms that the client knows of
    StoredDateBesideTag, StoredPartWhateverCopy, StoredPartWeakly, StoredAnyDateCurrent, StoredDateBesideState, StoredUnmodifiedStrict,
    NoneMatchBesideMatchIgnored, StoredCopyUnknown, StoredStateUnknown, StoredCopyStrongly, StoredStateWeakly, StoredCopyUnmarked, EarlierStateTaken,
    RemovedStateTaken, AnyFormTaken, ChosenPartOfPlain, HeadOfFormUntagged,

    // the contract, in whatever call
    FormsPrefixed, MethodOfDeleteUntold, FlagOfFollowedMissing, FieldsOfErrorsDoubled, FieldsBesideLengthDoubled, LongValueLost, NoughtValueLost, ReplacementTransmits,
    LogLinesDoubled, LogLinesReversed, TypeOfPatchInvented, ThirdCookieLost, TagBesideCookieLost, OldLocationLost,
    HeadLateFieldsLost, CloseForgottenInOldVersion, BlockOverBufferLost, PieceOverBufferShort, SizedLineCut, BlanksOfFieldsJoined, WrittenPastBufferLost,
    ErrorLinesCounted, CloseOfListForgotten, FailedLookupUnanswered, UsedUpMemoryUnanswered, ErrorInField, ErrorBehindContentShown, LogInField,
    FailedFileIsWhole, LogTextIsPattern, FurtherChallengeLost, DeletePassed, EscapedSlashesKept, FieldsOfNothingLost, BlocksBehindWrittenGathered,

    // the end of TLS
    TlsEndUnsaid, TlsCutEndsNext,
}
