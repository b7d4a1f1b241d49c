package dev.stepwright.server.cli;

import dev.stepwright.validation.Diagnostic;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Findings as one JSON object a line and file. */
record FindingsJson() implements FindingsFormat {
    @Override
    public void print(List<CheckedFile> files, PrintWriter out) {
        files.forEach(file -> out.println(json(file)));
    }

    private static ObjectNode json(CheckedFile file) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("file", file.name())
                .put("valid", file.isValid())
                .put("accepted", file.isAccepted())
                .put("suppressed", file.suppressed());
        ArrayNode diagnostics = object.putArray("diagnostics");
        for (Diagnostic finding : file.findings()) {
            ObjectNode diagnostic = diagnostics
                    .addObject()
                    .put("rule", finding.rule())
                    .put("severity", finding.severity().name().toLowerCase(Locale.ROOT))
                    .put("refused", finding.refused())
                    .put("line", finding.position().line())
                    .put("column", finding.position().column())
                    .put("pointer", finding.pointer().toString());
            String machine = file.machines().get(finding);
            if (machine != null) {
                diagnostic.put("machine", machine);
            }
            diagnostic.put("message", finding.message());
        }
        return object;
    }
}
