package dev.stepwright.validation.machine;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The kinds of objects that ASL gives fields to. */
public enum Kind {
    MACHINE("a state machine"),
    BRANCH("a branch"),
    ITEM_PROCESSOR("an item processor"),

    TASK("a Task state"),
    PARALLEL("a Parallel state"),
    MAP("a Map state"),
    PASS("a Pass state"),
    WAIT("a Wait state"),
    CHOICE("a Choice state"),
    SUCCEED("a Succeed state"),
    FAIL("a Fail state"),
    UNKNOWN_STATE("a state"),

    RETRY_RULE("a retry rule"),
    CATCH_RULE("a catch rule"),
    CHOICE_RULE("a choice rule"),
    NESTED_RULE("a choice rule inside And, Or or Not"),

    CREDENTIALS("Credentials"),
    PROCESSOR_CONFIG("a ProcessorConfig"),
    ITEM_READER("an ItemReader"),
    READER_CONFIG("a ReaderConfig"),
    ITEM_BATCHER("an ItemBatcher"),
    RESULT_WRITER("a ResultWriter"),
    WRITER_CONFIG("a WriterConfig");

    /** The eight values of {@code Type}. */
    public static final Map<String, Kind> STATE_TYPES = new TreeMap<>(Map.of(
            "Task", TASK,
            "Parallel", PARALLEL,
            "Map", MAP,
            "Pass", PASS,
            "Wait", WAIT,
            "Choice", CHOICE,
            "Succeed", SUCCEED,
            "Fail", FAIL));

    private static final Set<Kind> SCOPES = Collections.unmodifiableSet(EnumSet.range(MACHINE, ITEM_PROCESSOR));
    private static final Set<Kind> STATES = Collections.unmodifiableSet(EnumSet.range(TASK, UNKNOWN_STATE));
    private static final Set<Kind> MAP_PARTS =
            Collections.unmodifiableSet(EnumSet.range(PROCESSOR_CONFIG, WRITER_CONFIG));

    private final String noun;

    Kind(String noun) {
        this.noun = noun;
    }

    /** Returns what messages call an object of this kind, with its article. */
    public String noun() {
        return noun;
    }

    /** Returns what messages call the object at hand: {@code this branch}. */
    public String thisNoun() {
        return noun.replaceFirst("^an? ", "this ");
    }

    boolean isState() {
        return STATES.contains(this);
    }

    /** Returns whether it is a rule of a Choice state, or one within it. */
    public boolean isChoiceRule() {
        return this == CHOICE_RULE || this == NESTED_RULE;
    }

    /** Returns whether it is one of the objects within a Map state that configure it. */
    public boolean isMapPart() {
        return MAP_PARTS.contains(this);
    }

    public boolean isScope() {
        return SCOPES.contains(this);
    }

    static Optional<Kind> ofType(String type) {
        return Optional.ofNullable(STATE_TYPES.get(type));
    }
}
