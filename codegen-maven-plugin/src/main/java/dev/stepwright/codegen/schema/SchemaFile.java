package dev.stepwright.codegen.schema;

import dev.stepwright.json.JsonDocument;
import java.nio.file.Path;
import tools.jackson.core.JsonPointer;

/** One file of schemas. */
public final class SchemaFile {
    private final Path path;
    private final String name;
    private final JsonDocument json;

    SchemaFile(Path path, String name, JsonDocument json) {
        this.path = path;
        this.name = name;
        this.json = json;
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
    String folder() {
        return name.substring(0, Math.max(0, name.lastIndexOf('/'))).replaceFirst("(^|/)[^/]*\\.tasks$", "");
    }

    /** Returns the place of the file's root. */
    public Place root() {
        return new Place(this, JsonPointer.empty());
    }

    JsonDocument json() {
        return json;
    }

    /** Returns whether the file's draft lets no keyword stand beside {@code $ref}: 07 does. */
    boolean ignoresBesideReference() {
        return json.root().path("$schema").asString("").contains("draft-07");
    }

    @Override
    public String toString() {
        return name;
    }
}
