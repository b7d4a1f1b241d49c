package dev.stepwright.codegen.schema;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonSyntaxException;
import dev.stepwright.json.JsonText;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Validates values against schemas by the whole of JSON Schema, formats too: examples in the schemas, and samples beside them. */
public final class InstanceCheck {
    private final SchemaFiles files;
    private final Findings findings;
    private final SchemaBundle bundle;
    private final SchemaRegistry registry;

    public InstanceCheck(SchemaFiles files, Findings findings) {
        this.files = files;
        this.findings = findings;
        this.bundle = new SchemaBundle(files);
        files.all().forEach(bundle::add);
        this.registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(bundle.texts())
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
    }

    /** Checks what stands under {@code examples}, {@code example} and {@code default} in all schemas. */
    public void examples() {
        files.all().forEach(file -> within(file.root()));
    }

    private void within(Place place) {
        JsonNode node = place.node();
        if (node.path("examples").isArray() && !place.isMemberNames()) {
            for (int i = 0; i < node.path("examples").size(); i++) {
                check(place, place.at("examples").at(i));
            }
        }
        for (String keyword : List.of("example", "default")) {
            if (node.has(keyword) && !place.isMemberNames()) {
                check(place, place.at(keyword));
            }
        }
        for (String name : node.propertyNames()) {
            if (node.path(name).isContainer() && (place.isMemberNames() || !References.VALUES.contains(name))) {
                within(place.at(name));
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            within(place.at(i));
        }
    }

    private void check(Place schema, Place example) {
        for (Error error : errors(schema, example.node())) {
            JsonPointer within = JsonPointer.compile(error.getInstanceLocation().toString());
            Place found = new Place(example.file(), example.pointer().append(within));
            findings.error(found, Rule.NO_INSTANCE, problem(found.node(), error, schema));
        }
    }

    /**
     * Checks a sample against the schema beside it.
     *
     * @param path the absolute path of the sample
     * @throws IOException if it cannot be read
     */
    public void sample(Path path, SchemaFile schema) throws IOException {
        JsonDocument sample;
        try {
            sample = JsonDocument.read(path);
        } catch (JsonSyntaxException e) {
            findings.error(path, e.position(), Rule.NOT_JSON.id(), e.problem());
            return;
        }
        for (Error error : errors(schema.root(), sample.root())) {
            JsonPointer within = JsonPointer.compile(error.getInstanceLocation().toString());
            findings.error(
                    path,
                    sample.position(within),
                    Rule.NO_INSTANCE.id(),
                    problem(sample.root().at(within), error, schema.root()));
        }
    }

    private static String problem(JsonNode found, Error error, Place schema) {
        return JsonText.excerpt(found) + " does not fit the schema " + schema + ": " + error.getMessage();
    }

    /** Returns what is wrong with a value; nothing, but a warning, if a reference leads nowhere. */
    private List<Error> errors(Place schema, JsonNode value) {
        try {
            return validator(schema).validate(value);
        } catch (SchemaException e) {
            findings.warning(schema, Rule.NOT_CHECKED, "examples are not checked: " + problem(e));
            return List.of();
        } catch (StackOverflowError e) {
            // The validator follows a reference to itself for ever; who reads the types reports it.
            findings.warning(schema, Rule.NOT_CHECKED, "examples are not checked: this refers to itself endlessly");
            return List.of();
        }
    }

    /** The validator names a class of Java where it finds no file. */
    private static String problem(SchemaException e) {
        return e.getCause() instanceof FileNotFoundException missing
                ? "the validator does not find " + missing.getMessage()
                : String.valueOf(e.getMessage());
    }

    private Schema validator(Place schema) {
        return registry.getSchema(SchemaLocation.of(bundle.add(schema.file()) + "#" + schema.fragment()));
    }
}
