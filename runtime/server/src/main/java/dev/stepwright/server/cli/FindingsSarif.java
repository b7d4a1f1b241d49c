package dev.stepwright.server.cli;

import dev.stepwright.asl.Severity;
import dev.stepwright.json.JsonText;
import dev.stepwright.validation.Diagnostic;
import dev.stepwright.validation.RuleDescription;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Findings as a log in SARIF 2.1.0, which code scanning reads.
 *
 * @param directory what the places of files are relative to
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
 */
record FindingsSarif(Path directory) implements FindingsFormat {
    @Override
    public void print(List<CheckedFile> files, PrintWriter out) {
        ObjectNode log = JsonNodeFactory.instance.objectNode();
        log.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json").put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        Map<String, Integer> rules = tool(run.putObject("tool").putObject("driver"));
        // As dev.stepwright.json.Position counts.
        run.put("columnKind", "utf16CodeUnits");
        ArrayNode results = run.putArray("results");
        for (CheckedFile file : files) {
            String uri = uri(file);
            for (Diagnostic finding : file.findings()) {
                ObjectNode result = results.addObject();
                ObjectNode location = result(result, finding, uri, rules);
                String machine = file.machines().getOrDefault(finding, "");
                addLogical(location, machine, finding.pointer());
            }
        }
        out.println(JsonText.pretty(log));
    }

    /** Returns the index of each rule. */
    private static Map<String, Integer> tool(ObjectNode driver) {
        driver.put("name", "Stepwright");
        String version = FindingsSarif.class.getPackage().getImplementationVersion();
        if (version != null) {
            driver.put("version", version);
        }
        ArrayNode rules = driver.putArray("rules");
        Map<String, Integer> indexes = new HashMap<>();
        for (RuleDescription rule : RuleDescription.all()) {
            indexes.put(rule.id(), rules.size());
            rule(rules.addObject(), rule);
        }
        return indexes;
    }

    private static void rule(ObjectNode descriptor, RuleDescription rule) {
        descriptor.put("id", rule.id());
        descriptor.putObject("shortDescription").put("text", plain(rule.finds()));
        descriptor.putObject("fullDescription").put("text", plain(rule.finds() + ": " + rule.why()));
        String wrong = rule.wrong().isEmpty() ? "" : "\n\nWrong: " + rule.wrong();
        String help = rule.why() + wrong + "\n\nRight: " + rule.right() + "\n\nSee " + rule.id() + " in docs/rules.md.";
        descriptor.putObject("help").put("text", plain(help)).put("markdown", help);
        descriptor.putObject("defaultConfiguration").put("level", level(rule.severity()));
    }

    /** Adds a place; returns it. */
    private static ObjectNode result(ObjectNode result, Diagnostic finding, String uri, Map<String, Integer> rules) {
        result.put("ruleId", finding.rule());
        Integer index = rules.get(finding.rule());
        if (index != null) {
            result.put("ruleIndex", index);
        }
        result.put("level", level(finding.severity()));
        result.putObject("message").put("text", finding.message());
        ObjectNode location = result.putArray("locations").addObject();
        ObjectNode physical = location.putObject("physicalLocation");
        physical.putObject("artifactLocation").put("uri", uri);
        physical.putObject("region")
                .put("startLine", finding.position().line())
                .put("startColumn", finding.position().column());
        return location;
    }

    private static void addLogical(ObjectNode location, String machine, JsonPointer pointer) {
        if (!machine.isEmpty() || !pointer.matches()) {
            boolean isElement = pointer.matches() || pointer.last().mayMatchElement();
            location.putArray("logicalLocations")
                    .addObject()
                    .put("fullyQualifiedName", machine + pointer)
                    .put("kind", isElement ? "value" : "property");
        }
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case HINT -> "note";
        };
    }

    private static String plain(String markdown) {
        return markdown.replace("`", "");
    }

    private String uri(CheckedFile file) {
        try {
            // Behind a slash no colon can end a scheme.
            String path = "/" + file.nameFrom(directory);
            return new URI(null, null, path, null).toASCIIString().substring(1).replace(":", "%3A");
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("no URI for the file " + file.name(), e);
        }
    }
}
