package dev.stepwright.asl.template;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.DefinitionFile;
import dev.stepwright.asl.template.Filling.Filled;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A definition and where it was found.
 *
 * @param logicalId what the template calls the machine: its logical id, or its address in Terraform; empty for a definition's own file
 * @param name of the machine: the one that the template gives it as plain text, else the id of its construct in the CDK, else the logical id; of a file that of the file. Files can be called
 *     so: what AWS refuses in names is a hyphen
 * @param home where the definition stands; if that is within a template, where it would stand by its name, beside the template or in {@code src/main/asl} there: schemas and the
 *     ignore file are beside it
 * @param document the definition; {@link AslDocument#name()} is the path of the file in which its positions count
 * @param filled the definition with values in place of the placeholders whose values are known before a deployment: constants, what somebody gives, what parameters have
 *     where nobody gives it, and what follows from these; {@code document} where nothing is known
 * @param isExpress whether the template says that it is an Express machine
 * @param machines which machines placeholders of the definition stand for: names of machines, or ARNs, by names of placeholders
 * @param problems what is wrong with the definition in its template
 */
public record PlacedDefinition(
        Optional<String> logicalId,
        String name,
        Path home,
        AslDocument document,
        AslDocument filled,
        boolean isExpress,
        Map<String, String> machines,
        List<TemplateProblem> problems) {
    /** Where the Maven plugin has definitions, if nobody says otherwise, in a project whose template stands at its root. */
    private static final String SOURCES = "src/main/asl";

    private static final Pattern REFUSED = Pattern.compile("[\\s\\p{Cntrl}<>{}\\[\\]?*\"#%\\\\^|~`$&,;:/]");

    public PlacedDefinition {
        machines = Map.copyOf(machines);
        problems = List.copyOf(problems);
    }

    /** Returns the name of a machine, by which files can be called: as written, but for characters that AWS refuses in names. */
    static String name(String written) {
        return REFUSED.matcher(written).replaceAll("-");
    }

    /** Returns where the definition of a machine would stand that stands in a template: beside it, or where a build looks, if something that belongs to it is there. */
    static Path home(Path template, String name) {
        Path source = template.resolveSibling(SOURCES).resolve(name + ".asl.json");
        return DefinitionFile.sidecars(source).stream().anyMatch(Files::exists)
                ? source
                : template.resolveSibling(name + ".asl.json");
    }

    static PlacedDefinition ofFile(Path file, AslDocument document, Filled filled) {
        return new PlacedDefinition(
                Optional.empty(),
                DefinitionFile.machineName(file.toString()),
                file,
                document,
                filled.document(),
                false,
                Map.of(),
                filled.problem().stream().toList());
    }

    /** Returns the document, called as a file of the machine's name would be, for what is made of it. */
    public AslDocument named() {
        return logicalId.isEmpty() ? document : document.named(name + ".asl.json");
    }

    /** Returns what messages call the definition: its file, or {@code template.yaml#LogicalId}. */
    public String label(Path file) {
        return logicalId.map(id -> file + "#" + id).orElse(file.toString());
    }
}
