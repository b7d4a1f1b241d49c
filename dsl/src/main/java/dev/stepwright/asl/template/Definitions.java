package dev.stepwright.asl.template;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.json.Extract;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonSyntaxException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The definitions in a file: the one that the file is, those of the state machines in a template of CloudFormation, SAM or the CDK, those of a service of Serverless, those in source of Terraform, or those in what {@code
 * terraform show -json} prints.
 *
 * @param text of the file
 * @param machines whose definitions could be read
 * @param problems why those of others could not
 * @param broken texts of definitions that are no JSON
 * @param nested those in the templates of stacks in a template, by the logical ids of the stacks
 */
public record Definitions(
        Path file,
        String text,
        List<PlacedDefinition> machines,
        List<TemplateProblem> problems,
        List<Broken> broken,
        Map<String, Definitions> nested) {
    /** CloudFormation takes templates of 1 MB; a plan may be longer. */
    private static final long LARGEST = 16L << 20;

    private static final Pattern WORDS = Pattern.compile(
            "AWS::(StepFunctions|Serverless)::StateMachine|AWS::CloudFormation::Stack|AWS::Serverless::Application|"
                    + TerraformMachine.TYPE + "|" + ServerlessService.STEP_FUNCTIONS);
    /** Those of a template or a service at the beginning of a line, where it is too broken to be read. */
    private static final Pattern SECTIONS = Pattern.compile(
            "^(Resources:|" + ServerlessService.STEP_FUNCTIONS + ":|\\s*\"Resources\")", Pattern.MULTILINE);

    /**
     * A text of a definition that is no JSON.
     *
     * @param file the file in which the problem has its position
     */
    public record Broken(Path file, JsonSyntaxException problem) {}

    public Definitions {
        machines = List.copyOf(machines);
        problems = List.copyOf(problems);
        broken = List.copyOf(broken);
        nested = Collections.unmodifiableMap(new LinkedHashMap<>(nested));
    }

    /** Makes those of a file that has no stacks with templates of their own. */
    public Definitions(
            Path file,
            String text,
            List<PlacedDefinition> machines,
            List<TemplateProblem> problems,
            List<Broken> broken) {
        this(file, text, machines, problems, broken, Map.of());
    }

    /** Returns these and all nested ones, each without those that are nested in it. */
    public List<Definitions> all() {
        List<Definitions> all = new ArrayList<>();
        all.add(new Definitions(file, text, machines, problems, broken));
        nested.values().forEach(each -> all.addAll(each.all()));
        return List.copyOf(all);
    }

    /** Returns whether nothing was found, and nothing is wrong. */
    boolean isEmpty() {
        return machines.isEmpty() && problems.isEmpty() && broken.isEmpty() && nested.isEmpty();
    }

    /**
     * Reads a file. One named {@code *.asl.json}, {@code *.asl.yaml}, {@code *.asl.yml} or {@code *.asl} is a definition, any other may be. One that
     * is not one document in UTF-8 is itself {@link #broken()}.
     *
     * @throws IOException if it is missing or cannot be read
     * @throws IllegalArgumentException if it is a template, a service of Serverless, a plan or source of Terraform without a state machine; the message says so
     */
    public static Definitions read(Path file) throws IOException {
        return read(file, Map.of());
    }

    /**
     * Reads a file as {@link #read(Path)} does.
     *
     * @param parameters the values of placeholders, by their names: of parameters of a template, which have their defaults without it, of {@code AWS::Region} and
     *     its like, and of all others
     */
    public static Definitions read(Path file, Map<String, String> parameters) throws IOException {
        try {
            return of(file, JsonDocument.text(file), parameters);
        } catch (JsonSyntaxException e) {
            return broken(file, e);
        }
    }

    /**
     * Reads a text that a file has or will have, as {@link #read(Path)} reads the file. Other files that it names are read as they are.
     *
     * @throws IOException if one of those cannot be read
     * @throws IllegalArgumentException as {@link #read(Path)} does
     */
    public static Definitions of(Path file, String text) throws IOException {
        try {
            return of(file, text, Map.of());
        } catch (JsonSyntaxException e) {
            return broken(file, e);
        }
    }

    private static Definitions of(Path file, String text, Map<String, String> parameters) throws IOException {
        if (isTerraform(file)) {
            return TerraformSource.read(file, Extract.of(text).text(), parameters);
        }
        return isNamedAsDefinition(file)
                ? ofFile(file, AslDocument.parse(file, text), parameters)
                : ofUnknown(file, text, parameters);
    }

    /** A definition with bare placeholders is read as what it is only if it is no JSON otherwise. */
    private static Definitions ofUnknown(Path file, String text, Map<String, String> parameters) throws IOException {
        JsonDocument document;
        try {
            document = JsonDocument.parse(file, text, Template.TAGS);
        } catch (JsonSyntaxException e) {
            if (e.isYaml()) {
                throw e;
            }
            return ofFile(file, AslDocument.parse(file, text), parameters);
        }
        return of(file, document, parameters);
    }

    private static Definitions broken(Path file, JsonSyntaxException problem) {
        return new Definitions(file, "", List.of(), List.of(), List.of(new Broken(file, problem)));
    }

    private static Definitions of(Path file, JsonDocument document, Map<String, String> parameters) throws IOException {
        if (Template.is(document.root())) {
            return new Template(file, document, new KnownValues(document.root(), parameters)).definitions();
        }
        if (TerraformPlan.is(document.root())) {
            return new TerraformPlan(file, document).definitions();
        }
        if (ServerlessService.is(document.root())) {
            return new ServerlessService(file, document, parameters).definitions();
        }
        // The tags of templates are errors in a definition.
        boolean isRead = document.isJsonText();
        return ofFile(
                file,
                isRead ? AslDocument.of(file.toString(), document) : AslDocument.parse(file, document.text()),
                parameters);
    }

    private static Definitions ofFile(Path file, AslDocument document, Map<String, String> words) {
        PlacedDefinition only = PlacedDefinition.ofFile(file, document, Filling.ofFile(document, words));
        return new Definitions(file, document.text(), List.of(only), List.of(), List.of());
    }

    static boolean isTerraform(Path file) {
        return file.toString().endsWith(".tf");
    }

    private static boolean isNamedAsDefinition(Path file) {
        return file.toString().matches("(?s).*\\.asl(\\.(json|ya?ml))?");
    }

    /**
     * Returns whether a file is no definition, but has state machines in it: a template, a service of Serverless, source of Terraform, or what {@code terraform show -json} prints. One that is
     * broken counts if its words are those of a template.
     *
     * @throws IOException if it cannot be read
     */
    public static boolean areIn(Path file) throws IOException {
        return mayBeOther(file)
                && Files.size(file) <= LARGEST
                && areIn(file, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    }

    /** Returns whether a file by its name may be what {@link #areIn} looks for; by any other it is a definition. */
    public static boolean mayBeOther(Path file) {
        return file.toString().matches("(?s).*\\.(json|ya?ml|template|tf)") && !isNamedAsDefinition(file);
    }

    /**
     * Returns the same of a text that a file has or will have.
     *
     * @throws IOException if a file that it names cannot be read
     */
    public static boolean areIn(Path file, String text) throws IOException {
        if (isTerraform(file)) {
            return TerraformSource.hasMachines(text);
        }
        if (!mayBeOther(file) || !WORDS.matcher(text).find()) {
            return false;
        }
        try {
            JsonNode root = JsonDocument.parse(file, text, Template.TAGS).root();
            return Template.hasMachines(root)
                    || Template.hasStacks(root) && hasNested(file, text)
                    || TerraformPlan.is(root)
                    || ServerlessService.is(root);
        } catch (JsonSyntaxException e) {
            return SECTIONS.matcher(text).find();
        }
    }

    private static boolean hasNested(Path template, String text) throws IOException {
        try {
            return !of(template, text).nested.isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * Reads a file as {@link #read} does, or of it only the machine whose logical id stands behind its path: {@code template.yaml#Order}; {@code
     * template.yaml#Shop/Order} is one in the template of the stack {@code Shop}.
     *
     * @throws IllegalArgumentException also if there is no such machine whose definition could be read
     */
    public static Definitions given(Path file) throws IOException {
        return given(file, Map.of());
    }

    /** Reads a file as {@link #given(Path)} does, with {@code parameters} as {@link #read(Path, Map)} has them. */
    public static Definitions given(Path file, Map<String, String> parameters) throws IOException {
        String text = file.toString();
        int mark = text.lastIndexOf('#');
        return mark <= 0 || Files.exists(file)
                ? read(file, parameters)
                : read(Path.of(text.substring(0, mark)), parameters).only(text.substring(mark + 1));
    }

    /** Says which definitions could not be read, and why, each with its place. */
    public List<String> unread() {
        return all().stream().flatMap(Definitions::ownUnread).toList();
    }

    private Stream<String> ownUnread() {
        return Stream.concat(
                problems.stream().map(problem -> file + ":" + problem.position() + ": " + problem.message()),
                broken.stream()
                        .map(each -> each.file() + ":" + each.problem().position() + ": "
                                + each.problem().problem()));
    }

    /**
     * Returns the one machine with a logical id, or else of a name; one that is nested has those of its stacks before its own: {@code Shop/Order}.
     *
     * @throws IllegalArgumentException if there is no such machine whose definition could be read
     */
    public Definitions only(String logicalId) {
        int slash = logicalId.indexOf('/');
        if (slash > 0 && nested.containsKey(logicalId.substring(0, slash))) {
            return Objects.requireNonNull(nested.get(logicalId.substring(0, slash)))
                    .only(logicalId.substring(slash + 1));
        }
        List<PlacedDefinition> called = machines.stream()
                .filter(machine -> machine.logicalId().filter(logicalId::equals).isPresent())
                .toList();
        List<PlacedDefinition> found = called.isEmpty() ? named(logicalId) : called;
        if (found.isEmpty()) {
            throw new IllegalArgumentException("there is no state machine \"" + logicalId
                    + "\" that can be read; "
                    + (ids().findAny().isEmpty()
                            ? "there is none"
                            : "the state machines are " + ids().collect(Collectors.joining(", ")))
                    + unread().stream().map(problem -> "; not read: " + problem).collect(Collectors.joining()));
        }
        return new Definitions(file, text, found, List.of(), List.of());
    }

    /** Returns the machine of a name; nothing if several have it. */
    private List<PlacedDefinition> named(String name) {
        List<PlacedDefinition> named = machines.stream()
                .filter(machine -> machine.name().equals(PlacedDefinition.name(name)))
                .toList();
        return named.size() == 1 ? named : List.of();
    }

    private Stream<String> ids() {
        return Stream.concat(
                machines.stream().map(machine -> machine.logicalId().orElse(machine.name())),
                nested.entrySet().stream()
                        .flatMap(stack -> stack.getValue().ids().map(id -> stack.getKey() + "/" + id)));
    }
}
