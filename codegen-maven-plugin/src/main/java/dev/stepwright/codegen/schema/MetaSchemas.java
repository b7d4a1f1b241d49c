package dev.stepwright.codegen.schema;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.stepwright.json.JsonText;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Checks that a file is a schema of the draft it names. */
final class MetaSchemas {
    private static final Set<SpecificationVersion> DRAFTS = EnumSet.of(
            SpecificationVersion.DRAFT_7, SpecificationVersion.DRAFT_2019_09, SpecificationVersion.DRAFT_2020_12);

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Findings findings;

    MetaSchemas(Findings findings) {
        this.findings = findings;
    }

    /** Returns whether the file is a schema; if not, says why. */
    boolean accept(SchemaFile file) {
        JsonNode named = file.root().node().path("$schema");
        String dialect = named.asString(SpecificationVersion.DRAFT_2020_12.getDialectId());
        if (SpecificationVersion.fromDialectId(dialect).filter(DRAFTS::contains).isEmpty()) {
            findings.error(
                    file.root().at("$schema"),
                    Rule.NOT_SUPPORTED,
                    "\"" + dialect + "\" is not read; use " + SpecificationVersion.DRAFT_2020_12.getDialectId()
                            + ", or draft 2019-09 or 07");
            return false;
        }
        List<Error> errors = registry.getSchema(SchemaLocation.of(dialect))
                .validate(file.root().node());
        Set<Place> reported = new HashSet<>();
        for (Error error : errors) {
            Place place = new Place(
                    file, JsonPointer.compile(error.getInstanceLocation().toString()));
            if (reported.add(place)) {
                String found = JsonText.excerpt(place.node());
                findings.error(place, Rule.NOT_A_SCHEMA, found + " is no JSON Schema: " + error.getMessage());
            }
        }
        return errors.isEmpty();
    }
}
