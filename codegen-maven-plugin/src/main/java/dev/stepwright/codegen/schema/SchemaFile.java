package dev.stepwright.codegen.schema;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import dev.stepwright.json.Position;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** One file of schemas, or what stands for one that is missing. */
public final class SchemaFile {
    /** The file of a type that several tasks of a machine take or give; those for single tasks have one more ending. */
    private static final Pattern SHARED = Pattern.compile("(?:.*/)?[^/]+\\.tasks/([A-Z][A-Za-z0-9]*)\\.schema\\.json");

    private final Path path;
    private final String name;
    private final @Nullable Inferred inferred;
    private final Supplier<Content> source;
    private @Nullable Content content;

    SchemaFile(Path path, String name, JsonDocument json) {
        this(path, name, null, () -> new Content(json, Map.of()));
    }

    private SchemaFile(Path path, String name, @Nullable Inferred inferred, Supplier<Content> source) {
        this.path = path;
        this.name = name;
        this.inferred = inferred;
        this.source = source;
    }

    private record Content(JsonDocument json, Map<String, Place> references) {}

    /**
     * Where a schema comes from that nobody wrote.
     *
     * @param definition the absolute path of the definition that tells it
     * @param name its path from the source directory
     * @param value what the schema is of, for example {@code the input of the state "Charge"}
     * @param position where in the definition that is: all that is said of the schema is said there
     */
    public record Inferred(Path definition, String name, String value, Position position) {}

    /**
     * A schema that nobody wrote.
     *
     * @param references the places that it refers to, of schemas written or not, by the values of {@code $ref}
     */
    public record Told(JsonNode schema, Map<String, Place> references) {}

    /** Returns a schema that nobody wrote, but a definition tells. */
    public static SchemaFile inferred(Inferred origin, Told told) {
        return inferred(origin, () -> told);
    }

    /** Returns a schema that nobody wrote, whose content is asked for once, as late as possible: those that refer to each other begin with none. */
    public static SchemaFile inferred(Inferred origin, Supplier<Told> content) {
        return new SchemaFile(origin.definition, origin.name, origin, () -> {
            Told told = content.get();
            return new Content(JsonDocument.parse(JsonText.pretty(told.schema)), Map.copyOf(told.references));
        });
    }

    private Content content() {
        Content known = content;
        if (known == null) {
            known = source.get();
            content = known;
        }
        return known;
    }

    /** Returns the place that a {@code $ref} of a schema which nobody wrote leads to. */
    Optional<Place> referred(String reference) {
        return Optional.ofNullable(content().references().get(reference));
    }

    /** Returns the files that a schema which nobody wrote refers to. */
    public Set<SchemaFile> referred() {
        return content().references().values().stream().map(Place::file).collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the absolute path. */
    public Path path() {
        return path;
    }

    /** Returns the path from the source directory, with {@code /} between its parts. */
    public String name() {
        return name;
    }

    /** Returns the folder whose package the file's types are in, from the source directory: that of the machine for {@code order.tasks}. */
    public String folder() {
        return name.substring(0, Math.max(0, name.lastIndexOf('/'))).replaceFirst("(^|/)[^/]*\\.tasks$", "");
    }

    /** Returns the place of the file's root. */
    public Place root() {
        return new Place(this, JsonPointer.empty());
    }

    JsonDocument json() {
        return content().json();
    }

    Position position(JsonPointer pointer) {
        return inferred == null ? json().position(pointer) : inferred.position;
    }

    Position keyPosition(JsonPointer pointer) {
        return inferred == null ? json().keyPosition(pointer) : inferred.position;
    }

    /** Returns whether nobody wrote the schema. */
    public boolean isInferred() {
        return inferred != null;
    }

    /**
     * Returns the simple name that the class for the whole has wherever it is of use, if it is one of what tasks take and give; empty if
     * it is called after its one use.
     */
    public Optional<String> ownName() {
        String title = json().root().path("title").asString("");
        if (isInferred()) {
            return Optional.of(title).filter(text -> !text.isEmpty());
        }
        Matcher shared = SHARED.matcher(name);
        return shared.matches() ? Optional.of(shared.group(1)) : Optional.empty();
    }

    /** Returns the name that a file has, beside the schemas of tasks, whose class has a name of its own. */
    public static String shared(String ownName) {
        return ownName + ".schema.json";
    }

    /** Returns what the whole schema is called in a message: {@code the schema order.input.schema.json}. */
    public String title() {
        return inferred == null ? "the schema " + name : "the type inferred for " + inferred.value;
    }

    /** Returns whether the file's draft lets no keyword stand beside {@code $ref}: 07 and those before do. */
    public boolean ignoresBesideReference() {
        return draft().contains("/draft-0");
    }

    /** Returns the keyword by which the file's draft gives a schema its id. */
    String idKeyword() {
        return draft().contains("/draft-04/") ? "id" : "$id";
    }

    private String draft() {
        return json().root().path("$schema").asString("");
    }

    @Override
    public String toString() {
        return name;
    }
}
