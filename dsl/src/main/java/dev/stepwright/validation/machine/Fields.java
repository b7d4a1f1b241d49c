package dev.stepwright.validation.machine;

import static dev.stepwright.validation.machine.Shape.ANY;
import static dev.stepwright.validation.machine.Shape.ARRAY;
import static dev.stepwright.validation.machine.Shape.INTEGER;
import static dev.stepwright.validation.machine.Shape.ITEMS;
import static dev.stepwright.validation.machine.Shape.NUMBER;
import static dev.stepwright.validation.machine.Shape.OBJECT;
import static dev.stepwright.validation.machine.Shape.OPTIONAL_PATH;
import static dev.stepwright.validation.machine.Shape.PATH;
import static dev.stepwright.validation.machine.Shape.TARGET;
import static dev.stepwright.validation.machine.Shape.TEXT;

import dev.stepwright.asl.QueryLanguage;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which fields each kind of object has: the one table of them.
 *
 * @see <a href="https://states-language.net/spec.html#state-type-table">ASL: State Types</a>
 */
public final class Fields {
    private static final Map<Kind, Map<String, Field>> TABLE = new EnumMap<>(Kind.class);
    private static final Set<String> STATE_FIELDS = new TreeSet<>();

    private static final List<Field> SCOPE = List.of(
            Field.of("Comment", TEXT),
            Field.of("States", OBJECT).required(),
            Field.of("StartAt", TARGET).required());
    private static final Field QUERY_LANGUAGE =
            Field.of("QueryLanguage", TEXT).oneOf(QueryLanguage.JSONPATH.text(), QueryLanguage.JSONATA.text());
    private static final List<Field> STATE =
            List.of(Field.of("Type", TEXT).required(), Field.of("Comment", TEXT), QUERY_LANGUAGE);
    private static final List<Field> PATHS =
            List.of(path("InputPath", OPTIONAL_PATH), path("OutputPath", OPTIONAL_PATH));
    private static final List<Field> TRANSITION = List.of(Field.of("Next", TARGET), Field.of("End", ANY));
    private static final Field ASSIGN = Field.of("Assign", ANY).orExpression();
    private static final Field OUTPUT = Field.of("Output", ANY).jsonata();
    private static final Field ARGUMENTS = Field.of("Arguments", ANY).jsonata();
    private static final Field PARAMETERS = Field.of("Parameters", ANY).jsonPath();
    private static final Field RESULT_PATH = path("ResultPath", OPTIONAL_PATH);
    private static final List<Field> WORK = List.of(
            Field.of("ResultSelector", ANY).jsonPath(),
            RESULT_PATH,
            OUTPUT,
            ASSIGN,
            Field.of("Retry", ARRAY).holding(Kind.RETRY_RULE),
            Field.of("Catch", ARRAY).holding(Kind.CATCH_RULE));

    static {
        scopes();
        workingStates();
        otherStates();
        rules();
        mapParts();
        Arrays.stream(Kind.values())
                .filter(Kind::isState)
                .forEach(kind -> STATE_FIELDS.addAll(table(kind).keySet()));
    }

    private Fields() {}

    private static void scopes() {
        define(Kind.MACHINE, SCOPE, QUERY_LANGUAGE, Field.of("Version", ANY), Field.of("TimeoutSeconds", INTEGER));
        define(Kind.BRANCH, SCOPE);
        define(Kind.ITEM_PROCESSOR, SCOPE, Field.of("ProcessorConfig", OBJECT).holding(Kind.PROCESSOR_CONFIG));
    }

    private static void workingStates() {
        define(
                Kind.TASK,
                join(List.of(STATE, TRANSITION, PATHS, WORK)),
                Field.of("Resource", TEXT).required(),
                PARAMETERS,
                ARGUMENTS,
                Field.of("TimeoutSeconds", INTEGER).orExpression(),
                path("TimeoutSecondsPath", PATH),
                Field.of("HeartbeatSeconds", INTEGER).orExpression(),
                path("HeartbeatSecondsPath", PATH),
                Field.of("Credentials", ANY).holding(Kind.CREDENTIALS));
        define(
                Kind.PARALLEL,
                join(List.of(STATE, TRANSITION, PATHS, WORK)),
                Field.of("Branches", ARRAY).required().holding(Kind.BRANCH),
                PARAMETERS,
                ARGUMENTS);
        define(
                Kind.MAP,
                join(List.of(STATE, TRANSITION, PATHS, WORK)),
                Field.of("ItemProcessor", OBJECT).holding(Kind.ITEM_PROCESSOR),
                Field.of("Iterator", OBJECT).holding(Kind.ITEM_PROCESSOR),
                Field.of("Items", ITEMS).jsonata(),
                path("ItemsPath", PATH),
                Field.of("ItemSelector", ANY).orExpression(),
                PARAMETERS,
                Field.of("ItemReader", OBJECT).holding(Kind.ITEM_READER),
                Field.of("ItemBatcher", OBJECT).holding(Kind.ITEM_BATCHER),
                Field.of("ResultWriter", OBJECT).holding(Kind.RESULT_WRITER),
                Field.of("MaxConcurrency", INTEGER).orExpression(),
                path("MaxConcurrencyPath", PATH),
                Field.of("ToleratedFailureCount", INTEGER).orExpression(),
                path("ToleratedFailureCountPath", PATH),
                Field.of("ToleratedFailurePercentage", NUMBER).orExpression(),
                path("ToleratedFailurePercentagePath", PATH),
                Field.of("Label", TEXT));
    }

    private static void otherStates() {
        define(
                Kind.PASS,
                join(List.of(STATE, TRANSITION, PATHS)),
                Field.of("Result", ANY).jsonPath(),
                PARAMETERS,
                RESULT_PATH,
                OUTPUT,
                ASSIGN);
        define(
                Kind.WAIT,
                join(List.of(STATE, TRANSITION, PATHS)),
                Field.of("Seconds", INTEGER).orExpression(),
                path("SecondsPath", PATH),
                Field.of("Timestamp", TEXT).orExpression(),
                path("TimestampPath", PATH),
                OUTPUT,
                ASSIGN);
        define(
                Kind.CHOICE,
                join(List.of(STATE, PATHS)),
                Field.of("Choices", ARRAY).required().holding(Kind.CHOICE_RULE),
                Field.of("Default", TARGET),
                OUTPUT,
                ASSIGN);
        define(Kind.SUCCEED, join(List.of(STATE, PATHS)), OUTPUT);
        define(
                Kind.FAIL,
                STATE,
                Field.of("Error", TEXT).orExpression(),
                Field.of("Cause", TEXT).orExpression(),
                path("ErrorPath", PATH),
                path("CausePath", PATH));
        define(
                Kind.UNKNOWN_STATE,
                STATE,
                Field.of("Branches", ARRAY).holding(Kind.BRANCH),
                Field.of("ItemProcessor", OBJECT).holding(Kind.ITEM_PROCESSOR),
                Field.of("Iterator", OBJECT).holding(Kind.ITEM_PROCESSOR),
                Field.of("Choices", ARRAY).holding(Kind.CHOICE_RULE),
                Field.of("Default", TARGET),
                Field.of("Next", TARGET),
                Field.of("Retry", ARRAY).holding(Kind.RETRY_RULE),
                Field.of("Catch", ARRAY).holding(Kind.CATCH_RULE));
    }

    private static void rules() {
        Field errorEquals = Field.of("ErrorEquals", ANY).required();
        define(
                Kind.RETRY_RULE,
                List.of(),
                errorEquals,
                Field.of("IntervalSeconds", INTEGER),
                Field.of("MaxAttempts", INTEGER),
                Field.of("BackoffRate", NUMBER),
                Field.of("MaxDelaySeconds", INTEGER),
                Field.of("JitterStrategy", TEXT).oneOf("NONE", "FULL"),
                Field.of("Comment", TEXT));
        define(
                Kind.CATCH_RULE,
                List.of(),
                errorEquals,
                Field.of("Next", TARGET).required(),
                RESULT_PATH,
                OUTPUT,
                ASSIGN,
                Field.of("Comment", TEXT));
        define(
                Kind.CHOICE_RULE,
                conditions(),
                Field.of("Next", TARGET).required(),
                Field.of("Condition", ANY).jsonata().required(),
                OUTPUT,
                ASSIGN);
        define(Kind.NESTED_RULE, conditions());
    }

    private static List<Field> conditions() {
        Stream<Field> fixed = Stream.of(
                Field.of("Comment", TEXT),
                path("Variable", PATH),
                Field.of("And", ARRAY).jsonPath().holding(Kind.NESTED_RULE),
                Field.of("Or", ARRAY).jsonPath().holding(Kind.NESTED_RULE),
                Field.of("Not", OBJECT).jsonPath().holding(Kind.NESTED_RULE));
        Stream<Field> operators =
                Comparison.names().map(name -> Field.of(name, ANY).jsonPath());
        return Stream.concat(fixed, operators).toList();
    }

    private static void mapParts() {
        define(
                Kind.CREDENTIALS,
                List.of(),
                Field.of("RoleArn", TEXT).orExpression(),
                Field.of("RoleArn.$", ANY).jsonPath());
        define(
                Kind.PROCESSOR_CONFIG,
                List.of(),
                Field.of("Mode", TEXT).oneOf("INLINE", "DISTRIBUTED"),
                Field.of("ExecutionType", TEXT).oneOf("STANDARD", "EXPRESS"));
        define(
                Kind.ITEM_READER,
                List.of(),
                Field.of("Resource", TEXT).required(),
                PARAMETERS,
                ARGUMENTS,
                Field.of("ReaderConfig", OBJECT).holding(Kind.READER_CONFIG));
        define(
                Kind.READER_CONFIG,
                List.of(),
                Field.of("InputType", TEXT).oneOf("CSV", "JSON", "JSONL", "PARQUET", "MANIFEST"),
                Field.of("Transformation", TEXT).oneOf("NONE", "LOAD_AND_FLATTEN"),
                Field.of("ManifestType", TEXT).oneOf("ATHENA_DATA", "S3_INVENTORY"),
                Field.of("CSVHeaderLocation", TEXT).oneOf("FIRST_ROW", "GIVEN"),
                Field.of("CSVHeaders", ARRAY),
                Field.of("CSVDelimiter", TEXT).oneOf("COMMA", "PIPE", "SEMICOLON", "SPACE", "TAB"),
                Field.of("ItemsPointer", TEXT),
                Field.of("MaxItems", INTEGER).orExpression(),
                path("MaxItemsPath", PATH));
        define(
                Kind.ITEM_BATCHER,
                List.of(),
                Field.of("MaxItemsPerBatch", INTEGER).orExpression(),
                path("MaxItemsPerBatchPath", PATH),
                Field.of("MaxInputBytesPerBatch", INTEGER).orExpression(),
                path("MaxInputBytesPerBatchPath", PATH),
                Field.of("BatchInput", ANY).orExpression());
        define(
                Kind.RESULT_WRITER,
                List.of(),
                Field.of("Resource", TEXT),
                PARAMETERS,
                ARGUMENTS,
                Field.of("WriterConfig", OBJECT).holding(Kind.WRITER_CONFIG));
        define(
                Kind.WRITER_CONFIG,
                List.of(),
                Field.of("Transformation", TEXT).oneOf("NONE", "COMPACT", "FLATTEN"),
                Field.of("OutputType", TEXT).oneOf("JSON", "JSONL"));
    }

    private static Field path(String name, Shape shape) {
        return Field.of(name, shape).jsonPath();
    }

    private static List<Field> join(List<List<Field>> groups) {
        return groups.stream().flatMap(List::stream).toList();
    }

    private static void define(Kind kind, List<Field> shared, Field... own) {
        Map<String, Field> fields = new LinkedHashMap<>();
        shared.forEach(field -> fields.put(field.name(), field));
        Arrays.stream(own).forEach(field -> fields.put(field.name(), field));
        TABLE.put(kind, Collections.unmodifiableMap(fields));
    }

    private static Map<String, Field> table(Kind kind) {
        return TABLE.getOrDefault(kind, Map.of());
    }

    /** Returns the fields of a kind of object, in the order in which messages list them. */
    public static Collection<Field> of(Kind kind) {
        return table(kind).values();
    }

    /** Returns a field of a kind of object. */
    public static Optional<Field> find(Kind kind, String name) {
        return Optional.ofNullable(table(kind).get(name));
    }

    /** Returns whether some type of state has the field. */
    public static boolean isStateField(String name) {
        return STATE_FIELDS.contains(name);
    }
}
