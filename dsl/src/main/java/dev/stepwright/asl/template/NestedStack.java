package dev.stepwright.asl.template;

import dev.stepwright.asl.template.Definitions.Broken;
import dev.stepwright.asl.template.Template.Found;
import dev.stepwright.json.FileProblems;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonSyntaxException;
import dev.stepwright.json.Placeholders;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** A stack in a template that is made by another template, in a file. */
record NestedStack(Template owner, String id) {
    private static final Map<String, String> LOCATIONS =
            Map.of("AWS::CloudFormation::Stack", "TemplateURL", "AWS::Serverless::Application", "Location");

    static boolean is(JsonNode resource) {
        return LOCATIONS.containsKey(resource.path("Type").asString(""));
    }

    /** Adds the definitions of its template, or why that cannot be read; nothing if it is elsewhere or was read already. */
    void addTo(Found found, Map<String, Definitions> nested, Set<Path> read) {
        Optional<JsonPointer> location = location();
        Optional<Path> file = location.flatMap(this::file);
        if (file.isEmpty() || !read.add(file.get().toAbsolutePath().normalize())) {
            return;
        }
        try {
            JsonDocument document = JsonDocument.read(file.get(), Template.TAGS);
            if (Template.is(document.root())) {
                add(new Template(file.get(), document, values(document.root())), found, nested, read);
            }
        } catch (JsonSyntaxException e) {
            found.broken().add(new Broken(file.get(), e));
        } catch (IOException e) {
            String message = "the template of the stack %s is not checked: %s; the path is relative to the template"
                    .formatted(id, FileProblems.unread(file.get(), e));
            found.problems()
                    .add(TemplateProblem.of(
                            TemplateRule.ELSEWHERE, owner.document().position(location.orElseThrow()), message));
        }
    }

    private void add(Template template, Found found, Map<String, Definitions> nested, Set<Path> read) {
        Definitions definitions = template.definitions(startedBy(found), read);
        if (!definitions.isEmpty()) {
            nested.put(id, definitions);
        }
        // What it puts out may be the machines that others start.
        JsonPointer outputs = JsonPointer.empty().appendProperty("Outputs");
        Intrinsics intrinsics = new Intrinsics(template.document(), KnownValues.none());
        for (String name : template.document().root().at(outputs).propertyNames()) {
            machine(intrinsics, outputs.appendProperty(name).appendProperty("Value"), template.named())
                    .ifPresent(machine -> found.named().put(id + ".Outputs." + name, machine));
        }
    }

    /** Returns where the path of its file stands: in the property for it, or where the CDK says what it will upload. */
    private Optional<JsonPointer> location() {
        JsonPointer at = owner.resource(id);
        JsonNode resource = owner.document().root().at(at);
        String property = LOCATIONS.getOrDefault(resource.path("Type").asString(""), "");
        JsonNode metadata = resource.path("Metadata");
        boolean isAsset = metadata.path("aws:asset:property").asString("").equals(property);
        return Stream.of("Properties/" + property, isAsset ? "Metadata/aws:asset:path" : "")
                .map(path -> at.append(JsonPointer.compile("/" + path)))
                .filter(each -> isPath(owner.document().root().at(each)))
                .findFirst();
    }

    private static boolean isPath(JsonNode value) {
        return value.isString() && !value.stringValue().matches("[A-Za-z0-9]+://.*|arn:.*|.*\\$\\{.*");
    }

    private Optional<Path> file(JsonPointer at) {
        try {
            String path = owner.document().root().at(at).stringValue();
            return Optional.of(owner.file().resolveSibling(path).normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private JsonPointer parameters() {
        return owner.resource(id).appendProperty("Properties").appendProperty("Parameters");
    }

    private Iterable<String> passed() {
        return owner.document().root().at(parameters()).propertyNames();
    }

    private KnownValues values(JsonNode template) {
        Intrinsics intrinsics = new Intrinsics(owner.document(), owner.values());
        Map<String, String> values = new HashMap<>();
        for (String name : passed()) {
            values.put(name, intrinsics.text(parameters().appendProperty(name)).text());
        }
        return owner.values().passedTo(template, values);
    }

    /** Returns the machines that its parameters stand for. */
    private Map<String, String> startedBy(Found found) {
        Intrinsics intrinsics = new Intrinsics(owner.document(), KnownValues.none());
        Map<String, String> machines = new HashMap<>();
        for (String name : passed()) {
            machine(intrinsics, parameters().appendProperty(name), found.named())
                    .ifPresent(machine -> machines.put(name, machine));
        }
        return machines;
    }

    private static Optional<String> machine(Intrinsics intrinsics, JsonPointer value, Map<String, String> named) {
        return Placeholders.name(intrinsics.text(value).text()).map(named::get);
    }
}
