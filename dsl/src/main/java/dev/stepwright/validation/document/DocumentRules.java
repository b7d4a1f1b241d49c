package dev.stepwright.validation.document;

import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.rule.OutOfRange;
import dev.stepwright.validation.rule.Range;
import dev.stepwright.validation.rule.Rule;
import java.util.List;
import java.util.Map;

/** The rules for the document, its objects and their fields. */
public final class DocumentRules {
    /** All of them, in the order in which findings about the same place are listed. */
    public static final List<Rule> ALL = List.of(
            NotJson.SYNTAX,
            new RootIsNoObject(),
            NotJson.REPEATED_KEY,
            new DefinitionTooLong(),
            new NestedTooDeep(),
            new ScopeFieldMissing(),
            new NoStates(),
            new UnknownVersion(),
            new OutOfRange("ASL-TOP-005", Kind.MACHINE, Map.of("TimeoutSeconds", Range.SECONDS_OR_NONE)),
            new UnknownField(),
            new WrongType(),
            new UnknownLanguage(),
            new LanguageDowngrade(),
            new OddComment(),
            new BadStateName(),
            new DuplicateStateName(),
            new UnknownStateType(),
            new MisplacedField(),
            FieldOfOtherLanguage.jsonPathField(),
            FieldOfOtherLanguage.jsonataField(),
            new RequiredFieldMissing());

    private DocumentRules() {}
}
