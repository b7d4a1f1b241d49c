package dev.stepwright.codegen.generate;

import dev.stepwright.codegen.source.Sources;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A schema and values that it takes and refuses.
 *
 * @param file where the case stands
 * @param name what it shows
 * @param folder where its files go in the one source directory of all cases, so the last part of its package
 */
record SchemaCase(Path file, String name, String folder, JsonNode json) {
    private static final Path CASES = Path.of("src/test/resources/cases/values");

    /** Returns all cases. A file holds several by their names, or one. */
    static List<SchemaCase> all() {
        List<SchemaCase> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(CASES)) {
            for (Path file : files.sorted().toList()) {
                addAll(cases, file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cases;
    }

    private static void addAll(List<SchemaCase> cases, Path file) throws IOException {
        JsonNode root = JsonDocument.read(file).root();
        String name = file.getFileName().toString().replace(".json", "");
        if (root.has("schema")) {
            cases.add(new SchemaCase(file, name, folder(name), root));
            return;
        }
        root.properties()
                .forEach(each -> cases.add(new SchemaCase(
                        file, name + ": " + each.getKey(), folder(name + "_" + cases.size()), each.getValue())));
    }

    private static String folder(String name) {
        return "case_" + name.replace('-', '_');
    }

    void writeTo(Sources sources) {
        sources.with(folder + "/order.asl.json", Sources.DEFINITION);
        sources.with(folder + "/order.input.schema.json", JsonText.pretty(json.path("schema")));
        json.path("files")
                .properties()
                .forEach(each -> sources.with(folder + "/" + each.getKey(), JsonText.pretty(each.getValue())));
    }

    /** Returns the name of the class of the whole value. */
    String type() {
        return "com.acme." + folder + "." + json.path("class").asString("OrderInput");
    }

    List<JsonNode> accepted() {
        return json.path("accepted").valueStream().toList();
    }

    List<JsonNode> refused() {
        return json.path("refused").valueStream().toList();
    }

    /** Returns those who read and write the values: all, but for what a case says that only some can. */
    List<Mapper> mappers(JsonNode value) {
        JsonNode by = value.has("by") ? value.path("by") : json.path("by");
        return Stream.of(Mapper.values())
                .filter(each -> by.isMissingNode()
                        || by.valueStream().anyMatch(name -> name.asString("").equals(each.name())))
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
