package dev.stepwright.validation;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.Spelling;
import dev.stepwright.asl.template.TemplateRule;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import dev.stepwright.types.report.FlowRule;
import dev.stepwright.validation.machine.Names;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which findings are not to be told: those of some rules everywhere, and those that the ignore file beside a definition names.
 * The definition itself never says so, for AWS refuses fields that it does not know.
 */
public final class Suppressions {
    /** Rules for what cannot be read; without them a file would be passed over in silence. */
    private static final Set<String> NEVER =
            Set.of("ASL-DOC-001", "ASL-DOC-002", "ASL-DOC-003", TemplateRule.NO_DEFINITION.id());

    /** How long the name of a group is, as ERR of ASL-ERR-008. */
    private static final int GROUP = 3;

    private static final Names RULES = new Names(Stream.of(
                    Rules.ALL.stream().map(Rule::id),
                    Stream.of(FlowRule.values()).map(FlowRule::id),
                    Stream.of(TemplateRule.values()).map(TemplateRule::id))
            .flatMap(ids -> ids)
            .toList());

    private final Set<String> rules;

    private Suppressions(Set<String> rules) {
        this.rules = rules;
    }

    /**
     * Returns the suppressions of a build.
     *
     * @param rules the ids of rules whose findings are not told in any definition; may be empty
     * @throws IllegalArgumentException if one of them is no rule, or cannot be ignored
     */
    public static Suppressions of(Collection<String> rules) {
        for (String rule : rules) {
            problem(rule).ifPresent(problem -> {
                throw new IllegalArgumentException(problem);
            });
        }
        return new Suppressions(new TreeSet<>(rules));
    }

    /** Returns where the ignore file of a definition stands: {@code order.asl.ignore.json} beside {@code order.asl.json}. */
    public static Path ignoreFile(Path definition) {
        String name = String.valueOf(definition.getFileName());
        return definition.resolveSibling(name.replaceFirst("\\.(json|ya?ml)$", "") + ".ignore.json");
    }

    /**
     * Returns what is to be told about a definition.
     *
     * @param file where the definition stands, or would stand; its ignore file is read if there is one
     * @param found what the validator says about it
     * @throws IOException if the ignore file cannot be read
     */
    public Remaining apply(Path file, AslDocument document, List<Diagnostic> found) throws IOException {
        Path ignoreFile = ignoreFile(file);
        IgnoreFile ignored = Files.exists(ignoreFile)
                ? IgnoreFile.read(ignoreFile, Validator.machine(document, WorkflowType.STANDARD))
                : IgnoreFile.NONE;
        return remaining(
                ignored, found, diagnostic -> !rules.contains(diagnostic.rule()) && !ignored.covers(diagnostic));
    }

    /** Returns what is to be told of findings about no definition: beside these stands no ignore file. */
    public Remaining apply(List<Diagnostic> found) {
        return remaining(IgnoreFile.NONE, found, diagnostic -> !rules.contains(diagnostic.rule()));
    }

    /**
     * Returns what is to be told about a definition of which an ignore file would say the same.
     *
     * @param states the names of states by rules; of a rule without states nothing is told in the whole machine
     * @param found what the validator says about it
     */
    public static Remaining apply(AslDocument document, Map<String, List<String>> states, List<Diagnostic> found) {
        if (states.isEmpty()) {
            return new Remaining(found, 0, "", List.of());
        }
        JsonDocument json = JsonDocument.parse(ignoreText(states));
        IgnoreFile ignored = IgnoreFile.of(json, Validator.machine(document, WorkflowType.STANDARD));
        return remaining(ignored, found, diagnostic -> !ignored.covers(diagnostic));
    }

    /** Returns the text of an ignore file that says the same as names of states by rules; see {@link #apply(AslDocument, Map, List)}. */
    public static String ignoreText(Map<String, List<String>> states) {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        states.forEach((rule, names) -> {
            if (names.isEmpty()) {
                content.put(rule, IgnoreFile.ALL);
            } else {
                names.forEach(content.withArray(JsonPointer.empty().appendProperty(rule))::add);
            }
        });
        return JsonText.pretty(content) + "\n";
    }

    private static Remaining remaining(IgnoreFile ignored, List<Diagnostic> found, Predicate<Diagnostic> isTold) {
        List<Diagnostic> told = found.stream().filter(isTold).toList();
        return new Remaining(told, found.size() - told.size(), ignored.text(), ignored.findings(found));
    }

    /**
     * What is left to be told.
     *
     * @param findings about the definition
     * @param suppressed how many more there are
     * @param ignoreText the text of the ignore file, empty if there is none
     * @param ofIgnoreFile what is wrong with the ignore file, in the order of its text
     */
    public record Remaining(
            List<Diagnostic> findings, int suppressed, String ignoreText, List<Diagnostic> ofIgnoreFile) {
        public Remaining {
            findings = List.copyOf(findings);
            ofIgnoreFile = List.copyOf(ofIgnoreFile);
        }
    }

    /** Returns why the findings of a rule cannot be ignored; empty if they can. */
    static Optional<String> problem(@Nullable String rule) {
        String id = String.valueOf(rule);
        boolean isOfIgnoreFile = Stream.of(IgnoreProblem.values())
                .anyMatch(problem -> problem.id().equals(id));
        if (NEVER.contains(id) || isOfIgnoreFile) {
            return Optional.of(id + " cannot be ignored; fix what it finds");
        }
        return RULES.contains(id)
                ? Optional.empty()
                : Optional.of("there is no rule " + Words.quote(id) + Words.didYouMean(near(id))
                        + "; docs/rules.md lists all");
    }

    /** All ids are alike, so one of another group is not meant. */
    private static Optional<String> near(String id) {
        return new Names(RULES.all()).nearest(id).filter(rule -> Spelling.distance(id, rule) < GROUP);
    }

    @Override
    public String toString() {
        return rules.stream().collect(Collectors.joining(", ", "[", "]"));
    }
}
