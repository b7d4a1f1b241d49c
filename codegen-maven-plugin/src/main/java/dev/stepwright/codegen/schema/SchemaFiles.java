package dev.stepwright.codegen.schema;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonSyntaxException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import tools.jackson.databind.JsonNode;

/** All schema files of a source directory, and what a {@code $ref} in one of them means. */
public final class SchemaFiles {
    private static final String SCHEMA = ".schema.json";

    private final Map<Path, SchemaFile> byPath = new LinkedHashMap<>();
    private final References references;
    private final MetaSchemas metaSchemas;
    private final Findings findings;

    private SchemaFiles(Findings findings) {
        this.findings = findings;
        this.references = new References(findings);
        this.metaSchemas = new MetaSchemas(findings);
    }

    /**
     * Reads schema files and checks each against its meta schema. A file that is no schema is reported and left out.
     *
     * @param directory the absolute source directory
     * @param paths absolute paths in it
     * @param jars whose {@code *.schema.json} files may be referred to, as {@code classpath:/path/in/the/jar} or by their $id
     * @throws IOException if a file cannot be read
     */
    public static SchemaFiles read(Path directory, Collection<Path> paths, List<Path> jars, Findings findings)
            throws IOException {
        SchemaFiles files = new SchemaFiles(findings);
        for (Path jar : jars) {
            files.readJar(jar);
        }
        for (Path path : new TreeSet<>(paths)) {
            String name = directory.relativize(path).toString().replace('\\', '/');
            try {
                SchemaFile file = new SchemaFile(path, name, JsonDocument.read(path));
                if (files.add(file, path.toUri())) {
                    files.byPath.put(path, file);
                }
            } catch (JsonSyntaxException e) {
                findings.error(path, e.position(), Rule.NOT_JSON.id(), e.problem());
            }
        }
        return files;
    }

    private void readJar(Path jar) throws IOException {
        if (Files.isDirectory(jar)) {
            readClasses(jar);
            return;
        }
        try (ZipFile zip = open(jar)) {
            List<String> names = zip.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(SCHEMA))
                    .sorted()
                    .toList();
            for (String name : names) {
                Path path = Path.of(jar + "!/" + name);
                String text = new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
                try {
                    add(new SchemaFile(path, name, JsonDocument.parse(text)), References.inJar(name));
                } catch (JsonSyntaxException e) {
                    findings.error(path, e.position(), Rule.NOT_JSON.id(), e.problem());
                }
            }
        }
    }

    private static ZipFile open(Path jar) throws IOException {
        try {
            return new ZipFile(jar.toFile());
        } catch (ZipException e) {
            throw new IOException(jar + " is not a jar: " + e.getMessage(), e);
        }
    }

    /** Reads what will be a jar as soon as a build comes so far. */
    private void readClasses(Path directory) throws IOException {
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(directory)) {
            paths = walk.filter(path -> path.toString().endsWith(SCHEMA))
                    .sorted()
                    .toList();
        }
        for (Path path : paths) {
            String name = directory.relativize(path).toString().replace('\\', '/');
            try {
                add(new SchemaFile(path, name, JsonDocument.read(path)), References.inJar(name));
            } catch (JsonSyntaxException e) {
                findings.error(path, e.position(), Rule.NOT_JSON.id(), e.problem());
            }
        }
    }

    private boolean add(SchemaFile file, URI location) {
        boolean accepted = metaSchemas.accept(file);
        if (accepted) {
            references.add(file, location);
        }
        return accepted;
    }

    /** Returns the files of the source directory that could be read, sorted by path. */
    public Collection<SchemaFile> all() {
        return byPath.values();
    }

    /** Returns a file of the source directory that could be read. */
    public Optional<SchemaFile> file(Path path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** Returns a file of the source directory as one document with all that it refers to, in jars too; each {@code $ref} is a pointer there. */
    public Optional<JsonNode> document(Path path) {
        return file(path).map(file -> SchemaBundle.document(file, this));
    }

    /** Returns where a file is, by which others refer to it. */
    URI location(SchemaFile file) {
        return references.location(file);
    }

    /** Returns what a {@code $ref} at a place leads to, if it leads anywhere. */
    public Optional<Place> find(Place from, String reference) {
        return from.file().referred(reference).or(() -> references.find(from, reference));
    }

    /** Returns what a {@code $ref} at a place leads to; one that leads nowhere is reported. */
    public Optional<Place> resolve(Place from, String reference) {
        return from.file().referred(reference).or(() -> references.resolve(from, reference));
    }
}
