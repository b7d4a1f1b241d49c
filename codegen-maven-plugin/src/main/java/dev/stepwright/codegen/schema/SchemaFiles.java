package dev.stepwright.codegen.schema;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonSyntaxException;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/** All schema files of a source directory, and what a {@code $ref} in one of them means. */
public final class SchemaFiles {
    private final Map<Path, SchemaFile> byPath = new LinkedHashMap<>();
    private final Map<URI, SchemaFile> byId = new HashMap<>();
    private final Findings findings;

    private SchemaFiles(Findings findings) {
        this.findings = findings;
    }

    /**
     * Reads schema files and checks each against its meta schema. A file that is no schema is reported and left out.
     *
     * @param directory the absolute source directory
     * @param paths absolute paths in it
     * @throws IOException if a file cannot be read
     */
    public static SchemaFiles read(Path directory, Collection<Path> paths, Findings findings) throws IOException {
        SchemaFiles files = new SchemaFiles(findings);
        MetaSchemas metaSchemas = new MetaSchemas(findings);
        for (Path path : new TreeSet<>(paths)) {
            try {
                String name = directory.relativize(path).toString().replace('\\', '/');
                files.add(new SchemaFile(path, name, JsonDocument.read(path)), metaSchemas);
            } catch (JsonSyntaxException e) {
                findings.error(path, e.position(), Rule.NOT_JSON.id(), e.problem());
            }
        }
        return files;
    }

    private void add(SchemaFile file, MetaSchemas metaSchemas) {
        if (!metaSchemas.accept(file)) {
            return;
        }
        byPath.put(file.path(), file);
        URI id = id(file);
        if (id == null) {
            return;
        }
        SchemaFile first = byId.putIfAbsent(id, file);
        if (first != null) {
            findings.error(
                    file.root().at("$id"),
                    Rule.CONFLICT,
                    "the $id \"" + id + "\" is also that of " + first.name() + "; give each file its own");
        }
    }

    /** Returns the files that could be read, sorted by path. */
    public Collection<SchemaFile> all() {
        return byPath.values();
    }

    /** Returns a file that could be read. */
    public Optional<SchemaFile> file(Path path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** Returns what a {@code $ref} at a place leads to; one that leads nowhere is reported. */
    Optional<Place> resolve(Place from, String reference) {
        int hash = reference.indexOf('#');
        String document = hash < 0 ? reference : reference.substring(0, hash);
        String fragment = hash < 0 ? "" : decode(reference.substring(hash + 1));
        SchemaFile target = document.isEmpty() ? from.file() : document(from.file(), document);
        Place reported = from.at("$ref");
        if (target == null) {
            findings.error(
                    reported,
                    Rule.UNKNOWN_REFERENCE,
                    "\"" + reference + "\" is none of the schema files in the source directory;"
                            + " a reference is the path of a *.schema.json file from this file's folder, or the $id of one");
            return Optional.empty();
        }
        if (!fragment.isEmpty() && !fragment.startsWith("/")) {
            findings.error(
                    reported,
                    Rule.NOT_SUPPORTED,
                    "\"" + reference + "\" refers to an anchor;" + " only JSON pointers such as #/$defs/Item are read");
            return Optional.empty();
        }
        Place place = new Place(target, JsonPointer.compile(fragment));
        if (place.node().isMissingNode()) {
            findings.error(reported, Rule.UNKNOWN_REFERENCE, target.name() + " has nothing at \"" + fragment + "\"");
            return Optional.empty();
        }
        return Optional.of(place);
    }

    private @Nullable SchemaFile document(SchemaFile from, String reference) {
        URI base = id(from);
        SchemaFile named = base == null ? byId.get(uri(reference)) : byId.get(base.resolve(uri(reference)));
        if (named != null) {
            return named;
        }
        try {
            return byPath.get(from.path().resolveSibling(decode(reference)).normalize());
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static @Nullable URI id(SchemaFile file) {
        String id = file.root().node().path("$id").asString("");
        if (id.isEmpty()) {
            return null;
        }
        URI uri = uri(id.endsWith("#") ? id.substring(0, id.length() - 1) : id);
        return uri.isAbsolute() ? uri : null;
    }

    /** The meta schema has checked the form of references; what is no URI after all names no file. */
    private static URI uri(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            return URI.create("");
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
