package dev.stepwright.server.cli;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.edit.Fix;
import dev.stepwright.asl.edit.TextChange;
import dev.stepwright.validation.Diagnostic;
import dev.stepwright.validation.ProjectValidator;
import dev.stepwright.validation.Suppressions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes into files what is surely meant by what is misspelt in them, and says what it has written. */
final class SureFixes {
    private final Map<Path, Changes> byFile = new LinkedHashMap<>();
    private final PrintWriter told;

    /** @param told of each change */
    SureFixes(PrintWriter told) {
        this.told = told;
    }

    /**
     * What is to be changed in a file.
     *
     * @param text of the file, without a byte order mark
     */
    private record Changes(String text, List<TextChange> made) {}

    /** Adds what mends the findings of a definition that are not suppressed. */
    void add(ReadDefinition read, ProjectValidator project, Suppressions suppressions) throws IOException {
        AslDocument document = read.definition().document();
        Path file = Path.of(document.name());
        if (!Files.isRegularFile(file)) {
            return;
        }
        List<Diagnostic> found = project.validate(read.definition());
        for (Diagnostic finding :
                suppressions.apply(read.placed().home(), document, found).findings()) {
            Optional<Fix> fix = finding.sureFix();
            if (fix.isPresent()) {
                Changes before = byFile.getOrDefault(file, new Changes(document.text(), List.of()));
                List<TextChange> made =
                        TextChange.apart(List.of(before.made, fix.get().in(document)));
                if (made.size() > before.made.size()) {
                    byFile.put(file, new Changes(before.text, made));
                    told.println("stepwright validate: " + file + ":" + finding.position() + ": fixed ["
                            + finding.rule() + "] " + fix.get().text());
                }
            }
        }
    }

    /** Writes all files that are changed; returns whether there is one. */
    boolean write() throws IOException {
        for (Map.Entry<Path, Changes> each : byFile.entrySet()) {
            String mark = Files.readString(each.getKey()).startsWith("\uFEFF") ? "\uFEFF" : "";
            Changes changes = each.getValue();
            Files.writeString(each.getKey(), mark + TextChange.in(changes.text, changes.made));
        }
        return !byFile.isEmpty();
    }
}
