package dev.stepwright.validation.map;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.Shape;
import dev.stepwright.validation.rule.AllowedWords;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.ServiceWords;
import dev.stepwright.validation.rule.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** An {@code ItemReader} that AWS cannot read with. Repeated headers it finds when it reads. */
final class BadReader extends Rule {
    private static final List<String> RESOURCES = List.of("s3:getObject", "s3:listObjectsV2");

    private static final Map<String, List<String>> NEEDED =
            Map.of("s3:getObject", List.of("Bucket", "Key"), "s3:listObjectsV2", List.of("Bucket"));

    BadReader() {
        super("ASL-MAP-009", Severity.ERROR, SCHEMA);
    }

    @Override
    protected void check(Part part, Findings findings) {
        if (part.kind() == Kind.ITEM_READER) {
            MapResource.check(this, part, "an ItemReader", RESOURCES, findings);
            MapLocation.check(this, part, NEEDED, findings);
        } else if (part.kind() == Kind.READER_CONFIG) {
            AllowedWords.check(this, part, findings);
            flattened(part, findings);
            headerLocation(part, findings);
            headers(part, findings);
        }
    }

    /** Of objects that are only listed there is nothing to tell. */
    private void flattened(Part part, Findings findings) {
        boolean isRead =
                part.text("Transformation").filter("LOAD_AND_FLATTEN"::equals).isPresent();
        if (isRead && !part.has("InputType") && !part.misspells("InputType")) {
            findings.add(at(
                            part.at("Transformation"),
                            "Transformation LOAD_AND_FLATTEN needs InputType, which says what the objects hold")
                    .accepted());
        }
    }

    /** Of what a manifest lists the manifest tells more than the {@code InputType}. */
    private void headerLocation(Part part, Findings findings) {
        String type = part.text("InputType").orElse("");
        boolean isGiven = part.has("CSVHeaderLocation");
        if (type.equals("CSV") && !isGiven && !part.has("ManifestType") && !part.misspells("CSVHeaderLocation")) {
            findings.add(at(
                            part.at("InputType"),
                            "InputType CSV needs CSVHeaderLocation; add \"CSVHeaderLocation\": \"FIRST_ROW\", or \"GIVEN\" with CSVHeaders")
                    .service("The field 'CSVHeaderLocation' is required", part.pointer()));
        } else if (type.equals("JSON") && isGiven) {
            findings.add(atName(
                            part.at("CSVHeaderLocation"),
                            "CSVHeaderLocation is for CSV files, but InputType is \"JSON\"; remove it")
                    .service(ServiceWords.unsupported("CSVHeaderLocation"), part.pointer()));
        }
    }

    private void headers(Part part, Findings findings) {
        JsonNode headers = part.value("CSVHeaders");
        if (part.text("CSVHeaderLocation").filter("GIVEN"::equals).isPresent() && headers.isMissingNode()) {
            findings.add(at(
                            part.at("CSVHeaderLocation"),
                            "CSVHeaderLocation GIVEN needs CSVHeaders, an array with the names of the columns")
                    .service(ServiceWords.required("CSVHeaders"), part.pointer()));
        }
        Set<JsonNode> seen = new HashSet<>();
        for (int i = 0; headers.isArray() && i < headers.size(); i++) {
            if (!headers.get(i).isString()) {
                findings.add(at(
                                part.at("CSVHeaders").appendIndex(i),
                                "the elements of CSVHeaders must be strings, found " + Words.show(headers.get(i)))
                        .service(
                                ServiceWords.expected(Shape.TEXT),
                                part.at("CSVHeaders").appendIndex(i)));
            } else if (!seen.add(headers.get(i))) {
                findings.add(at(
                                part.at("CSVHeaders").appendIndex(i),
                                "there is already a header %s; rename one".formatted(Words.show(headers.get(i))))
                        .accepted());
            }
        }
    }
}
