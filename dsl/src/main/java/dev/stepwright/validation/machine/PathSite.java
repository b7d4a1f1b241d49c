package dev.stepwright.validation.machine;

import dev.stepwright.expression.ExpressionSyntaxException;
import dev.stepwright.expression.Intrinsic;
import dev.stepwright.expression.JsonPath;
import dev.stepwright.expression.TemplateExpression;
import dev.stepwright.json.Trail;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** A place of a JSONPath state where a path or an intrinsic function is written. Texts with placeholders are none. */
public final class PathSite {
    private final Part part;
    private final String field;
    private final Trail place;
    private final String text;
    private final Use use;
    private final Optional<JsonPath> path;
    private final Optional<Intrinsic> call;

    /** What may stand in a place. */
    public enum Use {
        /** A path. */
        PATH,
        /** A path to one value only. */
        REFERENCE,
        /** A path to one place of the input. */
        RESULT,
        /** A reference path or an intrinsic function that gives a string. */
        TEXT,
        /** A path or an intrinsic function. */
        TEMPLATE
    }

    /**
     * @param field the field of the part, which for {@link Use#TEMPLATE} contains the place
     */
    private PathSite(Part part, String field, Trail place, String text, Use use) {
        this.part = part;
        this.field = field;
        this.place = place;
        this.text = text;
        this.use = use;
        this.path = parsedPath();
        this.call = parsedCall();
    }

    public Part part() {
        return part;
    }

    public String field() {
        return field;
    }

    public Trail place() {
        return place;
    }

    public JsonPointer pointer() {
        return place.pointer();
    }

    public String text() {
        return text;
    }

    public Use use() {
        return use;
    }

    private static final Set<String> PATHS = Set.of("InputPath", "OutputPath", "Variable");
    private static final Set<String> TEXTS = Set.of("ErrorPath", "CausePath");

    /** Returns all places of a part, those of its templates included. */
    static List<PathSite> of(Part part) {
        if (part.isJsonata()) {
            return List.of();
        }
        Stream.Builder<PathSite> sites = Stream.builder();
        for (String field : part.json().propertyNames()) {
            use(part.kind(), field).ifPresent(use -> add(sites, part, field, use));
        }
        part.templates()
                .forEach(field -> Template.walk(part.value(field), part.trail(field), (object, place, name, value) -> {
                    if (Template.isEvaluated(name) && isKnown(value)) {
                        sites.add(new PathSite(part, field, place, value.stringValue(), Use.TEMPLATE));
                    }
                }));
        return sites.build().toList();
    }

    private static void add(Stream.Builder<PathSite> sites, Part part, String field, Use use) {
        JsonNode value = part.value(field);
        if (isKnown(value)) {
            sites.add(new PathSite(part, field, part.trail(field), value.stringValue(), use));
        }
    }

    private static boolean isKnown(JsonNode value) {
        return value.isString() && !Text.isUnknown(value);
    }

    private static Optional<Use> use(Kind kind, String name) {
        Optional<Field> field = Fields.find(kind, name);
        if (field.isPresent()
                && Comparison.of(name).filter(Comparison.PATH::equals).isPresent()) {
            return Optional.of(Use.PATH);
        }
        return field.filter(found -> found.shape() == Shape.PATH || found.shape() == Shape.OPTIONAL_PATH)
                .map(found -> PATHS.contains(name)
                        ? Use.PATH
                        : TEXTS.contains(name) ? Use.TEXT : name.equals("ResultPath") ? Use.RESULT : Use.REFERENCE);
    }

    /** Returns whether it is written as a call. */
    public boolean isCall() {
        return isCall(text);
    }

    public static boolean isCall(String text) {
        return text.stripLeading().startsWith("States.");
    }

    /** Returns whether a path that stands here is a reference path. */
    public boolean leadsToOnePlace() {
        return use != Use.PATH && use != Use.TEMPLATE;
    }

    public boolean mayBeCall() {
        return use == Use.TEXT || use == Use.TEMPLATE;
    }

    /** Returns whether it can only be meant as a path. */
    public boolean shouldBePath() {
        boolean isPath = text.stripLeading().startsWith("$");
        return use == Use.TEMPLATE || Comparison.of(field).isPresent() ? isPath : !isCall();
    }

    /** Returns what is wrong with the call, empty if it is none or nothing is. */
    public Optional<PathSyntax> callSyntax() {
        return call.isEmpty() && isCall() && mayBeCall() ? PathSyntax.ofCall(text) : Optional.empty();
    }

    /** Returns what is wrong with what can only be meant as a path, empty if it is not or nothing is. */
    public Optional<PathSyntax> pathSyntax() {
        Optional<PathSyntax> syntax = path.isEmpty() && shouldBePath() ? PathSyntax.ofPath(text) : Optional.empty();
        return leadsToOnePlace() ? syntax.map(PathSyntax::withoutFilters) : syntax;
    }

    /** Returns the path, if it is one without faults. */
    public Optional<JsonPath> path() {
        return path;
    }

    private Optional<JsonPath> parsedPath() {
        try {
            return text.startsWith("$") ? Optional.of(JsonPath.parse(text)) : Optional.empty();
        } catch (ExpressionSyntaxException e) {
            return Optional.empty(); // BadPath reports it
        }
    }

    /** Returns the call, if it is one without faults. */
    public Optional<Intrinsic> call() {
        return call;
    }

    private Optional<Intrinsic> parsedCall() {
        try {
            return isCall() && mayBeCall() ? Optional.of(Intrinsic.parse(text)) : Optional.empty();
        } catch (ExpressionSyntaxException e) {
            return Optional.empty(); // BadCall reports it
        }
    }

    /** Returns all paths in it: itself, or those among the arguments of the call. */
    public Stream<JsonPath> paths() {
        Stream<TemplateExpression> whole = Stream.concat(path().stream(), call().stream());
        return whole.flatMap(expression ->
                expression instanceof Intrinsic call ? arguments(call.call()) : Stream.of((JsonPath) expression));
    }

    private static Stream<JsonPath> arguments(Intrinsic.Call call) {
        return call.arguments().stream().flatMap(argument -> {
            if (argument instanceof Intrinsic.Path path) {
                return Stream.of(path.path());
            }
            return argument instanceof Intrinsic.Call inner ? arguments(inner) : Stream.empty();
        });
    }

    /** Returns what messages call the place: the field, or the member of a template. */
    public String noun() {
        return use == Use.TEMPLATE ? place.lastName() : field;
    }
}
