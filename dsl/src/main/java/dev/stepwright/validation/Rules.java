package dev.stepwright.validation;

import java.util.List;
import java.util.Map;

/** All rules, in the order in which findings about the same place are listed. */
final class Rules {
    private static final Range COUNT = new Range(0, Long.MAX_VALUE);

    static final List<Rule> ALL = List.of(
            // the document and its structure
            NotJson.SYNTAX,
            new RootIsNoObject(),
            NotJson.REPEATED_KEY,
            new DefinitionTooLong(),
            new NestedTooDeep(),
            new ScopeFieldMissing(),
            new NoStates(),
            new UnknownStart(),
            new UnknownVersion(),
            new OutOfRange("ASL-TOP-005", Kind.MACHINE, Map.of("TimeoutSeconds", Range.SECONDS)),
            new UnknownField(),
            new WrongType(),
            new UnknownLanguage(),
            new LanguageDowngrade(),
            // states and transitions
            new BadStateName(),
            new DuplicateStateName(),
            new UnknownStateType(),
            new NextOrEnd(),
            new TransitionNotAllowed(),
            new BadEnd(),
            new UnknownTarget(),
            new NoEnd(),
            new Unreachable(),
            new NoWayToEnd(),
            new EndlessLoop(),
            new MisplacedField(),
            FieldOfOtherLanguage.jsonPathField(),
            FieldOfOtherLanguage.jsonataField(),
            new RequiredFieldMissing(),
            // tasks
            new UnknownResource(),
            new UnsupportedPattern(),
            new ExpressTask(),
            new Exclusive(
                    "ASL-TSK-004", Kind.TASK, Exclusive.path("TimeoutSeconds"), Exclusive.path("HeartbeatSeconds")),
            new HeartbeatNotBelowTimeout(),
            new OutOfRange(
                    "ASL-TSK-006",
                    Kind.TASK,
                    Map.of("TimeoutSeconds", Range.SECONDS, "HeartbeatSeconds", Range.SECONDS)),
            new BadCredentials(),
            new TokenNotSent(),
            new NoTimeout(),
            new UselessHeartbeat(),
            new ParameterMissing(),
            // passes and choices
            new PathInResult(),
            new ResultAndParameters(),
            new EmptyArray("ASL-CHO-001", Kind.CHOICE, "Choices", "rule"),
            new NotOneOperator(),
            new BadNestedRule(),
            new BadOperand(),
            new BadVariable(),
            new BadPattern(),
            new NoDefault(),
            new DeadRule(),
            new BadCondition(),
            // waits, fails and parallels
            new NotOneWaitTime(),
            new OutOfRange("ASL-WAI-002", Kind.WAIT, Map.of("Seconds", new Range(0, 99_999_999))),
            new BadTimestamp(),
            new OddWait(),
            new Exclusive("ASL-FAI-001", Kind.FAIL, Exclusive.path("Error"), Exclusive.path("Cause")),
            new ReservedError(),
            new EmptyArray("ASL-PAR-001", Kind.PARALLEL, "Branches", "branch"),
            new SingleBranch(),
            // maps
            new NotOneProcessor(),
            new Exclusive("ASL-MAP-002", Kind.MAP, new String[] {"ItemSelector", "Parameters"}),
            new DeprecatedField(),
            new BadProcessorConfig(),
            new DistributedOnly(),
            new Exclusive(
                    "ASL-MAP-006",
                    Kind.MAP,
                    Exclusive.path("MaxConcurrency"),
                    Exclusive.path("ToleratedFailureCount"),
                    Exclusive.path("ToleratedFailurePercentage"),
                    Exclusive.path("MaxItems"),
                    Exclusive.path("MaxItemsPerBatch"),
                    Exclusive.path("MaxInputBytesPerBatch")),
            new OutOfRange(
                    "ASL-MAP-007",
                    Kind.MAP,
                    Map.of(
                            "MaxConcurrency",
                            COUNT,
                            "ToleratedFailureCount",
                            COUNT,
                            "ToleratedFailurePercentage",
                            new Range(0, 100),
                            "MaxItems",
                            COUNT,
                            "MaxItemsPerBatch",
                            new Range(1, Long.MAX_VALUE),
                            "MaxInputBytesPerBatch",
                            new Range(1, 262_144))),
            new EmptyBatcher(),
            new BadReader(),
            new BadWriter(),
            new BadLabel(),
            new ConcurrencyTooHigh(),
            new DistributedInExpress(),
            new PathBesideReader(),
            // paths and templates
            new NullPath(),
            new PathAsText(),
            new TemplateValueNoText(),
            new TemplateNameTwice(),
            new PathNotEvaluated(),
            new TemplateNoObject(),
            // variables
            new BadAssign(),
            new BadVariableName(),
            new ReservedVariable(),
            new OuterVariable(),
            // errors
            new BadErrorEquals(),
            new AllNotLast(),
            new BadRetryNumbers(),
            new UnknownErrorName(),
            new ShadowedErrorName(),
            new UselessRetry(),
            new HandlingNotAllowed(),
            new LambdaNotRetried(),
            new CatchItself());

    private Rules() {}
}
