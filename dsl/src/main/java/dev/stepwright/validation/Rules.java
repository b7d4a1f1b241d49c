package dev.stepwright.validation;

import java.util.List;

/** All rules, in the order in which findings about the same place are listed. */
final class Rules {
    static final List<Rule> ALL = List.of(
            NotJson.SYNTAX,
            new RootIsNoObject(),
            NotJson.REPEATED_KEY,
            new DefinitionTooLong(),
            new NestedTooDeep(),
            new ScopeFieldMissing(),
            new NoStates(),
            new UnknownStart(),
            new UnknownVersion(),
            new MachineTimeoutOutOfRange(),
            new UnknownField(),
            new WrongType(),
            new UnknownLanguage(),
            new LanguageDowngrade(),
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
            new RequiredFieldMissing());

    private Rules() {}
}
