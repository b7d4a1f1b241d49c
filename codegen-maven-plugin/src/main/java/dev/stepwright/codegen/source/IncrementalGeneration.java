package dev.stepwright.codegen.source;

import dev.stepwright.asl.template.Definitions;
import dev.stepwright.asl.template.PlacedDefinition;
import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.codegen.source.OutputFolder.Changes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A generation that is not done again where nothing has changed.
 *
 * @param state the file that remembers the last time
 * @param configuration all that the outcome depends on beside the files read and the parameters of the generation
 */
record IncrementalGeneration(Generation generation, Path state, List<String> configuration) {

    /**
     * Does the generation if a file that it reads, the configuration or a file that it wrote is not as it was; else tells again
     * what was found.
     *
     * @throws IOException if a file cannot be read or written
     */
    public Changes run(Findings findings) throws IOException {
        LastRun last = new LastRun(state);
        Map<?, OutputFolder> folders = new TreeMap<>(generation.folders());
        String inputs = inputs();
        if (last.is(inputs, folders.values())) {
            last.tellAgain(findings);
            int files = 0;
            for (OutputFolder folder : folders.values()) {
                files += folder.files().size();
            }
            return new Changes(List.of(), files, List.of());
        }
        last.forget();
        Changes changes = generation.run(findings);
        if (!findings.stopTheBuild()) {
            last.keep(inputs, folders.values(), findings);
        }
        return changes;
    }

    private String inputs() throws IOException {
        Digest digest = new Digest();
        configuration.forEach(digest::text);
        Path root = generation.sources().directory();
        digest.text(root.toString()).text(generation.packageName());
        for (Map.Entry<?, OutputFolder> folder : new TreeMap<>(generation.folders()).entrySet()) {
            digest.text(folder.getKey().toString())
                    .text(folder.getValue().directory().toString());
        }
        add(generation.sources().machines(), digest);
        add(generation.sources().substitutions(), digest);
        for (Path file : SourceTree.files(root)) {
            digest.file(root.relativize(file).toString(), file);
        }
        for (Path template : generation.sources().templates().files()) {
            add(template, digest);
        }
        for (Path jar : generation.sources().jars()) {
            for (Path file : Files.isDirectory(jar) ? SourceTree.files(jar) : List.of(jar)) {
                digest.file(file.toString(), file);
            }
        }
        return digest.text();
    }

    private static void add(Map<String, String> parameter, Digest digest) {
        digest.text(String.valueOf(parameter.size()));
        new TreeMap<>(parameter).forEach((name, value) -> digest.text(name).text(value));
    }

    /** Adds a template and the files that it names, which of them are missing, and what comes of it with what stands in yet other files. */
    private static void add(Path template, Digest digest) throws IOException {
        digest.file(template.toString(), template);
        if (!Files.isRegularFile(template)) {
            return;
        }
        try {
            Definitions read = Definitions.read(template);
            read.unread().forEach(digest::text);
            for (Definitions each : read.all()) {
                digest.text(each.file().toString()).text(each.text());
                for (PlacedDefinition placed : each.machines()) {
                    add(placed, each.file(), digest);
                }
            }
        } catch (IllegalArgumentException e) {
            digest.text(String.valueOf(e.getMessage()));
        }
    }

    private static void add(PlacedDefinition placed, Path template, Digest digest) throws IOException {
        Path file = Path.of(placed.document().name());
        if (!file.equals(template)) {
            digest.file(file.toString(), file);
        }
        digest.text(placed.name())
                .text(String.valueOf(placed.isExpress()))
                .text(placed.document().asl())
                .text(placed.filled().asl());
        add(placed.machines(), digest);
    }
}
