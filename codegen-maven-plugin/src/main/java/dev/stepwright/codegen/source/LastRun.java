package dev.stepwright.codegen.source;

import dev.stepwright.asl.Severity;
import dev.stepwright.codegen.schema.Finding;
import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonSyntaxException;
import dev.stepwright.json.JsonText;
import dev.stepwright.json.Position;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an execution of a goal read and wrote when it last came to its end. Where all of that is as it was there is nothing to do,
 * but what was found then is told again.
 *
 * @param file where that is kept, one for each execution
 */
record LastRun(Path file) {
    private static final String INPUTS = "inputs";
    private static final String OUTPUTS = "outputs";
    private static final String FINDINGS = "findings";
    private static final String SUPPRESSED = "suppressed";

    /**
     * Returns whether the run had these inputs and its outputs are still there.
     *
     * @param inputs a digest of them
     */
    boolean is(String inputs, Collection<OutputFolder> folders) throws IOException {
        Optional<JsonNode> last = read();
        return last.isPresent()
                && last.get().path(INPUTS).asString("").equals(inputs)
                && last.get().path(OUTPUTS).asString("").equals(digest(folders));
    }

    /** Adds what the run found. */
    void tellAgain(Findings findings) throws IOException {
        JsonNode last = read().orElseThrow();
        for (JsonNode finding : last.path(FINDINGS)) {
            findings.add(new Finding(
                    Path.of(finding.path("file").asString("")),
                    new Position(
                            finding.path("line").intValue(),
                            finding.path("column").intValue()),
                    Severity.valueOf(finding.path("severity").asString("")),
                    finding.path("rule").asString(""),
                    finding.path("message").asString("")));
        }
        findings.suppressed(last.path(SUPPRESSED).intValue());
    }

    /** Keeps what a run had as inputs, left as outputs and found. */
    void keep(String inputs, Collection<OutputFolder> folders, Findings findings) throws IOException {
        ObjectNode state = JsonNodeFactory.instance.objectNode();
        state.put(INPUTS, inputs).put(OUTPUTS, digest(folders)).put(SUPPRESSED, findings.suppressedCount());
        ArrayNode told = state.putArray(FINDINGS);
        for (Finding finding : findings.all()) {
            told.addObject()
                    .put("file", finding.file().toString())
                    .put("line", finding.position().line())
                    .put("column", finding.position().column())
                    .put("severity", finding.severity().name())
                    .put("rule", finding.rule())
                    .put("message", finding.message());
        }
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, JsonText.pretty(state) + "\n");
    }

    /** Forgets the run, since its outputs are about to change. */
    void forget() throws IOException {
        Files.deleteIfExists(file);
    }

    /** A file that is no longer as it was written counts as none. */
    private Optional<JsonNode> read() throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonDocument.parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                    .root());
        } catch (JsonSyntaxException e) {
            return Optional.empty();
        }
    }

    private static String digest(Collection<OutputFolder> folders) throws IOException {
        Digest digest = new Digest();
        for (OutputFolder folder : folders) {
            for (Path written : folder.files()) {
                digest.file(written.toString(), written);
            }
        }
        return digest.text();
    }
}
