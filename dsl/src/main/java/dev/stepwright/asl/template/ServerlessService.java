package dev.stepwright.asl.template;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.template.Filling.Filled;
import dev.stepwright.asl.template.ServerlessVariables.Located;
import dev.stepwright.asl.template.Template.Found;
import dev.stepwright.json.JsonDocument;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * A service of the Serverless Framework, and the state machines that its plugin serverless-step-functions deploys.
 *
 * @see <a href="https://www.serverless.com/plugins/serverless-step-functions">Serverless Step Functions</a>
 */
final class ServerlessService {
    /** What it calls its state machines. */
    static final String STEP_FUNCTIONS = "stepFunctions";

    private final Path file;
    private final JsonDocument document;
    private final Map<String, String> given;
    private final Found found;
    private final ServerlessVariables variables;

    /** @param given what variables come to, by what stands between their braces */
    ServerlessService(Path file, JsonDocument document, Map<String, String> given) {
        this.file = file;
        this.document = document;
        this.given = given;
        this.found = new Found(new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        this.variables = new ServerlessVariables(file, document, found);
    }

    static boolean is(JsonNode root) {
        return root.has(STEP_FUNCTIONS) && root.has("service") && !root.has("States");
    }

    Definitions definitions() {
        Map<String, Located> machines = new LinkedHashMap<>();
        variables
                .member(variables.root(), STEP_FUNCTIONS, "stateMachines")
                .ifPresent(all -> all.value()
                        .propertyNames()
                        .forEach(id ->
                                variables.followed(all.member(id)).ifPresent(machine -> machines.put(id, machine))));
        if (machines.isEmpty() && found.problems().isEmpty() && found.broken().isEmpty()) {
            throw new IllegalArgumentException("this service has no state machine in stepFunctions.stateMachines");
        }
        machines.forEach(this::addName);
        machines.forEach(this::add);
        return new Definitions(file, document.text(), found.machines(), found.problems(), found.broken());
    }

    /** The plugin makes logical ids of what it is given, and Serverless changes their first letters and hyphens. */
    private void addName(String id, Located machine) {
        String custom = Stream.of("id", "name")
                .map(field -> plain(machine, field))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(id + "StepFunctionsStateMachine");
        String logicalId = (custom.substring(0, 1).toUpperCase(Locale.ROOT) + custom.substring(1))
                .replace("-", "Dash")
                .replace("_", "Underscore");
        Stream.of("", ".Arn", ".Name").forEach(ending -> found.named().put(logicalId + ending, name(id, machine)));
    }

    private static String name(String id, Located machine) {
        String name = plain(machine, "name");
        return name.isEmpty() ? id : PlacedDefinition.name(name);
    }

    /** Returns a text without variables; empty if there is none. */
    private static String plain(Located machine, String field) {
        String text = machine.value().path(field).asString("");
        return text.contains("${") ? "" : text;
    }

    private void add(String id, Located machine) {
        if (!machine.value().path("definition").isMissingNode()) {
            variables.member(machine, "definition").ifPresent(definition -> add(id, machine, definition));
        } else {
            String message = "the state machine " + id + " has no definition; add one as an object or ${file(...)}";
            tell(TemplateRule.NO_DEFINITION, machine, message);
        }
    }

    private void add(String id, Located machine, Located definition) {
        String name = definition.file().toString();
        AslDocument written = AslDocument.of(
                name,
                InlineDefinition.of(
                        definition.at(),
                        definition.document(),
                        new Intrinsics(definition.document(), KnownValues.none())));
        Filled filled = filling(definition.document(), written).ofObject(definition.at(), written);
        if (UnknownStructure.in(filled.document().root()).isPresent()
                || !written.root().isObject()) {
            tell(
                    TemplateRule.ELSEWHERE,
                    machine,
                    "the definition of %s is not checked, because only Serverless knows the value of a variable in it; a whole definition can be ${file(...)} of JSON or YAML"
                            .formatted(id));
            return;
        }
        found.machines()
                .add(new PlacedDefinition(
                        Optional.of(id),
                        name(id, machine),
                        definition.file().equals(file)
                                ? PlacedDefinition.home(file, name(id, machine))
                                : definition.file(),
                        written,
                        filled.document(),
                        plain(machine, "type").equals("EXPRESS"),
                        found.named(),
                        filled.problem().stream().toList()));
    }

    private Filling filling(JsonDocument definition, AslDocument written) {
        Map<String, String> words = new HashMap<>();
        texts(written.root())
                .flatMap(text -> Filling.namesIn(text).stream())
                .forEach(variable -> variables
                        .text(variable, given)
                        .filter(text -> !KnownValues.endsString(text))
                        .ifPresent(text -> words.put(variable, text)));
        return new Filling(definition, KnownValues.none(), words);
    }

    private static Stream<String> texts(JsonNode value) {
        return value.isString()
                ? Stream.of(value.stringValue())
                : value.valueStream().flatMap(ServerlessService::texts);
    }

    private void tell(TemplateRule rule, Located value, String message) {
        JsonPointer at =
                value.file().equals(file) ? value.at() : JsonPointer.empty().appendProperty(STEP_FUNCTIONS);
        found.problems().add(TemplateProblem.of(rule, document.position(at), message));
    }
}
