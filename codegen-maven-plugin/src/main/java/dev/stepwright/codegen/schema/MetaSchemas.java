package dev.stepwright.codegen.schema;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.stepwright.json.JsonText;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Checks that a file is a schema of the draft it names. */
final class MetaSchemas {
    /** A reference that is no URI leads somewhere all the same, and who reads a pattern says what is wrong with it. */
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                    .formatAssertionsEnabled(false)
                    .build()));

    private final Findings findings;

    MetaSchemas(Findings findings) {
        this.findings = findings;
    }

    /** Returns whether the file is a schema; if not, says why. */
    boolean accept(SchemaFile file) {
        JsonNode named = file.root().node().path("$schema");
        String dialect = named.asString(SpecificationVersion.DRAFT_2020_12.getDialectId());
        Optional<SpecificationVersion> draft = draft(dialect);
        if (draft.isEmpty()) {
            findings.error(
                    file.root().at("$schema"),
                    Rule.NOT_SUPPORTED,
                    "the dialect \"" + dialect + "\" is not supported; use "
                            + SpecificationVersion.DRAFT_2020_12.getDialectId() + ", or draft 2019-09, 07, 06 or 04");
            return false;
        }
        List<Error> errors = registry.getSchema(SchemaLocation.of(draft.get().getDialectId()))
                .validate(file.root().node());
        Set<Place> reported = new HashSet<>();
        for (Error error : errors) {
            Place place = new Place(
                    file, JsonPointer.compile(error.getInstanceLocation().toString()));
            if (reported.add(place)) {
                String found = JsonText.excerpt(place.node());
                findings.error(place, Rule.NOT_A_SCHEMA, found + " is not a JSON Schema: " + error.getMessage());
            }
        }
        return errors.isEmpty();
    }

    /** Returns the draft of an id, which many write with another scheme, or with or without the empty fragment. */
    private static Optional<SpecificationVersion> draft(String dialect) {
        return Stream.of(SpecificationVersion.values())
                .filter(each -> plain(each.getDialectId()).equals(plain(dialect)))
                .findFirst();
    }

    private static String plain(String dialect) {
        return dialect.replaceFirst("^https?:", "").replaceFirst("#$", "");
    }
}
